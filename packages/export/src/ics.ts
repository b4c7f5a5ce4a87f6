/** A day in a calendar. */
export interface CalendarDay {
  /** Lasting: the same matter keeps it when its day moves. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
}

/**
 * Days as a calendar file (RFC 5545): whole-day events, no alarms, no clock: what the standard wants as
 * the time of writing is the given day. Lines fold at 75 octets, never inside a character.
 */
export function toIcs(name: string, stamp: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//county-disclosure-columns//duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, day, title, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `SUMMARY:${escaped(title)}`,
      ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
      ...(url === undefined ? [] : [`URL:${url}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
}

const LINE = 75;

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (bytes + size > LINE) {
      parts.push(part);
      // The space that a folded line begins with counts.
      [part, bytes] = [' ', 1];
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
