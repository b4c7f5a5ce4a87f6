/** Near answers: what is asked beside the query where it finds little, and what that found. */
import { fold } from '../fold.ts';
import { type ReadQuestion, readQuestion } from '../near/question.ts';
import { type NearQuestion, nearQuestions } from '../near/questions.ts';
import { segments } from '../near/segments.ts';
import type { Words } from '../near/words.ts';
import type { Zone } from '../zones.ts';
import type { Found, SearchPart } from './part.ts';
import { Purse } from './purse.ts';
import { type Hit, inOrder } from './ranking.ts';

/** Near results that are shown. */
export const NEAR_SHOWN = 10;
/** The zone of texts. */
const TEXT: Zone = 3;
/** What a mention there counts. */
const MENTIONED = 0.5;
/** Tiers of questions that are asked together: the matter and its official word, what it belongs to, the rest. */
const STEPS = [
  { from: -1, to: 1 },
  { from: 1, to: 2 },
  { from: 2, to: Number.POSITIVE_INFINITY },
] as const;
/** As many near results need no further, vaguer questions. */
const PLENTY = 3;
/** The share of a question's characters that a document must have, where no question found much. */
const LEAST = 0.6;

export interface NearHit {
  hit: Hit;
  /** The folded words that found it, to be marked. */
  terms: readonly string[];
  /** 也查了 */
  also: string;
}

export interface Asker {
  parts: readonly { part: SearchPart; place: Pick<Hit, 'order' | 'bundle' | 'site'> }[];
  match(
    part: SearchPart,
    terms: readonly string[],
  ): Promise<Omit<Hit, 'bundle' | 'order' | 'site'>[]>;
}

/**
 * Asks the questions that are near a query. Official words come before what was meant, that before
 * single words; each document stands once, with the first question that found it. The newest part is asked
 * first; vaguer questions, and older parts, only while little is found, or little of what was asked, and while
 * the purse is not empty.
 * @param exact documents that need not be found again
 */
export async function nearHits(
  query: string,
  words: Words,
  { parts, match }: Asker,
  exact: ReadonlySet<string>,
): Promise<NearHit[]> {
  const read = readQuestion(query, words);
  const questions = nearQuestions(read, words, exact.size === 0);
  const matter = read.pieces.join('').length;
  const purse = new Purse(parts.map(({ part }) => part));
  const answers: Answered[] = [];
  let found: NearHit[] = [];
  for (const { part, place } of parts) {
    for (const { from, to } of STEPS) {
      const least = from < 0 ? mostExplained(answers) : mostCovered(answers);
      if (found.length >= PLENTY && least >= matter) break;
      // What answers more of the query is paid for first.
      const step = questions
        .filter(({ tier }) => tier > from && tier <= to)
        .sort((a, b) => b.covers.length - a.covers.length);
      for (const [question, hits] of await purse.ask(part, step, ({ terms }) =>
        match(part, terms),
      )) {
        answers.push(...hits.map((hit) => ({ hit: { ...hit, ...place }, question })));
      }
      found = bestFirst(answers, exact);
    }
  }
  if (found.length + exact.size === 0) {
    found = bestFirst(await looseHits(read, parts, purse), exact);
  }
  return found.slice(0, NEAR_SHOWN);
}

/** How many characters of the query the questions speak of that found something. */
function mostCovered(answers: readonly Answered[]): number {
  return Math.max(0, ...answers.map(({ question }) => question.covers.length));
}

/** How many characters of the query the best document answers. */
function mostExplained(answers: readonly Answered[]): number {
  const documents = byDocument(answers).values();
  return Math.max(0, ...[...documents].map(explainedBy));
}

interface Answered {
  hit: Hit;
  question: NearQuestion;
}

/**
 * Each document once, with the best question that found it: first those that explain most of the query, as one
 * about a library and Sundays does where both are asked; then by question, then as exact results are.
 */
