/* What a reader has asked of a register, and how it stands in the address. */

/** Columns go by name: a link that was sent must not mean another column after a correction. */
export interface View {
  /** Words that must all stand in a row. */
  readonly query: string;
  /** The one value wanted, by column. */
  readonly choices: Readonly<Record<string, string>>;
  readonly sort?: string | undefined;
  readonly descending: boolean;
  /** Columns to show; absent means all. */
  readonly shown?: readonly string[] | undefined;
  /** From 1. */
  readonly page: number;
}

/** Nothing asked: the page as it was published. Complete, so that it also takes back a view. */
export const UNTOUCHED: View = {
  query: '',
  choices: {},
  sort: undefined,
  descending: false,
  shown: undefined,
  page: 1,
};

const CHOICE = 'only.';

export function isUntouched({ query, choices, sort, shown }: View): boolean {
  return (
    query.trim() === '' &&
    Object.keys(choices).length === 0 &&
    sort === undefined &&
    shown === undefined
  );
}

/** Reads a view from `location.search`; what this register does not have is passed over. */
export function readView(search: string, columns: readonly string[]): View {
  const params = new URLSearchParams(search);
  const known = (name: string | null) =>
    name !== null && columns.includes(name) ? name : undefined;
  const choices = columns.flatMap((name) => {
    const value = params.get(CHOICE + name);
    return value === null ? [] : [[name, value] as const];
  });
  const cols = params.getAll('col');
  const shown = columns.filter((name) => cols.includes(name));
  const page = Number(params.get('page') ?? 1);
  return {
    query: params.get('q') ?? '',
    choices: Object.fromEntries(choices),
    sort: known(params.get('sort')),
    descending: params.get('order') === 'desc',
    shown: shown.length > 0 && shown.length < columns.length ? shown : undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The view as a query string, empty for an untouched one. */
export function writeView(view: View): string {
  if (isUntouched(view)) return '';
  const params = new URLSearchParams();
  const { query, choices, sort, descending, shown, page } = view;
  if (query.trim() !== '') params.append('q', query.trim());
  for (const [name, value] of Object.entries(choices)) params.append(CHOICE + name, value);
  if (sort !== undefined) params.append('sort', sort);
  if (sort !== undefined && descending) params.append('order', 'desc');
  for (const name of shown ?? []) params.append('col', name);
  if (page > 1) params.append('page', String(page));
  return `?${params}`;
}

/** What pressing a heading asks for: ascending, then descending, then as the register has it. */
export function nextOrder({ sort, descending }: View, name: string): Partial<View> {
  if (sort !== name) return { sort: name, descending: false };
  return descending ? { sort: undefined, descending: false } : { descending: true };
}

/** The positions of the columns to show. */
export function shownColumns({ shown }: View, columns: readonly string[]): number[] {
  const all = Array.from(columns.keys());
  return shown ? all.filter((i) => shown.includes(columns[i] ?? '')) : all;
}
