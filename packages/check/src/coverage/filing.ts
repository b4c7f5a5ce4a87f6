import type { Column, FilingDay, PublisherCatalogue } from '@columns/content';
import { filingDays, filingTerm, isYearly } from '@columns/content';
import type { UnitDuty } from './duties.ts';

/** One thing to do with a catalogue, as of a day. */
export interface FilingStep {
  readonly name: string;
  /** The last day; none where only the deed is recorded. */
  readonly by?: string;
  /** The day on which it was done. */
  readonly done?: string;
  readonly state: 'done' | 'late' | 'missing' | 'open';
}

export const FILING_STATES = {
  done: '已办',
  late: '逾期办理',
  missing: '逾期，没有记录',
  open: '未到期',
} as const satisfies Record<FilingStep['state'], string>;

/**
 * How filing and publishing a catalogue stand on a day; nothing where no day was ever set. Of what is due every
 * year, this year's, and before it last year's where that was late or is missing.
 */
export function filingSteps(catalogue: PublisherCatalogue, asOf: string): FilingStep[] {
  return filingDays(catalogue).flatMap((day) => stepsOf(day, asOf));
}

function stepsOf({ name, by, since, done: all }: FilingDay, asOf: string): FilingStep[] {
  const known = all.filter(({ day }) => day <= asOf);
  if (by === undefined || !isYearly(by)) {
    const done = known.at(-1)?.day;
    return by === undefined && done === undefined ? [] : [stepOf(name, by, done, asOf)];
  }
  const year = Number(asOf.slice(0, 4));
  const first = since ?? known[0]?.year ?? year - 1;
  return [year - 1, year]
    .filter((each) => each >= first)
    .map((each) => {
      const done = known.find((one) => one.year === each)?.day;
      return stepOf(name, filingTerm(by, each), done, asOf);
    })
    .filter(({ state }, i, steps) => i === steps.length - 1 || state !== 'done');
}

function stepOf(
  name: string,
  by: string | undefined,
  done: string | undefined,
  asOf: string,
): FilingStep {
  const isOver = (day: string) => by !== undefined && by < day;
  const state =
    done === undefined ? (isOver(asOf) ? 'missing' : 'open') : isOver(done) ? 'late' : 'done';
  return {
    ...{ name, state },
    ...(by === undefined ? {} : { by }),
    ...(done === undefined ? {} : { done }),
  };
}

/** What is still to be done with catalogues, each with the unit that does it or sees to it. */
export function filingDuties(column: Column, asOf: string): UnitDuty[] {
  return column.publishers.flatMap((catalogue) => {
    const { sort, id, name: publisher, path, overseer } = catalogue.publisher;
    return filingSteps(catalogue, asOf).flatMap(({ name, by, done }) => {
      if (done !== undefined || by === undefined) return [];
      return [id, overseer].flatMap((unit): UnitDuty[] => {
        if (unit === undefined) return [];
        const whose = unit === overseer ? `${publisher}的公开事项目录` : '公开事项目录';
        return [
          {
            ...{ unit, id: `${name}-${sort}-${id}-${by.slice(0, 4)}`, title: `${name}${whose}` },
            ...{ day: by, why: '目录报备和公布', path },
          },
        ];
      });
    });
  });
}
