import { PAGE_KINDS } from './page-kinds.ts';
import type { PageWeight } from './weights.ts';

/** The heaviest page of each kind as a Markdown table, to be read and to be pasted into a note. */
export function weightTable(pages: readonly PageWeight[]): string {
  const head = [
    '| 页面 | 页数 | HTML（KB） | CSS（KB） | 合计（KB） | 上限（KB） | 请求 | 脚本 | 最重的一页 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
  ];
  const rows = PAGE_KINDS.flatMap((kind) => {
    const own = pages.filter((page) => page.kind === kind).sort((a, b) => total(b) - total(a));
    const [heaviest] = own;
    if (heaviest === undefined) return [];
    const cells = [
      kind.name,
      own.length,
      kb(heaviest.html),
      kb(heaviest.css),
      kb(total(heaviest)),
      kind.limit === undefined ? '—' : kind.limit / 1024,
      Math.max(...own.map(({ requests }) => requests)),
      Math.max(...own.map(({ scripts }) => scripts)),
      `/${heaviest.address}`,
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return `${[...head, ...rows].join('\n')}\n`;
}

function total({ html, css }: PageWeight): number {
  return html + css;
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
