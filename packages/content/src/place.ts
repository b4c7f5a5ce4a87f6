import { ID_PATTERN } from '@columns/standard';
import type { KindId } from './kinds/index.ts';
import { isKindId } from './kinds/index.ts';

/** Where a path below a county's folder says its entry belongs (contract 1). */
export interface Place {
  readonly id: string;
  readonly year: number;
  readonly extension: 'md' | 'mdx';
  readonly domain?: string;
  /** `<domain>/<item>`. */
  readonly item?: string;
  /** For an entry of no domain: the kind its folder is for. */
  readonly kind?: KindId;
}

export type PlaceFault =
  | { readonly fault: 'misplaced' }
  | { readonly fault: 'file-name'; readonly id: string };

/** The folder that holds a domain's entries of no item. */
export const GENERAL = '_general';

/** Reads `<domain>/<item>/<year>/<id>.md`, `<domain>/_general/<year>/<id>.md` or `_<kind>/<year>/<id>.md`. */
export function readPlace(path: string): Place | PlaceFault {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const match = /^(.+)\.(mdx?)$/.exec(name);
  const yearText = segments.pop() ?? '';
  if (!match || !/^\d{4}$/.test(yearText)) return { fault: 'misplaced' };
  const id = match[1] as string;
  const [first = '', second] = segments;
  const base = { id, year: Number(yearText), extension: match[2] as 'md' | 'mdx' };
  let place: Place | PlaceFault = { fault: 'misplaced' };
  if (segments.length === 1 && first.startsWith('_')) {
    const kind = first.slice(1);
    if (isKindId(kind)) place = { ...base, kind };
  } else if (segments.length === 2 && !first.startsWith('_')) {
    if (second === GENERAL) place = { ...base, domain: first };
    else if (!second?.startsWith('_'))
      place = { ...base, domain: first, item: `${first}/${second}` };
  }
  if (!('fault' in place) && !ID_PATTERN.test(id)) return { fault: 'file-name', id };
  return place;
}
