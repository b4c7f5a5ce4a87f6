import type { Facts } from './facts.ts';
import type { Story } from './story.ts';

/** Stories that a county has of the families it takes part in. */
export function familyStories(_facts: Facts): Story[] {
  return [];
}
