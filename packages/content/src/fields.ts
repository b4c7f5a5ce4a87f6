import { BASE_PATTERN, ID_PATTERN, idFault, LONGEST_ID, reservedAt } from '@columns/standard';
import { z } from 'zod';
import { isRealDate, isRealDay } from './dates.ts';

/*
 * The vocabulary of front matter: each field type once, with its Chinese label and hint.
 * `title` and `description` in `.meta()` are what editors, templates and messages show.
 */

/** How a custom zod issue tells which problem it is; see `read/schema-problems.ts`. */
export interface FieldIssueParams {
  readonly problem: 'shape/impossible-date' | 'shape/bad-format';
  readonly expected: string;
}

/**
 * A text of a fixed form. The form is also what a message asks for when it is missing or a number.
 * `example` and `pattern` are for templates and JSON Schemas; the pattern may allow more than `ok` does.
 */
function check(
  ok: (value: string) => boolean,
  params: FieldIssueParams,
  { example, pattern }: { example: string; pattern: RegExp },
  /** Says it for one value, where the form alone would be a riddle. */
  expectedFor?: (value: string) => string | undefined,
) {
  return z
    .string({ error: params.expected })
    .superRefine((value, ctx) => {
      if (ok(value)) return;
      const expected = expectedFor?.(value) ?? params.expected;
      ctx.addIssue({ code: 'custom', params: { ...params, expected } });
    })
    .meta({
      pattern: pattern.source,
      patternErrorMessage: `应为：${params.expected}`,
      examples: [example],
    });
}

/** What a message that tells the form gives as an example. */
const exampleIn = (expected: string) => /如\s*"?([^"，；、）\s]+)/.exec(expected)?.[1] ?? '';

/** A text of a form that only one field has. */
export const form = (pattern: RegExp, expected: string) =>
  check(
    (v) => pattern.test(v),
    { problem: 'shape/bad-format', expected },
    { pattern, example: exampleIn(expected) },
  );

const NOT_BLANK = /\S/;

/** One line of text, not blank. */
export const line = () =>
  check(
    (v) => v.trim() !== '' && !/[\r\n]/.test(v),
    { problem: 'shape/bad-format', expected: '一行不为空的文字（全是数字时请加引号）' },
    { pattern: NOT_BLANK, example: '（文字）' },
  );

/** A post or an office, never a person: its last word says what it is. */
export const post = () =>
  form(
    /^\S{0,30}(?:岗|岗位|员|科|股|室|办|局|组|部|站|所|处|队|院|校|园|会|委|中心|政府|公司|负责人|主任|科长|股长|站长|所长|校长|院长|局长|秘书长|书记|[县区市镇乡]长)$/,
    '岗位或科室，不写个人姓名，如 政务公开岗',
  );

/** A mobile number of 11 digits or an identity number of 18, standing alone. */
const PERSONAL_NUMBER = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\dXx])/;

/** What a citizen wrote, made fit for all to read: one line without a mobile or identity number. */
export const publicLine = () =>
  check(
    (v) => v.trim() !== '' && !/[\r\n]/.test(v) && !PERSONAL_NUMBER.test(v),
    {
      problem: 'shape/bad-format',
      expected: '一行不为空的文字，不含手机号和身份证号（也不写姓名、住址）',
    },
    { pattern: NOT_BLANK, example: '（文字）' },
  );

export const DAY_FORM = '确实存在的日期，写作“年-月-日”，如 2023-05-29';

/** A day that exists, `YYYY-MM-DD`. Years before 1949 are taken for slips. */
export const day = () =>
  check(
    isRealDay,
    { problem: 'shape/impossible-date', expected: DAY_FORM },
    { pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, example: '2026-01-31' },
  );

export const MOMENT_FORM =
  '确实存在的日期和时间，写作“年-月-日 时:分”，24小时制，如 2026-06-12 08:30';

const MOMENT = /^(\d{4}-\d{2}-\d{2}) (?:[01]\d|2[0-3]):[0-5]\d$/;

