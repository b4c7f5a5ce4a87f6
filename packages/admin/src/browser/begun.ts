import { draftOfItem, type EntryDraft } from '@columns/content/draft';
import { dayOf } from '../text/dates.ts';
import type { Wanted } from './by-item.ts';
import { editor } from './editor.ts';
import { rememberedUnit } from './form/remembered.ts';
import { openCounty } from './open-county.ts';

/** The entry that an item begins with, by the county's own catalogue and units. */
export function begun({ domain, item, kind }: Wanted): EntryDraft | undefined {
  const { catalogue, departments, institutions } = openCounty();
  const found = catalogue.find(({ id }) => id === domain);
  const own = found?.items.find(({ id }) => id === item);
  if (!found || !own) return undefined;
  return draftOfItem({
    domain: found,
    item: own,
    kind,
    units: [...departments, ...institutions],
    unit: rememberedUnit(editor.facts),
    day: dayOf(new Date()),
    demo: false,
  });
}
