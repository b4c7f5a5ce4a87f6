/* What the cells of a column are, told from the cells: officers declare names, never types. */

/**
 * How a column is shown and sorted. `code`: short and without Chinese, such as a telephone, so it
 * never breaks. `phrase` and `long` need more room than a word.
 */
export type ColumnKind = 'number' | 'date' | 'code' | 'text' | 'phrase' | 'long';

const PLAIN_NUMBER = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?%?$/;
const DAY =
  /^((?:19|20)\d\d)(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?|年(?:(\d{1,2})月(?:(\d{1,2})日)?)?)$/;
const BLANK = /^(?:|[-—–/]+|无|暂无)$/;
/** Names of columns whose digits are no quantities. */
const CODE_NAME = /电话|手机|传真|号码|编号|代码|邮编|账号|证号|文号|热线/;
/** A longer cell makes its column a `phrase` or `long`; in characters. */
const WORD = 6;
const PHRASE = 24;

/** Full width and half width alike. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Empty, or one of the signs that officers write for “nothing”. */
export function isBlank(text: string): boolean {
  return BLANK.test(plain(text));
}

/** The number in a cell: `1,234.50`, `12%`, `￥300`; a leading zero makes digits a code. */
export function numberOf(text: string): number | undefined {
  const figure = plain(text).replace('\u2212', '-').replace('¥', '');
  if (!PLAIN_NUMBER.test(figure)) return undefined;
  return Number(figure.replace(/[,%]/g, ''));
}

/** A day, month or year in a cell, as a number that sorts: `2024年5月1日` → 20240501. */
export function dateOf(text: string): number | undefined {
  const match = DAY.exec(plain(text));
  if (!match) return undefined;
  const [, year, m1, d1, m2, d2] = match;
  const month = Number(m1 ?? m2 ?? 0);
  const day = Number(d1 ?? d2 ?? 0);
  return month <= 12 && day <= 31 ? Number(year) * 10_000 + month * 100 + day : undefined;
}

/** Judges a column by its name and all its cells. */
export function columnKind(name: string, cells: readonly string[]): ColumnKind {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return 'text';
  if (filled.every((cell) => dateOf(cell) !== undefined)) return 'date';
  if (isQuantity(name, filled)) return 'number';
  if (filled.every((cell) => /^[\x21-\x7e]{1,20}$/.test(cell))) return 'code';
  const longest = filled.reduce((length, cell) => Math.max(length, cell.length), 0);
  if (longest > PHRASE) return 'long';
  return longest > WORD ? 'phrase' : 'text';
}

function isQuantity(name: string, filled: readonly string[]): boolean {
  if (CODE_NAME.test(name) || !filled.every((cell) => numberOf(cell) !== undefined)) return false;
  // Digits of one length, six or more, are codes: postcodes, mobile numbers.
  const [first = ''] = filled;
  const codes = filled.length > 1 && filled.every((cell) => /^\d{6,}$/.test(cell));
  return !(codes && filled.every(({ length }) => length === first.length));
}
