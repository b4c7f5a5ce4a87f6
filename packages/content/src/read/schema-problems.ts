import type { z } from 'zod';
import type { FieldIssueParams } from '../fields.ts';
import { DAY_FORM } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { TOLD } from './bounds.ts';
import { nearest } from './near.ts';
import { withRest } from './rest.ts';
import { fieldsAt } from './schema-path.ts';
import type { YamlSource } from './yaml.ts';

/** What the issues of a value are told with: the YAML it came from, and what it was checked by. */
interface Context {
  readonly source: YamlSource;
  readonly file: string;
  readonly schema: z.ZodType;
}

type Issue = z.core.$ZodIssue;

/**
 * Turns zod's issues into problems with places and Chinese expectations.
 * `source` must be the YAML the value came from, and `schema` what it was checked by.
 */
export function schemaProblems(
  error: z.core.$ZodError,
  source: YamlSource,
  file: string,
  schema: z.ZodType,
): Problem[] {
  const told = error.issues.slice(0, TOLD);
  const problems = told.flatMap((issue) => issueProblems(issue, { source, file, schema }));
  return withRest(problems, error.issues.length - told.length);
}

function issueProblems(issue: Issue, context: Context): Problem[] {
  const { source, file } = context;
  const value = lookUp(source.value, issue.path);
  const field = issue.path.map(String).join('.');
  const here = { file, ...(field === '' ? {} : { field }), ...source.valueAt(issue.path) };
  const shown = source.textAt(issue.path) ?? quote(value);
  const missing = (expected: string): Problem[] => [
    {
      ...here,
      ...(value === null ? { ...source.keyAt(issue.path), value: '' } : {}),
      code: 'shape/missing-field',
      expected,
    },
  ];
  const absent = value === undefined || value === null;
  switch (issue.code) {
    case 'unrecognized_keys':
      return withRest(
        issue.keys.slice(0, TOLD).map((key) => unknownField(key, issue.path, context)),
        issue.keys.length - TOLD,
      );
    case 'invalid_type': {
      const expected = ownWords(issue) ?? TYPE_NAMES.get(issue.expected) ?? ANY_FORM;
      if (absent) return missing(expected);
      // A number or a day without quotation marks is a text with the wrong form, to an officer.
      const code =
        issue.expected === 'string' && typeof value !== 'object'
          ? 'shape/bad-format'
          : 'shape/wrong-type';
      return [{ ...here, code, value: shown, expected }];
    }
    case 'invalid_value': {
      const expected = issue.values.map(String).join('、');
      if (absent) return missing(expected);
      return [{ ...here, code: 'shape/unknown-choice', value: shown, expected }];
    }
    case 'custom': {
      const { problem, expected } = issue.params as unknown as FieldIssueParams;
      return [{ ...here, code: problem, value: shown, expected: inHalfWidth(value, expected) }];
    }
    case 'too_small':
      if (issue.origin === 'array') return missing(`至少 ${issue.minimum} 项`);
      if (issue.origin === 'string') return missing('不为空的文字');
      return [
        {
          ...here,
          code: 'shape/bad-format',
          value: shown,
          expected: `${issue.inclusive === false ? '大于' : '不小于'} ${issue.minimum} 的整数`,
        },
      ];
    case 'invalid_format':
      if (issue.format === 'date')
        return [{ ...here, code: 'shape/impossible-date', value: shown, expected: DAY_FORM }];
      return [
        {
          ...here,
          code: 'shape/bad-format',
          value: shown,
          expected: issue.format === 'url' ? URL_FORM : (ownWords(issue) ?? ANY_FORM),
        },
      ];
    case 'invalid_union': {
      // One value that may be of several forms has words for all of them; of a list or map the nearest form helps more.
      const words = typeof value === 'object' ? undefined : ownWords(issue);
      if (words !== undefined && !absent)
        return [{ ...here, code: 'shape/bad-format', value: shown, expected: words }];
      const branch = nearestBranch(issue.errors);
      if (branch.length > 0)
        return branch.flatMap((inner) =>
          issueProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue, context),
        );
      return absent
        ? missing(ANY_FORM)
        : [{ ...here, code: 'shape/bad-format', value: shown, expected: ANY_FORM }];
    }
    default:
      return [{ ...here, code: 'shape/bad-format', value: shown, expected: ANY_FORM }];
  }
}

/** Full-width figures look like others: what is asked for begins with them as they should be typed. */
function inHalfWidth(value: unknown, expected: string): string {
  if (typeof value !== 'string' || !FULL_WIDTH.test(value)) return expected;
  const half = value.replaceAll(FULL_WIDTHS, (sign) => sign.normalize('NFKC'));
  return `半角的数字和符号：${quote(half)}${expected === half ? '' : `；${expected}`}`;
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/;
const FULL_WIDTHS = /[０-９Ａ-Ｚａ-ｚ－．]/g;

function unknownField(key: string, path: readonly PropertyKey[], context: Context): Problem {
  const { source, file, schema } = context;
  const near = nearest(key, fieldsAt(schema, path));
  return {
    code: 'shape/unknown-field',
    file,
    ...source.keyAt([...path, key]),
    field: [...path.map(String), key].join('.'),
    value: key,
    ...(near === undefined ? {} : { expected: near }),
  };
}

/** Of the forms a value may have, the one that it comes nearest to. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const wrongKind = (issues: readonly Issue[]) =>
    issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const fit = branches.filter((issues) => !wrongKind(issues));
  const [first = [], ...rest] = fit.length > 0 ? fit : branches;
  return rest.reduce((best, issues) => (issues.length < best.length ? issues : best), first);
}

function lookUp(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** A value as it can stand in a message: short and on one line. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

/** What a schema itself says of its form, in Chinese; zod's own messages are English. */
function ownWords({ message }: { message: string }): string | undefined {
  return /\p{Script=Han}/u.test(message) ? message.replace(/^须(?:为|写成)/, '') : undefined;
}

const ANY_FORM = '符合该字段的写法';
const URL_FORM = '以 http:// 或 https:// 开头的网址';
const TYPE_NAMES = new Map([
  ['string', '文字（全是数字时请加引号）'],
  ['number', '数字'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表，每项一行，以“- ”开头'],
  ['object', '下面缩进的若干字段，每行一个“字段: 值”'],
]);
