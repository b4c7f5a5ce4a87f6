import { entryHref, findEntry, getColumn, linkHref } from './column.ts';

/** An entry as front matter names it: where it is, and whether it is not whole. */
export interface Referred {
  readonly address: string;
  readonly abridged: boolean;
}

/** The entry that is named by `<id>`, or `<county>/<id>` of a level above. */
export function referred(ref: string | undefined): Referred | undefined {
  if (ref === undefined) return undefined;
  if (!ref.includes('/')) {
    const entry = findEntry(ref);
    return entry && { address: entryHref(entry), abridged: entry.data.abridged !== undefined };
  }
  const link = getColumn().upper.find(({ county, id }) => `${county}/${id}` === ref);
  return link && { address: linkHref(link), abridged: link.abridged === true };
}

/** The address of an entry as front matter names it. */
export function refHref(ref: string | undefined): string | undefined {
  return referred(ref)?.address;
}
