import type { Column, Entry, Problem, RegisterTable } from '@columns/content';

/** What a rule over the whole column may look at. */
export interface RuleContext {
  readonly column: Column;
  /** The rows of registers of a form and of ledgers, by the entry's id. */
  readonly tables: ReadonlyMap<string, RegisterTable>;
  /** The day (`AS_OF`); absent in a column without entries. */
  readonly asOf?: string;
}

/** What a rule found; its level, words and source stand in the rule table under the rule's id. */
export type Found = Omit<Problem, 'code'>;

/** A place in an entry: the line of a front matter field, as it is written there. */
export function atField(
  entry: Entry,
  field: string,
): Pick<Problem, 'file' | 'line' | 'column' | 'field' | 'kind'> {
  const line = entry.lines[field] ?? 1;
  return { file: entry.file, line, column: 1, field, kind: entry.data.kind };
}
