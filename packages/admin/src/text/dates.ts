const FULL = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/;
const MONTH = /^(\d{4})(?:年|[-/.])(\d{1,2})月?$/;

/**
 * A date as people type it, in the form in which it is written: 2026年7月1日, 2026.7.1, ２０２６/7/1 and
 * 20260701 are 2026-07-01; 2026年7月 is 2026-07, 2026年 is 2026. What is none of them stays as it was typed.
 */
export function typedDate(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[–—−－]/g, '-');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, day] = compact ?? FULL.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined)
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [, ofYear, alone] = MONTH.exec(text) ?? [];
  if (ofYear !== undefined && alone !== undefined) return `${ofYear}-${alone.padStart(2, '0')}`;
  return /^(\d{4})年?$/.exec(text)?.[1] ?? typed.trim();
}

/** The day of a clock on the wall here, `YYYY-MM-DD`. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 2026年7月1日, 2026年7月, 2026年: a written date in words. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  return [
    `${year}年`,
    ...(month === undefined ? [] : [`${Number(month)}月`]),
    ...(day === undefined ? [] : [`${Number(day)}日`]),
  ].join('');
}
