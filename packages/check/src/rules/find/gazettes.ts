import type { EntryOf } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

type Gazette = EntryOf<'gazette'>;

/** Issues that have the number of another issue of their year. */
export function doubleIssues({ column }: RuleContext): Found[] {
  const issues = issuesOf(column.entries);
  return issues.flatMap((issue, index) => {
    const other = issues.find((one, at) => at < index && named(one) === named(issue));
    if (!other) return [];
    return [{ ...atField(issue, 'issue'), value: named(issue), other: other.file }];
  });
}

/** Issues before which one of their year is missing. */
export function missingIssues({ column }: RuleContext): Found[] {
  const issues = issuesOf(column.entries);
  return issues.flatMap((issue) => {
    const { year, issue: number } = issue.data;
    const earlier = issues.filter(({ data }) => data.year === year && data.issue < number);
    if (number === 1 || earlier.some(({ data }) => data.issue === number - 1)) return [];
    // What came before the first issue that is published here may stand on paper only.
    if (earlier.length === 0) return [];
    return [
      { ...atField(issue, 'issue'), value: `${year} 年第 ${number - 1} 期`, other: named(issue) },
    ];
  });
}

function issuesOf(entries: RuleContext['column']['entries']): Gazette[] {
  return entries.filter((entry): entry is Gazette => isKind(entry, 'gazette')).filter(isOpen);
}

function named({ data }: Gazette): string {
  return `${data.year} 年第 ${data.issue} 期`;
}
