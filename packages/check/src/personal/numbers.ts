/*
 * The arithmetic of personal and public numbers. All take plain ASCII digits.
 */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** Whether the last sign of an 18-digit identity number is the check sign of the others (GB 11643-1999). */
export function isIdChecked(number: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return ID_CHECKS[sum % 11] === number[17]?.toUpperCase();
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether 18 signs are a unified social credit code with its check sign (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  const values = [...code.toUpperCase()].map((sign) => CREDIT_SIGNS.indexOf(sign));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = values.slice(0, 17).reduce((total, value, at) => total + value * (3 ** at % 31), 0);
  return (31 - (sum % 31)) % 31 === values[17];
}

/** Whether the digits pass the check of bank cards (ISO/IEC 7812-1, annex B: Luhn). */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether year, month and day make a date on which a person can have been born. */
export function isBirthday(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2039 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
