/**
 * Places in pages that are filled when the sites are put together: the theme makes the page around them, so that
 * one county's change makes no page of its city new, and a new alert none of its county. Two comments hold a place, before
 * and after it is filled, so that a page kept from an earlier site can be filled again.
 */
export const SLOT_NAMES = [
  'counties',
  'newest',
  'feed',
  'matrix',
  'domain',
  'coverage',
  'search',
  'alerts',
  'tasks',
  'openness',
] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** The place, with what stands there until it is filled. */
export function slotHtml(name: SlotName, until: string): string {
  return `<!--portal:${name}-->${until}<!--/portal:${name}-->`;
}

/** Fills every place of a page; `undefined` if it has none. */
export function fillSlots(html: string, fill: (name: SlotName) => string): string | undefined {
  let found = false;
  const filled = SLOT_NAMES.reduce((page, name) => {
    const [before, ...rest] = page.split(`<!--portal:${name}-->`);
    const [, after] = (rest[0] ?? '').split(`<!--/portal:${name}-->`);
    if (before === undefined || rest.length !== 1 || after === undefined) return page;
    found = true;
    return before + slotHtml(name, fill(name)) + after;
  }, html);
  return found ? filled : undefined;
}
