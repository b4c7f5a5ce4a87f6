import {
  bulletins,
  countyFigures,
  coverage,
  measures,
  readSettings,
  tablesFrom,
  unitDuties,
} from '@columns/check/coverage';
import { BESIDE, ledgerTable, toIcs } from '@columns/export';
import { type DataFile, dataFiles, json, tableFiles } from '@columns/export/files';
import { FIGURES_SUFFIX, type FigurePage } from '@columns/export/page';
import { countySummary, SUMMARY_FILE } from '@columns/export/portal';
import type { CountyHistory } from '../history/index.ts';
import { assessmentPage } from './assessment-page.ts';
import { BULLETIN_MONTHS, bulletinPages } from './bulletin-pages.ts';
import { coveragePages } from './coverage-pages.ts';
import { coverageTable } from './coverage-table.ts';
import { dataPage } from './data-page.ts';
import { FIGURES_FILE } from './folders.ts';
import { type Place, provenBlocks } from './frame.ts';
import { historyPages, ledgerPages } from './ledger-pages.ts';
import { verifyPage } from './verify-page.ts';

export interface RecordsInput extends Place {
  readonly contentRoot: string;
  /** The origin, where it is known. */
  readonly site?: string | undefined;
}

/** What follows from the content alone: the data and the page about them. */
export function* openData(input: RecordsInput): Generator<DataFile> {
  const { column, contentRoot, site, base } = input;
  const elsewhere = [ledgerTable(), coverageTable({ items: [], asOf: '' })];
  yield* dataFiles(column, contentRoot, site === undefined ? undefined : site + base, elsewhere);
  yield { path: SUMMARY_FILE, bytes: json(countySummary(column)) };
  yield pageFile(input, dataPage(input, site));
  yield pageFile(input, verifyPage(site, input));
}

/** What depends on the day and on the history: coverage, ledgers, revisions. */
export function* records(
  input: RecordsInput,
  history: CountyHistory | undefined,
  asOf: string,
): Generator<DataFile> {
  const { column, contentRoot, site, base } = input;
  const { settings } = readSettings(contentRoot, column.county.id);
  const figures = coverage(column, settings, asOf, tablesFrom(contentRoot));
  const duties = unitDuties(column, figures);
  yield* tableFiles(coverageTable(figures), column);
  const counted = measures(column, figures);
  yield { path: FIGURES_FILE, bytes: json(countyFigures(figures, counted)) };
  const known = history && {
    of: (id: string) => {
      const revisions = history.get(id);
      const [first] = revisions ?? [];
      return revisions && first && { first: first.day, changes: revisions.length - 1 };
    },
  };
  yield* tableFiles(ledgerTable(known), column);
  for (const page of coveragePages(input, figures, duties)) yield pageFile(input, page);
  const months = bulletins(column, settings, asOf, BULLETIN_MONTHS);
  for (const page of bulletinPages(months, asOf)) yield pageFile(input, page);
  yield pageFile(input, assessmentPage(input, counted, asOf));
  for (const { id, name, overdue, soon, later } of duties) {
    const days = [...overdue, ...soon, ...later].map(({ id: duty, day, title, why, path: at }) => ({
      uid: `${column.county.id}-${id}-${duty}`,
      ...{ day, title, description: why },
      ...(site === undefined ? {} : { url: site + base + at }),
    }));
    const bytes = toIcs(`${name}：政务公开时限`, asOf, days);
    yield { path: `${BESIDE.dutiesOf(id)}duties.ics`, bytes };
  }
  for (const page of ledgerPages(input, history, asOf)) yield pageFile(input, page);
  for (const page of historyPages(input, history)) yield pageFile(input, page);
}

/** What becomes a page when the sites are put together (`page-files.ts`). */
function pageFile(place: Place, page: FigurePage): DataFile {
  const whole = { ...page, body: [...page.body, ...provenBlocks(place, page.path)] };
  return { path: page.path + FIGURES_SUFFIX, bytes: JSON.stringify(whole) };
}
