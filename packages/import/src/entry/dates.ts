import { isSurelyAfter } from '@columns/content';
import { findDays } from '../facts/dates.ts';
import { citedYears } from '../facts/doc-number.ts';
import type { Facts } from '../facts/facts.ts';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';

export interface Dates {
  /** As far as it is known. */
  readonly published: string;
  readonly formed?: string;
}

/**
 * The dates of an entry. A day that the file does not name is not made up: without any, the entry
 * is filed under the newest year its text shows to have begun, and says no more than that year.
 */
export function datesFor(facts: Facts, text: string, remarks: Remark[]): Dates {
  const { formed, published } = facts;
  if (published !== undefined) {
    if (formed !== undefined && isSurelyAfter(formed, published)) {
      remarks.push(
        remark('guessed', `落款日期 ${formed} 晚于发布日期 ${published}，没有写成文日期，请核对`),
      );
      return { published };
    }
    return { published, ...(formed === undefined ? {} : { formed }) };
  }
  if (formed !== undefined) {
    remarks.push(remark('guessed', `文中没有发布日期，按成文日期 ${formed} 列示，请核对`));
    return { published: formed, formed };
  }
  const year = newestYear(facts.title ?? '', text);
  if (year === undefined) {
    throw new ImportFailure(
      'no-date',
      '文中没有成文日期和发布日期，也看不出是哪一年的',
      '加上 --set published=年-月-日，如 --set published=2024-05-29',
    );
  }
  remarks.push(remark('missing', `文中没有成文日期和发布日期，发布日期只写到 ${year} 年，请补全`));
  return { published: String(year) };
}

/** Cited documents and past days show that a year has begun; 到2023年底 and 2023年9月30日前 do not. */
function newestYear(title: string, text: string): number | undefined {
  const days = findDays(text)
    .filter(({ end }) => !/^\s*[之以]?前|^\s*底|^\s*起|^\s*[至到—-]/.test(text.slice(end)))
    .map(({ day }) => Number(day.slice(0, 4)));
  const titled = [...title.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/g)].map(([year]) =>
    Number(year),
  );
  const years = [...citedYears(text), ...days];
  if (years.length > 0) return Math.max(...years, ...titled);
  return titled.length > 0 ? Math.max(...titled) : undefined;
}
