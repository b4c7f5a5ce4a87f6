import type { Entry } from '@columns/content';
import type { EntryFacts } from '../../facts/entry-facts.ts';
import type { Settings } from '../../settings/index.ts';
import type { RuleContext } from '../column-rule.ts';

/** What a rule that compares texts or needs the county's settings may look at. */
export interface InspectionContext extends RuleContext {
  /** What each entry's text says, by its file. */
  readonly facts: ReadonlyMap<string, EntryFacts>;
  readonly settings: Settings;
}

/** Open to all, and neither withdrawn nor a ledger's row. */
export function isPublic({ data }: Entry): boolean {
  return data.attribute.type === '主动' && data.withdrawn === undefined;
}
