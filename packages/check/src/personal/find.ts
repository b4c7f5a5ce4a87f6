import { findAddresses } from './address.ts';
import { isId, isMobile, knownAlone } from './alone.ts';
import { isAmount, isAnnounced, isCode, isOffice, placeOf } from './around.ts';
import { oneOf, PERSONAL, type PersonalType } from './data.ts';
import { fold } from './fold.ts';
import { findLabelled, hasLookalike, hasShortNumber, isShortLabel } from './labelled.ts';
import { eachCandidate } from './runs.ts';

/** Something of a person's own in a text. It is never shown or kept: see `mask`. */
export interface Datum {
  readonly type: PersonalType;
  /** The row of `data/personal.yaml` it is of; absent for an address. */
  readonly kind?: string;
  /** Where it begins in the text, and the text itself as it is written there. */
  readonly index: number;
  readonly text: string;
}

/** What stands around a text and is not in it. */
export interface Around {
  /** The name of the column or field that the text is the value of. */
  readonly label?: string;
  /** The text stands in a row about a person. */
  readonly person?: boolean;
  /** The text stands in a row about a school, a firm, a village: its address is nobody's home. */
  readonly institution?: boolean;
}

/** Between digits: what parts them, or what a reader does not see there. */
const PARTS = [
  '[ \\-./_\\n\\u00a0\\u00b7\\u1680\\u2000-\\u200a\\u2010-\\u2015\\u2022\\u202f\\u2043\\u205f\\u2212\\u3000\\u30fb\\uff0d\\uff0e\\uff0f]',
  '&[a-zA-Z]{1,31};?',
  '<[^<>]{0,200}>',
  '[*~`\\\\>]',
  '\\[(?:\\^[^\\]\\n]{0,40}\\])?',
  '\\](?:\\([^()\\n]{0,300}\\)|\\[[^\\]\\n]{0,100}\\])?',
];
const BETWEEN = `(?:${PARTS.join('|')}){0,12}`;
// An office's telephone begins with 0 and no mobile prefix: most texts have one, and nothing else.
const ELEVEN_DIGITS = new RegExp(`(?<!\\d)(?:[1-9]|0(?=0?[18]))(?:${BETWEEN}\\d){10}`);
/** Texts of nothing but these are told at once: the long look below costs four times as much. */
const UNUSUAL =
  /[^\t\n\r\x20-\x7e\u00b0\u00b7\u00d7\u2010-\u2015\u2018-\u201d\u2026\u3000-\u3017\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff5e]/;
/** Figures in other writings than the usual, signs that nobody sees: by their first half where they have two. */
const OTHER_SIGNS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single units of the text, no signs made of two
  /[\u00ad\u00b2\u00b3\u00b9\u061c\u0660-\u1819\u200b-\u200f\u202a-\u202e\u2060-\u209f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3021-\u3029\u3220-\u3229\u3251-\u32bf\ud800-\ud83f\udb40\ufe00-\ufe0f\ufeff\uff10-\uff19]/;
const FIGURES_IN_WORDS =
  /[〇零一二三四五六七八九幺](?:[ .-]?[〇零一二三四五六七八九幺]){4}|壹[ .-]?[叁肆伍陆柒捌玖][ .-]?[零壹贰叁肆伍陆柒捌玖]/;
/** Figures as references, as escapes, or shortened by a spreadsheet. */
const WRITTEN_FIGURES = /&#|\\[xuU]|%3\d/;
const SHORTENED = /\d\.\d{8,}[eE]/;
/** A figure a cell, or an identity number in two cells: cells beside each other that are one number. */
const CELLS =
  /(?:\d\s{0,3}[|,;\t]\s{0,3}){10}|(?<!\d)[1-9]\d{5,16}\s{0,3}[|,;\t]\s{0,3}\d{0,11}[\dXx](?![\d.])/;
/** Groups of eighteen figures between commas: no amount has so many, and few of them pass the check. */
const COMMAS =
  /(?<![\d,，])[1-9](?:\d{2}(?:[,，]\d{3}){4}|\d{5}[,，]\d{8}|\d{5}(?:[,，]\d{4}){2}|\d{3}(?:[,，]\d{4}){3}|\d{2}[,，]\d{3}(?:[,，]\d{4}){2})[,，]\d{1,3}[\dXx](?![\d,，])/g;
const HAS_COMMAS = new RegExp(COMMAS.source);
/** Marks that writers put between the parts of a number, besides those of `PARTS`. */
const MARKS = '()（）\\[\\]【】、，,:：;；+=\'’"“”#→~～|｜…';
/** A look that costs little: most texts have no figures with such a mark between them. */
const MAY_HAVE_MARKS = new RegExp(`\\d[${MARKS}]{1,3}\\d`);
const MARK = `[${MARKS}.-]{1,3}`;
const MARKED_MOBILE = `1[3-9]\\d${MARK}\\d{4}${MARK}\\d{4}`;
// A year stands in the brackets of a document's number.
const BRACKETED_MOBILE =
  '[(（]1[3-9]\\d[)）] ?\\d{4}[ -]?\\d{4}|1[3-9]\\d[(（](?!(?:19|20)\\d\\d)\\d{4}[)）]\\d{4}';
