/**
 * Where a record's words stand. A phrase search of Pagefind tells only the place of the first match,
 * so the place itself says what matched: titles, headings and the rest each have a range of their
 * own. The first place is then also the best one. Small numbers are short in the index.
 */
export const HEADINGS_FROM = 256;
export const BODY_FROM = 4096;

/** 0 in the title, 1 in a heading, 2 in the text. */
export type Zone = 0 | 1 | 2;

export function zoneOf(place: number): Zone {
  if (place < HEADINGS_FROM) return 0;
  return place < BODY_FROM ? 1 : 2;
}
