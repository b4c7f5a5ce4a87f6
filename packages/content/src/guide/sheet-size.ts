import type { EntryOf } from '../entry.ts';

/**
 * How large a guide's 一次告知单 can be set and still be one A4 page: `large` and `small` fit, `over`
 * does not even when small.
 */
export type SheetSize = 'large' | 'small' | 'over';

/** Characters in a line and lines on the page at each size, measured on printed sheets. */
const LARGE = { characters: 36, lines: 23 };
const SMALL = { characters: 46, lines: 34 };

/** Estimated from the length of the texts; the browser test prints sheets at both limits. */
export function sheetSize(guide: EntryOf<'guide'>): SheetSize {
  return sizeThatFits((characters) => linesOf(textsOf(guide, characters), characters));
}

/** The same of any sheet, by the texts that stand on it, each a line of its own. */
export function sizeOfSheet(texts: readonly string[]): SheetSize {
  return sizeThatFits((characters) => linesOf(texts, characters));
}

function sizeThatFits(linesAt: (characters: number) => number): SheetSize {
  const fits = ({ characters, lines }: typeof LARGE) => linesAt(characters) <= lines;
  if (fits(LARGE)) return 'large';
  return fits(SMALL) ? 'small' : 'over';
}

function linesOf(texts: readonly string[], characters: number): number {
  return texts
    .filter((text) => text !== '')
    .reduce((sum, text) => sum + Math.ceil(text.length / characters), 0);
}

function textsOf({ data }: EntryOf<'guide'>, characters: number): string[] {
  const { conditions, materials, flow, basis } = data;
  const blocks = [
    ...conditions,
    ...materials.map(({ name, note = '' }) => longer(name, note, characters)),
    ...flow.map(({ name, text = '', time = '' }) => `${name}${text}${time}……`),
    basis.join('；'),
  ];
  const facts = [
    data.who,
    (data.amount ?? []).join('；'),
    `${data.limit.promised}${data.limit.legal ?? ''}`,
    `${data.fee.charged}${data.fee.standard ?? ''}${data.fee.basis ?? ''}`,
    data.place ?? '',
    ...(data.places ?? []).map(() => '一个场所的名称、地址和电话大约占一行'),
    data.hours ?? '',
    data.telephone,
    data.complaints ?? '',
    data.online ?? '',
    `${data.result}${data.delivery ?? ''}`,
  ];
  return [...blocks, ...facts];
}

/** Of two cells side by side the one that makes the row taller; each has about half the line. */
function longer(name: string, note: string, characters: number): string {
  const lines = Math.max(name.length / (characters * 0.4), note.length / (characters * 0.35));
  return '字'.repeat(Math.max(1, Math.ceil(lines)) * characters);
}
