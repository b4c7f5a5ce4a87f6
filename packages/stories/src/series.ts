import type { Story } from './story.ts';

/** A story of a series as one story a period: `{期}`, `{期号}` its last day `{期末}` and that day's month `{期首}` stand for it. Others stay as they are. */
export function entriesOfSeries(story: Story): Story[] {
  const { each, ...rest } = story;
  if (each === undefined) return [story];
  const [from = '', to = ''] = each.split('..');
  return periodsBetween(from, to).map((period) => {
    const words = new Map([
      ['期', periodName(period)],
      ['期号', period],
      ['期末', daysAfter(period, 0)],
      ['期首', daysAfter(period, 0).slice(0, 7)],
    ]);
    const told = onlyPeriods(rest, words);
    return {
      ...told,
      id: `${story.id ?? story.at?.split('/').at(-1)}-${period.toLowerCase().replace('-', '')}`,
      on: daysAfter(period, Number(story.on)),
      period,
      ...(told.table === undefined ? {} : { table: withPeriod(told.table, period) }),
    } as Story;
  });
}

/** Only what is of the period is put in here: the rest is filled later, with the county's facts. */
function onlyPeriods<Value>(value: Value, words: ReadonlyMap<string, string>): Value {
  const text = JSON.stringify(value).replaceAll(
    /\{(期[号末首]?)\}/g,
    (whole, name: string) => words.get(name) ?? whole,
  );
  return JSON.parse(text) as Value;
}

function withPeriod(table: NonNullable<Story['table']>, period: string): Story['table'] {
  if (typeof table === 'string') return [table, period];
  const [name, asked] = table;
  return [name, { ...(asked as object), period }];
}

/** The periods from one to another, both included. */
export function periodsBetween(from: string, to: string): string[] {
  const found = [from];
  while (found.at(-1) !== to && found.length < 100) found.push(next(found.at(-1) ?? ''));
  return found;
}

function next(period: string): string {
  const quarterly = period.includes('Q');
  const [year = 0, part = 0] = period.split(/Q|-/).map(Number);
  const last = quarterly ? 4 : 12;
  const [y, p] = part === last ? [year + 1, 1] : [year, part + 1];
  return quarterly ? `${y}Q${p}` : `${y}-${String(p).padStart(2, '0')}`;
}

/** `2026-07` → 2026年7月, `2026Q2` → 2026年第二季度. */
export function periodName(period: string): string {
  const [year = '', part = ''] = period.split(/Q|-/);
  return period.includes('Q')
    ? `${year}年第${'〇一二三四'.charAt(Number(part))}季度`
    : `${year}年${Number(part)}月`;
}

function daysAfter(period: string, days: number): string {
  const [year = 0, part = 0] = period.split(/Q|-/).map(Number);
  const month = period.includes('Q') ? part * 3 : part;
  return new Date(Date.UTC(year, month, days)).toISOString().slice(0, 10);
}