/** A minute of China's time, `YYYY-MM-DD HH:MM`: what is measured in hours. Read as texts they sort by time. */
export const moment = () =>
  check(
    (v) => isRealDay(MOMENT.exec(v)?.[1] ?? ''),
    { problem: 'shape/impossible-date', expected: MOMENT_FORM },
    { pattern: MOMENT, example: '2026-01-31 08:30' },
  );

export const DATE_FORM = `${DAY_FORM}；只知道年月或年份的，只写到月或年，如 2023-05、2023`;

/** A date as far as it is known: a day, a month or a year (`dates.ts`). YAML reads a year as a number. */
export const date = () =>
  check(
    isRealDate,
    { problem: 'shape/impossible-date', expected: DATE_FORM },
    {
      pattern: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
      example: '2026-01-31',
    },
  ).meta({ type: ['string', 'integer'] });

const BASE_FORM = '以 / 开头和结尾，中间只有小写英文字母、数字和连字符，如 /anyue/';

export const ID_FORM = '小写英文字母、数字和连字符，如 school-list-2023';

/** What is expected in place of an id that is wrong in a way its form does not tell. */
export function expectedId(value: string): string {
  switch (idFault(value)) {
    case 'device':
      return '别的名字：con、prn、aux、nul、com1、lpt1 等是 Windows 保留的，存不成文件';
    case 'reserved':
      return `别的名字：“${value}”是网站自用的地址，如 ${value}-2023`;
    case 'long':
      return `不超过 ${LONGEST_ID} 个字符的编号，如 school-list-2023`;
    default:
      return ID_FORM;
  }
}

/** An ASCII id: file names, units, towns, matters. It becomes part of an address. */
export const id = () =>
  check(
    (v) => ID_PATTERN.test(v),
    { problem: 'shape/bad-format', expected: ID_FORM },
    { pattern: ID_PATTERN, example: 'school-list-2023' },
    expectedId,
  );

/** Where a column stands below the site's root. */
export const basePath = () =>
  check(
    (v) => BASE_PATTERN.test(v),
    { problem: 'shape/bad-format', expected: BASE_FORM },
    { pattern: BASE_PATTERN, example: '/anyue/' },
    (value) => {
      const reserved = reservedAt(value)?.segment;
      return reserved === undefined
        ? undefined
        : `别的地址：“${reserved}”是网站自用的（年份、admin、data、search 等都是），如 /anyue/`;
    },
  );

/** `<domain>/<item>`. */
export const itemPath = () =>
  form(/^[a-z0-9-]+\/[a-z0-9-]+$/, '“领域/事项”，如 compulsory-education/school-directory');

/** An entry of this county (`id`) or of an upper level (`<county>/<id>`). */
export const entryRef = () =>
  form(
    /^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/,
    '信息的编号（文件名去掉扩展名），上级文件前加“上级编号/”',
  ).meta({
    examples: ['example-rules-2026'],
  });

/** `<year>/<id>`, an address an entry had before (contract 2). */
export const address = () => form(/^\d{4}\/[a-z0-9-]+$/, '“年份/编号”，如 2022/old-name');

const DOC_NUMBER = /^\S+〔\d{4}〕\S*\d+号$/;
const DOC_NUMBER_FORM = '机关代字加六角括号年份和序号，如 六政办秘〔2020〕94号';

/** A document number such as 六政办秘〔2020〕94号. */
export const docNumber = () =>
  check(
    (v) => DOC_NUMBER.test(v),
    { problem: 'shape/bad-format', expected: DOC_NUMBER_FORM },
    { pattern: DOC_NUMBER, example: exampleIn(DOC_NUMBER_FORM) },
    docNumberMeant,
  );

/** 安府办发[2026]5 号 → 安府办发〔2026〕5号: what a keyboard has in the place of the right brackets. */
function docNumberMeant(value: string): string | undefined {
  const made = value
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[[(【{<《〈「〔]?(\d{4})年?[\])】}>》〉」〕](?=\S*\d)/, '〔$1〕')
    .replace(/\d$/, '$&号');
  return DOC_NUMBER.test(made) ? made : undefined;
}

