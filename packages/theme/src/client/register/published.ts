import type { Layout, Named } from './rows.ts';
import type { ColumnKind } from './values.ts';

/** A page of rows as it was published: what the script reads from it, and may cover for a while. */
export interface Published {
  readonly layout: Layout;
  /** Address of all rows as JSON. */
  readonly source: string;
  /** Rows in the whole register. */
  readonly total: number;
  /** Which of them hold totals, from 0. */
  readonly totals: readonly number[];
  readonly tools: HTMLElement;
  readonly scroll: HTMLElement;
  readonly table: HTMLTableElement;
  readonly headings: readonly HTMLElement[];
  /** Shows other rows instead of the published ones, or without `rows` these again. */
  cover(rows?: HTMLTableSectionElement): void;
}

/** Reads the page; nothing where it is not such a page. */
export function readPublished(root: HTMLElement): Published | undefined {
  const { source = '', entry = '', rows, key, numbered, naming, named, totals } = root.dataset;
  const tools = root.querySelector<HTMLElement>('[data-tools]');
  const scroll = root.querySelector<HTMLElement>('.register-scroll');
  const table = root.querySelector('table');
  const body = table?.tBodies[0];
  if (!tools || !scroll || !table || !body) return undefined;
  const headings = Array.from(table.querySelectorAll<HTMLElement>('[data-kind]'));
  const layout = {
    columns: headings.map(({ textContent }) => textContent ?? ''),
    kinds: headings.map(({ dataset }) => dataset['kind'] as ColumnKind),
    key: Number(key),
    numbered: numbered === 'true',
    entry,
    naming: numbersIn(naming),
    named: JSON.parse(named ?? '{}') as Named,
  };
  // These speak of the published rows only.
  const words = Array.from(root.querySelectorAll<HTMLElement>('[data-range], [data-pager]'));
  let shown = body;
  return {
    layout,
    source,
    total: Number(rows),
    totals: numbersIn(totals),
    tools,
    scroll,
    table,
    headings,
    cover,
  };

  function cover(other?: HTMLTableSectionElement): void {
    const next = other ?? (body as HTMLTableSectionElement);
    if (next !== shown) table?.replaceChild(next, shown);
    shown = next;
    for (const each of words) each.hidden = other !== undefined;
  }
}

function numbersIn(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(' ').map(Number);
}
