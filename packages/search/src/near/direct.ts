/** Pages that are what somebody asks for: the form, the map, a unit with its telephone. */
import type { DirectKind, DirectRow } from '../direct.ts';
import { fold } from '../fold.ts';
import { mended } from './mend.ts';
import { plainText, readQuestion } from './question.ts';
import type { Words } from './words.ts';

const SHOWN = 3;
const ORDER: readonly DirectKind[] = [
  ...([
    'form',
    'page',
    'unit',
    'town',
    'place',
    'institution',
    'domain',
    'item',
    'village',
  ] as const),
];
/** Somebody asks when a hall is open. */
const HOURS =
  /几点|上班|下班|开门|关门|中午|休息|周末|周[一二三四五六日]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|营业|办公时间|开放时间/gu;
const HALL = /政务服务|便民服务|行政服务|办事大厅|政务大厅|服务中心|服务大厅/u;
/** What else such a question may name. */
const HALL_SAID = /大厅|窗口|中心|办事|政务|政府/u;

/** A page that an official word names stands behind one that the query itself names. */
const OFFICIAL = 0.9;
const MATTERS = new Set<DirectKind>(['form', 'page', 'domain', 'item']);
const UNITS = new Set<DirectKind>(['unit', 'institution']);
/** 住建局 for 县住房和城乡建设局. */
const SHORT = 0.8;
/** An item whose name holds most of the official word: 居民身份证办理进度查询. */
const HOLDS = 0.7;
/** How far behind the best another page may be. */
const NEAR = 0.15;
/** How much of a question one of its pieces must be, to stand for it. */
const MOST = 0.6;
/** How much of a page's name a word must be that was typed wrong or in pinyin. */
const MEANT = 0.7;
/** A domain is near from here on: with one pair that no three others have. */
const NEAREST = 0.3;

/**
 * The pages a query names, the best first; at most three. A page is named by its whole name, or by
 * most of it: 民政局 is 县民政局, and 民政局电话 too; or by the official word for what was typed; where none of
 * these does, by what was meant: zhengwuditu is 政务地图.
 */
export function directRows(query: string, rows: readonly DirectRow[], words: Words): DirectRow[] {
  const { text, pieces, said, understood } = readQuestion(query, words);
  const matter = pieces.join('').length;
  const asked = [
    text.replaceAll(' ', ''),
    ...pieces.filter(({ length }) => length >= MOST * matter),
  ];
  const official = new Set(
    understood ? said.flatMap(({ term }) => term.official.map((word) => called(word, words))) : [],
  );
  const hours = asksForHours(text, pieces);
  const namesOf = namesIn(rows, words);
  const scored = rows.flatMap((row, at) => {
    const names = namesOf[at] ?? [];
    const named = likest(asked, names);
    const meant = official.size > 0 ? calledBy(official, row, names) : 0;
    const short = UNITS.has(row.k) && asked.some((each) => isShortFor(each, names)) ? SHORT : 0;
    const hall = hours && row.h && HALL.test(row.t) ? 0.6 : 0;
    const score = Math.max(named, meant, short, hall);
    return score > 0 ? [{ row, score }] : [];
  });
  /** Where nothing is named as it stands, what was meant may name a page. */
  function meantRows(meant: readonly string[]) {
    const plain = meant.map((word) => called(word, words));
    return rows.flatMap((row, at) => {
      const score = likest(plain, namesOf[at] ?? []);
      return score >= MEANT ? [{ row, score }] : [];
    });
  }
  if (scored.length === 0) scored.push(...meantRows(mended(text, pieces, words)));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const titles = new Set<string>();
  return scored
    .filter(({ score }) => score >= best - NEAR)
    .sort((a, b) => b.score - a.score || ORDER.indexOf(a.row.k) - ORDER.indexOf(b.row.k))
    .filter(({ row }) => !titles.has(row.t) && titles.add(row.t))
    .slice(0, SHOWN)
    .map(({ row }) => row);
}

/** Somebody who asks when another place is open does not want the hall. */
function asksForHours(text: string, pieces: readonly string[]): boolean {
  if (text.search(HOURS) < 0) return false;
  const rest = pieces.map((piece) => piece.replaceAll(HOURS, '')).join('');
  return rest.length < 2 || HALL_SAID.test(rest);
}

type Names = readonly (readonly string[])[];

/** The same rows are asked with every question. */
const NAMES = new WeakMap<readonly DirectRow[], { words: Words; names: Names }>();

/** A name read as a question is, without signs: 灾害救助（款物安排） is asked as 灾害救助款物安排. */
function called(name: string, words: Words): string {
  return plainText(name, words).replaceAll(' ', '');
}