const MARKED_SIGNS = `\\d(?:${MARK}\\d){10}(?:(?:${MARK}\\d){6}${MARK}[\\dXx])?`;
const MARKED_ID = `\\d{6}${MARK}(?:19|20)\\d{6}${MARK}\\d{3}[\\dXx]`;
const MARKED = new RegExp(
  `(?<![\\d.])(?:(?<bracketed>${BRACKETED_MOBILE})|(?<mobile>${MARKED_MOBILE}|${MARKED_SIGNS})|(?<id>${MARKED_ID}))(?![\\d.])`,
  'g',
);
const HAS_MARKED = new RegExp(`${BRACKETED_MOBILE}|${MARKED_MOBILE}|${MARKED_SIGNS}|${MARKED_ID}`);
// What stands before 单元 is looked at behind it: most texts have no such word.
const HOME = new RegExp(
  `${oneOf(PERSONAL.homes)}|单元(?<=[\\dA-Za-z一二三四五六七八九十]\\s{0,3}单元)|[组社队]\\s{0,3}附?\\d`,
);

/** Without one of these no number is written in a text, but in words or in signs of other writings. */
const FIGURE_OR_LETTER = /[\dA-Za-z&\\%]/;

/** Whether a text needs `findPersonal` at all: one quick look. */
export function mayBePersonal(text: string): boolean {
  return (
    HOME.test(text) ||
    (UNUSUAL.test(text) && OTHER_SIGNS.test(text)) ||
    FIGURES_IN_WORDS.test(text) ||
    (FIGURE_OR_LETTER.test(text) && mayHaveNumber(text))
  );
}

function mayHaveNumber(text: string): boolean {
  return (
    ELEVEN_DIGITS.test(text) ||
    WRITTEN_FIGURES.test(text) ||
    SHORTENED.test(text) ||
    CELLS.test(text) ||
    (MAY_HAVE_MARKS.test(text) && (HAS_COMMAS.test(text) || HAS_MARKED.test(text))) ||
    hasLookalike(text) ||
    hasShortNumber(text)
  );
}

/** Whether a cell needs `findPersonal`: the name of its column may say so of a short number or an address. */
export function mayBePersonalAs(text: string, around: Around): boolean {
  if (text === '') return false;
  return (
    mayBePersonal(text) ||
    isShortLabel(around) ||
    hasLookalike(text, around.label) ||
    /住|地址|户籍|居住/.test(around.label ?? '')
  );
}

/**
 * Identity numbers, mobile numbers and bank cards, known by their check signs and beginnings; the numbers
 * of papers, plates and private contacts, known by their form behind a label; home addresses below the
 * town. Read as a reader reads: figures of any writing, in any groups, with unseen signs between them.
 * Masked forms are none of them; credit codes, document numbers, office telephones and amounts are told
 * apart by their own rules and by the words around them (`data/personal.yaml`).
 */
export function findPersonal(given: string, around: Around = {}): Datum[] {
  const folded = fold(given);
  const { text } = folded;
  const all = [
    ...findNumbers(text, around),
    ...findBetweenCommas(text),
    ...findBetweenMarks(text, around),
    ...findLabelled(text, around),
    ...findAddresses(text, around),
  ];
  if (all.length === 0) return all;
  return apart(all).map((datum) => {
    const [start, end] = folded.span(datum.index, datum.index + datum.text.length);
    return { ...datum, index: start, text: given.slice(start, end) };
  });
}

function findNumbers(text: string, { label = '' }: Around): Datum[] {
  const found: Datum[] = [];
  eachCandidate(text, (candidate) => {
    const { start, end, digits } = candidate;
    const place = placeOf(text, start, end, label);
    const known = knownAlone(candidate, place);
    if (!known) return false;
    // Digits that are one piece lie as they are written; what is written in groups is known whole.
    const whole = known.to - known.from === digits.length;
    found.push({
      type: known.kind,
      kind: known.kind,
      index: start + (whole ? 0 : known.from),
      text: whole ? text.slice(start, end) : text.slice(start + known.from, start + known.to),
    });
    return true;
  });
  return found;
}

function findBetweenCommas(text: string): Datum[] {
  return [...text.matchAll(COMMAS)]
    .filter(([written]) => isId(written.replaceAll(/[,，]/g, '').toUpperCase()))
    .map(({ 0: written, index }) => ({
      type: 'id-number',
      kind: 'id-number',
      index,
      text: written,
    }));
}

/** Parts in brackets, or between signs that are no blanks and no hyphens: `(138)0021-0510`, `手机：138、0021、0510`. */
function findBetweenMarks(text: string, { label = '' }: Around): Datum[] {
  return [...text.matchAll(MARKED)].flatMap(({ 0: written, index, groups = {} }): Datum[] => {
    const digits = written.replaceAll(/[^\dXx]/g, '').toUpperCase();
    const place = placeOf(text, index, index + written.length, label);
    if (isId(digits)) return [{ type: 'id-number', kind: 'id-number', index, text: written }];
    const said = groups['bracketed'] !== undefined || isAnnounced(place);
    if (!said || !isMobile(digits) || isCode(place) || isAmount(place) || isOffice(place))
      return [];
    return [{ type: 'mobile', kind: 'mobile', index, text: written }];
  });
}

/** In the order they stand in; of two that overlap, the one that was found first. */
function apart(all: readonly Datum[]): Datum[] {
  const kept: Datum[] = [];
  const sorted = all
    .map((datum, order) => ({ datum, order }))
    .sort((a, b) => a.datum.index - b.datum.index || a.order - b.order);
  let last: { datum: Datum; order: number } | undefined;
  for (const one of sorted) {
    const overlaps =
      last !== undefined && one.datum.index < last.datum.index + last.datum.text.length;
    if (overlaps && last !== undefined) {
      if (one.order >= last.order) continue;
      kept.pop();
    }
    kept.push(one.datum);
    last = one;
  }
  return kept;
}
