import type { Entry, EntryLink, ShownColumn } from '@columns/content';
import { dateText, isOpen, readBody, readChecked, readRows, shownOf } from '@columns/content';
import { toXlsx } from '@columns/office/write';
import { BESIDE } from '../beside.ts';
import { fileTerms } from '../open-data/terms.ts';
import { toCsv, toJson } from '../table.ts';
import { domainNames, rowOf } from '../tables/entries.ts';
import { unitNames } from '../tables/unit-names.ts';
import { registerSchema } from './register-schema.ts';
import { registerYears } from './register-years.ts';
import { type DataFile, json } from './table-files.ts';

/**
 * Each entry at its own address with another ending: `2026/abc.json` with header, text and relations,
 * and `2026/abc.md`, byte for byte the content file, so that its SHA-256 can be computed by anyone. Of
 * one that is not shown whole, both say what its page says (contract 3).
 *
 * @param weigh hears of every file of a register, those included that are made with its page
 */
export function* entryFiles(
  column: ShownColumn,
  contentRoot: string,
  weigh: (file: DataFile) => void = () => {},
): Generator<DataFile> {
  const names = { units: unitNames(column), domains: domainNames(column) };
  for (const entry of column.entries) {
    yield {
      path: BESIDE.fileOf(entry, 'json'),
      bytes: json(entryJson(entry, column, contentRoot, names)),
    };
    yield { path: BESIDE.fileOf(entry, 'md'), bytes: entryText(entry, contentRoot) };
    if (entry.table !== undefined && isOpen(entry)) {
      const table = { columns: entry.table.columns, rows: readRows(contentRoot, entry) };
      const sheet = { name: entry.data.title, table };
      const book = { path: `data/${entry.id}.xlsx`, bytes: toXlsx([sheet]) };
      weigh({ path: `data/${entry.id}.csv`, bytes: toCsv(table) });
      weigh({ path: `data/${entry.id}.json`, bytes: toJson(entry, table, column) });
      weigh(book);
      yield book;
      yield { path: `data/${entry.id}.schema.json`, bytes: json(registerSchema(entry)) };
      for (const [year, own] of registerYears(table)) {
        const files = [
          { path: `data/${entry.id}/${year}.csv`, bytes: toCsv(own) },
          { path: `data/${entry.id}/${year}.json`, bytes: toJson(entry, own, column) },
        ];
        files.forEach(weigh);
        yield* files;
      }
    }
  }
}

function entryJson(
  entry: Entry,
  column: ShownColumn,
  contentRoot: string,
  names: Parameters<typeof rowOf>[1],
): object {
  const { data } = entry;
  const { relations, county } = column;
  const told = { county: county.id, demo: county.demo, ...fileTerms(column) };
  const header = { ...told, ...rowOf(entry, names) };
  if (shownOf(entry) === 'notice') return header;
  const links = Object.entries<readonly EntryLink[]>({ ...relations[entry.id] }).flatMap(
    ([relation, list]) =>
      list.map(({ county, id, title, path }) => ({ relation, county, id, title, path })),
  );
  return {
    ...header,
    // What only its kind has, as the officer wrote it.
    data,
    text: entry.hasBody ? readBody(contentRoot, entry).trimStart() : '',
    attachments: entry.attachments,
    relations: links,
  };
}

function entryText(entry: Entry, contentRoot: string): string | Uint8Array {
  if (isOpen(entry)) return readChecked(contentRoot, entry.file, entry.digest);
  const { title, published, withdrawn, attribute } = entry.data;
  if (withdrawn !== undefined) {
    return `# ${title}\n\n${dateText(published)} 发布，${withdrawn.date} 撤回：${withdrawn.reason}\n`;
  }
  const grounds = attribute.grounds === undefined ? '' : `：${attribute.grounds}`;
  return `# ${title}\n\n${dateText(published)} 登记，${attribute.type}公开${grounds}\n`;
}
