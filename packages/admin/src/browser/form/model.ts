import { isKindId, type KindId } from '@columns/content';
import type { ModelEntry } from '@columns/content/draft';
import { kindFields } from '../../config/fields.ts';
import { inForm } from '../../config/in-form.ts';
import { csvPath } from '../../text/parcel.ts';
import { readTable, type Table } from '../../text/table.ts';
import type { Implementation } from '../backend.ts';
import { button, element } from '../dialog.ts';
import { parts } from '../parts.ts';

type Repository = Pick<Implementation, 'entriesByFolder' | 'getEntry'>;

/** The repository as it is: whole folders, and files as they are stored. */
let repository: Repository | undefined;

export function modelsFrom(backend: Repository): void {
  repository = backend;
}

/** Folders of an item down to its files: `<year>/<id>.md`. */
const DEPTH = 2;
/** Rows of a table that show how one is filled in. */
const ROWS = 5;

/** Fields that each county fills in for itself. */
const OWN: ReadonlySet<string> = new Set([
  ...['title', 'unit', 'topic', 'published', 'formed', 'attribute', 'review', 'level'],
  ...['source', 'example', 'index-number', 'formerly'],
]);

/**
 * How the model county wrote the item, to be read and copied from. Nothing where no model is named, it is not in this
 * repository, has nothing of the item, or cannot be read just now: a form needs no example.
 *
 * @param item `<domain>/<item>`
 */
export async function modelOfItem(item: string, kind: KindId): Promise<HTMLElement | undefined> {
  try {
    const from = repository;
    const { model, modelEntry, nameIn } = await parts.drafts();
    const county = model();
    if (county === undefined || from === undefined) return undefined;
    const settings = await from.getEntry(`content/${county}/county.yaml`);
    const files = await from.entriesByFolder(`content/${county}/${item}`, 'md', DEPTH);
    const found = modelEntry(
      files.map(({ file, data }) => ({ path: file.path, text: data })),
      kind,
    );
    if (found === undefined) return undefined;
    const csv = found.kind === 'register' ? await tableOf(from, found.path) : undefined;
    return drawn(found, nameIn(settings.data) ?? county, csv);
  } catch {
    return undefined;
  }
}

async function tableOf(from: Repository, path: string): Promise<Table | undefined> {
  const { data } = await from.getEntry(csvPath(path));
  return typeof data === 'string' ? readTable(data) : undefined;
}

function drawn(entry: ModelEntry, county: string, table: Table | undefined): HTMLElement {
  const box = document.createElement('details');
  box.className = 'editor-model';
  box.append(element('summary', `样子：${county}的《${entry.title}》`));
  const fields = fieldsOf(entry);
  if (fields.length > 0) {
    const list = document.createElement('dl');
    for (const [label, text] of fields) list.append(element('dt', label), element('dd', text));
    box.append(list);
  }
  if (table) box.append(tableIn(table));
  if (entry.body !== '') {
    const copy = button('复制正文', async () => {
      await navigator.clipboard.writeText(entry.body);
      copy.textContent = '已复制，粘贴到正文后改成本地的';
    });
    box.append(element('pre', entry.body), copy);
  }
  return box;
}

/** What is filled in, by the names of the form. */
function fieldsOf({ kind, fields }: ModelEntry): (readonly [label: string, text: string])[] {
  if (!isKindId(kind)) return [];
  return kindFields(kind)
    .filter(({ name }) => !OWN.has(name) && fields[name] !== undefined)
    .map((field) => [inForm(field).label, inWords(fields[field.name])] as const);
}

function inWords(value: unknown): string {
  if (value === true) return '是';
  if (Array.isArray(value)) return value.map(inWords).join('；');
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(inWords).join('，');
  return String(value);
}

function tableIn({ columns, rows }: Table): HTMLElement {
  const table = document.createElement('table');
  const row = (cells: readonly string[], name: string) => {
    const line = document.createElement('tr');
    line.append(...cells.map((text) => element(name, text)));
    return line;
  };
  table.append(row(columns, 'th'), ...rows.slice(0, ROWS).map((cells) => row(cells, 'td')));
  if (rows.length > ROWS)
    table.append(element('caption', `共 ${rows.length} 行，这是前 ${ROWS} 行`));
  return table;
}
