/**
 * Where a record's words stand. A phrase search of Pagefind tells only the place of the first match,
 * so the place itself says what matched: titles, headings, facts, text and attachments each have a range of
 * their own. The first place is then also the best one. Small numbers are short in the index.
 */
export const HEADINGS_FROM = 256;
export const FACTS_FROM = 4096;
export const BODY_FROM = 8192;
/** Beyond what any one text could reach. */
export const ATTACHED_FROM = 1 << 20;

/** 0 in the title, 1 in a heading, 2 in a fact, 3 in the text, 4 in an attachment. */
export type Zone = 0 | 1 | 2 | 3 | 4;

export function zoneOf(place: number): Zone {
  if (place < HEADINGS_FROM) return 0;
  if (place < FACTS_FROM) return 1;
  if (place < BODY_FROM) return 2;
  return place < ATTACHED_FROM ? 3 : 4;
}

/** The first place of a zone. */
export function placeIn(zone: Zone): number {
  return [0, HEADINGS_FROM, FACTS_FROM, BODY_FROM, ATTACHED_FROM][zone] as number;
}
