const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as 一 to 九十九. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}

/** 1 to 20 in a circle, as lists inside a sentence have it. */
export function circled(value: number): string {
  return String.fromCodePoint(0x2460 + ((value - 1) % 20));
}
