/** Words that say the same: 娃 and 小孩 are 孩子, wherever they stand. */
import type { FoldedWithSource } from '../fold.ts';

/** A text with one word for all that say the same; each character knows where it came from. */
export type Alike = (text: string) => FoldedWithSource;

/**
 * @param groups folded words of letters only, the one that stands for the others first
 */
export function alikeBy(groups: readonly (readonly string[])[]): Alike {
  const first = new Map(groups.flatMap((group) => group.map((word) => [word, group[0] ?? word])));
  const longest = [...first.keys()].sort((a, b) => b.length - a.length);
  if (longest.length === 0) return (text) => put(text, []);
  const any = new RegExp(longest.join('|'), 'gu');
  return (text) =>
    put(
      text,
      [...text.matchAll(any)].map(({ 0: word, index }) => ({
        at: index,
        length: word.length,
        said: first.get(word) ?? word,
      })),
    );
}

function put(
  text: string,
  words: readonly { at: number; length: number; said: string }[],
): FoldedWithSource {
  const made: FoldedWithSource = { text: '', starts: [], ends: [] };
  const add = (said: string, from: number, to: number) => {
    made.text += said;
    for (let at = 0; at < said.length; at += 1) {
      made.starts.push(from);
      made.ends.push(to);
    }
  };
  let end = 0;
  for (const { at, length, said } of words) {
    for (; end < at; end += 1) add(text[end] ?? '', end, end + 1);
    add(said, at, at + length);
    end = at + length;
  }
  for (; end < text.length; end += 1) add(text[end] ?? '', end, end + 1);
  return made;
}
