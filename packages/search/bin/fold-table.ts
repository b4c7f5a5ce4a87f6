/*
 * Makes `src/variants.ts` from the character tables of OpenCC: `node bin/fold-table.ts`.
 * Run it again after opencc-js changes; a test compares the file with what this would write.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hkVariants from 'opencc-js/dict/HKVariants';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import { packPairs } from '../src/packed-pairs.ts';

type Pair = readonly [from: string, to: string];

function pairs(table: string, all: boolean): Pair[] {
  return table.split('|').flatMap((line) => {
    const [from = '', ...to] = line.split(' ');
    const kept = (all ? to : to.slice(0, 1)).filter((each) => Array.from(each).length === 1);
    return Array.from(from).length === 1 ? kept.map((each): Pair => [from, each]) : [];
  });
}

/** The one form that stands for each character that has another. */
export function variantTable(): Map<string, string> {
  const form = new Map(pairs(traditionalToSimplified, false).filter(([a, b]) => a !== b));
  const find = (char: string): string => {
    let at = char;
    for (let next = form.get(at); next !== undefined; next = form.get(at)) at = next;
    return at;
  };
  // Characters that the first table leaves apart, though another table takes one for the other.
  const others = [
    ...pairs(simplifiedToTraditional, true),
    ...pairs(twVariants, true),
    ...pairs(hkVariants, true),
  ];
  for (const [a, b] of others) {
    const [x, y] = [find(a), find(b)];
    if (x !== y) form.set(...inOrder(x, y));
  }
  return new Map([...form.keys()].sort(byCode).map((char) => [char, find(char)]));
}

/** The character of the common block, and in it the one that simplified text uses, stays. */
function inOrder(x: string, y: string): [from: string, to: string] {
  const rare = (char: string) => !/[\u4e00-\u9fff]/u.test(char);
  if (rare(x) !== rare(y)) return rare(x) ? [x, y] : [y, x];
  return '着檐痹卫叙台睾'.includes(y) ? [x, y] : [y, x];
}

function byCode(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}

/** The text of the module: each form with every character that it stands for. */
export function variantModule(): string {
  const text = packPairs([...variantTable()].map(([char, form]) => [form, char]));
  return `/* Made by bin/fold-table.ts from OpenCC's tables (Apache-2.0); not to be edited by hand. */
/** Characters that are one for a search, as readPairs reads them: the one that stands for both, and the other. */
export const VARIANTS =
  '${text}';
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, '..', 'src', 'variants.ts'), variantModule());
}
