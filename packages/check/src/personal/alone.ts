import {
  inAddress,
  isAmount,
  isAnnounced,
  isCode,
  isOffice,
  isUnitAccount,
  type Place,
} from './around.ts';
import { oneOf, PERSONAL } from './data.ts';
import { isBirthday, isCreditCode, isIdChecked, isLuhn } from './numbers.ts';
import type { Candidate } from './runs.ts';

/*
 * How the numbers that need no label are known: by their check signs, and by how they begin.
 */

const PROVINCE = oneOf(PERSONAL.provinces.map(String));
const AREA = `${PROVINCE}(?:0\\d|[1-6]\\d|70|90)\\d\\d`;
const ID = new RegExp(`^(?:${AREA}|9${PROVINCE}\\d{3})(\\d{4})(\\d\\d)(\\d\\d)\\d{3}[\\dX]$`);
const OLD_ID = new RegExp(`^${AREA}(\\d\\d)(\\d\\d)(\\d\\d)\\d{3}$`);
const MOBILE = `(?:${PERSONAL.mobile})\\d{8}`;
const MOBILE_ALONE = new RegExp(`^(?:0086|86|0)?${MOBILE}$`);
const TWO_MOBILES = new RegExp(`^${MOBILE}${MOBILE}$`);
const CARD = new RegExp(`^(?=\\d{16,19}$)(?:${PERSONAL.cards})`);

/** Where in the digits a number stands that is known by itself: nothing where there is none. */
export interface Known {
  readonly kind: 'id-number' | 'mobile' | 'bank-card';
  readonly from: number;
  readonly to: number;
}

export function knownAlone(candidate: Candidate, place: Place): Known | undefined {
  const { digits } = candidate;
  const all = (kind: Known['kind']): Known => ({ kind, from: 0, to: digits.length });
  if (isId(digits)) {
    const credit =
      isCreditCode(digits) &&
      /信用代码|税号|纳税人识别号|机构代码/.test(place.label + place.before);
    return credit ? undefined : all('id-number');
  }
  const [, ...rest] = candidate.groups;
  const one = rest.length === 0;
  if (one) {
    const inside = idInside(digits);
    if (inside !== undefined) return { kind: 'id-number', from: inside, to: inside + 18 };
  }
  if (!one && !hangsTogether(candidate, place)) return undefined;
  const none = isCode(place) || isAmount(place);
  if (!none && one && isOldId(digits)) return all('id-number');
  if (isMobile(digits) || TWO_MOBILES.test(digits)) {
    const free = isAbroad(digits, place) || (!none && !isOffice(place) && !inAddress(place));
    return free ? all('mobile') : undefined;
  }
  if (none || !CARD.test(digits) || !isLuhn(digits)) return undefined;
  return isUnitAccount(place) ? undefined : all('bank-card');
}

/** `+86` before a number says what it is, whatever else stands there. */
function isAbroad(digits: string, { before }: Place): boolean {
  return /\+86[ -]?$/.test(before) || (digits.startsWith('86') && before.endsWith('+'));
}

/** Whether digits are a mobile number, with or without what is dialled before it. */
export function isMobile(digits: string): boolean {
  return MOBILE_ALONE.test(digits);
}

/** Whether eighteen signs are an identity number: area, birthday and check sign. */
export function isId(digits: string): boolean {
  const match = ID.exec(digits);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  return isBirthday(year as number, month as number, day as number) && isIdChecked(digits);
}

/**
 * Fifteen digits were given to people born before 2000. Years before 21 would be of people older than
 * 105, and are those of running numbers such as 3501 28 2012 08 034.
 */
function isOldId(digits: string): boolean {
  const match = OLD_ID.exec(digits);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  return (
    (year as number) > 20 && isBirthday(1900 + (year as number), month as number, day as number)
  );
}

/** Where an identity number begins that joined cells hide among other digits, or that another paper adds to. */
function idInside(digits: string): number | undefined {
  if (digits.length < 19 || digits.length > 60) return undefined;
  if (CARD.test(digits) && isLuhn(digits)) return undefined;
  for (let at = 0; at + 18 <= digits.length; at++) {
    if (isId(digits.slice(at, at + 18))) return at;
  }
  return undefined;
}

/**
 * Whether groups are one number: `138 1234 5678`, but not three cells of a table that lost its lines, not
 * days, not addresses of computers.
 */
function hangsTogether(
  { groups, between, alone, apart, digits }: Candidate,
  place: Place,
): boolean {
  if (isDays(groups, digits) || isIpAddress(groups, between)) return false;
  const [first] = between;
  const same = between.every((sign) => sign === first);
  const points = between.some((sign) => sign.includes('.'));
  // 186 0278.1832: a point within an amount or coordinates parts other groups.
  if (points && !same) return alone && /^(?:2,)?3,4,4$/.test(String(groups));
  if (isAnnounced(place)) return alone || apart || same;
  const usual = /^(?:3,4,4|4,4,4,4(?:,[123])?|2,3,4,4|3,3,4,4|4,3,4,4|6,13|8,8|8,11)$/.test(
    String(groups),
  );
  if (usual) return alone || (apart && same);
  return alone && same;
}

/** 1985-10-20 123, 1995 2000: years first, then months or years. */
function isDays(groups: readonly number[], digits: string): boolean {
  if (groups[0] !== 4 || !/^(?:19|20)\d\d/.test(digits)) return false;
  const second = digits.slice(4, 4 + (groups[1] ?? 0));
  return Number(second) <= 12 || /^(?:19|20)\d\d$/.test(second);
}

function isIpAddress(groups: readonly number[], between: readonly string[]): boolean {
  return (
    groups.length === 4 &&
    groups.every((length) => length <= 3) &&
    between.every((sign) => sign === '.')
  );
}
