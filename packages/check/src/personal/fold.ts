/*
 * A text as a reader takes it in: figures of any script and width as plain digits, all blanks and dashes
 * as one sort, signs that nobody sees left out. Each sign knows where it stood.
 */

/** A text folded for searching, and where each of its signs stands in the text it was made from. */
export interface Folded {
  readonly text: string;
  /** Where in the given text what lies between two places of the folded one begins and ends. */
  readonly span: (start: number, end: number) => readonly [start: number, end: number];
}

/** Signs that stay as they are; a text of these alone is its own folded form. */
const CHANGES =
  /[^\n\x20-\x7e\u3001\u3002\u3008-\u3011\u4e00-\u9fff\u2018\u2019\u201c\u201d\u2026\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/;
const CHINESE_DIGITS = '〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖';
const CHINESE_RUN = new RegExp(`[\\d${CHINESE_DIGITS}](?:[ .-]?[\\d${CHINESE_DIGITS}]){4,}`, 'g');
/**
 * Part of a number between two marks: a writer means to stress it, and a reader reads on. One row of stars
 * alone stands for figures that are hidden.
 */
const IN_MARKS = /(?<![*~`])(\*{1,2}|~{1,2}|`)([\dA-Za-z]{1,18})\1(?![*~`])/g;
const MAY_BE_WRITTEN_OUT = new RegExp(`(?:[${CHINESE_DIGITS}][ .-]?){4}|\\d[eE]\\+?\\d|[*~\`]\\d`);
/** A number as a spreadsheet keeps it: 1.3812345678E10. */
const SCIENTIFIC = /(?<![\d.])(\d)\.(\d{8,17})[eE]\+?(\d{1,2})(?![\d.])/g;

export function fold(given: string): Folded {
  if (!CHANGES.test(given) && !MAY_BE_WRITTEN_OUT.test(given)) {
    return { text: given, span: (start, end) => [start, end] };
  }
  return folded(given);
}

function folded(given: string): Folded {
  let text = '';
  const places: number[] = [];
  const put = (part: string, place: number) => {
    text += part;
    for (let unit = 0; unit < part.length; unit++) places.push(place);
  };
  let style: Style | undefined;
  let index = 0;
  for (const sign of given) {
    const read = readSign(sign);
    if (read.text !== '') {
      // ①13… and 13…² are two numbers to a reader, though nothing stands between them.
      const next = /^\d/.test(read.text) ? (read.style ?? 'digit') : undefined;
      if (next !== undefined && style !== undefined && next !== style) put(' ', index);
      style = /\d$/.test(read.text) ? next : undefined;
      put(read.text, index);
    }
    index += sign.length;
  }
  const chinese = { text: text.replaceAll(CHINESE_RUN, chineseAsDigits), places };
  const whole = replaced(
    replaced(chinese, SCIENTIFIC, writtenOut),
    IN_MARKS,
    ([, , inside]) => inside,
  );
  return {
    text: whole.text,
    span: (start, end) => {
      const first = whole.places[start] ?? given.length;
      const last = whole.places[end - 1] ?? first;
      return [first, last + ((given.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)];
    },
  };
}

/** A run that is for the most part written in Chinese figures, as digits. */
function chineseAsDigits(run: string): string {
  const signs = run.replaceAll(/[ .-]/g, '');
  if (signs.replaceAll(/\d/g, '').length * 2 < signs.length) return run;
  return run.replaceAll(/[^\d .-]/g, (sign) => String(chineseDigit(sign)));
}

function chineseDigit(sign: string): number {
  const at = CHINESE_DIGITS.indexOf(sign);
  if (at < 2) return 0;
  if (at < 11) return at - 1;
  return at === 11 ? 1 : at - 11;
}

/** A text in which parts were replaced, each sign still with its place. */
function replaced(
  { text, places }: Placed,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): Placed {
  let whole = '';
  const moved: number[] = [];
  let done = 0;
  const copy = (end: number) => {
    whole += text.slice(done, end);
    for (let at = done; at < end; at++) moved.push(places[at] as number);
    done = end;
  };
  for (const match of text.matchAll(pattern)) {
    const instead = replace(match);
    if (instead === undefined) continue;
    copy(match.index);
    const last = places[match.index + match[0].length - 1] as number;
    whole += instead;
    for (let at = 0; at < instead.length; at++) {
      moved.push(at === instead.length - 1 ? last : (places[match.index] as number));
    }
    done = match.index + match[0].length;
  }
  copy(text.length);
  return { text: whole, places: moved };
}

interface Placed {
  readonly text: string;
  readonly places: readonly number[];
}

/** `1.3812345678E10` → 13812345678. */
function writtenOut([, first = '', rest = '', power = '']: RegExpExecArray): string | undefined {
  if (Number(power) < rest.length || Number(power) > 19) return undefined;
  return `${first}${rest}`.padEnd(Number(power) + 1, '0');
}

/** Figures in circles, brackets and small ones above or below the line: marks, not parts of a number. */
type Style = 'digit' | 'mark';

interface Sign {
  readonly text: string;
  readonly style?: Style;
}

const known = new Map<string, Sign>();

function readSign(sign: string): Sign {
  if (sign <= '\x7f' && sign >= ' ') return { text: sign };
  let read = known.get(sign);
  if (!read) {
    read = unknownSign(sign);
    known.set(sign, read);
  }
  return read;
}

/** Not shown at all: format and control signs, marks on other signs, fillers, private and broken ones. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\u2800]/u;
const DASHES = /[\p{Pd}\u2212\u2796\u30fc]/u;
const DOTS = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u30fb\uff0e\uff65]/;
const SLASHES = /[\u2044\u2215\u29f8\uff0f]/;
/** Letters and signs that look like the X an identity number may end in. */
const LIKE_X = /[\u00d7\u0425\u0445\u03a7\u03c7\u2715\u2716]/;
const MARKS =
  /[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u{1f100}-\u{1f10c}]/u;

function unknownSign(sign: string): Sign {
  if (sign === '\n') return { text: '\n' };
  if (sign === '\t') return { text: '\t' };
  if (/[\u2028\u2029\u0085]/.test(sign)) return { text: '\n' };
  if (UNSEEN.test(sign)) return { text: '' };
  if (/\p{Zs}/u.test(sign)) return { text: ' ' };
  if (DASHES.test(sign)) return { text: '-' };
  if (DOTS.test(sign)) return { text: '.' };
  if (SLASHES.test(sign)) return { text: '/' };
  if (LIKE_X.test(sign)) return { text: 'X' };
  const style = MARKS.test(sign) ? 'mark' : undefined;
  const code = sign.codePointAt(0) ?? 0;
  if (style && code >= 0x2776 && code <= 0x2793)
    return { text: String(((code - 0x2776) % 10) + 1), style };
  if (code >= 0x24f5 && code <= 0x24fe) return { text: String(code - 0x24f4), style: 'mark' };
  if (code >= 0x24eb && code <= 0x24f4) return { text: String(code - 0x24e0), style: 'mark' };
  if (code === 0x24ff || code === 0x1f10b || code === 0x1f10c) return { text: '0', style: 'mark' };
  // Figures of merchants and counting rods stand beside 〇.
  if (code >= 0x3021 && code <= 0x3029) return { text: CHINESE_DIGITS[code - 0x301f] ?? '' };
  if (code >= 0x1d360 && code <= 0x1d368) return { text: CHINESE_DIGITS[code - 0x1d35e] ?? '' };
  // A figure with its point, comma or brackets is the figure.
  const plain = sign.normalize('NFKC').replace(/^(\d)[.,]$|^\((\p{Script=Han})\)$/u, '$1$2');
  if (/^(?:[\x20-\x7e]{1,6}|\p{Script=Han})$/u.test(plain) && !/[，：；（）！？]/.test(sign)) {
    return style ? { text: plain, style } : { text: plain };
  }
  if (/\p{Nd}/u.test(sign)) return { text: String(digitValue(code)) };
  return { text: sign };
}

/** The digits of every script stand in order, ten by ten. */
function digitValue(code: number): number {
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return code - first;
}
