import type { Entry } from '../entry.ts';
import { isKind } from '../entry.ts';
import { isOpen } from '../shown.ts';

/** 行政规范性文件 as part two of the annual report counts them. */
export interface DocumentCounts {
  readonly made: number;
  readonly repealed: number;
  readonly valid: number;
}

/**
 * How many normative documents were made in a year, ended in it, and were in force at its end
 * (国办公开办函〔2021〕30号). One way of counting for the statistics and for the rule that compares.
 */
export function documentCounts(entries: readonly Entry[], year: number): DocumentCounts {
  const documents = entries.filter(isNormative);
  return {
    made: documents.filter((entry) => madeIn(entry) === year).length,
    repealed: documents.filter((entry) => endedIn(entry) === year).length,
    valid: documents.filter(
      (entry) => madeIn(entry) <= year && (endedIn(entry) ?? Number.POSITIVE_INFINITY) > year,
    ).length,
  };
}

function isNormative(entry: Entry): boolean {
  return isKind(entry, 'policy') && entry.data.normative === true && isOpen(entry);
}

function madeIn({ data }: Entry): number {
  return Number((data.formed ?? data.published).slice(0, 4));
}

/** The year a document ended; one that only says it has ended is in force in no year we know. */
function endedIn({ data }: Entry): number | undefined {
  const { state, until } = data.validity ?? {};
  if (state !== '废止' && state !== '失效') return undefined;
  return until === undefined ? 0 : Number(until.slice(0, 4));
}
