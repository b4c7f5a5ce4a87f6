import { UnitNames } from '../language/unit-names.ts';
import { WordList } from '../language/words.ts';
import type { Settings } from '../settings/index.ts';
import { digestOfValue } from './digest.ts';
import type { EntryFacts } from './entry-facts.ts';
import { entryFacts } from './entry-facts.ts';
import type { CountyFiles, EntryFiles } from './files.ts';
import type { Memory } from './memory.ts';
import { unread } from './unread.ts';

/**
 * The facts of every entry file of a county, by its path, or of those that are wanted; from memory
 * where nothing changed.
 */
export function readFacts(
  files: CountyFiles,
  given: Settings,
  memory: Memory,
  wanted: (entry: EntryFiles) => boolean = () => true,
): Map<string, EntryFacts> {
  const { column, links } = files.reading;
  const settings = { ...given, hosts: [...given.hosts, ...(column?.county.knownSites ?? [])] };
  const units = new UnitNames(
    [...(column?.departments ?? []), ...(column?.towns ?? [])],
    column?.county.name ?? '',
  );
  const villages = (column?.towns ?? []).flatMap((town) => town.villages ?? []);
  const names = [...units.all, ...villages.map(({ name }) => name)];
  const words = new WordList(settings, names);
  const context = digestOfValue([settings, names, column?.county.name]);
  const facts = new Map<string, EntryFacts>();
  for (const { file, csv, files: beside } of files.heads.filter(wanted)) {
    const entry = files.entry(file);
    const item = files.item(entry);
    const points = files.points(entry);
    const around = () =>
      digestOfValue([context, item?.elements, points, beside, csv && memory.digest(csv)]);
    const make = () =>
      entryFacts(
        {
          file,
          bytes: memory.bytes(file),
          ...(csv === undefined ? {} : { csv: { file: csv, bytes: memory.bytes(csv) } }),
          files: beside,
          links: links?.get(file) ?? [],
          ...(entry ? { entry } : {}),
          ...(item ? { item } : {}),
          ...(points ? { points } : {}),
        },
        { settings, words, units },
      );
    facts.set(
      file,
      factsSafely(file, () => memory.facts(file, around(), make)),
    );
  }
  return facts;
}

/** Of a text on which a rule breaks, that is all that is known: it is never taken for a clean one. */
function factsSafely(file: string, make: () => EntryFacts): EntryFacts {
  try {
    return make();
  } catch (error) {
    return { found: [unread(file, error)], exempted: {}, personal: true, length: 0, mentions: [] };
  }
}
