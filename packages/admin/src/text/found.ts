import type { ListedEntry } from '../browser/entry-list.ts';

/** How a text is compared: 安府办发[2026]5号 finds 安府办发〔2026〕5号. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[〔［【[(（]/g, '(')
    .replaceAll(/[〕］】\])）]/g, ')')
    .replaceAll(/\s+/g, '');

/** Entries whose title, number or id has what was typed; each of several words. */
export function foundBy(entries: readonly ListedEntry[], typed: string): readonly ListedEntry[] {
  const words = typed
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return entries.filter(({ id, title, docNumber }) => {
    const text = folded(`${title}\n${docNumber ?? ''}\n${id}`);
    return words.every((word) => text.includes(word));
  });
}
