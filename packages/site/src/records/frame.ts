import type { ShownColumn } from '@columns/content';
import { type Block, heading, list } from '@columns/export/page';

/** Where a column's records stand and link to. */
export interface Place {
  readonly column: ShownColumn;
  /** The column's whole base, prefix included: `/repository/anyue/`. */
  readonly base: string;
}

/** What stands at the end of a page that tasks name as their proof: the tasks, with the way to each. */
export function provenBlocks({ column }: Place, page: string): readonly Block[] {
  const { county, tasks } = column;
  const lines = tasks.flatMap(({ ledger, tasks: rows }) =>
    rows.flatMap(({ row, number, title, proofs }) =>
      proofs
        .filter((proof) => proof.page === page && proof.county === county.id)
        .map(({ as }) => [
          { text: `${as}：第${number}项 ${title}`, root: `${ledger.path.slice(1)}#row-${row}` },
          `（${ledger.title}）`,
        ]),
    ),
  );
  return lines.length === 0 ? [] : [heading('佐证的任务'), list(...lines)];
}

/** How the forms of a file are called before readers. */
export const FORMATS = [
  ['csv', '表格（CSV）'],
  ['xlsx', '表格（Excel）'],
  ['json', '数据（供程序读取）'],
] as const;
