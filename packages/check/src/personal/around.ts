import { oneOf, PERSONAL } from './data.ts';

/** What stands around a number and says what it is. */
export interface Place {
  readonly before: string;
  readonly after: string;
  /** The name of its column or field. */
  readonly label: string;
  /** It is part of a web address, which is no number at all. */
  readonly inUrl: boolean;
}

export function placeOf(text: string, start: number, end: number, label: string): Place {
  return {
    before: text.slice(Math.max(0, start - 40), start),
    after: text.slice(end, end + 8),
    label,
    inUrl: isInUrl(text.slice(Math.max(0, start - 300), start)),
  };
}

function isInUrl(before: string): boolean {
  const scheme = before.lastIndexOf('://');
  return scheme !== -1 && !/[^\x21-\x7e]/.test(before.slice(scheme));
}

const CODES = oneOf(PERSONAL.codes);
const CODE_BEFORE = new RegExp(
  `${CODES}[^，。；、:：\\d]{0,6}[:：为是]?\\s*[（(【\\[]?$|[〔\\[［（(]\\d{4}[〕\\]］）)]\\s*(?:第)?$|[A-Z]{1,8}[-_/]?$|\\d_$|第$`,
);
const CODE_NEAR = new RegExp(CODES);
const CODE_LABEL = new RegExp(CODES);
const CALLS = /(?:tel|mobile|phone|mob|call|wx|vx|qq|weixin|wechat|cell|no)[-_.:]?\s?$/i;
const PERSONS_NUMBER = new RegExp(oneOf(PERSONAL['persons-number']), 'i');

/** The name of a field of a form or of a part of an address says what stands behind it, as a label does. */
const IN_ADDRESS =
  /(?:[?&;#/](?:[\w-]{0,12}(?:phone|mobile|tel|cell|call|sjh|shouji|sjhm|dianhua|lxdh|lxfs|contact)|[^=/?&]{0,8}(?:手机|电话|联系方式)号?码?)[=/:]|\/\/wa\.me\/)(?:%2b86|\+86|86)?$/iu;

/** One capital letter alone before a number, behind a Chinese word or none: `张三A138…`, `T：138…`; codes have more. */
function isInitial(before: string): boolean {
  return /(?:^|[\p{Script=Han}，。；、：:|（(\s])[A-Z][:：.]?$/u.test(before);
}

/** Whether the number is that of a document, a licence, a parcel: what stands before it says so. */
export function isCode({ before, label, inUrl }: Place): boolean {
  if (inUrl) return !IN_ADDRESS.test(before);
  if (PERSONS_NUMBER.test(before.slice(-14))) return false;
  if (CALLS.test(before)) return false;
  if (isInitial(before)) return CODE_NEAR.test(before);
  if (CODE_BEFORE.test(before)) return true;
  return CODE_LABEL.test(label) && !PERSONS_NUMBER.test(label);
}

/** Whether the words before a number say that somebody can be called, paid or known by it. */
export function isAnnounced({ before, label }: Place): boolean {
  const clause = before.split(/[，。；;\n|]/).at(-1) ?? '';
  return PERSONS_NUMBER.test(clause.slice(-14)) || PERSONS_NUMBER.test(label) || CALLS.test(before);
}

const AMOUNT_AFTER = new RegExp(
  `^(?:\\.(?!0(?!\\d))\\d{1,2}(?!\\d)|\\s*(?!号码)${oneOf(PERSONAL.amounts)})`,
);

export function isAmount(place: Place): boolean {
  const { before, after } = place;
  if (AMOUNT_AFTER.test(after) || /\d\.$/.test(before)) return true;
  return /[¥￥$]\s*$/.test(before) && !isAnnounced(place);
}

const OFFICE = new RegExp(oneOf(PERSONAL.office));

/** A duty phone or a hotline: the words before the number, as far as its clause goes. */
export function isOffice({ before, label }: Place): boolean {
  const clause = before.split(/[，。；\n|]/).at(-1) ?? '';
  return OFFICE.test(clause.slice(-14)) || OFFICE.test(label);
}

const UNIT_ACCOUNT = new RegExp(oneOf(PERSONAL['unit-accounts']));

/** An account that money is paid into by everybody: of a unit, for a fee, a deposit, a donation. */
export function isUnitAccount({ before, label }: Place): boolean {
  return UNIT_ACCOUNT.test(before) || UNIT_ACCOUNT.test(label);
}

/** Part of an e-mail's or file's own name keeps its sign: `a13800000000@` is caught by the letter before. */
export function inAddress({ after }: Place): boolean {
  return /^@(?!163|126|139|189|qq|wo)/.test(after);
}
