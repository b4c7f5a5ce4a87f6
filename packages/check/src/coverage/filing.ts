import type { Column, PublisherCatalogue } from '@columns/content';
import { filingDays } from '@columns/content';
import type { Duty } from './duties.ts';

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

/** How filing and publishing a catalogue stand on a day; nothing where no day was ever set. */
export function filingSteps(catalogue: PublisherCatalogue, asOf: string): FilingStep[] {
  return filingDays(catalogue).flatMap(({ name, by, done: day }) => {
    const done = day !== undefined && day <= asOf ? day : undefined;
    if (by === undefined && done === undefined) return [];
    const state =
      done === undefined
        ? by !== undefined && by < asOf
          ? ('missing' as const)
          : ('open' as const)
        : by === undefined || done <= by
          ? ('done' as const)
          : ('late' as const);
    return [
      {
        ...{ name, state },
        ...(by === undefined ? {} : { by }),
        ...(done === undefined ? {} : { done }),
      },
    ];
  });
}

/** What is still to be done with catalogues, by the id of the unit that does it or sees to it. */
export function filingDuties(column: Column, asOf: string): ReadonlyMap<string, Duty[]> {
  const duties = new Map<string, Duty[]>();
  for (const catalogue of column.publishers) {
    const { sort, id, name, path, overseer } = catalogue.publisher;
    for (const step of filingSteps(catalogue, asOf)) {
      if (step.done !== undefined || step.by === undefined) continue;
      for (const unit of [id, overseer]) {
        if (unit === undefined) continue;
        const whose = unit === overseer ? `${name}的公开事项目录` : '公开事项目录';
        const duty = {
          ...{ id: `${step.name}-${sort}-${id}`, title: `${step.name}${whose}`, day: step.by },
          ...{ why: '目录报备和公布', path },
        };
        duties.set(unit, [...(duties.get(unit) ?? []), duty]);
      }
    }
  }
  return duties;
}
