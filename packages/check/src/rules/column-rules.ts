import type { Found, RuleContext } from './column-rule.ts';
import { futureDates } from './find/future-date.ts';
import type { RuleId } from './index.ts';

/** The rules that look at the column as a whole: each a small file in `find/` and a line here. */
export const COLUMN_RULES: readonly {
  readonly id: RuleId;
  readonly find: (context: RuleContext) => readonly Found[];
}[] = [{ id: 'timing/future-date', find: futureDates }];
