import { isDisclosed } from '@columns/content';
import { CalendarRangeError, dueDate } from '@columns/standard';
import { getKind } from './column.ts';
import { amountText, deadlineOf } from './deadlines.ts';

/** How many of the published messages were answered in time, and in what time: for the list of them. */
export function answeredText(): string {
  const limit = deadlineOf('answer-message');
  const messages = getKind('message').filter(isDisclosed);
  const judged = messages.flatMap(({ data }) => {
    const due = dueOf(data.received);
    return due === undefined ? [] : [data.answered <= due];
  });
  const kept = judged.filter(Boolean).length;
  const unknown = messages.length - judged.length;
  return (
    `选登 ${messages.length} 条，其中 ${kept} 条在收到后${amountText(limit)}内答复` +
    `${judged.length === 0 ? '' : `（占 ${Math.round((kept / judged.length) * 100)}%）`}` +
    `${unknown === 0 ? '' : `；${unknown} 条所在年份没有放假安排，未计`}。`
  );

  function dueOf(received: string): string | undefined {
    try {
      return dueDate(limit.rule, received) ?? undefined;
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  }
}
