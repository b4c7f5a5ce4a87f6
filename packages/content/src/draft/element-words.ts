import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { KindId } from '../kinds/index.ts';
import { KIND_IDS } from '../kinds/index.ts';

const rows = z.array(
  z.strictObject({
    kind: z.enum(KIND_IDS as [KindId, ...KindId[]]),
    field: z.string(),
    words: z.array(z.string()).min(1),
  }),
);

/** `data/elements.yaml`: by what words catalogues ask for what fields hold. */
export const ELEMENT_WORDS = rows.parse(
  parse(readFileSync(new URL('../../data/elements.yaml', import.meta.url), 'utf8')),
);

const BY_FIELD = new Map(
  ELEMENT_WORDS.map(({ kind, field, words }) => [`${kind}.${field}`, words]),
);

/** Words of elements that a field of a kind holds; `field` as it is written in front matter. */
export function elementsIn(kind: KindId, field: string): readonly string[] {
  return BY_FIELD.get(`${kind}.${field}`) ?? [];
}
