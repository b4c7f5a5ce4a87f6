import { format } from 'numfmt';
import type { XmlElement } from '../tree.ts';
import { child, elements, isOn } from '../tree.ts';
import { byFigures, spelled } from './chinese.ts';

/** Formats that have a number and no text in the file, as Excel in China shows them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Styles of cells whose font is struck through. */
export function struckStyles(styles: XmlElement | undefined): ReadonlySet<number> {
  const fonts = elements(child(styles, 'fonts'), 'font').map((font) => isOn(font, 'strike'));
  const list = elements(child(styles, 'cellXfs'), 'xf');
  return new Set(
    list.flatMap(({ attributes }, index) =>
      fonts[Number(attributes['fontId'] ?? 0)] ? [index] : [],
    ),
  );
}

/** Number formats by the style of a cell. */
export function readFormats(styles: XmlElement | undefined): (style: number) => string {
  const own = new Map(
    elements(child(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? 'General',
    ]),
  );
  const byStyle = elements(child(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    return own.get(id) ?? BUILT_IN[id] ?? 'General';
  });
  return (style) => byStyle[style] ?? 'General';
}

export interface Shown {
  readonly text: string;
  /** Excel keeps 15 digits: what a longer number had behind them is gone from the file. */
  readonly cut?: boolean;
  /** The sheet shows that the number is negative by its colour only; here it has its sign. */
  readonly coloured?: boolean;
}

/**
 * A stored number as its cell shows it. A number of many digits (an account, a licence) stays its
 * digits, whatever the format: it never passes through floating point.
 */
export function showNumber(stored: string, pattern: string, date1904 = false): Shown {
  const digits = wholeNumber(stored);
  if (digits !== undefined && digits.replace('-', '').length > 11 && !isDate(pattern)) {
    const long = digits.replace('-', '').length > 15;
    const gone = new RegExp(`0{${Math.max(1, digits.replace('-', '').length - 15)}}$`);
    const grouped = /#,##/.test(pattern) && !long ? format(pattern, Number(digits)).trim() : digits;
    return {
      text: grouped,
      ...(long && gone.test(digits) ? { cut: true } : {}),
    };
  }
  const number = Number(stored);
  if (!Number.isFinite(number)) return { text: stored };
  if (pattern === 'General' || pattern === '@') return { text: general(number) };
  // A length of time counts from nothing, whatever the calendar.
  const shifted = date1904 && isDate(pattern) && !/\[[hms]+\]/i.test(pattern);
  const day = shifted ? number + 1462 : number;
  try {
    const text = written(pattern, day);
    const section = number < 0 ? (sections(pattern)[1] ?? '') : '';
    const coloured =
      number < 0 && COLOUR.test(section) && /\d/.test(text) && !/[-−(（▲△负]/.test(text);
    return coloured ? { text: `-${text}`, coloured } : { text };
  } catch {
    return { text: general(number) };
  }
}

const COLOUR =
  /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色\s*\d+)\]/i;

/** A text as its cell shows it: `@"小学"` adds a word, `;;;` hides it. */
export function showText(text: string, pattern: string): string {
  if (!/[@;]/.test(pattern) || pattern === '@') return text;
  const parts = sections(pattern);
  if (parts.length === 4 && parts[3] === '') return '';
  const own = parts.find((each) => each.includes('@'));
  if (own === undefined || own.trim() === '@') return text;
  try {
    return format(own, text, { locale: 'zh-CN' });
  } catch {
    return text;
  }
}

/** The parts of a format, for numbers above and below nothing, for nothing and for texts. */
function sections(pattern: string): string[] {
  const found = [...pattern.matchAll(/((?:"[^"]*"|[\\!].|[^;"\\!])*)(;|$)/g)];
  // The last part ends where the format ends: what is found behind it is none.
  const last = found.findIndex(([, , end]) => end === '');
  return found.slice(0, last + 1).map(([, part = '']) => part);
}

interface Prepared {
  /** The format as numfmt knows it; days of the week stand as `\u0000` and `\u0001`. */
  readonly plain: string;
  /** Chinese numerals: 1 said, 2 as on receipts, 3 full-width figures. */
  readonly form: string | undefined;
  readonly date: boolean;
}

const prepared = new Map<string, Prepared>();

/** What numfmt does not know of the formats that Excel and WPS write in China; once for each format. */
function prepare(pattern: string): Prepared {
  const known = prepared.get(pattern);
  if (known) return known;
  const plain = outside(pattern, (code) =>
    code
      .replaceAll(/G\/通用格式|通用格式/g, 'General')
      .replaceAll('上午/下午', 'AM/PM')
      .replaceAll(/\[DBNum\d\]/gi, '')
      .replaceAll(new RegExp(COLOUR.source, 'gi'), '')
      .replaceAll(/!(.)/g, '\\$1')
      .replaceAll(/a{4}/gi, '"\u0001"')
      .replaceAll(/a{3}/gi, '"\u0000"'),
  );
  const form = /\[DBNum([123])\]/i.exec(pattern)?.[1];
  const made = { plain, form, date: isDate(plain) };
  if (prepared.size < 10_000) prepared.set(pattern, made);
  return made;
}

function written(pattern: string, number: number): string {
  const { plain, form, date } = prepare(pattern);
  const text = format(plain, number, { locale: 'zh-CN' })
    .trim()
    .replaceAll('\u0001', `星期${weekday(number)}`)
    .replaceAll('\u0000', weekday(number));
  if (form === undefined) return text;
  if (form === '3')
    return text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const kind = form === '1' ? 0 : 1;
  // A year and a fixed number of places are read figure by figure, a day and a General number are said.
  const byPlaces = !date && !/General/i.test(plain);
  return text.replaceAll(/\d+(?:\.\d+)?/g, (digits) =>
    byPlaces || (date && digits.length > 2) ? byFigures(digits, kind) : spelled(digits, kind),
  );
}

/** Changes what stands outside quotes and is no escaped sign; `!.` is WPS's `\.`. */
function outside(pattern: string, change: (code: string) => string): string {
  return pattern.replaceAll(/("[^"]*"|\\.)|((?:!.|[^"\\!])+)/g, (whole, kept?: string) =>
    kept === undefined ? change(whole) : kept,
  );
}

/** 一 for a Monday: serial 2 is one in Excel's calendar. */
function weekday(day: number): string {
  return [...'六日一二三四五'][((Math.floor(day) % 7) + 7) % 7] ?? '';
}

const DAY = 24 * 60 * 60 * 1000;

/** The number of a day that is stored as 2026-05-29T09:30:00, as in Strict Open XML. */
export function serialOf(stored: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(
    stored.trim(),
  );
  if (!match || stored.trim() === '') return undefined;
  const [, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (day === undefined) return time;
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
  return Number.isNaN(days) ? undefined : days + time;
}

/** The digits of a whole number, also where the file has it as 3.50128199001011E+17. */
function wholeNumber(stored: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]\+?(\d+))?$/.exec(stored.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (shift > 40 || fraction.replace(/0+$/, '').length > shift) return undefined;
  const digits = `${whole}${fraction.padEnd(shift, '0').slice(0, shift)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${digits}`;
}

/** At most 15 digits, without an exponent where a reader would not expect one. */
function general(number: number): string {
  const short = Number(number.toPrecision(15));
  const text = String(short);
  return text.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : text;
}

function isDate(pattern: string): boolean {
  const bare = pattern.replaceAll(/"[^"]*"|[\\!].|\[(?![hms]+\])[^\]]*\]|G\/通用格式/gi, '');
  return /[ymdhs]/i.test(bare) && !/General|E\+/i.test(bare);
}
