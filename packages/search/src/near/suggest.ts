/** What somebody may be about to type: names and everyday words of the column. */
import { fold } from '../fold.ts';
import { Sounds } from './sounds.ts';
import type { Words } from './words.ts';

/** Suggestions that are shown. */
const SHOWN = 8;
const LETTERS = /^[a-z' ]{2,}$/u;

/**
 * Words that begin with what was typed, then those that hold it or are read so; the shorter first. They are as
 * they are written in the column, and each leads to something there (`leading.ts`).
 */
export function suggestions(typed: string, words: Words): string[] {
  const asked = fold(typed);
  if (asked === '') return [];
  const sounds = LETTERS.test(asked) ? new Sounds(words.sounds) : undefined;
  const letters = asked.replaceAll(/[^a-z]/gu, '');
  const found: { written: string; within: number; length: number }[] = [];
  for (const [word, written] of offered(words)) {
    const at = word.indexOf(asked);
    if (word === asked || (at < 0 && !sounds?.readAs(word, letters))) continue;
    found.push({ written, within: at === 0 ? 0 : 1, length: word.length });
  }
  return found
    .sort((a, b) => a.within - b.within || a.length - b.length)
    .slice(0, SHOWN)
    .map(({ written }) => written);
}

/** What may be suggested: each word in folded form, with how it is written. */
function offered({ near, names, silent = [], written = [] }: Words): Map<string, string> {
  const everyday = near.flatMap((term) => term.everyday).filter((word) => !word.includes(' '));
  const words = new Map(everyday.map((word) => [fold(word), word]));
  for (const name of names) words.set(name, name);
  for (const word of written) words.set(fold(word), word);
  for (const word of silent) words.delete(word);
  return words;
}
