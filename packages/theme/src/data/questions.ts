import type { Entry, EntryLink } from '@columns/content';
import { isKind, questionsIn } from '@columns/content';
import { QUESTIONS } from '../rendering/groups.ts';
import { textOf } from './body.ts';
import { getColumn, getGroup, getRelations } from './column.ts';
import { type ListPage, pagesOf } from './pages.ts';

/** One question of the column, with where it is answered. */
export interface AskedQuestion {
  readonly ask: string;
  /** The beginning of the answer, or all of it where it is short. */
  readonly answer: string;
  readonly entry: Entry;
  readonly domain?: { readonly id: string; readonly name: string };
  /** The documents that it is about. */
  readonly policies: readonly EntryLink[];
}

/** So much of an answer is enough to know whether it is the right one. */
const SHORT = 160;

/** Every question of the column, newest first; those of one text in its order. */
export function allQuestions(): AskedQuestion[] {
  const names = new Map(getColumn().domains.map(({ id, name }) => [id, name]));
  return getGroup('questions', QUESTIONS).flatMap((entry) => {
    const domain = entry.domain === undefined ? undefined : names.get(entry.domain);
    const { interprets = [], policies = [], about = [] } = getRelations(entry.id);
    return asked(entry).map(({ ask, answer }) => ({
      ask,
      answer: shortened(answer),
      entry,
      ...(entry.domain === undefined || domain === undefined
        ? {}
        : { domain: { id: entry.domain, name: domain } }),
      policies: [...interprets, ...policies, ...about].filter(({ kind }) => kind === 'policy'),
    }));
  });
}

function asked(entry: Entry): { ask: string; answer: string }[] {
  if (isKind(entry, 'message') || isKind(entry, 'response')) {
    const answer = textOf(entry).replace(/\s+/g, '').replaceAll('**', '');
    return [{ ask: entry.data.question, answer }];
  }
  return questionsIn(textOf(entry));
}

function shortened(answer: string): string {
  const letters = [...answer];
  return letters.length <= SHORT ? answer : `${letters.slice(0, SHORT - 1).join('')}…`;
}

/** Questions on one page of the list. */
const PAGE = 50;

/** The pages of the list, each with how many questions there are in all. */
export function questionPages(): { list: ListPage<AskedQuestion>; total: number }[] {
  const questions = allQuestions();
  return pagesOf(questions, PAGE).map((list) => ({ list, total: questions.length }));
}
