import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Correction, CountySettings, ThresholdId } from './schema.ts';
import { thresholdSchema, wordsSchema } from './schema.ts';

/** Everything that rules judge by and that is no law of nature, for one county. */
export interface Settings {
  readonly thresholds: Thresholds;
  readonly typos: readonly Correction[];
  readonly names: readonly Correction[];
  /** Characters of which two in a row are one too many. */
  readonly doubled: string;
  readonly doubledAllowed: readonly string[];
  /** Words that the language rules leave alone. */
  readonly proper: readonly string[];
  /** Sites that any county may link to, with all names below them; its own stand in `county.yaml`. */
  readonly hosts: readonly string[];
}

export interface Thresholds extends Readonly<Record<Exclude<ThresholdId, 'review-from'>, number>> {
  readonly 'review-from': string;
}

/** `data/settings.yaml`: each figure with its source. Each file is named whole, so that a bundle can take it in. */
export const THRESHOLDS = z
  .array(thresholdSchema)
  .parse(parse(readFileSync(new URL('../../data/settings.yaml', import.meta.url), 'utf8')));
const WORDS = wordsSchema.parse(
  parse(readFileSync(new URL('../../data/words.yaml', import.meta.url), 'utf8')),
);
const HOSTS = z
  .array(z.string())
  .parse(parse(readFileSync(new URL('../../data/hosts.yaml', import.meta.url), 'utf8')));

/** The settings that hold where a county changes nothing, or with what it changes. */
export function settingsFor(county: CountySettings = {}): Settings {
  const thresholds = Object.fromEntries(THRESHOLDS.map(({ id, value }) => [id, value]));
  return {
    thresholds: { ...thresholds, ...county.thresholds } as unknown as Thresholds,
    typos: [...WORDS.typos, ...(county.typos ?? [])],
    names: [...WORDS.names, ...(county.names ?? [])],
    doubled: WORDS.doubled,
    doubledAllowed: WORDS['doubled-allowed'],
    proper: [...WORDS.proper, ...(county.proper ?? [])],
    hosts: HOSTS,
  };
}
