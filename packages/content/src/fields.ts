import { z } from 'zod';
import { isRealDay } from './dates.ts';

/*
 * The vocabulary of front matter: each field type once, with its Chinese label and hint.
 * `title` and `description` in `.meta()` are what editors, templates and messages show.
 */

/** How a custom zod issue tells which problem it is; see `read/schema-problems.ts`. */
export interface FieldIssueParams {
  readonly problem: 'shape/impossible-date' | 'shape/bad-format';
  readonly expected: string;
}

/** A text of a fixed form. The form is also what a message asks for when it is missing or a number. */
function check(ok: (value: string) => boolean, params: FieldIssueParams) {
  return z.string({ error: params.expected }).superRefine((value, ctx) => {
    if (!ok(value)) ctx.addIssue({ code: 'custom', params: { ...params } });
  });
}

/** A text of a form that only one field has. */
export const form = (pattern: RegExp, expected: string) =>
  check((v) => pattern.test(v), { problem: 'shape/bad-format', expected });

/** One line of text, not blank. */
export const line = () =>
  check((v) => v.trim() !== '' && !/[\r\n]/.test(v), {
    problem: 'shape/bad-format',
    expected: '一行不为空的文字（全是数字时请加引号）',
  });

export const DAY_FORM = '确实存在的日期，写作“年-月-日”，如 2023-05-29';

/** A day that exists, `YYYY-MM-DD`. Years before 1949 are taken for slips. */
export const day = () =>
  check(isRealDay, {
    problem: 'shape/impossible-date',
    expected: DAY_FORM,
  });

/** An ASCII id: file names, units, towns, matters. It becomes part of an address. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = () =>
  check((v) => ID_PATTERN.test(v), {
    problem: 'shape/bad-format',
    expected: '小写英文字母、数字和连字符，如 school-list-2023',
  });

/** `<domain>/<item>`. */
export const itemPath = () =>
  check((v) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(v), {
    problem: 'shape/bad-format',
    expected: '“领域/事项”，如 compulsory-education/school-directory',
  });

/** An entry of this county (`id`) or of an upper level (`<county>/<id>`). */
export const entryRef = () =>
  check((v) => /^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/.test(v), {
    problem: 'shape/bad-format',
    expected: '信息的编号（文件名去掉扩展名），上级文件前加“上级编号/”',
  });

/** `<year>/<id>`, an address an entry had before (contract 2). */
export const address = () =>
  check((v) => /^\d{4}\/[a-z0-9-]+$/.test(v), {
    problem: 'shape/bad-format',
    expected: '“年份/编号”，如 2022/old-name',
  });

/** A document number such as 六政办秘〔2020〕94号. */
export const docNumber = () =>
  check((v) => /^\S+〔\d{4}〕\S*\d+号$/.test(v), {
    problem: 'shape/bad-format',
    expected: '机关代字加六角括号年份和序号，如 六政办秘〔2020〕94号',
  });
