import type { XmlElement } from '@columns/office';
import { child, elements } from '@columns/office';
import { format } from 'numfmt';

/** Formats that have a number and no text in the file, as Excel in China shows them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
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
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
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
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

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
  const day = date1904 && isDate(pattern) ? number + 1462 : number;
  try {
    return {
      text: format(pattern.replaceAll('上午/下午', 'AM/PM'), day, { locale: 'zh-CN' }).trim(),
    };
  } catch {
    return { text: general(number) };
  }
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
  const bare = pattern.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/General|E\+/i.test(bare);
}
