import type { z } from 'zod';
import type { FieldIssueParams } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { nearest } from './near.ts';
import type { YamlSource } from './yaml.ts';

/**
 * Turns zod's issues into problems with places and Chinese expectations.
 * `source` must be the YAML the value came from.
 */
export function schemaProblems(
  error: z.core.$ZodError,
  source: YamlSource,
  file: string,
  knownFields: readonly string[],
): Problem[] {
  return error.issues.flatMap((issue) => issueProblems(issue, source, file, knownFields));
}

function issueProblems(
  issue: z.core.$ZodIssue,
  source: YamlSource,
  file: string,
  knownFields: readonly string[],
): Problem[] {
  const field = issue.path.map(String).join('.');
  const value = lookUp(source.value, issue.path);
  const here = { file, field, ...source.valueAt(issue.path) };
  const shown = quote(value);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearest(key, knownFields);
        return {
          code: 'shape/unknown-field',
          file,
          ...source.keyAt([...issue.path, key]),
          field: [...issue.path.map(String), key].join('.'),
          value: key,
          ...(near === undefined ? {} : { expected: near }),
        };
      });
    case 'invalid_type':
      if (value === undefined || value === null) {
        const place = value === null ? source.keyAt(issue.path) : here;
        return [
          {
            ...here,
            line: place.line,
            column: place.column,
            code: 'shape/missing-field',
            expected: typeName(issue.expected),
          },
        ];
      }
      return [
        { ...here, code: 'shape/wrong-type', value: shown, expected: typeName(issue.expected) },
      ];
    case 'invalid_value':
      if (value === undefined) {
        return [{ ...here, code: 'shape/missing-field', expected: choices(issue.values) }];
      }
      return [
        { ...here, code: 'shape/unknown-choice', value: shown, expected: choices(issue.values) },
      ];
    case 'custom': {
      const params = issue.params as unknown as FieldIssueParams;
      return [{ ...here, code: params.problem, value: shown, expected: params.expected }];
    }
    case 'too_small':
      return [{ ...here, code: 'shape/missing-field', expected: `至少 ${issue.minimum} 项` }];
    case 'invalid_format':
      return [{ ...here, code: 'shape/bad-format', value: shown, expected: formatName(issue) }];
    default:
      return [{ ...here, code: 'shape/bad-format', value: shown, expected: '符合该字段的写法' }];
  }
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

function choices(values: readonly unknown[]): string {
  return values.map(String).join('、');
}

const TYPE_NAMES: Record<string, string> = {
  string: '文字（数字或日期形的文字请加引号）',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表（每项一行，以“- ”开头）',
  object: '下一层的若干字段',
};

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

function formatName(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'url') return '以 http:// 或 https:// 开头的网址';
  if (issue.format === 'regex' && issue.pattern) return `符合 ${issue.pattern} 的写法`;
  return '符合该字段的写法';
}
