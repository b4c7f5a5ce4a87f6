/** A made-up column as built pages, with what stands around an article on a real one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderMarkdown } from '@columns/content/markdown';
import type { SearchDocument } from '@columns/search/build';
import { blocksOf } from '@columns/search/extract';
import { countyDocuments } from '../generate/county.ts';
import type { GeneratedDocument } from '../generate/document.ts';

const LIST = 'documents.json';

/** Writes the pages of so many documents, and what a column knows of each. */
export function writeSite(folder: string, documents: number): void {
  const list: SearchDocument[] = [];
  for (const made of countyDocuments({ county: 'bench', documents, seed: 1 })) {
    const about = aboutOf(made);
    write(join(folder, about.url, 'index.html'), pageOf(made, about));
    list.push({ ...about, html: join(folder, about.url, 'index.html') });
  }
  writeFileSync(join(folder, LIST), JSON.stringify(list));
}

export function listOf(folder: string): SearchDocument[] {
  return JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as SearchDocument[];
}

/** The texts of one document, each block apart: what the truth is made of. */
export function textsOf(document: SearchDocument): string[] {
  return [document.title, ...blocksOf(readFileSync(document.html ?? '', 'utf8'))];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function aboutOf({ id, path, head }: GeneratedDocument): SearchDocument {
  const field = (name: string) => new RegExp(`^ *${name}: "?(.*?)"?$`, 'm').exec(head)?.[1];
  const date = field('published') ?? '2000-01-01';
  const state = field('state');
  const filters = {
    domain: [path.split('/')[0] ?? ''],
    kind: [field('kind') ?? ''],
    unit: [field('unit')].filter((value) => value !== undefined),
    town: [field('town')].filter((value) => value !== undefined),
    validity: [state].filter((value) => value !== undefined),
  };
  return {
    url: `${date.slice(0, 4)}/${id}/`,
    title: field('title') ?? '',
    meta: { date, path: '示例领域 / 通知公告' },
    ended: state !== undefined && state !== '有效',
    filters,
  };
}

function pageOf({ body, csv }: GeneratedDocument, { title }: SearchDocument): string {
  const { html } = renderMarkdown(body, { resolve: () => undefined });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)} - 示例县基层政务公开专栏</title></head>
<body><header><p>演示专栏，非政府官方网站</p><a href="/">示例县基层政务公开专栏</a><nav><ul>${LINKS}</ul></nav></header>
<main><article><h1>${escaped(title)}</h1>${html}${csv === undefined ? '' : tableOf(csv)}</article></main>
<footer><p>主办：示例县人民政府　承办：示例县政务公开办公室</p></footer></body></html>\n`;
}

const LINKS = ['政策文件', '政策解读', '通知公告', '政府信息公开', '标准目录', '部门和乡镇']
  .map((name) => `<li><a href="/">${name}</a></li>`)
  .join('');

/** Generated cells hold no quotes and no line ends. */
function tableOf(csv: string): string {
  const [head = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const row = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${escaped(cell)}</${name}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
