import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the National Bureau of Statistics, as `data/divisions.tsv` has them; as of 30 June 2023. */
export const DIVISIONS_SOURCE = '国家统计局统计用区划代码（2023年）';

/** One county or district with all that the bureau lists below it. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly province: string;
  readonly city: string;
  readonly name: string;
  readonly below: readonly string[];
}

export function readDivisions(): Division[] {
  const text = readFileSync(join(import.meta.dirname, '../../data/divisions.tsv'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((row) => {
      const [code = '', province = '', city = '', name = '', below = ''] = row.split('\t');
      return { code, province, city, name, below: below.split(' ').filter((each) => each !== '') };
    });
}

/** 乡、镇、街道、苏木: the rest are zones, farms and offices that only count as such in statistics. */
export function isTown(name: string): boolean {
  return /(?:镇|乡|苏木|街道|街道办事处)$/.test(name);
}

/**
 * The division that a county's name means, below its upper levels where there are any, or why none
 * can be told, in Chinese.
 */
export function findDivision(
  divisions: readonly Division[],
  { name, code, uppers }: { name: string; code?: string | undefined; uppers: readonly string[] },
): Division | string {
  if (code !== undefined) {
    const found = divisions.find((each) => each.code === code);
    return found ?? `没有区划代码“${code}”：应为六位县级代码，如 341525`;
  }
  const named = divisions.filter((each) => each.name === name);
  const within =
    uppers.length === 0
      ? named
      : named.filter(({ city, province }) => uppers.includes(city) || uppers.includes(province));
  const [only] = within;
  if (only !== undefined && within.length === 1) return only;
  const listed = (each: readonly Division[]) =>
    each.map(({ code, province, city, name }) => `${code} ${province}${city}${name}`).join('、');
  if (within.length > 1)
    return `叫“${name}”的有 ${within.length} 个：${listed(within)}。用 --code 写明是哪一个`;
  if (named.length > 0)
    return `“${name}”不在${uppers.join('、')}之下，而是 ${listed(named)}：改正 --parent，或用 --code 写明`;
  return `区划数据（2023年）中没有“${name}”：写全称（如 霍山县），或用 --code 写明区划代码；确实没有乡镇的，写 --no-towns`;
}
