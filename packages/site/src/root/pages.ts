import { dateText, LEVEL_NAMES } from '@columns/content';
import { contentPolicy, type PolicyName, toCsv } from '@columns/export';
import { Html, joined, link, type Parts, Writer, words } from '@columns/export/page';
import type { Column } from '../column.ts';
import { demoWords } from '../demo.ts';
import { type ComparedColumn, scoreText } from './rows.ts';

const levels = ['province', 'city', 'county'] as const;
const RANKS = { province: 3, city: 2, county: 1 } as const;

export interface RootInput {
  /** Of the frame of the pages over all columns. */
  readonly parts: Parts;
  readonly columns: readonly Column[];
  /** Prefix of the environment, `/` or `/repository/`. */
  readonly prefix: string;
  /** Origin, if known: the index page then names its own address. */
  readonly site?: string | undefined;
}

interface RootPage {
  readonly title: string;
  readonly body: readonly Html[];
  readonly policy?: PolicyName;
  readonly canonical?: string | undefined;
}

function page({ parts, columns }: RootInput, { title, body, policy, canonical }: RootPage): string {
  const demo = columns.some((column) => column.demo);
  return parts.page({
    policy: contentPolicy(policy ?? 'page'),
    title,
    body,
    demo: demo ? parts.fill('demo', {}) : '',
    noindex: demo ? parts.fill('noindex', {}) : '',
    canonical: canonical === undefined ? '' : parts.fill('canonical', { address: canonical }),
  });
}

/** Links of these pages stand below the site's prefix. */
function writer({ parts, prefix }: RootInput): Writer {
  return new Writer(parts, { base: prefix, prefix });
}

/** The page at the root: every column beside the others, counted in one way, and the maps of the cities. */
export function indexPage(
  input: RootInput,
  compared: readonly ComparedColumn[],
  maps: readonly string[] = [],
): string {
  const { parts, columns, prefix, site } = input;
  const write = writer(input);
  const demo = demoWords(columns);
  const counts = levels
    .map((level) => ({ level, count: columns.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${LEVEL_NAMES[level]} ${count} 个`);
  return page(input, {
    title: '基层政务公开专栏',
    canonical: site && site + prefix,
    body: [
      write.block(words(`共 ${columns.length} 个专栏：${counts.join('，')}。`)),
      ...(demo === undefined ? [] : [write.block(words(demo))]),
      parts.fill('compare', { 'compare-row': compared.map((one) => rowOf(input, one)) }),
      write.block(
        words(
          '下载：',
          ...joined(
            [link('columns.csv', '表格（CSV）'), link('columns.json', '数据（供程序读取）')],
            '、',
          ),
          '。',
        ),
      ),
      ...maps.map((map) => Html.drawn(map)),
    ],
  });
}

function rowOf(
  input: RootInput,
  { column, level, entries, filled, score, recorded }: ComparedColumn,
): Html {
  const { parts } = input;
  const below = column.path.slice(input.prefix.length);
  const more = recorded
    ? [
        link(`${below}coverage/`, '公开情况'),
        link(`${below}ledger/`, '备案台账'),
        link(`${below}data/`, '开放数据'),
      ]
    : [link(`${below}catalogue/`, '标准目录')];
  return parts.fill('compare-row', {
    address: column.path,
    title: column.title,
    name: column.name,
    level: levelOf(column, level),
    rank: RANKS[column.level],
    entries,
    filled: filled?.[0] ?? '',
    'filled-text': filled ? `${filled[0]} / ${filled[1]}` : '—',
    score: score ?? '',
    'score-text': scoreText(score),
    newest: column.newest ?? '',
    'newest-text': column.newest === undefined ? '—' : dateText(column.newest),
    more: writer(input).words(joined(more, '、')),
  });
}

/** A demonstration is told by its level, on paper and in a spreadsheet too. */
const levelOf = ({ demo }: Column, level: string): string => (demo ? `${level}（演示）` : level);

/** The same table for spreadsheets. */
export function comparedCsv(compared: readonly ComparedColumn[]): string {
  return toCsv({
    columns: [
      '专栏',
      '名称',
      '级别',
      '地址',
      '公开信息',
      '有内容的领域',
      '领域',
      '得分',
      '最近公开',
    ],
    rows: compared.map(({ column, level, entries, filled, score }) => [
      ...[column.title, column.name, levelOf(column, level), column.path, String(entries)],
      ...(filled ? filled.map(String) : ['', '']),
      ...[score === undefined ? '' : score.toFixed(1), column.newest ?? ''],
    ]),
  });
}

/**
 * The page that searches all columns at once. Its script is one that a column brings: each is asked by its own
 * index, and results stand under its name. Without the script there are links to the columns' own search pages.
 */
export function searchPage(input: RootInput): string | undefined {
  const { parts, columns } = input;
  const brings = columns.find(({ search }) => search !== undefined);
  if (brings?.search === undefined) return undefined;
  return page(input, {
    title: '检索全部专栏',
    policy: 'search',
    body: [
      parts.fill('search-all', {
        'search-column': columns.map(({ path, name }) =>
          parts.fill('search-column', { base: path, name }),
        ),
      }),
      parts.fill('script', { address: brings.path + brings.search }),
    ],
  });
}

/**
 * The page for addresses that do not exist: says so, and leads on to every column. A script offers first the one
 * in whose folder the address lies.
 */
export function notFoundPage(input: RootInput): string {
  const { parts, columns } = input;
  return page(input, {
    title: '没有这个页面',
    body: [
      parts.fill('lost', {
        'lost-column': columns.map(({ path, name }) =>
          parts.fill('lost-column', { base: path, name }),
        ),
      }),
    ],
  });
}
