import type { ShownColumn } from '@columns/content';
import { contentPolicy, escapeHtml } from '@columns/export';

/** Where a column's records stand and link to. */
export interface Place {
  readonly column: ShownColumn;
  /** The column's whole base, prefix included: `/repository/anyue/`. */
  readonly base: string;
}

export interface Crumb {
  readonly title: string;
  /** Below the column's base. */
  readonly path: string;
}

/** A page below the column's base; `body` is HTML. */
export interface RecordPage {
  readonly path: string;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly body: string;
}

/** The style sheet of all records, below the column's base. */
export const STYLES = 'records.css';

/**
 * A whole page in the plain frame of the portal. Records stand apart from the theme's pages, because
 * they change every day and those must not (contract 6); they need no script to be read.
 */
export function pageHtml(
  { column, base }: Place,
  { title, crumbs, body, path }: RecordPage,
): string {
  const { county } = column;
  const trail = [{ title: county.title, path: '' }, ...crumbs].map(
    ({ title: name, path }) =>
      `<li><a href="${escapeHtml(base + path)}">${escapeHtml(name)}</a></li>`,
  );
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy('page')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...(county.demo ? ['<meta name="robots" content="noindex">'] : []),
    `<title>${escapeHtml(title)} - ${escapeHtml(county.title)}</title>`,
    '<link rel="icon" href="data:,">',
    // The theme's own: puts back the way of display that a reader chose, before anything is painted.
    `<script src="${escapeHtml(base)}early.js"></script>`,
    `<link rel="stylesheet" href="${escapeHtml(base + STYLES)}">`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">跳到正文</a>',
    `<nav aria-label="当前位置"><ol class="crumbs">${trail.join('')}<li aria-current="page">${escapeHtml(title)}</li></ol></nav>`,
    '<main id="main">',
    `<h1>${escapeHtml(title)}</h1>`,
    ...(county.demo ? ['<p class="demo">演示专栏，非政府官方网站</p>'] : []),
    body,
    provenHtml({ column, base }, path),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The tasks that the page is named as proof of, with the way to each. */
function provenHtml({ column, base }: Place, page: string): string {
  const { county, tasks } = column;
  const prefix = base.slice(0, base.length - county.base.length);
  const links = tasks.flatMap(({ ledger, tasks: rows }) =>
    rows.flatMap(({ row, number, title, proofs }) =>
      proofs
        .filter((proof) => proof.page === page && proof.county === county.id)
        .map(({ as }) => {
          const to = escapeHtml(`${prefix}${ledger.path}#row-${row}`);
          return `<li><a href="${to}">${escapeHtml(`${as}：第${number}项 ${title}`)}</a>（${escapeHtml(ledger.title)}）</li>`;
        }),
    ),
  );
  return links.length === 0 ? '' : `<h2>佐证的任务</h2>\n<ul>${links.join('')}</ul>`;
}

/** A cell: text, or a link to a place below the column's base. */
export type Cell = string | number | { readonly text: string; readonly path: string };

/** A table with a caption; its first column heads the rows. */
export function tableHtml(
  base: string,
  {
    caption,
    head,
    rows,
    wide = false,
  }: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
    /** Of many columns: cells break where their texts do, and the heads of rows stay in sight. */
    readonly wide?: boolean;
  },
): string {
  const line = (cells: readonly Cell[]) =>
    cells
      .map((cell, i) =>
        i === 0
          ? `<th scope="row">${cellHtml(base, cell)}</th>`
          : `<td${typeof cell === 'number' ? ' class="number"' : ''}>${cellHtml(base, cell)}</td>`,
      )
      .join('');
  return [
    `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">`,
    `<table${wide ? ' class="wide"' : ''}><caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${rows.map((cells) => `<tr>${line(cells)}</tr>`).join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}

function cellHtml(base: string, cell: Cell): string {
  return typeof cell === 'object' ? linkHtml(base, cell.path, cell.text) : escapeHtml(String(cell));
}

export function linkHtml(base: string, path: string, text: string): string {
  return `<a href="${escapeHtml(base + path)}">${escapeHtml(text)}</a>`;
}
