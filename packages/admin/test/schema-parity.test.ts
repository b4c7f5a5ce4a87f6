import { KIND_IDS, KINDS, type Kind, type KindId } from '@columns/content';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collections, FORM_FIELDS } from '../src/config/collections.ts';
import type { DecapField } from '../src/config/decap.ts';
import { inner, kindFields } from '../src/config/fields.ts';
import { FACTS } from './facts.ts';

/** A field of a schema beside the field of the form that asks for it. */
interface Pair {
  readonly path: string;
  readonly schema: z.ZodType;
  readonly field: DecapField | undefined;
}

/** Every field of a kind at every depth, with what the form has for it. */
function pairs(shape: Record<string, z.ZodType>, fields: readonly DecapField[], path = ''): Pair[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const field = fields.find((each) => each.name === name);
    const here = { path: path + name, schema, field };
    return [here, ...below(schema, field, `${path}${name}.`)];
  });
}

function below(given: z.ZodType, field: DecapField | undefined, path: string): Pair[] {
  const { schema } = inner(given);
  if (schema instanceof z.ZodObject)
    return pairs(schema.shape as Record<string, z.ZodType>, field?.fields ?? [], path);
  if (schema instanceof z.ZodArray) {
    const element = schema.element as z.ZodType;
    if (element instanceof z.ZodObject) return below(element, field, path);
  }
  return [];
}

const ofKind = (id: KindId): Pair[] => {
  const { kind: _, ...shape } = (KINDS[id] as Kind).schema.shape as unknown as Record<
    string,
    z.ZodType
  >;
  return pairs(shape, kindFields(id));
};

/** Texts of every form there is, right ones and slips. */
const SAMPLES = [
  ...[
    '',
    ' ',
    '一行文字',
    '两行\n文字',
    '2023-05-29',
    '2023-02-30',
    'school-list-2023',
    'School',
    '-a',
    'a--b',
  ],
  ...[
    'a/b',
    'a/b/c',
    'luan/plan-2020',
    '2022/old-name',
    '22/old',
    '六政办秘〔2020〕94号',
    '六政办秘(2020)94号',
  ],
  ...[
    '0000-0000001',
    '0000-0000001-12',
    '13800000000',
    '12345',
    '400-000-0000',
    '0000-0000001、12345',
    '2026-03',
  ],
  ...[
    '2026-13',
    'https://example.org/a',
    'http://example.org',
    'ftp://example.org',
    'example.org',
    'javascript:1',
  ],
  ...[
    '电话13800000000转',
    '身份证110101199003077619',
    '编号1380000000012',
    '共13800000000X',
    'x110101199003077619y',
  ],
  ...['文件 一', '〔2020〕1号', '甲〔2020〕第1号'],
];

describe.each(KIND_IDS)('the form of %s and its schema', (id) => {
  const all = ofKind(id);

  test('have the same fields, with labels and hints from the schema', () => {
    expect(all.filter(({ field }) => field === undefined).map(({ path }) => path)).toEqual([]);
    const asked = kindFields(id).map(({ name }) => name);
    const known = Object.keys((KINDS[id] as Kind).schema.shape);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    for (const { path, schema, field } of all) {
      const meta = schema.meta() as { title: string; description?: string };
      expect([path, field?.label]).toEqual([path, meta.title]);
      if (meta.description !== undefined && field?.widget !== 'list')
        expect([path, field?.hint]).toEqual([path, meta.description]);
    }
  });

  test('require the same', () => {
    for (const { path, schema, field } of all) {
      expect([path, field?.required]).toEqual([path, !schema.safeParse(undefined).success]);
    }
  });

  test('offer the same choices', () => {
    for (const { path, schema, field } of all) {
      const { schema: own } = inner(schema);
      if (!(own instanceof z.ZodEnum)) continue;
      expect([path, field?.widget]).toEqual([path, 'select']);
      expect(field?.options?.map(({ value }) => value)).toEqual(own.options);
    }
  });

  test('let through the same texts', () => {
    const texts = all.flatMap(({ path, schema, field }) => {
      const own = inner(schema).schema;
      if (own instanceof z.ZodArray && own.element instanceof z.ZodString)
        return [{ path, schema: own.element as z.ZodType, field: field?.field ?? field }];
      return own instanceof z.ZodString ? [{ path, schema: own, field }] : [];
    });
    expect(texts.length).toBeGreaterThan(5);
    for (const { path, schema, field } of texts) {
      // Days come from a calendar, ids of units and items from a list: nobody types them.
      if (['columns-day', 'columns-date', 'columns-choice'].includes(field?.widget ?? '')) continue;
      const [pattern, message] = field?.pattern ?? ['', ''];
      expect([path, message]).toEqual([path, expect.stringMatching(/^应为：/)]);
      for (const sample of SAMPLES) {
        // An empty field is one that is not there; a line box cannot hold two lines.
        if (sample.trim() === '' || (field?.widget !== 'text' && sample.includes('\n'))) continue;
        const form = [path, sample, new RegExp(pattern).test(sample)];
        expect(form).toEqual([path, sample, schema.safeParse(sample).success]);
      }
    }
  });
});

test('a field that Decap would not know stops the editor', () => {
  for (const id of KIND_IDS) {
    for (const name of Object.keys((KINDS[id] as Kind).schema.shape))
      expect(FORM_FIELDS).not.toContain(name);
  }
});

test('a collection is one kind of one domain, at the path that the contract asks for', () => {
  const own = collections(FACTS, 'social-assistance');
  expect(own.map(({ filter }) => filter.value)).toEqual(KIND_IDS);
  expect(own[0]).toMatchObject({
    name: 'policy--social-assistance',
    folder: 'content/qingshan/social-assistance',
    path: '{{item}}/{{filed}}/{{slug}}',
    slug: '{{fields.id}}',
    create: true,
    delete: false,
  });
  expect(collections(FACTS)[0]).toMatchObject({
    name: 'policy',
    folder: 'content/qingshan/_policy',
    path: '{{filed}}/{{slug}}',
  });
  const item = own[0]?.fields.find(({ name }) => name === 'item');
  expect(item?.options).toContainEqual({ label: '本领域其他', value: '_general' });
});
