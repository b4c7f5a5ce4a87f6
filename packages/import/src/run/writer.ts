import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Draft } from '../entry/draft.ts';
import type { Journal, Written } from './journal.ts';

/** What is to be done with files that stand ready, written down before any of it is done. */
interface Orders {
  /** Folders of entries that are replaced. */
  readonly clear: readonly string[];
  /** Each file's number in the room, and where it goes below the county's folder. */
  readonly moves: readonly (readonly [number: number, path: string])[];
  readonly lines: readonly Written[];
}

/**
 * Writes entries so that none is ever half written. All files of a batch are first made in a room of their
 * own, then the orders to move them; a run that was cut off while they moved carries its orders out when the
 * next one begins.
 */
export class Writer {
  readonly #room: string;
  readonly #county: string;
  readonly #journal: Journal;

  /**
   * @param room a folder outside `content/`, on the same disk
   * @param county the county's folder
   */
  constructor(room: string, county: string, journal: Journal) {
    this.#room = room;
    this.#county = county;
    this.#journal = journal;
  }

  /** Ends what an earlier run had begun. */
  recover(): void {
    const orders = join(this.#room, 'orders.json');
    if (existsSync(orders)) this.#carryOut(JSON.parse(readFileSync(orders, 'utf8')) as Orders);
    rmSync(this.#room, { recursive: true, force: true });
  }

  /** @param replace what stands at the places of the drafts goes */
  write(drafts: readonly Draft[], lines: readonly Written[], replace: boolean): void {
    mkdirSync(this.#room, { recursive: true });
    const moves: (readonly [number, string])[] = [];
    for (const draft of drafts) {
      const head = `${draft.place}.md`;
      // Side files go first: an entry whose head stands is whole.
      const files = [...draft.files].sort(([a], [b]) => Number(a === head) - Number(b === head));
      for (const [path, content] of files) {
        writeFileSync(join(this.#room, String(moves.length)), content);
        moves.push([moves.length, path]);
      }
    }
    const clear = replace ? drafts.map(({ place }) => place) : [];
    const orders: Orders = { clear, moves, lines };
    const file = join(this.#room, 'orders.json');
    writeFileSync(`${file}.part`, JSON.stringify(orders));
    renameSync(`${file}.part`, file);
    this.#carryOut(orders);
    rmSync(this.#room, { recursive: true, force: true });
  }

  #carryOut({ clear, moves, lines }: Orders): void {
    const waiting = moves.filter(([number]) => existsSync(join(this.#room, String(number))));
    // Once one has moved, what was to go is gone, and what stands there is new.
    if (waiting.length === moves.length)
      for (const place of clear) {
        rmSync(join(this.#county, place), { recursive: true, force: true });
        for (const end of ['.md', '.mdx', '.csv'])
          rmSync(join(this.#county, `${place}${end}`), { force: true });
      }
    const made = new Set<string>();
    for (const [number, path] of waiting) {
      const to = join(this.#county, path);
      const folder = dirname(to);
      if (!made.has(folder)) {
        mkdirSync(folder, { recursive: true });
        made.add(folder);
      }
      move(join(this.#room, String(number)), to);
    }
    this.#journal.add(lines);
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(from, `${to}.part`);
    renameSync(`${to}.part`, to);
    rmSync(from);
  }
}
