/** Building the parts of an index that are not there yet, on as many cores as there are, up to two. */
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { allEnded } from './all-ended.ts';
import { documentsOf, type Part, type Stretch } from './plan.ts';
import { CARDS, makeStretch, type StretchToMake } from './stretch.ts';
import { inThread, threadsFor } from './threads.ts';
import type { Pagefind } from './with-pagefind.ts';
import { writeParts } from './write-parts.ts';

const STRETCH_WORKER = new URL('./stretch-worker.ts', import.meta.url);

/** Folders that outlive a build, so that the next makes only what changed. */
export interface Store {
  readonly parts: string;
  readonly stretches: string;
}

export function storeIn(folder: string): Store {
  return { parts: join(folder, 'parts'), stretches: join(folder, 'stretches') };
}

interface Help {
  /** Whose files cannot be written by ourselves. */
  readonly indexer?: Pagefind;
  /** What is to be done here while threads make the stretches; where none is needed it is left undone. */
  readonly meanwhile?: () => void;
}

/**
 * Sees to it that the store holds these parts and their stretches, and nothing else.
 * @returns how many parts were there already
 */
export async function buildParts(
  parts: readonly Part[],
  store: Store,
  { indexer, meanwhile = () => undefined }: Help = {},
): Promise<number> {
  const [knownParts, knownStretches] = await Promise.all(
    [store.parts, store.stretches].map(async (folder) => {
      await mkdir(folder, { recursive: true });
      return new Set(await readdir(folder));
    }),
  );
  const waiting = parts.filter(({ key }) => !knownParts?.has(key));
  const stretches = parts.flatMap((part) => part.stretches);
  // Those of known parts too: the index needs their cards, and another V8 does not know their words.
  await makeStretches(
    stretches.filter(({ key }) => !knownStretches?.has(keptName(key))),
    store,
    meanwhile,
  );
  await putTogether(waiting, store, indexer);
  removeOthers(store.parts, new Set(parts.map(({ key }) => key)));
  removeOthers(store.stretches, new Set(stretches.map(({ key }) => keptName(key))));
  return parts.length - waiting.length;
}

/** What a store calls a stretch: its words are as this version of V8 writes them. */
function keptName(key: string): string {
  return `${key}-${process.versions.v8}`;
}

function keptStretch(store: Store, key: string): string {
  return join(store.stretches, keptName(key));
}

/** Where a store keeps the cards of a stretch. */
export function keptCards(store: Store, key: string): string {
  return join(keptStretch(store, key), CARDS);
}

/** Divides stretches among threads, the heaviest first to whoever has least. */
async function makeStretches(
  missing: readonly Stretch[],
  store: Store,
  meanwhile: () => void,
): Promise<void> {
  const count = missing.reduce((sum, { documents }) => sum + documents.length, 0);
  const lanes = Array.from({ length: threadsFor(count) }, () => ({
    weight: 0,
    stretches: [] as StretchToMake[],
  }));
  for (const { key, documents, weight } of [...missing].sort((a, b) => b.weight - a.weight)) {
    const lane = lanes.reduce((least, each) => (each.weight < least.weight ? each : least));
    lane.stretches.push({ documents, folder: keptStretch(store, key) });
    lane.weight += weight;
  }
  if (lanes.length > 1) {
    const threads = lanes.map(({ stretches }) => inThread(STRETCH_WORKER, stretches));
    await allEnded([...threads, (async () => meanwhile())()]);
    return;
  }
  for (const stretch of lanes.flatMap(({ stretches }) => stretches)) makeStretch(stretch);
}

/** A part appears when it is whole. */
async function putTogether(
  parts: readonly Part[],
  store: Store,
  indexer?: Pagefind,
): Promise<void> {
  const halves = parts.map((part) => {
    const whole = join(store.parts, part.key);
    const stretches = part.stretches.map(({ key }) => ({ key, folder: keptStretch(store, key) }));
    return {
      documents: documentsOf(part),
      stretches,
      whole,
      folder: `${whole}.${process.pid}.tmp`,
    };
  });
  for (const { folder } of halves) await rm(folder, { recursive: true, force: true });
  await writeParts(halves, undefined, indexer);
  for (const { folder, whole } of halves) await rename(folder, whole);
}

function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
