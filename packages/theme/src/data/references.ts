import { entryHref, findEntry, getColumn, linkHref } from './column.ts';

/** The address of an entry as front matter names it: `<id>`, or `<county>/<id>` of a level above. */
export function refHref(ref: string | undefined): string | undefined {
  if (ref === undefined) return undefined;
  if (!ref.includes('/')) {
    const entry = findEntry(ref);
    return entry && entryHref(entry);
  }
  const link = getColumn().upper.find(({ county, id }) => `${county}/${id}` === ref);
  return link && linkHref(link);
}
