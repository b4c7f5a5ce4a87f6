import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string().min(1));

const schema = z.strictObject({
  provinces: z.array(z.int()),
  mobile: z.string(),
  cards: z.string(),
  codes: words,
  office: words,
  amounts: words,
  homes: words,
  offices: words,
});

/** `data/personal.yaml`: how personal numbers begin, and what stands beside those that are none. */
export const PERSONAL = schema.parse(
  parse(readFileSync(new URL('../../data/personal.yaml', import.meta.url), 'utf8')),
);

/** One of `list`, as a part of a pattern. */
export function oneOf(list: readonly string[]): string {
  const longest = [...list].sort((a, b) => b.length - a.length);
  return `(?:${longest.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')})`;
}
