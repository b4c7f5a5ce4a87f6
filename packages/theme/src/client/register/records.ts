import { type ColumnKind, dateOf, isBlank, numberOf, plain } from './values.ts';
import type { View } from './view.ts';

/** A value of a column and how many rows have it. */
export interface Choice {
  readonly value: string;
  readonly rows: number;
}

/** More values than this are no choice but a list. */
const MOST_CHOICES = 30;
const LONGEST_CHOICE = 40;

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** All rows of a register, ready to be filtered and sorted while somebody types. */
export interface Records {
  readonly rows: readonly (readonly string[])[];
  /** The rows a view wants, as positions from 0, in its order. */
  matching(view: View): readonly number[];
  /** The values of a column, most frequent first, if there are few enough to choose from. */
  choices(column: number): Choice[];
}

/**
 * Fetches all rows of a register.
 * @throws Error if they cannot be had
 */
export async function fetchRecords(
  source: string,
  columns: readonly string[],
  kinds: readonly ColumnKind[],
  totals: readonly number[],
): Promise<Records> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  const { rows } = (await response.json()) as { rows: Record<string, string>[] };
  const cells = rows.map((row) => columns.map((name) => row[name] ?? ''));
  return openRecords(columns, cells, kinds, totals);
}

export function openRecords(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  totals: readonly number[] = [],
): Records {
  // A total is no record: nobody finds it, and it has no place in another order.
  const none = new Set(totals);
  const records = rows.filter((_, row) => !none.has(row));
  // No word holds a line break, so none is found across two cells.
  const texts = rows.map((cells) => fold(cells.join('\n')));
  // Sorting is slow and typing is not, so each order is worked out once.
  const orders = new Map<string, readonly number[]>();

  function matching(view: View): readonly number[] {
    const words = fold(view.query).split(/\s+/).filter(Boolean);
    const choices = Object.entries(view.choices).map(
      ([name, value]) => [columns.indexOf(name), value] as const,
    );
    return orderOf(view).filter((row) => {
      const text = texts[row] ?? '';
      const cells = rows[row] ?? [];
      return (
        !none.has(row) &&
        words.every((word) => text.includes(word)) &&
        choices.every(([column, value]) => cells[column] === value)
      );
    });
  }

  function orderOf({ sort, descending }: View): readonly number[] {
    const column = sort === undefined ? -1 : columns.indexOf(sort);
    const name = `${column} ${descending}`;
    const known = orders.get(name);
    if (known) return known;
    const cells = rows.map((row) => row[column] ?? '');
    const order = column === -1 ? positions(rows) : sorted(cells, kinds[column], descending);
    orders.set(name, order);
    return order;
  }

  return { rows, matching, choices: (column) => choicesIn(records, column) };
}

function choicesIn(rows: readonly (readonly string[])[], column: number): Choice[] {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const value = cells[column] ?? '';
    if (value.length > LONGEST_CHOICE) return [];
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_CHOICES) return [];
  }
  if (counts.size < 2 || counts.size * 2 > rows.length) return [];
  return Array.from(counts, ([value, count]) => ({ value, rows: count })).sort(
    (a, b) => b.rows - a.rows || collator.compare(a.value, b.value),
  );
}

/** Blank cells come last either way; equal ones keep the register's order. */
function sorted(cells: readonly string[], kind: ColumnKind = 'text', descending = false): number[] {
  const ranks = ranksOf(cells, kind);
  const sign = descending ? -1 : 1;
  return positions(cells).sort((a, b) => {
    const [x = -1, y = -1] = [ranks[a], ranks[b]];
    return x < 0 || y < 0 ? y - x : sign * (x - y) || a - b;
  });
}

function positions(list: readonly unknown[]): number[] {
  return Array.from(list.keys());
}

/** One form for what is compared: width, case and the kind of brackets make no difference. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔[]/g, '(')
    .replace(/[〕\]]/g, ')');
}

/** For each cell a number that sorts like it; -1 for a blank one. */
function ranksOf(cells: readonly string[], kind: ColumnKind): number[] {
  const measure = kind === 'number' ? numberOf : kind === 'date' ? dateOf : undefined;
  // Texts repeat, and comparing Chinese is dear: each text is placed once.
  const distinct = Array.from(new Set(cells)).filter((cell) => !isBlank(cell));
  const places = new Map<string, number>();
  if (measure) {
    const values = distinct.map((cell) => [cell, measure(cell) ?? 0] as const);
    const order = Array.from(new Set(values.map(([, value]) => value))).sort((a, b) => a - b);
    const place = new Map(order.map((value, i) => [value, i]));
    for (const [cell, value] of values) places.set(cell, place.get(value) ?? 0);
  } else {
    const keyed = distinct.map((cell) => [cell, plain(cell)] as const);
    keyed.sort(([, a], [, b]) => collator.compare(a, b));
    keyed.forEach(([cell], i) => {
      places.set(cell, i);
    });
  }
  return cells.map((cell) => places.get(cell) ?? -1);
}
