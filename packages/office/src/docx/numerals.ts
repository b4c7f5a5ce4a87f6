import { roman } from '../words/list-numbers.ts';
import { toChinese } from '../words/numerals.ts';

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const FINANCIAL = new Map(
  [...'零一二三四五六七八九十百千'].map((sign, index) => [
    sign,
    [...'零壹贰叁肆伍陆柒捌玖拾佰仟'][index] as string,
  ]),
);
const TRADITIONAL = new Map(
  [...'贰叁陆'].map((sign, index) => [sign, [...'貳參陸'][index] as string]),
);

/** 1 → a, 26 → z, 27 → aa, 28 → bb, as Word counts. */
const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
const signed = (first: number, most: number) => (number: number) =>
  number >= 1 && number <= most ? String.fromCodePoint(first + number - 1) : undefined;
const among = (signs: readonly string[]) => (number: number) => signs[number - 1];
const swap = (text: string, signs: ReadonlyMap<string, string>): string =>
  [...text].map((sign) => signs.get(sign) ?? sign).join('');

/** 壹, 壹拾, 壹拾壹, 贰拾: as receipts are written. */
export function financial(number: number): string {
  return swap(toChinese(number), FINANCIAL).replace(/^拾/, '壹拾');
}

/** 2026 → 二〇二六: figure by figure. */
export function figures(number: number): string {
  return [...String(number)]
    .map((digit) => [...'〇一二三四五六七八九'][Number(digit)] ?? digit)
    .join('');
}

type Writer = (number: number) => string | undefined;

/** Numerals by the format's name (ECMA-376 part 1, 17.18.59, ST_NumberFormat). */
const NUMERALS: Readonly<Record<string, Writer>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) =>
    String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (number) =>
    signed(0x2460, 20)(number) ??
    (number <= 35 ? String.fromCodePoint(0x323c + number) : undefined),
  decimalEnclosedFullstop: (number) => signed(0x2488, 20)(number) ?? `${number}.`,
  decimalEnclosedParen: (number) => signed(0x2474, 20)(number) ?? `(${number})`,
  numberInDash: (number) => `- ${number} -`,
  ordinal: (number) => {
    const rest = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
    return `${number}${['th', 'st', 'nd', 'rd'][rest] ?? 'th'}`;
  },
  hex: (number) => number.toString(16).toUpperCase(),
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerLetter: letters,
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  chineseCounting: toChinese,
  ideographDigital: figures,
  chineseLegalSimplified: financial,
  ideographLegalTraditional: (number) => swap(financial(number), TRADITIONAL),
  ideographTraditional: among(STEMS),
  ideographZodiac: among(BRANCHES),
  ideographZodiacTraditional: (number) =>
    number <= 60 ? `${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}` : undefined,
  ideographEnclosedCircle: signed(0x3280, 10),
};
/** Formats that print the same numerals as another one. */
const SAME: Readonly<Record<string, string>> = {
  chineseCountingThousand: 'chineseCounting',
  japaneseCounting: 'chineseCounting',
  taiwaneseCounting: 'chineseCounting',
  taiwaneseCountingThousand: 'chineseCounting',
  japaneseDigitalTenThousand: 'ideographDigital',
  taiwaneseDigital: 'ideographDigital',
  japaneseLegal: 'ideographLegalTraditional',
  decimalFullWidth2: 'decimalFullWidth',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
};

/** A list's number in its format; `undefined` where no numerals are known for it. */
export function numeral(number: number, format: string): string | undefined {
  const zeros = /^zeros:(\d+)$/.exec(format)?.[1];
  if (zeros !== undefined) return String(number).padStart(Number(zeros), '0');
  if (number < 1) return String(number);
  return NUMERALS[SAME[format] ?? format]?.(number);
}
