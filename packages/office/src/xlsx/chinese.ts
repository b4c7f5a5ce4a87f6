const DIGITS = [[...'〇一二三四五六七八九'], [...'零壹贰叁肆伍陆柒捌玖']] as const;
const UNITS = [
  ['', '十', '百', '千'],
  ['', '拾', '佰', '仟'],
] as const;
const GROUPS = ['', '万', '亿', '万亿'];

/** Figure by figure, as a year is written: 2026 → 二〇二六; `form` 1 for receipts. */
export function byFigures(text: string, form: 0 | 1): string {
  return text.replaceAll(/\d/g, (digit) => DIGITS[form][Number(digit)] ?? digit);
}

/** A number as it is said: 12305 → 一万二千三百〇五, or 壹万贰仟叁佰零伍; a fraction figure by figure. */
export function spelled(text: string, form: 0 | 1): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole === '' || whole.length > 16) return byFigures(text, form);
  const digits = [...whole.replace(/^0+(?=\d)/, '')].map(Number);
  let said = '';
  let gap = false;
  for (const [index, digit] of digits.entries()) {
    const place = digits.length - 1 - index;
    if (digit === 0) gap = said !== '';
    else {
      said += `${gap ? DIGITS[form][0] : ''}${DIGITS[form][digit]}${UNITS[form][place % 4]}`;
      gap = false;
    }
    const group = digits.slice(Math.max(0, index - 3 + (place % 4)), index + 1);
    if (place % 4 === 0 && place > 0 && group.some((each) => each !== 0)) said += GROUPS[place / 4];
  }
  const short = form === 0 ? said.replace(/^一十/, '十') : said;
  return `${sign === '' ? '' : '-'}${short === '' ? DIGITS[form][0] : short}${byFigures(fraction, form)}`;
}
