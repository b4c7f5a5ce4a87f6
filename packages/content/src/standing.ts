import type { Entry } from './entry.ts';

/** How an entry stands in its column, with its Chinese name: every entry in exactly one way. */
export const STANDINGS = {
  disclosed: '公开信息',
  statement: '情况说明',
  'on-request': '依申请公开',
  withheld: '不予公开',
  withdrawn: '已撤回',
} as const;

export type Standing = keyof typeof STANDINGS;

/**
 * What an entry is counted as. A register is one, however many rows it has; a document of an upper level is
 * counted where it is published, not below.
 *
 * @param day what was withdrawn later still counts on it; without a day nothing that is withdrawn does
 */
export function standingOf({ data }: Pick<Entry, 'data'>, day?: string): Standing {
  const { attribute, withdrawn, kind } = data;
  if (attribute.type !== '主动') return attribute.type === '不予' ? 'withheld' : 'on-request';
  if (withdrawn !== undefined && (day === undefined || withdrawn.date <= day)) return 'withdrawn';
  return kind === 'statement' ? 'statement' : 'disclosed';
}

/**
 * Whether an entry counts as disclosed: 公开信息 n 条 on every page and in every file is how many of these
 * there are. A statement only says why there is nothing; a row of the ledger is no disclosure.
 */
export function isDisclosed(entry: Pick<Entry, 'data'>): boolean {
  return standingOf(entry) === 'disclosed';
}

/** How many entries stand in each way. */
export function countStandings(
  entries: Iterable<Pick<Entry, 'data'>>,
): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = {
    disclosed: 0,
    statement: 0,
    'on-request': 0,
    withheld: 0,
    withdrawn: 0,
  };
  for (const entry of entries) counts[standingOf(entry)] += 1;
  return counts;
}

/**
 * Whether a mark 示例 beside a title tells its reader anything: what is an example often says so at the end of
 * its title, `…（示例）`, and one mark is enough.
 */
export function needsExampleMark({
  title,
  example,
}: {
  readonly title: string;
  readonly example?: boolean | undefined;
}): boolean {
  return example === true && !/（[^（）]*示例[^（）]*）$/u.test(title);
}
