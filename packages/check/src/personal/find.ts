import { findAddresses } from './address.ts';
import { oneOf, PERSONAL } from './data.ts';
import { isBirthday, isCreditCode, isIdChecked, isLuhn } from './numbers.ts';
import { plain } from './plain.ts';

export type PersonalType = 'id-number' | 'mobile' | 'bank-card' | 'address';

/** Something of a person's own in a text. It is never shown or kept: see `mask`. */
export interface Datum {
  readonly type: PersonalType;
  /** Where it begins in the text, and the text itself. */
  readonly index: number;
  readonly text: string;
}

/** What stands around a text and is not in it. */
export interface Around {
  /** The name of the column or field that the text is the value of. */
  readonly label?: string;
  /** The text stands in a row about a person. */
  readonly person?: boolean;
}

/** Nothing personal can be in a text without one of these; most texts have none. */
const WORTH_A_LOOK =
  /\d{11}|[０-９]{4}|\d{3,6}[ -]\d{4}|[\u00ad\u200b-\u200f\u2060\ufeff]|单元|[组社队]\s*附?\d|[住户居][址籍口住在所]|家庭[住地详]|家住/;

/** Whether a text needs `findPersonal` at all: one quick look. */
export function mayBePersonal(text: string): boolean {
  return WORTH_A_LOOK.test(text);
}

/**
 * Identity numbers (GB 11643: 18 digits with check sign, date and area; the old 15), mobile numbers,
 * bank cards (Luhn, length, prefix) and home addresses below the town. Masked forms are none of them;
 * credit codes, document numbers, office telephones and amounts are told apart by their own rules and
 * by the words around them (`data/personal.yaml`).
 */
export function findPersonal(given: string, around: Around = {}): Datum[] {
  const text = plain(given);
  return [...numbers(text, around), ...findAddresses(text, around)].sort(
    (a, b) => a.index - b.index,
  );
}

/** Digits in a row or in the groups people write them in. */
const RUN =
  /\d{6}[ -]\d{8}[ -]\d{3}[\dXx](?![\dA-Za-z])|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?!\d)|1\d{2}([ -])\d{4}\2\d{4}(?!\d)|\d{11,}[Xx]?/g;

function numbers(text: string, around: Around): Datum[] {
  const found: Datum[] = [];
  for (const match of text.matchAll(RUN)) {
    const [written] = match;
    const { index } = match;
    if (/\d$/.test(text.slice(0, index))) continue;
    const digits = written.replaceAll(/[ -]/g, '');
    const place: Place = {
      before: text.slice(Math.max(0, index - 40), index),
      after: text.slice(index + written.length, index + written.length + 8),
      label: around.label ?? '',
    };
    // Numbers in a row of a table that lost its lines: 196 1340 1144 are three cells.
    const row = written.includes(' ') && (/\d $/.test(place.before) || /^ \d/.test(place.after));
    const type = row && !isId(digits) ? undefined : typeOf(digits, place);
    if (type !== undefined) found.push({ type, index, text: written });
    else if (written === digits) {
      const inside = idInside(digits);
      if (inside !== undefined) {
        found.push({ type: 'id-number', index: index + digits.indexOf(inside), text: inside });
      }
    }
  }
  return found;
}

interface Place {
  readonly before: string;
  readonly after: string;
  readonly label: string;
}

function typeOf(digits: string, place: Place): PersonalType | undefined {
  if (isId(digits) && !isLabelledCredit(digits, place)) return 'id-number';
  const code = isCode(place);
  if (isOldId(digits) && !code && !isAmount(place)) return 'id-number';
  if (MOBILE.test(digits) && !code && !isAmount(place) && !isOffice(place) && !inAddress(place)) {
    return 'mobile';
  }
  // Twelve and thirteen digits with the country's own prefix.
  if (/^86/.test(digits) && /\+$|00$/.test(place.before) && MOBILE.test(digits.slice(2))) {
    return 'mobile';
  }
  if (CARD.test(digits) && isLuhn(digits) && !code && !isAmount(place)) return 'bank-card';
  return undefined;
}

