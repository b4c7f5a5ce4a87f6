import { dateText, LEVEL_NAMES } from '@columns/content';
import { contentPolicy, escapeHtml, type PolicyName } from '@columns/export';
import type { Column } from './column.ts';

const levels = (['province', 'city', 'county'] as const).map((level) => ({
  level,
  heading: `${LEVEL_NAMES[level]}专栏`,
  short: LEVEL_NAMES[level],
}));

const DEMO = '演示专栏，非政府官方网站';

export interface PageInput {
  columns: readonly Column[];
  /** Prefix of the environment, `/` or `/repository/`. */
  prefix: string;
  /** Counties whose data and records stand beside their pages. */
  recorded?: ReadonlySet<string> | undefined;
  /** Origin, if known: the index page then names its own address. */
  site?: string | undefined;
  /** What a browser may do on the page; by default nothing but show it. */
  policy?: PolicyName | undefined;
}

/** The page at the root: every column as a link, by level. */
export function indexPage(input: PageInput): string {
  const searched = input.columns.some(({ search }) => search !== undefined);
  const counts = levels
    .map(({ level, short }) => ({ short, count: countOf(input.columns, level) }))
    .filter(({ count }) => count > 0)
    .map(({ short, count }) => `${short} ${count} 个`);
  const canonical = input.site && `<link rel="canonical" href="${input.site}${input.prefix}">`;
  return page(input, '基层政务公开专栏', canonical, [
    `<p>共 ${input.columns.length} 个专栏：${counts.join('，')}。</p>`,
    ...(searched ? [searchForm(input)] : []),
    list(input),
  ]);
}

/**
 * The page that searches all columns at once. Its script is one that a column brings: each is asked by its own
 * index, and results stand under its name. Without the script there are links to the columns' own search pages.
 */
export function searchPage(input: PageInput): string | undefined {
  const brings = input.columns.find(({ search }) => search !== undefined);
  if (brings?.search === undefined) return undefined;
  const items = input.columns.map(({ path, name }) => {
    const at = escapeHtml(path);
    return `<li><a href="${at}search/" data-column="${at}">${escapeHtml(name)}</a></li>`;
  });
  const script = `<script type="module" src="${escapeHtml(brings.path + brings.search)}"></script>`;
  return page({ ...input, policy: 'search' }, '检索全部专栏', script, [
    `<div data-search data-grouped data-base="${escapeHtml(input.prefix)}">`,
    searchForm(input),
    '<noscript><p>检索需要浏览器运行脚本。也可以进入下列专栏，按标准目录查找。</p></noscript>',
    '<p data-plain hidden>您的浏览器版本较旧，无法使用站内检索。请更新浏览器，或进入下列专栏，按标准目录查找。</p>',
    '<p data-total role="status" aria-live="polite"></p>',
    '<div data-groups></div>',
    '<section aria-labelledby="one"><h2 id="one">只检索一个专栏</h2>',
    `<ul class="columns">\n${items.join('\n')}\n</ul></section>`,
    '</div>',
    `<p><a href="${escapeHtml(input.prefix)}">返回首页</a></p>`,
  ]);
}

function searchForm({ prefix }: PageInput): string {
  return `<form class="search" role="search" action="${escapeHtml(prefix)}search/">
<label for="q">检索全部专栏</label>
<span><input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" placeholder="输入词语"><button>检索</button></span>
</form>`;
}

/** The page for addresses that do not exist: says so, and leads on to every column. */
export function notFoundPage(input: PageInput): string {
  return page(input, '页面不存在', undefined, [
    '<p>您访问的地址没有对应的页面。它可能写错了，或者从未发布过。</p>',
    `<p><a href="${escapeHtml(input.prefix)}">返回首页</a>，或从下列专栏查找：</p>`,
    list(input),
  ]);
}

function countOf(columns: readonly Column[], level: Column['level']): number {
  return columns.filter((column) => column.level === level).length;
}

function list({ columns, recorded }: PageInput): string {
  const sections = levels.flatMap(({ level, heading }) => {
    const items = columns
      .filter((column) => column.level === level)
      .map((column) => item(column, recorded));
    if (items.length === 0) return [];
    return `<section aria-labelledby="${level}">
<h2 id="${level}">${heading}</h2>
<ul>
${items.join('\n')}
</ul>
</section>`;
  });
  return sections.join('\n');
}

/** How well the column does, what it holds as data, and its ledger. */
function records({ county, path }: Column, recorded: PageInput['recorded']): string {
  if (!recorded?.has(county)) return '';
  const links = [
    ['coverage/', '公开情况'],
    ['ledger/', '备案台账'],
    ['data/', '数据开放'],
  ].map(([to, name]) => `<a href="${escapeHtml(path)}${to}">${name}</a>`);
  return `\n<span class="records">${links.join('')}</span>`;
}

function item(column: Column, recorded: PageInput['recorded']): string {
  const facts = [
    escapeHtml(column.name),
    `公开信息 ${column.entries} 条`,
    ...(column.newest
      ? [`最新发布 <time datetime="${column.newest}">${dateText(column.newest)}</time>`]
      : []),
    ...(column.demo ? ['演示'] : []),
  ];
  return `<li><a href="${escapeHtml(column.path)}">${escapeHtml(column.title)}</a>
<span class="facts">${facts.join(' · ')}</span>${records(column, recorded)}</li>`;
}

function page(input: PageInput, title: string, head: string | undefined, body: string[]): string {
  const demo = input.columns.some((column) => column.demo);
  const lines = [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    // Nothing but our own files: most pages hold no script, and none can be slipped in.
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(input.policy ?? 'plain')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    demo ? '<meta name="robots" content="noindex">' : undefined,
    `<title>${title}</title>`,
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="${escapeHtml(input.prefix)}columns.css">`,
    head,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    demo ? `<p class="demo">${DEMO}</p>` : undefined,
    ...body,
    '</main>',
    '</body>',
    '</html>',
  ];
  return `${lines.filter((part) => part !== undefined).join('\n')}\n`;
}
