import type { Entry } from '@columns/content';
import { isKind } from '@columns/content';

/** The days between which something goes on, and the day its result is known. */
export interface Period {
  readonly opens: string;
  readonly closes: string;
  readonly result?: string;
  /** What each state is called, in the order of time. */
  readonly states: readonly [before: string, during: string, after: string, told: string];
}

const CONSULTATION = ['即将开始', '征集中', '已结束', '已反馈'] as const;
const HEARING = ['即将举行', '今日举行', '已举行', '结果已公布'] as const;

const SURVEY = ['即将开始', '调查中', '已结束', '结果已公布'] as const;

/** The days of a consultation, a survey or a hearing; of other entries, none. */
export function periodOf(entry: Entry): Period | undefined {
  if (isKind(entry, 'consultation')) {
    const { opens, closes, result } = entry.data;
    return period(opens, closes, result, CONSULTATION);
  }
  if (isKind(entry, 'survey')) {
    const { opens, closes, result } = entry.data;
    return period(opens, closes, result, SURVEY);
  }
  if (isKind(entry, 'hearing')) {
    const { held, every, result } = entry.data;
    // Where fixed days stand today, the page of the year's days shows.
    if (every !== undefined) return undefined;
    return period(held, held, result, HEARING);
  }
  return undefined;
}

function period(
  opens: string,
  closes: string,
  result: { readonly published: string } | undefined,
  states: Period['states'],
): Period {
  return { opens, closes, states, ...(result ? { result: result.published } : {}) };
}
