import { toChinese } from './numerals.ts';

/** 1 → a, 26 → z, 27 → aa, as HTML counts. */
export function alphabetic(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 4 → IV. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** What a browser prints before an item (CSS Counter Styles), where it is no plain number. */
const STYLES: Readonly<Record<string, (number: number) => string | undefined>> = {
  a: (number) => `${alphabetic(number)}.`,
  A: (number) => `${alphabetic(number).toUpperCase()}.`,
  i: (number) => `${roman(number).toLowerCase()}.`,
  I: (number) => `${roman(number)}.`,
  'lower-alpha': (number) => `${alphabetic(number)}.`,
  'lower-latin': (number) => `${alphabetic(number)}.`,
  'upper-alpha': (number) => `${alphabetic(number).toUpperCase()}.`,
  'upper-latin': (number) => `${alphabetic(number).toUpperCase()}.`,
  'lower-roman': (number) => `${roman(number).toLowerCase()}.`,
  'upper-roman': (number) => `${roman(number)}.`,
  'decimal-leading-zero': (number) => `${String(number).padStart(2, '0')}.`,
  'cjk-ideographic': (number) => `${toChinese(number)}、`,
  'simp-chinese-informal': (number) => `${toChinese(number)}、`,
  'trad-chinese-informal': (number) => `${toChinese(number)}、`,
  'cjk-decimal': (number) => `${toChinese(number)}、`,
  'cjk-heavenly-stem': (number) => withComma(STEMS[number - 1]),
  'cjk-earthly-branch': (number) => withComma(BRANCHES[number - 1]),
};

const withComma = (sign: string | undefined): string | undefined =>
  sign === undefined ? undefined : `${sign}、`;

/**
 * What is printed before an item of a numbered list: `undefined` where it is the number and a point,
 * which a list of ours prints too. Numbers that no such list can have are words as well.
 */
export function printedNumber(number: number, style: string): string | undefined {
  if (style === 'none') return '';
  const own = number > 0 && number < 1000 ? STYLES[style]?.(number) : undefined;
  return own ?? (number < 0 || number > 999_999_999 ? `${number}.` : undefined);
}