/** Text of one or more paragraphs, each on a line of its own; not blank. */
export const paragraphs = () =>
  check(
    (v) => v.trim() !== '',
    {
      problem: 'shape/bad-format',
      expected: '不为空的文字；分段时在冒号后写 |，下一行起缩进，每段一行',
    },
    { pattern: NOT_BLANK, example: '（文字）' },
  );

/** A number of a fixed form. */
function checkNumber(
  ok: (value: number) => boolean,
  expected: string,
  form: { readonly minimum: number; readonly type?: 'integer'; readonly example: number },
) {
  const { example, ...rest } = form;
  return z
    .number({ error: expected })
    .superRefine((value, ctx) => {
      const params: FieldIssueParams = { problem: 'shape/bad-format', expected };
      if (!ok(value)) ctx.addIssue({ code: 'custom', params: { ...params } });
    })
    .meta({ ...rest, examples: [example] });
}

/** How many: 0, 1, 2, … */
export const count = () =>
  checkNumber((v) => Number.isInteger(v) && v >= 0, '0 或正整数，不加引号和单位', {
    ...{ type: 'integer', minimum: 0, example: 0 },
  });

/** An amount that may have a fraction; not below 0. */
export const amount = () =>
  checkNumber((v) => v >= 0, '0 或正数，不加引号和单位', { minimum: 0, example: 0 });

/** A number that counts from 1, such as that of an issue. */
export const ordinal = () =>
  checkNumber((v) => Number.isInteger(v) && v >= 1, '正整数，不加引号，如 1', {
    ...{ type: 'integer', minimum: 1, example: 1 },
  });

/** A year that can be reported on. */
export const year = () =>
  checkNumber((v) => Number.isInteger(v) && v >= 1949 && v <= 2999, '四位年份，不加引号，如 2025', {
    type: 'integer',
    minimum: 1949,
    example: 2025,
  });

/** Numbers in a fixed order, as a row of a prescribed table has them; `names` are its columns. */
export const counts = (names: readonly string[]) => {
  const expected = `${names.length} 个数，依次为${names.join('、')}`;
  return z
    .array(count(), { error: expected })
    .superRefine((value, ctx) => {
      const params: FieldIssueParams = { problem: 'shape/bad-format', expected };
      if (value.length !== names.length) ctx.addIssue({ code: 'custom', params: { ...params } });
    })
    .meta({ minItems: names.length, maxItems: names.length, examples: [names.map(() => 0)] });
};

const TELEPHONE =
  /^(?:0\d{2,3}-\d{7,8}(?:-\d{1,6})?|[48]00-\d{3}-?\d{4}|1\d{2}|1[02]\d{3}|9[56]\d{3,4})$/;

/** Numbers of an office, several of them apart by `、`: never a person's mobile. */
export const telephone = () =>
  check(
    (v) => v.split('、').every((number) => TELEPHONE.test(number)),
    {
      problem: 'shape/bad-format',
      expected:
        '办公电话：区号-号码，如 0000-0000001，可加 -分机；400 电话；加引号的短号，如 "12345"；几个号码用“、”隔开；不写手机号',
    },
    { pattern: /^[0-9][0-9、-]*$/, example: '0000-0000001' },
  );

/**
 * Opening hours: a line that people write as they would in Word and that is read as data (`hours/read.ts`). One that
 * cannot be read is told by a rule and shown as it stands, for old documents have what they have.
 */
export const hours = (title: string) =>
  line()
    .optional()
    .meta({
      title,
      description:
        '写明哪天、几点到几点，多段用“，”，几种日子用“；”，如 工作日 8:30—12:00，14:30—17:30；周六 9:00—12:00；2026-10-01至2026-10-08 不开放',
      examples: ['工作日 8:30—12:00，14:30—17:30'],
    });

/** Degrees as a decimal number. */
export const degrees = () =>
  checkNumber((v) => Math.abs(v) <= 180, '十进制度数，不加引号，如 105.3356', {
    ...{ minimum: -180, example: 105.3356 },
  });

/** An office's mail address. */
export const email = () =>
  form(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, '单位的电子邮箱，如 office@example.gov.cn');

/** An address on the web. */
export const url = () => z.url({ protocol: /^https?$/ });
