import { editor } from './editor.ts';

/** The columns that a table has to have, and who says so. */
export interface Asked {
  readonly columns: readonly string[];
  readonly by: string;
  /** A form prescribes its columns; no others may be added. */
  readonly fixed: boolean;
}

/** What an entry's form, its own head or its item asks of its table, in this order. */
export function askedColumns(data: Readonly<Record<string, unknown>>, collection: string): Asked {
  const kind = editor.kindOf(collection);
  const name = kind === 'ledger' ? 'tasks' : data['form'];
  const form = editor.facts.forms.find((each) => each.id === name || each.name === name);
  if (form) return { columns: form.columns, by: `表头按“${form.name}”`, fixed: true };
  const own = data['columns'];
  if (Array.isArray(own) && own.length > 0)
    return { columns: own.map(String), by: '表头按“表头”一项', fixed: false };
  const domain = editor.facts.domains.find(({ id }) => collection.endsWith(`--${id}`));
  const item = domain?.items.find(({ id }) => id === data['item']);
  return item && item.elements.length > 0
    ? { columns: item.elements, by: '表头按公开事项的要素', fixed: false }
    : { columns: [], by: '', fixed: false };
}
