import { chineseDate, dateText, LEVEL_NAMES, needsExampleMark } from '@columns/content';
import type { LibraryRow } from '../client/library-row.ts';
import { documentsOf, type LibraryName, stateOf, topicOf } from '../rendering/library-filters.ts';
import { entryHref, getKind, getRelations, linkHref } from './column.ts';
import type { Policy } from './library.ts';
import { filesOf } from './library-files.ts';

/** A document as a library's table has it, on the page and for the page's script. */
export function libraryRow(document: Policy): LibraryRow {
  const { data } = document;
  return {
    title: data.title,
    address: entryHref(document),
    badges: [...(needsExampleMark(data) ? ['示例'] : []), ...(data.abridged ? ['摘编'] : [])],
    number: data.docNumber ?? '',
    issuer: data.issuer,
    formed: data.formed === undefined ? '' : dateText(data.formed),
    year: String(document.year),
    state: stateOf(document),
    validity: validityText(document),
    topic: topicOf(document),
    level: data.level === undefined ? '' : LEVEL_NAMES[data.level],
    printed: (getRelations(document.id).gazettes ?? []).map((link) => ({
      title: link.title,
      address: linkHref(link),
    })),
    files: filesOf(document),
  };
}

/** Every document of a library, newest first. */
export function libraryRows(library: LibraryName): LibraryRow[] {
  return documentsOf(library, getKind('policy')).map(libraryRow);
}

function validityText({ data }: Policy): string {
  const { state = '未标注', until } = data.validity ?? {};
  if (until === undefined) return state;
  return state === '有效' ? `有效，至${chineseDate(until)}` : `${state}，${chineseDate(until)}`;
}
