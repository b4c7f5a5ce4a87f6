import settings from 'virtual:columns/settings';
import type { Entry, EntryLink } from '@columns/content';
import { isKind, questionsIn } from '@columns/content';
import { QUESTIONS } from '../rendering/groups.ts';
import { noteFact } from '../rendering/trace.ts';
import { textFact } from '../rendering/watched-column.ts';
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

interface Asked {
  readonly ask: string;
  readonly answer: string;
}

/** Each page of the list asks for all questions: an entry's text is read once for all of them. */
const known = new WeakMap<Entry, readonly Asked[]>();

function asked(entry: Entry): readonly Asked[] {
  // In `dev` a text may be newer than what was read of it.
  const found = settings.live ? undefined : known.get(entry);
  if (found) noteFact(textFact(entry));
  const questions = found ?? read(entry);
  known.set(entry, questions);
  return questions;
}

function read(entry: Entry): Asked[] {
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

export function questionPages(): ListPage<AskedQuestion>[] {
  return pagesOf(allQuestions(), PAGE);
}
