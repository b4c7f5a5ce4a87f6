import { join } from 'node:path';
import type { Column, Entry, ShownColumn } from '@columns/content';
import { addressOf, dateText, isKind, isWholeDay, kindName, shownOf } from '@columns/content';
import type { FurtherPage, SearchDocument } from '@columns/search/build';
import { buildIndex } from '@columns/search/build';
import { rowPageCount, rowPagePath } from '../client/register/addresses.ts';
import { crumbsOf, filedIn } from '../data/crumbs.ts';
import { directPages } from '../data/direct.ts';
import { itemName } from '../data/item-text.ts';
import { readAttachmentTexts } from './attachment-texts.ts';

/**
 * Indexes the finished pages of all entries, with their attachments, into `<dist>/pagefind/`.
 * @returns what whoever builds should know, in Chinese, line by line
 */
export async function buildSearchIndex(
  dir: string,
  column: ShownColumn,
  cacheDir: string,
): Promise<readonly string[]> {
  const filed = domainsByEntry(column);
  const memory = join(cacheDir, 'attachments');
  const { files, unread } = await readAttachmentTexts(dir, column.entries, memory);
  const { indexer } = await buildIndex({
    documents: column.entries.map((entry) => {
      const document = searchDocument(dir, column, entry, filed);
      return { ...document, pages: [...(document.pages ?? []), ...attachedPages(entry, files)] };
    }),
    outDir: join(dir, 'pagefind'),
    cacheDir,
    site: column.county.name,
    direct: directPages(column),
    nearTerms: everydayNames(column),
  });
  return [
    ...(indexer === undefined
      ? []
      : [`装的是 Pagefind ${indexer}，检索改用它自己的索引程序：结果相同，用时和内存多出数倍。`]),
    // Nobody shall think that a search looks into files that it cannot read.
    ...(unread.length === 0
      ? []
      : [`检索读不出 ${unread.length} 个附件的文字，只能按附件名称查到：`, ...unread]),
  ];
}

/** What the county's own list of frequent matters calls its items: 给孩子上户口. */
function everydayNames({
  frequent,
  domains,
}: ShownColumn): { everyday: string[]; official: string[] }[] {
  const items = new Map(
    domains.flatMap(({ items }) => items.map((item) => [item.ref, itemName(item)])),
  );
  return frequent.flatMap(({ item, name, guide }) => {
    const official = [
      ...listed(items.get(item)),
      ...listed(guide?.title.replace(/（[^）]*）$/u, '')),
    ];
    return official.some((each) => each !== name) ? [{ everyday: [name], official }] : [];
  });
}

/** Each attachment as a page of its own, found with its entry. */
function attachedPages(entry: Entry, files: ReadonlyMap<string, string>): FurtherPage[] {
  return entry.attachments.flatMap(({ file, name }) => {
    const url = addressOf(entry) + file;
    const texts = files.get(url);
    if (texts === undefined) return [];
    return [{ url, label: `附件《${name}》`, attachment: name, texts }];
  });
}

/** Its address is relative to the column's base, so that the index is the same under any `BASE`. */
function searchDocument(
  dir: string,
  column: Column,
  entry: Entry,
  filed: ReadonlyMap<string, readonly string[]>,
): SearchDocument {
  const url = addressOf(entry);
  const { title, published, kind, unit, town, validity, abridged } = entry.data;
  const crumbs = crumbsOf(column, entry).map((crumb) => crumb.title);
  const path = [...new Set([...crumbs, kindName(kind), ...(abridged ? ['摘编'] : [])])].join(' / ');
  const townOf = nameOf(column.towns, town) ?? nameOf(column.towns, unit);
  return {
    url,
    html: pageFile(dir, url),
    title,
    names: numbersOf(entry),
    // Of what was withdrawn the page says neither.
    ...(shownOf(entry) === 'notice'
      ? {}
      : {
          filed: filedIn(column, entry)
            .map((place) => place.title)
            .join('；'),
          keywords: entry.data.keywords ?? [],
        }),
    meta: {
      date: published,
      path,
      ...(isWholeDay(published) ? {} : { dateText: dateText(published) }),
    },
    ended: validity?.state === '废止' || validity?.state === '失效',
    minor: kind === 'statement' || shownOf(entry) === 'notice',
    filters: {
      domain: filed.get(entry.id) ?? [],
      unit: listed(nameOf(column.departments, unit) ?? nameOf(column.towns, unit)),
      town: listed(townOf),
      kind: [kindName(kind)],
      validity: listed(validity?.state),
    },
    pages: rowPages(dir, entry, url),
  };
}

/** By what people call an entry besides its title: every number of it that its page prints. */
function numbersOf({ data }: Entry): string[] {
  const own = ['code', 'number'].flatMap((field) => {
    const value = (data as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? [value] : [];
  });
  return [...listed(data.docNumber), ...listed(data.indexNumber), ...own];
}

/** The pages of a register's rows beyond the first. */
function rowPages(dir: string, entry: Entry, address: string): FurtherPage[] {
  if (!isKind(entry, 'register')) return [];
  const count = rowPageCount(entry.table?.rows ?? 0);
  return Array.from({ length: count - 1 }, (_, index) => {
    const url = address + rowPagePath(index + 2);
    return { url, label: `第 ${index + 2} 页`, html: pageFile(dir, url) };
  });
}

function pageFile(dir: string, address: string): string {
  return join(dir, address, 'index.html');
}

function nameOf(
  units: readonly { readonly id: string; readonly name: string }[],
  id: string | undefined,
): string | undefined {
  return units.find((unit) => unit.id === id)?.name;
}

function listed(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

/** Names of all domains that list an entry. */
function domainsByEntry(column: Column): Map<string, string[]> {
  const filed = new Map<string, string[]>();
  for (const { name, entries } of column.domains) {
    for (const id of entries) filed.set(id, [...(filed.get(id) ?? []), name]);
  }
  return filed;
}
