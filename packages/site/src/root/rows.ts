import { scoreText } from '@columns/check/coverage';
import { LEVEL_NAMES } from '@columns/content';
import type { Column } from '../column.ts';
import { type Member, memberOf } from '../portal/members.ts';
import type { BuiltApp } from '../read.ts';

/** One column beside the others; every number is counted in the same way, by the column itself. */
export interface ComparedColumn {
  readonly column: Column;
  readonly level: string;
  /** Entries that count as disclosed (`@columns/content/standing`). */
  readonly entries: number;
  /** Domains that hold something, and all; absent where the column's `data` task left nothing. */
  readonly filled?: readonly [some: number, all: number];
  /** Absent where nothing is disclosed that could be judged, or no `records` task has run. */
  readonly score?: number;
  /** Whether its coverage, ledger and data stand beside its pages. */
  readonly recorded: boolean;
}

/** The columns in the order of the list. Reads a few kilobytes of each. */
export async function comparedColumns(
  apps: readonly BuiltApp[],
  columns: readonly Column[],
  recorded: ReadonlySet<string>,
): Promise<ComparedColumn[]> {
  const byCounty = new Map(apps.map((app) => [app.site.county, app]));
  const members = await Promise.all(
    columns.map(async (column): Promise<Member> => {
      const app = byCounty.get(column.county);
      return (app && (await memberOf(app, column))) ?? { column };
    }),
  );
  return members.map(({ column, summary, figures }) => {
    const score = column.entries === 0 ? undefined : figures?.total.score;
    return {
      column,
      level: LEVEL_NAMES[column.level],
      entries: column.entries,
      ...(summary ? { filled: filledOf(summary.domains) } : {}),
      ...(score === undefined ? {} : { score }),
      recorded: recorded.has(column.county),
    };
  });
}

function filledOf(domains: readonly { readonly entries: number }[]): [number, number] {
  return [domains.filter(({ entries }) => entries > 0).length, domains.length];
}

export { scoreText };
