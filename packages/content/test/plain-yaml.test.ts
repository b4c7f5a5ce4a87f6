import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../src/read/front-matter.ts';
import { readPlainYaml } from '../src/read/plain-yaml.ts';
import { readFullYaml } from '../src/read/yaml.ts';

/** Lines that officers write, plain and not so plain. */
const LINES = [
  'title: 关于集中办理的通知',
  'title: "关于：通知"',
  "title: '一'",
  'title: 时间为 8:30—11:30',
  'title: 甲: 乙',
  'title: 甲 # 乙',
  'title: 甲 #2 乙',
  'title: 甲  # 说明',
  'area: 007',
  'area: 12345678901234567890',
  'area: 1.10',
  'title:',
  'title: ',
  'kind: notice',
  'published: 2023-05-29',
  'year: 2023',
  'area: 0739',
  'area: 12.5',
  'area: 1e3',
  'area: 0x1f',
  'area: 1_000',
  'phone: 0739-5551234',
  'count: +5',
  'example: true',
  'example: True',
  'published: 2019',
  'formed: 2019-06',
  'rounded: null',
  'note: ~',
  'keywords: [教育, 招生]',
  'keywords: [教育,招生]',
  'keywords: []',
  'keywords: [2023, 一, true]',
  'keywords: ["甲", 乙]',
  'keywords: [甲, , 乙]',
  'keywords: [a: b, c]',
  'attribute: {type: 主动}',
  'attribute:\n  type: 主动',
  'attribute:\n  type: 不予\n  grounds: 条例第十四条\n  reassess: 2024-01-01',
  'attribute:\n  type: 主动\n  type: 不予',
  'attribute:\n    type: 主动',
  'review:\n  by: 岗位\n  list: [a, b]',
  'attachments:\n  - file: a.pdf\n    name: 甲',
  'attachments:\n- a',
  'summary: |\n  一\n  二',
  'summary: 一\n  二',
  '# 注释',
  '',
  'true: 1',
  'source: 方案，附件1“表”；二（一）',
  'source: -',
  'source: - 一',
  'source: 一:',
  'source: http://a.cn/b',
  'form: ? 一',
  'title: *一',
  'title: 甲, 乙 [丙]',
  'title: a\u00a0b',
  'title：全角',
];

/** A value, its places and its written form, for every path there is and some there are not. */
function all({ value, errors, losses, valueAt, keyAt, textAt }: ReturnType<typeof readFullYaml>) {
  const paths = [[], ...pathsOf(value), ['nothing'], ['attribute', 'nothing'], ['keywords', 9]];
  return {
    value,
    errors,
    losses,
    places: paths.map((path) => [path.join('.'), valueAt(path), keyAt(path), textAt(path)]),
  };
}

function pathsOf(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [here, ...pathsOf(inner, here)];
  });
}

describe('front matter in plain ways', () => {
  it('gives what the full parser gives, value by value and place by place', () => {
    let state = 11;
    const next = () => (state = (state * 48271) % 2147483647);
    let plain = 0;
    for (let round = 0; round < 6000; round++) {
      const lines = Array.from({ length: 1 + (round % 4) }, () => LINES[next() % LINES.length]);
      const text = lines.join('\n') + (round % 3 === 0 ? '\n' : '');
      const quick = readPlainYaml(text, 2);
      if (!quick) continue;
      plain++;
      expect({ text, ...all(quick) }).toEqual({ text, ...all(readFullYaml(text, 2)) });
    }
    expect(plain).toBeGreaterThan(500);
  });

  it('is what this repository’s own entries are written in, mostly', () => {
    const root = join(import.meta.dirname, '../../../content');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    const heads = files.flatMap((file) => {
      const head = splitFrontMatter(readFileSync(join(root, file), 'utf8'))?.head;
      return head === undefined ? [] : [{ file, head }];
    });
    const quick = heads.flatMap(({ file, head }) => {
      const source = readPlainYaml(head, 2);
      return source ? [{ file, head, source }] : [];
    });
    for (const { file, head, source } of quick) {
      expect({ file, ...all(source) }).toEqual({ file, ...all(readFullYaml(head, 2)) });
    }
    expect(quick.length / heads.length).toBeGreaterThan(0.5);
  });
});
