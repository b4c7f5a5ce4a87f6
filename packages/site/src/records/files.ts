import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { coverage, readSettings, unitDuties } from '@columns/check/coverage';
import { ledgerTable, toIcs } from '@columns/export';
import { type DataFile, dataFiles, tableFiles } from '@columns/export/files';
import type { CountyHistory } from '../history/index.ts';
import { coveragePages } from './coverage-pages.ts';
import { coverageTable } from './coverage-table.ts';
import { dataPage } from './data-page.ts';
import { type Place, pageHtml, type RecordPage, STYLES } from './frame.ts';
import { historyPages, ledgerPages } from './ledger-pages.ts';

export interface RecordsInput extends Place {
  readonly contentRoot: string;
  /** The origin, where it is known. */
  readonly site?: string | undefined;
}

/** What follows from the content alone: the data and the page about them. */
export function* openData(input: RecordsInput): Generator<DataFile> {
  const { column, contentRoot, site, base } = input;
  yield* dataFiles(column, contentRoot, site === undefined ? undefined : site + base);
  yield pageFile(input, dataPage(input, site));
  yield styles();
}

/** What depends on the day and on the history: coverage, ledgers, revisions. */
export function* records(
  input: RecordsInput,
  history: CountyHistory | undefined,
  asOf: string,
): Generator<DataFile> {
  const { column, contentRoot, site, base } = input;
  const { settings } = readSettings(contentRoot, column.county.id);
  const figures = coverage(column, settings, asOf);
  const duties = unitDuties(column, figures);
  yield* tableFiles(coverageTable(figures), column);
  const known = history && {
    of: (id: string) => {
      const revisions = history.get(id);
      const [first] = revisions ?? [];
      return revisions && first && { first: first.day, changes: revisions.length - 1 };
    },
  };
  yield* tableFiles(ledgerTable(known), column);
  for (const page of coveragePages(input, figures, duties)) yield pageFile(input, page);
  for (const { id, name, overdue, soon, later } of duties) {
    const days = [...overdue, ...soon, ...later].map(({ id: duty, day, title, why, path: at }) => ({
      uid: `${column.county.id}-${id}-${duty}`,
      ...{ day, title, description: why },
      ...(site === undefined ? {} : { url: site + base + at }),
    }));
    const bytes = toIcs(`${name}：政务公开时限`, asOf, days);
    yield { path: `coverage/units/${id}/duties.ics`, bytes };
  }
  for (const page of ledgerPages(input, history, asOf)) yield pageFile(input, page);
  for (const page of historyPages(input, history)) yield pageFile(input, page);
  yield styles();
}

function pageFile(place: Place, page: RecordPage): DataFile {
  return { path: `${page.path}index.html`, bytes: pageHtml(place, page) };
}

function styles(): DataFile {
  return { path: STYLES, bytes: readFileSync(new URL('./records.css', import.meta.url)) };
}

/** Writes files into a folder that is then put in the place of the old one; gives their number. */
export async function writeFolder(dir: string, files: Iterable<DataFile>): Promise<number> {
  const fresh = `${dir}.new`;
  await rm(fresh, { recursive: true, force: true });
  const made = new Set<string>();
  let count = 0;
  for (const { path: name, bytes } of files) {
    const target = path.join(fresh, name);
    const folder = path.dirname(target);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(target, bytes);
    count += 1;
  }
  await rm(dir, { recursive: true, force: true });
  await rename(fresh, dir);
  return count;
}
