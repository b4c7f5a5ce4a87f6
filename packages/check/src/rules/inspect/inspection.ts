import type { EntryFacts } from '../../facts/entry-facts.ts';
import type { Settings } from '../../settings/index.ts';
import type { RuleContext } from '../column-rule.ts';

/** What a rule that compares texts or needs the county's settings may look at. */
export interface InspectionContext extends RuleContext {
  /** What each entry's text says, by its file. */
  readonly facts: ReadonlyMap<string, EntryFacts>;
  readonly settings: Settings;
}