/** What each row is called. 养老服务：老年人补贴 is 老年人补贴, too, where no other item is. */
function namesIn(rows: readonly DirectRow[], words: Words): Names {
  const before = NAMES.get(rows);
  if (before?.words === words) return before.names;
  const counts = new Map<string, number>();
  const last = ({ k, t }: DirectRow) => (k === 'item' ? (t.split('：')[1] ?? '') : '');
  for (const name of rows.map(last)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = rows.map((row) => {
    const own = last(row);
    const all = [row.t, ...(row.a ?? []), ...(counts.get(own) === 1 ? [own] : [])];
    return all.map((name) => called(name, words));
  });
  NAMES.set(rows, { words, names });
  return names;
}

/** How well the official words for what was typed name a page. */
function calledBy(
  official: ReadonlySet<string>,
  { k }: DirectRow,
  names: readonly string[],
): number {
  const words = [...official];
  if (UNITS.has(k)) {
    return words.some((word) => UNIT.test(word) && names.some((name) => name.endsWith(word)))
      ? OFFICIAL
      : 0;
  }
  if (!MATTERS.has(k)) return 0;
  if (names.some((name) => official.has(name))) return OFFICIAL;
  const holds = (name: string) =>
    words.some((word) => name.startsWith(word) && word.length / name.length >= 0.4);
  return k === 'item' && names.some(holds) ? HOLDS : 0;
}

const UNIT = /[局委办会院所]$/u;
const WITHIN = /^[省市县区州盟旗]/u;

/** Whether these are the first and the last character of a unit's name and some between, in their order. */
function isShortFor(asked: string, names: readonly string[]): boolean {
  if (asked.length < 2 || asked.length > 5 || !UNIT.test(asked)) return false;
  return names.some((name) => {
    const own = name.replace(WITHIN, '');
    if (own[0] !== asked[0] || own.slice(-1) !== asked.slice(-1)) return false;
    let at = 0;
    for (const char of own) if (char === asked[at]) at += 1;
    return at === asked.length;
  });
}

/** How well the likest of some words names one of some names. */
function likest(asked: readonly string[], names: readonly string[]): number {
  let most = 0;
  for (const name of names) {
    for (const each of asked) most = Math.max(most, likeness(each, name));
  }
  return most;
}

/** 1 for the very name; less where one is most of the other; 0 where it is not meant. */
function likeness(asked: string, name: string): number {
  if (asked === name) return 1;
  if (asked.length < 2 || name.length < 2) return 0;
  if (name.includes(asked)) {
    const ends = name.startsWith(asked) || name.endsWith(asked);
    const share = asked.length / name.length;
    return ends && (share >= 0.5 || asked.length >= 3) ? 0.5 + share / 3 : 0;
  }
  const share = name.length / asked.length;
  const most = name.length >= 3 ? share >= 0.4 : asked.startsWith(name) && share >= 0.5;
  return asked.includes(name) && most ? 0.5 + share / 3 : 0;
}

/**
 * The domain that is nearest to a question which found nothing: by the pairs of characters that its name and those
 * of its items share with the question, or with official words for it. A pair counts less the more domains have it.
 */
export function nearestDomain(
  query: string,
  rows: readonly DirectRow[],
  words: Words,
): DirectRow | undefined {
  const { text, pieces, said } = readQuestion(query, words);
  const speaks = [...pieces, text, ...said.flatMap(({ term }) => term.official.map(fold))].join(
    ' ',
  );
  const domains = rows.filter(({ k }) => k === 'domain');
  const owned = domains.map((domain) => {
    const items = rows.filter(({ k, u }) => k === 'item' && u.startsWith(domain.u));
    return { domain, pairs: new Set([domain, ...items].flatMap(namesFor).flatMap(pairs)) };
  });
  const having = new Map<string, number>();
  for (const own of owned) {
    for (const pair of own.pairs) having.set(pair, (having.get(pair) ?? 0) + 1);
  }
  let [best, most] = [undefined as DirectRow | undefined, NEAREST];
  for (const { domain, pairs: own } of owned) {
    const shared = [...own].filter((pair) => speaks.includes(pair));
    const weight = shared.reduce((sum, pair) => sum + 1 / (having.get(pair) ?? 1), 0);
    if (weight > most) [best, most] = [domain, weight];
  }
  return best;
}

function namesFor({ t, a = [] }: DirectRow): string[] {
  return [t, ...a].map(fold);
}

/** The unit that answers for a domain. */
export function officeOf(
  domain: DirectRow | undefined,
  rows: readonly DirectRow[],
): DirectRow | undefined {
  return domain?.o === undefined ? undefined : rows.find(({ u }) => u === domain.o);
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
