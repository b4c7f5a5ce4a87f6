import { dateText, VALIDITY_STATES } from '@columns/content';
import { escapeHtml } from '@columns/export';

export { escapeHtml };

/** HTML that is written already; every other text is escaped. */
export interface Markup {
  readonly html: string;
}

export type Content = string | number | Markup;

export function markup(html: string): Markup {
  return { html };
}

export function htmlOf(content: Content): string {
  return typeof content === 'object' ? content.html : escapeHtml(String(content));
}

/** What is told of a document that is not in force as it was written. */
export const ENDED: readonly string[] = VALIDITY_STATES.filter((state) => state !== '有效');

/** What stands in a cell of which there is nothing to say. */
export const NONE = '—';

/** A link to an address of this origin. */
export function link(address: string, text: string): Markup {
  return markup(`<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`);
}

/** A date as far as it is known, as on the county's own pages. */
export function day(date: string): Markup {
  return markup(`<time datetime="${escapeHtml(date)}">${escapeHtml(dateText(date))}</time>`);
}

export interface PortalTable {
  readonly caption: string;
  /** The first one heads the rows. */
  readonly head: readonly Content[];
  readonly rows: readonly (readonly Content[])[];
  /** The last row, the sum. */
  readonly foot?: readonly Content[];
  /** Its cells are words, not figures. */
  readonly words?: boolean;
}

/**
 * A table whose rows become cards on a narrow screen, in the theme's own way (`tables.css`): the roles keep
 * it a table for who hears it, and each cell says which column it is of.
 */
export function cardTable({ caption, head, rows, foot }: PortalTable): string {
  const line = (cells: readonly Content[]) => {
    const parts = cells.map((cell, i) =>
      i === 0
        ? `<th role="rowheader" scope="row">${htmlOf(cell)}</th>`
        : `<td role="cell"${cell === NONE ? ' class="portal-none"' : ''} data-label="${escapeHtml(String(head[i] ?? ''))}">${htmlOf(cell)}</td>`,
    );
    return `<tr role="row">${parts.join('')}</tr>`;
  };
  const heads = head.map((name) => `<th role="columnheader" scope="col">${htmlOf(name)}</th>`);
  return [
    '<table class="cards portal-cards" role="table">',
    `<caption class="visually-hidden">${escapeHtml(caption)}</caption>`,
    `<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>`,
    `<tbody role="rowgroup">\n${rows.map(line).join('\n')}\n</tbody>`,
    foot === undefined ? '' : `<tfoot role="rowgroup">${line(foot)}</tfoot>`,
    '</table>',
  ].join('\n');
}

/** A table that scrolls sideways in its own box; the first column stays in sight. */
export function wideTable({ caption, head, rows, foot, words = false }: PortalTable): string {
  const line = (cells: readonly Content[]) => {
    const parts = cells.map((cell, i) =>
      i === 0 ? `<th scope="row">${htmlOf(cell)}</th>` : `<td>${htmlOf(cell)}</td>`,
    );
    return `<tr>${parts.join('')}</tr>`;
  };
  const label = escapeHtml(caption);
  return [
    `<div class="table portal-wide${words ? ' portal-words' : ''}" role="region" aria-label="${label}" tabindex="0">`,
    `<table><caption>${label}</caption>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${htmlOf(name)}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${rows.map(line).join('\n')}\n</tbody>`,
    foot === undefined ? '' : `<tfoot>${line(foot)}</tfoot>`,
    '</table></div>',
  ].join('\n');
}
