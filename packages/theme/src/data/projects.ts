import type { EntryOf } from '@columns/content';
import { PROJECT_STAGES } from '@columns/content';
import { getKind } from './column.ts';

export type Project = EntryOf<'project'>;
type Stage = (typeof PROJECT_STAGES)[number];
type ProjectRecord = NonNullable<Project['data']['records']>[number];

/** One of the eight kinds of information: told, not applicable, or missing. */
export interface ProjectStage {
  readonly name: Stage;
  /** From early to late. */
  readonly records: readonly ProjectRecord[];
  /** Why there is and will be nothing. */
  readonly reason?: string;
  /** Why there cannot be anything yet. */
  readonly later?: string;
}

/** The open projects, newest first. */
export function projects(): Project[] {
  return getKind('project');
}

/** All eight kinds in the order of a project's life, whether there is anything of them or not. */
export function stagesOf({ data }: Project): ProjectStage[] {
  return PROJECT_STAGES.map((name) => {
    const reason = data.notApplicable?.find(({ stage }) => stage === name)?.reason;
    return {
      name,
      records: (data.records ?? [])
        .filter(({ stage }) => stage === name)
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
      ...(reason === undefined ? {} : { reason }),
      ...(name === '竣工有关' && data.finished === undefined ? { later: '竣工后公开' } : {}),
    };
  });
}

export function isMissing({ records, reason, later }: ProjectStage): boolean {
  return records.length === 0 && reason === undefined && later === undefined;
}

/** 2026-03 → 2026年3月. */
export function chineseMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}
