import { addCalendarDays } from '@columns/standard';
import type { Found, RuleContext } from '../column-rule.ts';

/** So long before its end the county is reminded: time enough to ask whether the contact still answers. */
export const SECURITY_DAYS = 30;
const YEAR = 366;

/** A `security.txt` that has expired or soon will, or that nobody would look at again for more than a year. */
export function securityExpires({ column: { county }, asOf }: RuleContext): Found[] {
  const { security } = county;
  if (security === undefined || asOf === undefined) return [];
  const { expires: value, line = 1 } = security;
  const expected =
    value < asOf
      ? 'past'
      : value < addCalendarDays(asOf, SECURITY_DAYS)
        ? 'soon'
        : value > addCalendarDays(asOf, YEAR)
          ? 'far'
          : undefined;
  if (expected === undefined) return [];
  const file = `${county.id}/county.yaml`;
  return [{ file, line, column: 1, field: 'security.expires', value, other: asOf, expected }];
}
