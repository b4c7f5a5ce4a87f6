import { describe, expect, it } from 'vitest';
import { toCsv, toIcs } from '../src/index.ts';

describe('a calendar', () => {
  const days = [
    {
      uid: 'shili-a',
      day: '2026-12-01',
      title: '更新“学校名录”，逗号,分号;',
      url: 'https://example.org/',
    },
    { uid: 'shili-b', day: '2026-12-02', title: '很'.repeat(60) },
  ];
  const ics = toIcs('县教育局', '2026-11-21', days);

  it('has whole days, and no time that a clock gave', () => {
    expect(ics).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    expect(ics.match(/DTSTAMP:.*/g)).toEqual([
      'DTSTAMP:20261121T000000Z',
      'DTSTAMP:20261121T000000Z',
    ]);
    expect(ics).toContain('逗号\\,分号\\;');
  });

  it('folds long lines at 75 octets, and they unfold to what they were', () => {
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'很'.repeat(60)}\r\n`);
  });
});

describe('cells that a spreadsheet would run', () => {
  const cellOf = (text: string) => {
    const line = toCsv({ columns: ['甲'], rows: [[text]] }).slice('\ufeff甲\r\n'.length, -2);
    return line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
  };
  const FORMULAS = [
    ...['=1+1', '+cmd|x', '-cmd|x', "-1+cmd|' /C calc'!A0", '+1+cmd|x!A0', '-2+3+HYPERLINK(A1)'],
    ...['@SUM(A1)', '\u0001=1+1', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u3000=1+1', '\u00a0@x'],
    ...[
      '＝1+1',
      '＋cmd',
      '－cmd',
      '＠SUM(A1)',
      '\u200b=1',
      '\ufeff=1',
      '\u202e=1',
      '\tx',
      '\u0001x',
    ],
    ...["'=1+1", "''@x", '-', '-A1', '+A1', '-(A1)', '-1;=2', '- 1+A1'],
  ];

  it.each(FORMULAS)('%j becomes text, in heads too', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
    expect(toCsv({ columns: [text], rows: [] }).slice(1)).toMatch(/^"?'/);
  });

  it.each([
    ...['-5', '-1,234.50', '-12.5%', '+3', '+86 564 1234567', '+86-564-1234567', '0564-1234567'],
    ...['2026-01-01', 'a=b', '（=）', "'引文'", '安岳县', '', '1', '-3 (2)', '"=1"'],
  ])('%j stays as it is', (text) => expect(cellOf(text)).toBe(text));

  it('what was made text comes back by taking the one sign away, and nothing else does', () => {
    const undone = (cell: string) =>
      cell.startsWith("'") && cellOf(cell.slice(1)) !== cell.slice(1) ? cell.slice(1) : cell;
    for (const text of [...FORMULAS, "'引文'", '-5', '安岳县', "'", "''"]) {
      expect(undone(cellOf(text))).toBe(text);
    }
  });
});
