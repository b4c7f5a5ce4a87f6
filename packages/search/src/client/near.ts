/** Near answers: what is asked beside the query where it finds little, and what that found. */
import { fold } from '../fold.ts';
import { readQuestion } from '../near/question.ts';
import { type NearQuestion, nearQuestions } from '../near/questions.ts';
import { segments } from '../near/segments.ts';
import type { Words } from '../near/words.ts';
import type { Found, SearchPart } from './part.ts';
import { type Hit, inOrder } from './ranking.ts';

/** Near results that are shown. */
export const NEAR_SHOWN = 10;
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
 * single words; each document stands once, with the first question that found it.
 * @param exact documents that need not be found again
 */
export async function nearHits(
  query: string,
  words: Words,
  { parts, match }: Asker,
  exact: ReadonlySet<string>,
): Promise<NearHit[]> {
  const seen = new Set(exact);
  const found: NearHit[] = [];
  const take = (hits: readonly { hit: Hit; question: NearQuestion }[]) => {
    const of = new Map(hits.map(({ hit, question }) => [hit, question]));
    for (const hit of inOrder([...of.keys()], 'relevance')) {
      const { terms, said } = of.get(hit) ?? { terms: [], said: '' };
      if (seen.has(keyOf(hit))) continue;
      seen.add(keyOf(hit));
      found.push({ hit, terms, also: said });
    }
  };
  const ask = async (question: NearQuestion) => {
    const answers = parts.map(async ({ part, place }) =>
      (await match(part, question.terms)).map((hit) => ({ hit: { ...hit, ...place }, question })),
    );
    return (await Promise.all(answers)).flat();
  };
  const questions = nearQuestions(query, words, exact.size === 0);
  for (const tier of new Set(questions.map((question) => question.tier))) {
    if (found.length >= PLENTY && tier > 2) break;
    const asked = questions.filter((question) => question.tier === tier);
    take((await Promise.all(asked.map(ask))).flat());
  }
  if (found.length + exact.size === 0) take(await looseHits(query, words, parts));
  return found.slice(0, NEAR_SHOWN);
}

/** Documents that have most of a question's words, one of them in a title, a heading or a fact. */
async function looseHits(
  query: string,
  words: Words,
  parts: Asker['parts'],
): Promise<{ hit: Hit; question: NearQuestion }[]> {
  const asked = segments(readQuestion(query, words).pieces).map(fold);
  if (asked.length < 2) return [];
  const all = asked.join('').length;
  const hits = parts.map(async ({ part, place }) => {
    const { facts } = await part.load();
    const answers = await Promise.all(asked.map((word) => part.find(word)));
    const having = new Map<number, { terms: string[]; found: Found[] }>();
    answers.forEach((documents, index) => {
      for (const [document, found] of documents) {
        const own = having.get(document) ?? { terms: [], found: [] };
        own.terms.push(asked[index] ?? '');
        own.found.push(found);
        having.set(document, own);
      }
    });
    return [...having].flatMap(([document, { terms, found }]) => {
      const share = terms.join('').length / all;
      const zones = found.map(({ zone }) => zone);
      if (share < LEAST || Math.min(...zones) > 2) return [];
      const ended = part.isEnded(document);
      const hit: Hit = {
        ...{ ...place, part, document, found, facts, ended },
        behind: ended || part.isMinor(document),
        rank: (1 - share) * 100 + zones.reduce<number>((sum, zone) => sum + zone, 0),
        date: facts.dates[document] ?? 0,
      };
      return [{ hit, question: { terms, said: terms.join(' '), tier: 4 } }];
    });
  });
  return (await Promise.all(hits)).flat();
}

export function keyOf({ bundle, order, document }: Hit): string {
  return `${bundle} ${order} ${document}`;
}
