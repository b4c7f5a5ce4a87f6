/*
 * The two numbers by which an applicant is told. Both end in a check character, so that a slip of
 * one digit shows at once; whether the number was ever given to anyone, no page can know.
 */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** What is wrong with a 公民身份号码 (GB 11643-1999: ISO 7064 MOD 11-2), in Chinese. */
export function idNumberFault(number: string): string | undefined {
  if (number.length !== 18) return `公民身份号码是 18 位，现在是 ${number.length} 位`;
  if (!/^\d{17}[\dX]$/.test(number)) return '公民身份号码的前 17 位是数字，最后一位是数字或 X';
  if (!isBirthday(number.slice(6, 14)))
    return `公民身份号码第 7 至 14 位是出生日期，“${number.slice(6, 14)}”不是一个日期`;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return number[17] === ID_CHECKS[sum % 11] ? undefined : '公民身份号码与校验码不符，请逐位核对';
}

/** Whether `YYYYMMDD` is a day that exists; years that no one alive was born in are slips. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/** The characters of a credit code in the order of their values: no I, O, S, V, Z. */
const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_LENGTH = 18;

/** What is wrong with a 统一社会信用代码 (GB 32100-2015: weights are powers of 3, modulus 31). */
export function creditCodeFault(code: string): string | undefined {
  if (code.length !== CODE_LENGTH) return `统一社会信用代码是 18 位，现在是 ${code.length} 位`;
  const values = [...code].map((character) => CODE_CHARACTERS.indexOf(character));
  const unknown = values.indexOf(-1);
  if (unknown !== -1)
    return `统一社会信用代码中不会有“${code[unknown]}”，只用数字和 I、O、S、V、Z 以外的大写字母`;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[values.length - 1] === (31 - (sum % 31)) % 31
    ? undefined
    : '统一社会信用代码与校验码不符，请逐位核对';
}
