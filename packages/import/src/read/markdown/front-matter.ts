import { KINDS } from '@columns/content';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Remark } from '../../failure.ts';
import { remark } from '../../failure.ts';
import type { LabelKey, Labels } from '../../shape/labels.ts';

/** What the head of a Markdown file says, and the text below it. */
export interface Head {
  readonly labels: Labels;
  readonly body: string;
  /** Whether it is an entry of a column such as ours, in our dialect. */
  readonly own: boolean;
  readonly remarks: readonly Remark[];
}

/** Fields of Hugo, Hexo, Typora and of our own entries that say what a label of a page says. */
const FIELDS: Readonly<Record<string, LabelKey>> = {
  title: 'title',
  标题: 'title',
  date: 'published',
  published: 'published',
  publishdate: 'published',
  pubdate: 'published',
  formed: 'formed',
  tags: 'keywords',
  keywords: 'keywords',
  'doc-number': 'docNumber',
  'index-number': 'indexNumber',
  topic: 'topic',
  categories: 'column',
  category: 'column',
  source: 'source',
};

/** Fields that only steer a program: nobody misses them. */
const IDLE = new Set(['layout', 'type', 'kind', 'toc', 'mathjax', 'comments', 'weight', 'aliases']);

/** Cuts off the head (YAML, TOML or JSON) of a Markdown text with `\n` at its line ends. */
export function readHead(text: string): Head {
  const found = headOf(text);
  if (!found) return { labels: {}, body: text, own: false, remarks: [] };
  const { source, body, read } = found;
  let values: unknown;
  try {
    values = read(source);
  } catch {
    // Told below: what cannot be read is no record.
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const told = `文件开头的说明字段读不出，没有写入：“${short(source)}”`;
    return {
      labels: {},
      body,
      own: false,
      remarks: [remark('left-out', told, { words: [source] })],
    };
  }
  return { body, ...labelsOf(values as Record<string, unknown>) };
}

interface Found {
  readonly source: string;
  readonly body: string;
  readonly read: (source: string) => unknown;
}

const yaml = (source: string): unknown => parseYaml(source, { schema: 'core', version: '1.2' });

function headOf(text: string): Found | undefined {
  const forms: readonly (readonly [RegExp, Found['read']])[] = [
    [/^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/, yaml],
    [/^\+\+\+[ \t]*\n([\s\S]*?\n|)\+\+\+[ \t]*(?:\n|$)/, parseToml],
    [/^;;;[ \t]*\n([\s\S]*?\n|);;;[ \t]*(?:\n|$)/, (source) => JSON.parse(`{${source}}`)],
    [/^(\{[ \t]*\n[\s\S]*?\n\})[ \t]*(?:\n|$)/, (source) => JSON.parse(source)],
    // Hexo lets the first line of signs be left out.
    [/^(title:[^\n]*\n(?:[\w-]+:[^\n]*\n|[ \t-][^\n]*\n){0,30}?)---[ \t]*(?:\n|$)/, yaml],
  ];
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match) return { source: match[1] ?? '', body: text.slice(match[0].length), read };
  }
  return undefined;
}

function labelsOf(values: Record<string, unknown>): Omit<Head, 'body'> {
  const labels: Partial<Record<LabelKey, string>> = {};
  const unused: string[] = [];
  const left: string[] = [];
  const idle: string[] = [];
  const dated: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const words = wordsOf(value);
    if (words === '') continue;
    if (IDLE.has(name.toLowerCase())) {
      idle.push(name, words);
      continue;
    }
    const key = FIELDS[name.toLowerCase()];
    if (key !== undefined && labels[key] === undefined) {
      labels[key] = words;
      if (key === 'published' || key === 'formed') dated.push(name, words);
    } else {
      unused.push(`${name}: ${short(words)}`);
      left.push(name, words);
    }
  }
  const { kind, attribute } = values;
  return {
    labels,
    own: typeof kind === 'string' && kind in KINDS && attribute !== undefined,
    remarks: [
      ...(unused.length === 0
        ? []
        : [
            remark('left-out', `文件开头的这些字段没有对应的，没有写入：${unused.join('；')}`, {
              words: left,
            }),
          ]),
      ...(dated.length === 0
        ? []
        : [remark('note', '文件开头的日期写入了日期字段', { words: dated })]),
      ...(idle.length === 0
        ? []
        : [remark('left-out', '文件开头只供网站程序使用的字段没有写入', { words: idle })]),
    ],
  };
}

/** A value as words: a list with commas, a day without its time. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value.toISOString());
  if (Array.isArray(value))
    return value
      .map(wordsOf)
      .filter((word) => word !== '')
      .join('，');
  if (typeof value === 'object') return JSON.stringify(value);
  return dayOf(String(value).trim());
}

const dayOf = (text: string): string =>
  /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)?.[1] ?? text;

function short(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
