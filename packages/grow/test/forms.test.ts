import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KIND_IDS,
  KINDS,
  type KindId,
  listCounties,
  listFiles,
  readPlace,
  splitFrontMatter,
} from '@columns/content';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COUNTY_SCHEMAS, jsonSchemas } from '../src/forms/json-schemas.ts';
import { refresh } from '../src/index.ts';
import { gateOf, Repository, standard } from './fixture.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const yaml = (text: string): unknown => parse(text, { schema: 'core', version: '1.2' });
const headOf = (text: string) => splitFrontMatter(text)?.head ?? '';

test('apps, templates and schemas in the repository are what the fields say', () => {
  expect(refresh(root, standard, { write: false })).toEqual([]);
});

describe('a template', () => {
  const COUNTY = {
    'content/xian/county.yaml':
      'id: xian\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\n',
    'content/xian/departments.yaml': '- {id: government-office, name: 县政府办公室}\n',
    'content/xian/towns.yaml': '- {id: example-town, name: 示例镇, villages: [（文字）]}\n',
  };
  const RULES = read('templates/policy.md').replace('# example: true', 'example: true');

  test.each(KIND_IDS)('of %s passes the gate as it is', (kind) => {
    const files: Record<string, string> = { ...COUNTY };
    // What an explanation, a plan or a gazette names.
    files['content/xian/_policy/2026/example-rules-2026.md'] = RULES;
    const path = `content/xian/_${kind}/2026/filled-in`;
    files[`${path}.md`] = read(`templates/${kind}.md`).replace('# example: true', 'example: true');
    if (KINDS[kind].csv) files[`${path}.csv`] = read(`templates/${kind}.csv`);
    expect(gateOf(new Repository(files), 'xian')).toEqual([]);
  });

  test.each(KIND_IDS)('of %s has every field, and each that may be written is right', (kind) => {
    const lines = headOf(read(`templates/${kind}.md`)).split('\n');
    const wanted = lines.filter((line) => !line.startsWith('#'));
    const seen = Object.keys(yaml(wanted.join('\n')) as object);
    for (const block of optionalBlocks(lines)) {
      const [key] = Object.keys(yaml(block.join('\n')) as object);
      seen.push(key as string);
      const data = yaml(
        [...wanted.filter((line) => !line.startsWith(`${key}:`)), ...block].join('\n'),
      );
      const parsed = KINDS[kind].schema.safeParse(data);
      expect([key, parsed.error?.issues ?? []]).toEqual([key, []]);
    }
    expect(seen.sort()).toEqual(Object.keys(KINDS[kind].schema.shape).sort());
  });

  /** Fields that are comments, each with its lines, without the sign. */
  function optionalBlocks(lines: readonly string[]): string[][] {
    const blocks: string[][] = [];
    for (const line of lines) {
      if (!line.startsWith('# ')) continue;
      const text = line.slice(2);
      if (/^\S/.test(text)) blocks.push([text]);
      else blocks.at(-1)?.push(text);
    }
    return blocks;
  }
});

describe('a JSON Schema, judged by another program', () => {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const judges = new Map(
    Object.entries(jsonSchemas()).map(([path, schema]) => [path, ajv.compile(schema)]),
  );
  const faultsOf = (path: string, data: unknown) => {
    const judge = judges.get(path);
    if (!judge) throw new Error(`no schema ${path}`);
    return judge(data)
      ? []
      : (judge.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
  };

  test.each(listCounties(join(root, 'content')))('accepts all of %s', (county) => {
    const faults: string[] = [];
    for (const { path } of listFiles(join(root, 'content', county))) {
      const file = `content/${county}/${path}`;
      const name = path.replace(/\.yaml$/, '');
      if (Object.hasOwn(COUNTY_SCHEMAS, name))
        faults.push(
          ...faultsOf(`schemas/${name}.json`, yaml(read(file))).map((each) => file + each),
        );
      if (!/\.mdx?$/.test(path) || 'fault' in readPlace(path)) continue;
      const data = yaml(headOf(read(file))) as { kind: KindId };
      faults.push(...faultsOf(`schemas/kinds/${data.kind}.json`, data).map((each) => file + each));
    }
    expect(faults).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['a day that is none', 'published: 2026-01-31', 'published: 2026-13-01'],
    ['a choice that is none', 'form: 通知', 'form: 通知书'],
    ['a field that is none', 'form: 通知', 'form: 通知\ncolour: 红'],
    ['a title that is blank', 'title: （标题）', 'title: " "'],
  ])('refuses %s', (_, right, wrong) => {
    const head = headOf(read('templates/notice.md'));
    expect(faultsOf('schemas/kinds/notice.json', yaml(head))).toEqual([]);
    expect(faultsOf('schemas/kinds/notice.json', yaml(head.replace(right, wrong)))).not.toEqual([]);
  });

  test('refuses a field that is missing', () => {
    const head = headOf(read('templates/notice.md')).replace(/^published:.*$/m, '');
    expect(faultsOf('schemas/kinds/notice.json', yaml(head))).toHaveLength(1);
  });
});