const PROVINCE = oneOf(PERSONAL.provinces.map(String));
const AREA = `${PROVINCE}(?:0\\d|[1-6]\\d|70|90)\\d\\d`;
const ID = new RegExp(`^(?:${AREA}|9${PROVINCE}\\d{3})(\\d{4})(\\d\\d)(\\d\\d)\\d{3}[\\dXx]$`);
const OLD_ID = new RegExp(`^${AREA}(\\d\\d)(\\d\\d)(\\d\\d)\\d{3}$`);
const MOBILE = new RegExp(`^(?:${PERSONAL.mobile})\\d{8}$`);
const CARD = new RegExp(`^(?=\\d{16,19}$)(?:${PERSONAL.cards})`);

function isId(digits: string): boolean {
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

/** An identity number that a table's joined cells hide among other digits. */
function idInside(digits: string): string | undefined {
  if (digits.length < 19 || digits.length > 60) return undefined;
  if (CARD.test(digits) && isLuhn(digits)) return undefined;
  for (let at = 0; at + 18 <= digits.length; at++) {
    const part = digits.slice(at, at + 18);
    if (isId(part)) return part;
  }
  return undefined;
}

const CODE_BEFORE = new RegExp(
  `${oneOf(PERSONAL.codes)}[^，。；、:：\\d]{0,6}[:：为是]?\\s*[（(【\\[]?$|[〔\\[［（(]\\d{4}[〕\\]］）)]\\s*(?:第)?$|[A-Z]{1,8}[-_/]?$|\\d_$|第$`,
);
const CODE_LABEL = new RegExp(oneOf(PERSONAL.codes));
const CALLS = /(?:tel|mobile|phone|mob|call|wx|vx|qq|weixin|wechat|cell|no)[-_.:]?$/i;
const PERSON_LABEL = /身份|手机|电话|联系方式|银行卡|卡号|账号|公民身份/;

/** Whether the number is that of a document, a licence, a parcel: what stands before it says so. */
function isCode({ before, label }: Place): boolean {
  if (/https?:\/\/\S*$/.test(before)) return true;
  if (PERSON_LABEL.test(before.slice(-14)) && !/身份[^，。；]*编号/.test(before)) return false;
  if (CALLS.test(before)) return false;
  if (CODE_BEFORE.test(before)) return true;
  return CODE_LABEL.test(label) && !PERSON_LABEL.test(label);
}

function isLabelledCredit(digits: string, { before, label }: Place): boolean {
  return isCreditCode(digits) && /信用代码|税号|纳税人识别号|机构代码/.test(`${label} ${before}`);
}

const AMOUNT_AFTER = new RegExp(`^(?:\\.\\d{1,2}(?!\\d)|\\s*(?!号码)${oneOf(PERSONAL.amounts)})`);

function isAmount({ before, after }: Place): boolean {
  return AMOUNT_AFTER.test(after) || /[¥￥$]\s*$|\d\.$/.test(before);
}

const OFFICE = new RegExp(oneOf(PERSONAL.office));

/** The field in which a unit gives its telephone, in its own list. */
const UNIT_FIELD = /\b(?:telephone|hotline):\s*["']?$/;

/** A duty phone or a hotline: the words before the number, as far as its clause goes. */
function isOffice({ before, label }: Place): boolean {
  const clause = before.split(/[，。；\n|]/).at(-1) ?? '';
  return OFFICE.test(clause.slice(-14)) || OFFICE.test(label) || UNIT_FIELD.test(before);
}

/** Part of an e-mail's or file's own name keeps its sign: `a13800000000@` is caught by the letter before. */
function inAddress({ after }: Place): boolean {
  return /^@(?!163|126|139|189|qq|wo)/.test(after);
}
