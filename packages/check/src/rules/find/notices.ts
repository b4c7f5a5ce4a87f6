import type { Entry } from '@columns/content';
import { isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

/** Shorter titles (通知, 公告) name nothing. */
const SHORTEST = 6;

/** Entries with kind, title, unit, place and day of another: most likely one thing, filed twice. */
export function sameTitles({ column }: RuleContext): Found[] {
  const first = new Map<string, Entry>();
  return column.entries.toReversed().flatMap((entry): Found[] => {
    // One matter is told at several levels.
    const { kind, title, published, unit, town, village, matter } = entry.data;
    if (!isOpen(entry) || matter !== undefined || title.length < SHORTEST) return [];
    const key = [kind, title, published, unit, town, village].join('\n');
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, entry);
      return [];
    }
    return [{ ...atField(entry, 'title'), value: title, other: other.file }];
  });
}
