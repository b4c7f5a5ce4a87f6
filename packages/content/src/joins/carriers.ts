import type { Join, JoinCarrier } from '@columns/standard';
import { groupBy } from '@columns/standard';
import type { Department, Town } from '../county.ts';
import type { Entry } from '../entry.ts';
import { pathIn } from '../path-in.ts';
import type { Relations } from '../relations.ts';
import { isOpen } from '../shown.ts';
import { TOTALS } from '../tables/totals.ts';
import { entryIs, rowIs } from '../where.ts';

/** A table as joins and pairs read it. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A key where it stands. */
export interface Carried {
  readonly key: string;
  readonly carrier: JoinCarrier;
  /** The entry that has it; a unit of the county's own list has none. */
  readonly entry?: Entry;
  readonly unit?: Department | Town;
  /** The unit is a town, which keeps accounts of its own. */
  readonly town?: true;
  /** Of a table: counted from 0. */
  readonly row?: number;
  readonly column?: number;
}

export interface JoinSource {
  readonly entries: readonly Entry[];
  readonly relations: Readonly<Record<string, Relations>>;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
}

/** By what a carrier is named in its join: its form, its kind, or its list. */
export function carrierId({ form, kind, list }: JoinCarrier): string {
  return form ?? kind ?? list ?? '';
}

/** Entries that may carry a key, by form and by kind: those that are open and have not been replaced. */
export class Bearers {
  readonly #kinds: ReadonlyMap<string, readonly Entry[]>;
  readonly #forms: ReadonlyMap<string | undefined, readonly Entry[]>;

  constructor({ entries, relations }: Pick<JoinSource, 'entries' | 'relations'>) {
    const holding = entries.filter(
      (entry) => isOpen(entry) && relations[entry.id]?.replacedBy === undefined,
    );
    this.#kinds = groupBy(holding, ({ data }) => data.kind);
    this.#forms = groupBy(holding, ({ table }) => table?.form);
  }

  ofForm(form: string): readonly Entry[] {
    return this.#forms.get(form) ?? [];
  }

  ofKind(kind: string): readonly Entry[] {
    return this.#kinds.get(kind) ?? [];
  }
}

/** Every place where a join's key stands, carrier by carrier. */
export function carried(
  join: Join,
  { departments, towns }: Pick<JoinSource, 'departments' | 'towns'>,
  bearers: Bearers,
  rowsOf: (entry: Entry) => Rows | undefined,
): Carried[] {
  return join.carriers.flatMap((carrier): Carried[] => {
    const { form, column, kind, field, list } = carrier;
    if (list !== undefined)
      return [
        ...departments.map((unit) => ({ key: unit.name, carrier, unit })),
        ...towns.map((unit) => ({ key: unit.name, carrier, unit, town: true as const })),
      ];
    if (form !== undefined && column !== undefined)
      return bearers.ofForm(form).flatMap((entry) => inRows(entry, carrier, column, rowsOf(entry)));
    return bearers
      .ofKind(kind ?? '')
      .filter((entry) => entryIs(entry, carrier.where))
      .flatMap((entry) =>
        keysIn(pathIn(entry.data, field ?? '')).map((key) => ({ key, carrier, entry })),
      );
  });
}

function inRows(
  entry: Entry,
  carrier: JoinCarrier,
  name: string,
  table: Rows | undefined,
): Carried[] {
  const column = table?.columns.indexOf(name) ?? -1;
  if (!table || column < 0) return [];
  return table.rows.flatMap((cells, row): Carried[] => {
    const text = (cells[column] ?? '').trim();
    // A row of sums is nobody's.
    if (text === '' || TOTALS.includes(text) || !rowIs(table.columns, cells, carrier.where))
      return [];
    const keys = carrier.many ? text.split(/[、，,；;]/).map((key) => key.trim()) : [text];
    return keys.filter(Boolean).map((key) => ({ key, carrier, entry, row, column }));
  });
}

function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
