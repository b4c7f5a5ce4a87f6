import type { RegisterForm } from '@columns/standard';
import type { Entry } from '../../entry.ts';
import type { FrontMatter, Kind } from '../../kinds/index.ts';
import { KINDS } from '../../kinds/index.ts';
import { START } from '../../problem.ts';
import { isOpen } from '../../shown.ts';
import { cellPlaces } from '../../tables/cell-place.ts';
import { digestOf } from '../checked.ts';
import { decode } from '../decode.ts';
import { decodeProblem } from '../decode-problem.ts';
import type { SplitFile } from '../front-matter.ts';
import { normalise } from '../front-matter.ts';
import { nearest } from '../near.ts';
import type { CsvTable } from '../table.ts';
import { readCsv } from '../table.ts';
import type { Reading, SideFile } from './reading.ts';
import { other } from './reading.ts';
import { rowSlips } from './row-slips.ts';
import { checkRows } from './rows.ts';
import { headFault } from './table-head.ts';

/** The table beside the head: its columns, and where they are fixed each of its cells. */
export function readTable(reading: Reading, split: SplitFile, data: FrontMatter): Entry['table'] {
  const { csv, place } = reading.input;
  const kind = KINDS[data.kind] as Kind;
  if (!kind.csv) {
    if (csv) reading.report('shape/stray-file', START, { file: csv.path, value: csv.path });
    return undefined;
  }
  const form = formOf(reading, split, data);
  if (!csv) {
    if (isOpen({ data })) reading.report('shape/csv-missing', START, { value: `${place.id}.csv` });
    return undefined;
  }
  const bytes = csv.bytes();
  const decoded = decode(bytes);
  if ('broken' in decoded) {
    reading.problems.push(decodeProblem(csv.path, decoded));
    return undefined;
  }
  const table = readCsv(decoded.text);
  const text = normalise(decoded.text);
  const asked = columnsAsked(reading, data, form);
  const cause = headFault(text, table, asked.needed);
  if (cause) {
    const { code, line, column, ...more } = cause;
    reading.report(code, { line, column }, { ...more, file: csv.path });
    return undefined;
  }
  for (const { code, line, column, ...more } of table.faults) {
    reading.report(code, { line, column }, { ...more, file: csv.path });
  }
  const { columns, rows } = table;
  if (columns.length === 0) return undefined;
  reading.tableDigest = digestOf(bytes);
  const told = reading.problems.length;
  if (!form?.elements) checkColumns(reading, csv, table, asked);
  const at = cellPlaces(text, table.lines);
  // Under a head that is wrong, and where nothing may be, rows are no concern yet.
  if (reading.problems.length === told && isOpen({ data }))
    rowSlips(reading, csv.path, table, form, at);
  if (form) {
    reading.table = { form: form.id, file: csv.path, columns, rows, at };
    checkRows(reading, reading.table, form, data);
  }
  return { columns, rows: rows.length, ...(form ? { form: form.id } : {}) };
}

/** The form that fixes the columns: that of the kind, or the one the head names. */
function formOf(
  reading: Reading,
  { yaml }: SplitFile,
  data: FrontMatter,
): RegisterForm | undefined {
  const { forms, place } = reading.input;
  const own = (KINDS[data.kind] as Kind).form;
  if (own !== undefined) return forms.find(({ id }) => id === own);
  if (data.kind !== 'register' || data.form === undefined) return undefined;
  const at = yaml.valueAt(['form']);
  const offered = forms.filter(({ group }) => group !== 'tasks');
  const names = offered.map(({ name }) => name);
  const form = offered.find(({ name }) => name === data.form);
  if (!form) {
    const near = other(nearest(data.form, names));
    const expected = names.join('、');
    reading.report('shape/unknown-choice', at, {
      field: 'form',
      value: data.form,
      expected,
      ...near,
    });
  }
  if (form && data.columns) {
    reading.report('shape/contradiction', yaml.valueAt(['columns']), {
      field: 'columns',
      value: `“${form.name}”的表头是规定的，又写了 columns`,
      expected: '只写 form，删去 columns',
    });
  }
  if (form?.elements && place.item === undefined) {
    reading.report('shape/contradiction', at, {
      field: 'form',
      value: '名录没有放在所属事项的文件夹中，不知道有哪些要素',
      expected: '把文件移到“<领域>/<事项>/<年份>/”中',
    });
  }
  return form;
}

interface Asked {
  readonly needed: readonly string[];
  /** All that may be there; nothing where any may. */
  readonly allowed?: readonly string[];
  /** The list as messages tell it. */
  readonly told: string;
}

function columnsAsked(reading: Reading, data: FrontMatter, form: RegisterForm | undefined): Asked {
  if (form) {
    const allowed = form.columns.map(({ name }) => name);
    const needed = form.columns.filter(({ optional }) => !optional).map(({ name }) => name);
    const optional = allowed.filter((name) => !needed.includes(name));
    const more = optional.length > 0 ? `；可以加${optional.join('、')}` : '';
    return { needed, allowed, told: `“${form.name}”的列：${needed.join('、')}${more}` };
  }
  const own = data.kind === 'register' ? data.columns : undefined;
  const needed = own ?? reading.input.elements;
  const from = own ? '同名 .md 文件的 columns' : '该事项的公开要素';
  return { needed, ...(own ? { allowed: own } : {}), told: `${from}：${needed.join('、')}` };
}

function checkColumns(
  reading: Reading,
  { path: file }: SideFile,
  { columns }: CsvTable,
  { needed, allowed, told: expected }: Asked,
): void {
  for (const name of needed) {
    if (columns.includes(name)) continue;
    reading.report('shape/csv-column-missing', START, {
      file,
      field: name,
      value: columns.join('、'),
      expected,
      ...other(nearest(name, columns)),
    });
  }
  if (!allowed) return;
  for (const name of columns) {
    if (name === '' || allowed.includes(name)) continue;
    reading.report('shape/csv-column-unknown', START, { file, field: name, value: name, expected });
  }
}
