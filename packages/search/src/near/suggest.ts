/** What somebody may be about to type: names and everyday words of the column. */
import { fold } from '../fold.ts';
import { Sounds } from './sounds.ts';
import type { Words } from './words.ts';

/** Suggestions that are shown. */
const SHOWN = 8;
const LETTERS = /^[a-z' ]{2,}$/u;

/**
 * Words that begin with what was typed, then those that hold it or are read so; the shorter first. An everyday
 * word is suggested where the column has its official one: each suggestion leads somewhere.
 */
export function suggestions(typed: string, words: Words): string[] {
  const asked = fold(typed);
  if (asked === '') return [];
  const sounds = LETTERS.test(asked) ? new Sounds(words.sounds) : undefined;
  const letters = asked.replaceAll(/[^a-z]/gu, '');
  const found = new Map<string, number>();
  for (const name of new Set([...everyday(words), ...words.names])) {
    const at = name.indexOf(asked);
    if (name === asked) continue;
    if (at >= 0) found.set(name, at === 0 ? 0 : 1);
    else if (sounds?.readAs(name, letters)) found.set(name, 1);
  }
  const order = [...found].sort((a, b) => a[1] - b[1] || a[0].length - b[0].length);
  return order.slice(0, SHOWN).map(([name]) => name);
}

function everyday({ near, names }: Words): string[] {
  const all = names.join('\n');
  const known = near.filter(({ official }) => official.some((word) => all.includes(fold(word))));
  return known.flatMap(({ everyday }) => everyday.filter((word) => !word.includes(' ')).map(fold));
}
