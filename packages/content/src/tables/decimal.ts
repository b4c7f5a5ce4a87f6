/** Amounts in tables are added exactly: whole numbers of the millionth part, never binary fractions. */
const PLACES = 6;
const UNIT = 10n ** BigInt(PLACES);

const AMOUNT = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/;

/** `1,234.50` as an exact number of millionths; nothing where it is no amount. */
export function readAmount(text: string): bigint | undefined {
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = BigInt(whole.replaceAll(',', '')) * UNIT + BigInt(fraction.padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}

/** How many digits stand after the point. */
export function placesOf(text: string): number {
  return AMOUNT.exec(text)?.[3]?.length ?? 0;
}

/** Half of the last place that is written with `places` digits after the point. */
export function halfOf(places: number): bigint {
  return UNIT / 10n ** BigInt(places) / 2n;
}

/** The number as people write it, without useless zeros. */
export function writeAmount(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  const fraction = String(size % UNIT)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${sign}${size / UNIT}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The amount as a number to draw with, not to count with. */
export function amountNumber(value: bigint): number {
  return Number(value) / Number(UNIT);
}
