import standard from 'virtual:columns/standard';
import { readCounty } from '@columns/content';
import { draftOfItem, type EntryDraft } from '@columns/content/draft';
import { dayOf } from '../text/dates.ts';
import type { Wanted } from './by-item.ts';
import { editor } from './editor.ts';
import { rememberedUnit } from './form/remembered.ts';
import { setFiles } from './shims/fs.ts';

/** The entry that an item begins with, by the county's own catalogue and units. */
export function begun({ domain, item, kind }: Wanted): EntryDraft | undefined {
  const { county } = editor.facts;
  const encoder = new TextEncoder();
  setFiles(
    new Map(
      Object.entries(editor.files).map(([name, text]) => [
        `/content/${name}`,
        encoder.encode(text),
      ]),
    ),
  );
  const { catalogue, departments, institutions } = readCounty('/content', county, standard);
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
