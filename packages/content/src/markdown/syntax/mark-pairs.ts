import { isSurname } from './surnames.ts';

/*
 * Which `**` and `~~` are marks. Officers also type them as masks (王**、李**, 138**1234), as blanks
 * (**年**月) and as ranges (3~~5天). Taken for marks, those signs would be gone from the page; so a
 * pair is a mark only where it cannot well be anything else.
 */

/** A run of exactly two signs, `**` or `~~`, and what stands right beside it in its line. */
export interface Run {
  readonly sign: '*' | '~';
  /** The sign before and after; empty at the ends of the line or cell. */
  readonly before: string;
  readonly after: string;
}

export interface Pairs {
  /** Indices of the runs that open and close a mark. */
  readonly marks: readonly (readonly [open: number, close: number])[];
  /** The first run of those that could be a pair and stay text: somebody should be told. */
  readonly unsure?: number;
}

/** Where a mark may open without a doubt: before it stands nothing, a space or a sign. */
const EDGE = /^$|[\s\p{P}\p{S}]/u;
const SPACE = /^$|\s/;
const WORD = /[A-Za-z0-9]/;
const SEPARATOR = /^[、，。；：！？,.;:)）》〉】〕」』”’/]/;
const ONLY_SIGNS = /^[\p{P}\p{S}]+$/u;
/** What a masked place, firm or day leaves standing: 岳阳镇**路**号, **公司与**公司, **年**月. */
const NOUN =
  /^(?:[省市县区镇乡街路巷弄道村组社栋幢座楼层室号户院店厂校班年月日时分元]|小区|单元|街道|公司|银行|支行|学校|中学|小学|医院|有限公司)$/;
/** A masked name of which the end stands: **明、**华. 一、 and 1、 count parts of a text. */
const SHORT_ITEM =
  /^(?![一二三四五六七八九十百]+[、，]?$)[\p{Script=Han}]{1,2}[、，,;；/和与及或]$/u;
/** The first of two masks hides a place or firm, and what follows names the next: **公司、四川**有限公司. */
const NOUN_FIRST = new RegExp(`${NOUN.source.replace('$', '')}[、，,;；]`);
/** The end of a second name with a point in it: 古丽**和吐尔逊·买**, 买**·阿**. */
const POINTED_NAME = /^(?:[、，,;；和与及或].*)?[·•]\p{Script=Han}+$/u;
/** What is left of a masked number of a document or licence: 安府**〔2026〕**号, 川**字第**号. */
const NUMBER_PART = /^(?:[〔[（(【]\d{4}[〕\]）)】]|字第?)$/;
/** The end of one bracket and the beginning of the next: 《**法》《**条例》. */
const ACROSS_BRACKETS = /^[^《（(“「【〔]*[》）)”」】〕].*[《（(“「【〔][^》）)”」】〕]*$/;
/** How far two masks stand apart; it keeps the patterns above from long lines. */
const NEAR = 60;
const OPENING = /[（(“《〈「【]/;
const AND = /[和与及或]$/;
const TIME = /[0-9A-Za-z%％‰℃度时点分秒日号月年季周岁元角万亿人户个件次米吨亩]/;

/**
 * Pairs the runs of one line (a table's cell is a line of its own).
 * @param between what stands between two of them, by their indices
 */
export function pairRuns(
  runs: readonly Run[],
  between: (open: number, close: number) => string,
): Pairs {
  const marks: [number, number][] = [];
  const likely: [number, number][] = [];
  let left: number[] = [];
  for (const sign of ['*', '~'] as const) {
    const own = runs.flatMap((run, index) => (run.sign === sign ? [index] : []));
    const rest: number[] = [];
    const maybe: [number, number][] = [];
    for (let at = 0; at < own.length; at++) {
      const [open, close] = [own[at] as number, own[at + 1]];
      const verdict =
        close === undefined
          ? 'text'
          : judge(runs[open] as Run, between(open, close), runs[close] as Run);
      if (verdict === 'text') rest.push(open);
      else {
        (verdict === 'sure' ? marks : maybe).push([open, close as number]);
        at += 1;
      }
    }
    // One run too many, and nobody can say which of the doubtful ones belong together.
    if (rest.length > 0) rest.push(...maybe.flat());
    else likely.push(...maybe);
    if (rest.length > 1) left = [...left, ...rest];
  }
  const sorted = [...marks, ...likely].sort(([a], [b]) => a - b);
  // Two marks that cut across each other are none.
  const crossed = firstCrossed(sorted);
  if (crossed !== undefined) return { marks: [], unsure: crossed };
  return { marks: sorted, ...(left.length === 0 ? {} : { unsure: Math.min(...left) }) };
}

/** The first pair that another begins in and ends behind. Pairs of one sign follow each other: two are open at most. */
function firstCrossed(
  sorted: readonly (readonly [open: number, close: number])[],
): number | undefined {
  let first: number | undefined;
  let around: (readonly [open: number, close: number])[] = [];
  for (const pair of sorted) {
    around = around.filter(([, close]) => close > pair[0]);
    for (const [open, close] of around) {
      if (close < pair[1] && (first === undefined || open < first)) first = open;
    }
    around.push(pair);
  }
  return first;
}

type Verdict = 'sure' | 'likely' | 'text';

function judge(open: Run, words: string, close: Run): Verdict {
  if (/^\s|\s$/.test(words)) return 'text';
  if (SPACE.test(open.before) && SPACE.test(close.after)) return 'sure';
  const doubtful = open.sign === '*' ? isMask(open, words, close) : isRange(open, words);
  if (doubtful) return 'text';
  return EDGE.test(open.before) ? 'sure' : 'likely';
}

function isMask({ before }: Run, words: string, { after }: Run): boolean {
  const [first = '', last = ''] = [words.at(0), words.at(-1)];
  const word = (sign: string) => WORD.test(sign);
  // Both runs hide the same: 王**、李** and 138**1234、139**5678.
  if (isSurname(before) && isSurname(last)) return true;
  if (word(before) && (word(last) || word(first))) return true;
  if (word(last) && word(after)) return true;
  // The end of a name or number is left: **明、**华 and **1234、**5678.
  if (SHORT_ITEM.test(words) && !EDGE.test(after)) return true;
  if (/^[A-Za-z0-9]+[、，,;；/和与及或]$/.test(words) && word(after)) return true;
  if (/[:：]/.test(before) && /[:：]$/.test(words)) return true;
  if (NOUN.test(words) || NOUN_FIRST.test(words)) return true;
  if (first === after && isRepeated(words, first)) return true;
  if (words.length <= NEAR && (POINTED_NAME.test(words) || ACROSS_BRACKETS.test(words)))
    return true;
  if (NUMBER_PART.test(words) && after === '号') return true;
  if (ONLY_SIGNS.test(words)) {
    return SEPARATOR.test(words) && (EDGE.test(before) || isSurname(before) || word(before));
  }
  return SEPARATOR.test(words);
}

/** What stands behind each of two masks begins alike: **（男）、**（女）, 张三**村一组、李四**村二组. */
function isRepeated(words: string, first: string): boolean {
  if (AND.test(words)) return true;
  if (OPENING.test(first)) return /[、，,;；/]$/.test(words);
  return /[、，,;；]./.test(words);
}

/** 3~~5天，10~~15元: the first run stands between two numbers, or cuts through a sentence. */
function isRange({ before }: Run, words: string): boolean {
  if (TIME.test(before) && /^\d/.test(words)) return true;
  return !EDGE.test(before) && /[，、；。]./.test(words);
}
