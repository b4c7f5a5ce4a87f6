import type { EntryMemory, EntryReading } from '@columns/content';
import { readColumn } from '@columns/content';
import type { Standard } from '@columns/standard';
import { readSettings } from '../settings/index.ts';
import { readFacts } from './entries.ts';
import { CountyFiles } from './files.ts';
import { type Held, Memory } from './memory.ts';

export interface Ahead {
  readonly contentRoot: string;
  readonly county: string;
  readonly standard: Standard;
}

/** What one thread is given: each `count`-th entry from the `number`-th on. */
export interface AheadShare extends Ahead {
  readonly number: number;
  readonly count: number;
}

const NOT_READ: EntryReading = { problems: [], mentions: [], links: [] };

/** Reads one share of a county's entries and their facts. All threads meet them in the same order. */
export function readShare({ contentRoot, county, standard, number, count }: AheadShare): Held {
  const memory = new Memory(contentRoot, '');
  const own = new Set<string>();
  let met = 0;
  const share: EntryMemory = {
    entry(input, path, read) {
      met += 1;
      if (met % count !== number) return NOT_READ;
      own.add(input.file);
      return memory.entry(input, path, read);
    },
  };
  const reading = readColumn(contentRoot, county, standard, share);
  const files = new CountyFiles(contentRoot, county, reading);
  readFacts(files, readSettings(contentRoot, county).settings, memory, ({ file }) => own.has(file));
  return memory.held;
}
