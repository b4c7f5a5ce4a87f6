/**
 * Folding: the one form in which texts and queries are compared. NFKC (full and half width alike),
 * lower case, 〔〕 【】 [] () alike, radicals as characters, traditional and simplified characters alike; white
 * space and what nobody sees (variation selectors, marks of direction) dropped.
 * Index, query and marks all come through `foldCluster`, so that they can never disagree.
 */
import { readPairs } from './packed-pairs.ts';
import { RADICALS } from './radicals.ts';
import { VARIANTS } from './variants.ts';

/** Signs that are typed one for another: brackets, the zero of 二○二六, the dot in 买买提·艾力. */
const SIGNS = alike('(〔[【〖 )〕]】〗 〇○◯ ·•・‧∙⋅');
const FORMS = new Map(readPairs(VARIANTS).map(([form, other]) => [other, form]));
const CHARACTERS = new Map(
  RADICALS.split(' ').map((pair) => Array.from(pair) as [radical: string, character: string]),
);
const DROPPED =
  /[\s\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u034F|\p{Variation_Selector}/u;
const MARK = /[\p{M}\uFF9E\uFF9F]/u;

const MEMO_LIMIT = 50_000;
const memo = new Map<string, string>();
/** For each UTF-16 unit whether it is a mark: 0 not yet known, 1 no, 2 yes. */
const marks = new Uint8Array(0x10000);

/** Groups of characters that are one, apart by spaces; the first stands for all. */
function alike(groups: string): ReadonlyMap<string, string> {
  return new Map(
    groups.split(' ').flatMap((group) => {
      const [form = '', ...others] = group;
      return others.map((other) => [other, form] as const);
    }),
  );
}

/** Folds one character together with the combining marks that follow it. */
function foldCluster(cluster: string): string {
  const known = memo.get(cluster);
  if (known !== undefined) return known;
  let folded = '';
  for (const char of cluster.normalize('NFKC').toLowerCase().normalize('NFKC')) {
    if (DROPPED.test(char)) continue;
    const character = CHARACTERS.get(char) ?? char;
    folded += SIGNS.get(character) ?? FORMS.get(character) ?? character;
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(cluster, folded);
  return folded;
}

/** Where the cluster that begins at `start` ends (UTF-16 offsets). */
function clusterEnd(text: string, start: number): number {
  let end = start + width(text, start);
  while (end < text.length && isMark(text, end)) end += width(text, end);
  return end;
}

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x300) return false;
  if (marks[code] === 0) {
    // Half of a pair says nothing alone.
    if (code >= 0xd800 && code <= 0xdfff) return MARK.test(text.slice(at, at + width(text, at)));
    marks[code] = MARK.test(text.charAt(at)) ? 2 : 1;
  }
  return marks[code] === 2;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/**
 * Folds a text to the form in which it is compared.
 * @example fold('六政办秘〔２０２０〕 94号') // '六政办秘(2020)94号'
 */
export function fold(text: string): string {
  let folded = '';
  let same = 0;
  for (let at = 0; at < text.length; ) {
    if (isItself(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    // A mark belongs to the character before it, which was taken for itself.
    const start = at > same && isMark(text, at) ? at - 1 : at;
    const end = clusterEnd(text, start);
    folded += text.slice(same, start) + foldCluster(text.slice(start, end));
    at = end;
    same = end;
  }
  return same === 0 ? text : folded + text.slice(same);
}

/** For each UTF-16 unit whether it folds to itself: 0 not yet known, 1 no, 2 yes. */
const itself = new Uint8Array(0x10000);

/** Nearly all of a Chinese text stays as it is: only what does not is looked at more closely. */
function isItself(code: number): boolean {
  if (itself[code] === 0) {
    const char = String.fromCharCode(code);
    const half = code >= 0xd800 && code <= 0xdfff;
    itself[code] = !half && !isMark(char, 0) && foldCluster(char) === char ? 2 : 1;
  }
  return itself[code] === 2;
}

/** A folded text that still knows where each UTF-16 unit of it came from. */
export interface FoldedWithSource {
  text: string;
  /** For each unit of `text`: where its source begins, in UTF-16 units. */
  starts: number[];
  /** For each unit of `text`: where its source ends, in UTF-16 units. */
  ends: number[];
}

/** As `fold`, keeping the offsets that marks in the original text need. */
export function foldWithSource(text: string): FoldedWithSource {
  const result: FoldedWithSource = { text: '', starts: [], ends: [] };
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const folded = foldCluster(text.slice(at, end));
    result.text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      result.starts.push(at);
      result.ends.push(end);
    }
    at = end;
  }
  return result;
}