function bestFirst(answers: readonly Answered[], known: ReadonlySet<string>): NearHit[] {
  const documents = byDocument(answers.filter(({ hit }) => !known.has(keyOf(hit))));
  const groups = new Map<string, { hits: Hit[]; explained: number; tier: number }>();
  const questionOf = new Map<Hit, NearQuestion>();
  for (const own of documents.values()) {
    const [best] = own.sort((a, b) => a.question.tier - b.question.tier || a.hit.rank - b.hit.rank);
    if (best === undefined) continue;
    const { hit, question } = best;
    const explained = explainedBy(own);
    questionOf.set(hit, question);
    const key = `${explained} ${question.tier}`;
    const group = groups.get(key) ?? { hits: [], explained, tier: question.tier };
    groups.set(key, group);
    group.hits.push(hit);
  }
  return [...groups.values()]
    .sort((a, b) => b.explained - a.explained || a.tier - b.tier)
    .flatMap(({ hits }) => inOrder(hits, 'relevance'))
    .map((hit) => {
      const { terms = [], said = '' } = questionOf.get(hit) ?? {};
      return { hit, terms, also: said };
    });
}

function byDocument(answers: readonly Answered[]): Map<string, Answered[]> {
  const documents = new Map<string, Answered[]>();
  for (const answer of answers) {
    const key = keyOf(answer.hit);
    const own = documents.get(key);
    if (own) own.push(answer);
    else documents.set(key, [answer]);
  }
  return documents;
}

/** How many characters of the query a document answers; less where its text only mentions the words. */
function explainedBy(answers: readonly Answered[]): number {
  const told = new Map<number, number>();
  for (const { hit, question } of answers) {
    const mentions = Math.max(...hit.found.map(({ zone }) => zone)) >= TEXT;
    for (const at of question.covers) {
      told.set(at, Math.max(told.get(at) ?? 0, mentions ? MENTIONED : 1));
    }
  }
  return [...told.values()].reduce((sum, each) => sum + each, 0);
}

/**
 * Documents that have most of a question's words, one of them in a title, a heading or a fact; of the newest part
 * that has any.
 */
async function looseHits(
  { pieces }: ReadQuestion,
  parts: Asker['parts'],
  purse: Purse,
): Promise<Answered[]> {
  const asked = segments(pieces).map(fold);
  if (asked.length < 2) return [];
  for (const { part, place } of parts) {
    const hits = await looseIn(part, asked, purse);
    if (hits.length > 0)
      return hits.map(({ hit, question }) => ({ hit: { ...hit, ...place }, question }));
  }
  return [];
}

async function looseIn(part: SearchPart, asked: readonly string[], purse: Purse) {
  const all = asked.join('').length;
  const { facts } = await part.load();
  const words = asked.map((word) => ({ terms: [word] }));
  const answers = await purse.ask(part, words, ({ terms }) => {
    part.prepare(terms);
    return part.find(terms[0] ?? '');
  });
  const having = new Map<number, { terms: string[]; found: Found[] }>();
  for (const [{ terms }, documents] of answers) {
    for (const [document, found] of documents) {
      const own = having.get(document) ?? { terms: [], found: [] };
      own.terms.push(...terms);
      own.found.push(found);
      having.set(document, own);
    }
  }
  return [...having].flatMap(([document, { terms, found }]) => {
    const share = terms.join('').length / all;
    const zones = found.map(({ zone }) => zone);
    if (share < LEAST || Math.min(...zones) > 2) return [];
    const ended = part.isEnded(document);
    const hit = {
      ...{ part, document, found, facts, ended },
      behind: ended || part.isMinor(document),
      rank: (1 - share) * 100 + zones.reduce<number>((sum, zone) => sum + zone, 0),
      date: part.date(document),
    };
    return [{ hit, question: { terms, said: terms.join(' '), tier: 4, covers: [] } }];
  });
}

export function keyOf({ bundle, order, document }: Hit): string {
  return `${bundle} ${order} ${document}`;
}
