import { draftOfItem, type EntryDraft, modelOf } from '@columns/content/draft';
import { dayOf } from '../text/dates.ts';
import type { Wanted } from './by-item.ts';
import { editor } from './editor.ts';
import { rememberedUnit } from './form/remembered.ts';
import { openCounty } from './open-county.ts';

export { modelEntry, nameIn } from '@columns/content/draft';

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

/** The county whose entries are shown to whoever begins one, as this county or a level above names it. */
export function model(): string | undefined {
  openCounty();
  return modelOf('/content', editor.facts.county);
}
