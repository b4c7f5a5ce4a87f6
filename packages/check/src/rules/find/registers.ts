import type { EntryOf, Problem, RegisterTable } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import type { RegisterForm } from '@columns/standard';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

type Register = EntryOf<'register'>;

interface OfForm {
  readonly entry: Register;
  readonly form: RegisterForm;
  readonly table: RegisterTable;
}

/** The open registers of a form with their rows. */
function registersOfForm({ column, tables }: RuleContext): OfForm[] {
  return column.entries.flatMap((entry): OfForm[] => {
    const form = column.forms.find(({ id }) => id === entry.table?.form);
    const table = tables.get(entry.id);
    if (!isKind(entry, 'register') || !isOpen(entry) || !form || !table) return [];
    return [{ entry, form, table }];
  });
}

/** A place in a table: the cell of a row, both counted from 0. */
export function atCell(
  table: RegisterTable,
  row: number,
  column: number,
): Pick<Problem, 'file' | 'line' | 'column' | 'field'> {
  return { file: table.file, ...table.at(row, column), field: table.columns[column] ?? '' };
}

/** Directories without a column for each element of their item. */
export function missingElements(context: RuleContext): Found[] {
  return directories(context).flatMap(({ entry, missing }) =>
    missing.length === 0 ? [] : [{ ...atField(entry, 'form'), value: missing.join('、') }],
  );
}

/** Elements that some rows of a directory leave empty: one finding a column, at its first gap. */
export function emptyElements(context: RuleContext): Found[] {
  return directories(context).flatMap(({ table, found }) =>
    found.flatMap((column) => {
      const empty = [...table.rows.keys()].filter((row) => table.rows[row]?.[column] === '');
      const [first] = empty;
      if (first === undefined) return [];
      return [{ ...atCell(table, first, column), value: String(empty.length) }];
    }),
  );
}

interface Directory {
  readonly entry: Register;
  readonly table: RegisterTable;
  /** Elements that no column holds. */
  readonly missing: readonly string[];
  /** Columns that hold an element. */
  readonly found: readonly number[];
}

function directories(context: RuleContext): Directory[] {
  const items = new Map(
    context.column.domains.flatMap(({ items: own }) => own.map((item) => [item.ref, item])),
  );
  return registersOfForm(context).flatMap(({ entry, form, table }): Directory[] => {
    const elements = elementsOf(items.get(entry.item ?? '')?.elements ?? []);
    if (!form.elements) return [];
    const held = elements.map((element) => ({
      element,
      column: columnFor(element, table.columns),
    }));
    return [
      {
        entry,
        table,
        missing: held.filter(({ column }) => column < 0).map(({ element }) => element),
        found: held.map(({ column }) => column).filter((column) => column >= 0),
      },
    ];
  });
}

/**
 * Elements one by one: some tables hold several in one (`机构名称、机构地址、床位数量等基本信息`).
 * How many things there are is told by the rows.
 */
function elementsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split('、'))
    .filter((text) => !/(?:机构|学校|场所|单位|设施)(?:数量|总数|个数)$/.test(bare(text)));
}

/** `办公电话等` is `办公电话`; `学校名称` is held by `名称`, and `地址` by `学校地址`. */
function columnFor(element: string, columns: readonly string[]): number {
  const wanted = bare(element);
  const exact = columns.findIndex((name) => bare(name) === wanted);
  if (exact >= 0) return exact;
  return columns.findIndex((name) => {
    const own = bare(name);
    return own !== '' && (wanted.endsWith(own) || own.endsWith(wanted));
  });
}

function bare(name: string): string {
  return name.replaceAll(/（.*?）|等(?:[\p{Script=Han}]{0,2}信息)?$|\s/gu, '');
}
