import type { EntryLink } from '@columns/content';
import { linkTo } from '@columns/content';
import { entryHref, findEntry, getColumn, linkHref } from './column.ts';

/** An entry as front matter names it: where it is, and whether it is not whole. */
export type Referred = { readonly address: string } & Pick<EntryLink, 'abridged' | 'ended'>;

/** The entry that is named by `<id>`, or `<county>/<id>` of a level above. */
export function referred(ref: string | undefined): Referred | undefined {
  if (ref === undefined) return undefined;
  if (!ref.includes('/')) {
    const entry = findEntry(ref);
    return entry && { ...linkTo(entry, getColumn().county), address: entryHref(entry) };
  }
  const link = getColumn().upper.find(({ county, id }) => `${county}/${id}` === ref);
  return link && { ...link, address: linkHref(link) };
}

/** The address of an entry as front matter names it. */
export function refHref(ref: string | undefined): string | undefined {
  return referred(ref)?.address;
}
