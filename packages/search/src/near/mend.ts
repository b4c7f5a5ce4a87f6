/** What somebody meant who typed pinyin, another order, or one character wrong. */
import { fold } from '../fold.ts';
import { Sounds } from './sounds.ts';
import type { Words } from './words.ts';

/** Corrections that are tried. */
const TRIED = 3;
/** What documents are called. In 停水通只 the matter is right and its kind is not, which is no name of the column. */
const KINDS =
  '通知 公告 公示 通告 办法 规定 指南 指引 名单 名录 目录 清单 标准 方案 规划 意见 解读 年报 公报 预算 决算 结果 说明 报告 电话 地址 时间 条件 流程 材料'.split(
    ' ',
  );
const LETTERS = /^[a-z]+(?:['’ ]?[a-z]+)*$/u;

/**
 * Words of the column that are nearly what was typed, the likeliest first.
 * @param pieces of the question, in folded form
 */
export function mended(text: string, pieces: readonly string[], words: Words): string[] {
  const { sounds, known, said } = preparedFor(words);
  const found = new Map<string, number>();
  const take = (word: string, cost: number) => {
    if (word !== '' && word !== text) found.set(word, Math.min(found.get(word) ?? 9, cost));
  };
  if (LETTERS.test(text)) {
    const letters = text.replaceAll(/[^a-z]/gu, '');
    if (letters.length > 2) for (const name of known) take(sounds.readAs(name, letters), 0);
  } else {
    // What is around question words is no name; a whole query that has some may be one all the same.
    const whole = pieces.includes(text) ? [] : [text];
    for (const piece of [...whole, ...pieces]) {
      if (said.has(piece) || known.some((name) => name.includes(piece))) continue;
      const inside = pieces.includes(piece);
      for (const name of known) mendPiece(piece, name, sounds, take, inside);
      if (piece.length < 4) continue;
      const [matter, kind] = [piece.slice(0, -2), piece.slice(-2)];
      if (KINDS.includes(kind)) continue;
      for (const each of KINDS)
        if (distance(kind, each, sounds, true) === 1) take(matter + each, 1.5);
    }
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .map(([word]) => word)
    .slice(0, TRIED);
}

interface Prepared {
  readonly sounds: Sounds;
  /** All that is known by name, in folded form. */
  readonly known: readonly string[];
  readonly said: ReadonlySet<string>;
}

/** The words stay, whatever is asked. */
const PREPARED = new WeakMap<Words, Prepared>();

function preparedFor(words: Words): Prepared {
  const before = PREPARED.get(words);
  if (before !== undefined) return before;
  const said = new Set(words.alike.flat());
  const prepared = { sounds: new Sounds(words.sounds), known: namesOf(words), said };
  PREPARED.set(words, prepared);
  return prepared;
}

function namesOf({ near, names }: Words): string[] {
  const said = near.flatMap(({ everyday, official }) => [...official, ...everyday]);
  return [...new Set([...names, ...said.filter((word) => !word.includes(' ')).map(fold)])];
}

function mendPiece(
  piece: string,
  name: string,
  sounds: Sounds,
  take: (word: string, cost: number) => void,
  inside: boolean,
): void {
  const size = piece.length;
  for (let at = 0; at + size <= name.length; at += 1) {
    const window = name.slice(at, at + size);
    const whole = size === name.length;
    const cost = distance(piece, window, sounds, whole);
    if (cost > 0) take(window, whole ? cost : cost + 0.5);
  }
  // A name of some length with one character wrong, inside of something longer.
  const fits = inside && size > name.length && name.length >= 4;
  for (let at = 0; fits && at + name.length <= size; at += 1) {
    const end = at + name.length;
    const cost = distance(piece.slice(at, end), name, sounds, true);
    if (cost === 0) continue;
    take(piece.slice(0, at) + name + piece.slice(end), cost + 0.5);
    take(name, cost + 1);
  }
  if (name.length >= 4 && Math.abs(name.length - size) === 1 && oneMore(piece, name)) take(name, 2);
}

/** 1 for one that sounds alike, 2 for another order or another character; 0 where it is not near. */
function distance(one: string, other: string, sounds: Sounds, whole: boolean): number {
  const size = one.length;
  let [wrong, alike] = [0, 0];
  for (let at = 0; at < size; at += 1) {
    const [a = '', b = ''] = [one[at], other[at]];
    if (a === b) continue;
    wrong += 1;
    if (sounds.alike(a, b)) alike += 1;
  }
  if (wrong === 0) return 0;
  if (wrong === alike && wrong <= Math.max(1, Math.floor(size / 2))) {
    return size > 2 || whole ? 1 : 0;
  }
  if (wrong === 1 && size >= 4) return 2;
  return size >= 3 && sorted(one) === sorted(other) ? 2 : 0;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** Whether one has a single character that the other lacks. */
function oneMore(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 3) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}
