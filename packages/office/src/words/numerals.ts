const DIGITS = '零一二三四五六七八九';
const VALUE = new Map([
  ...[...DIGITS].map((char, index) => [char, index] as const),
  ...[...'〇○ＯOo0０'].map((char) => [char, 0] as const),
  ['两', 2] as const,
  ...[...'123456789'].map((char, index) => [char, index + 1] as const),
  ...[...'１２３４５６７８９'].map((char, index) => [char, index + 1] as const),
]);

/** 二十九 → 29, 廿三 → 23, 2 → 2; `undefined` for what is no number below 100. */
export function chineseNumber(text: string): number | undefined {
  const plain = text.replace(/^廿/, '二十').replace(/^卅/, '三十');
  const match = /^(.?)十(.?)$/u.exec(plain);
  if (match) {
    const tens = match[1] === '' ? 1 : VALUE.get(match[1] ?? '');
    const ones = match[2] === '' ? 0 : VALUE.get(match[2] ?? '');
    return tens === undefined || ones === undefined ? undefined : tens * 10 + ones;
  }
  return digits(plain);
}

/** 二〇二〇 → 2020. */
export function digits(text: string): number | undefined {
  let value = 0;
  for (const char of text) {
    const digit = VALUE.get(char);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return text === '' ? undefined : value;
}

/** 1 → 一, 12 → 十二, 20 → 二十, 108 → 一百零八; for list numbering below 1000. */
export function toChinese(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value < 100) {
    const tens = Math.floor(value / 10);
    return `${tens === 1 ? '' : DIGITS[tens]}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
  }
  const rest = value % 100;
  const hundreds = `${DIGITS[Math.floor(value / 100)]}百`;
  if (rest === 0) return hundreds;
  return `${hundreds}${rest < 10 ? '零' : ''}${rest < 20 && rest >= 10 ? '一' : ''}${toChinese(rest)}`;
}
