import { parse } from 'csv-parse/browser/esm/sync';
import type { Remark } from '../failure.ts';

/** Words that were accounted for, and by what. */
export interface Held {
  /** `undefined`: they are in the entry; else why they are not. */
  readonly reason: string | undefined;
  readonly texts: readonly string[];
  /** Cells of the entry's table. */
  readonly cells: readonly string[];
  readonly links: readonly string[];
  readonly pictures: number;
  readonly signs: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Fields whose values are no words of the file: what is derived from it, chosen or set. */
const DERIVED =
  /^(?:kind|unit|published|formed|level|form|source|attribute|[ \t]+(?:type|state)):.*$/gm;

/** What the files of an entry hold, read from what is written and not from what was meant to be. */
export function heldByEntry(files: ReadonlyMap<string, string | Uint8Array>): Held {
  const texts: string[] = [];
  const cells: string[] = [];
  const links: string[] = [];
  let pictures = 0;
  for (const [path, content] of files) {
    if (typeof content !== 'string') continue;
    if (path.endsWith('.csv')) {
      const rows: string[][] = parse(content, { bom: true, relax_column_count: true });
      for (const row of rows) for (const cell of row) if (cell !== '') cells.push(cell);
      continue;
    }
    const plain = content
      .replace(/^---\n[\s\S]*?\n---\n/, (head) =>
        head.replaceAll(DERIVED, '').replaceAll('---', ''),
      )
      .replaceAll(/^\|[ |-]*-[ |-]*\|$/gm, '')
      .replaceAll(/!\[/g, () => {
        pictures++;
        return '![';
      })
      .replaceAll(/\[\^\d+\]:?/g, '')
      .replaceAll(/\]\(<?((?:[^()\\\s]|\\.|\([^()\s]*\))*)>?\)/g, (_, target: string) => {
        links.push(target.replaceAll(/\\(?=[^\w\s])/g, ''));
        return '';
      })
      .replaceAll(/^[ \t>]*(?:-|\d{1,9}\.) /gm, '')
      .replaceAll(/<\/?(?:table|thead|tbody|tr|th|td|br|sub|sup|u)\b[^<>]*>/g, ' ')
      .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
    texts.push(plain);
  }
  return { reason: undefined, texts, cells, links, pictures, signs: 0 };
}

/** What a remark accounts for: what it covers, or the words that it quotes. */
export function heldByRemark({ sort, text, covers }: Remark): Held {
  const texts = covers === undefined ? quotedIn(text) : (covers.words ?? []);
  return {
    reason: sort === 'left-out' ? reasonOf(text) : undefined,
    texts,
    cells: covers?.cells ?? [],
    links: texts,
    pictures: covers?.pictures ?? 0,
    signs: covers?.signs ?? 0,
  };
}

/** What a remark quotes; a quotation may stand in another. */
function quotedIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“' && depth++ === 0) start = at + 1;
    else if (text[at] === '”' && depth > 0 && --depth === 0) found.push(text.slice(start, at));
  }
  if (depth > 0) found.push(...text.slice(start).split('”', 1));
  return found;
}

/** Why something was left out, without the words themselves. */
function reasonOf(text: string): string {
  return (text.split(/[：:]?“/, 1)[0] ?? text).replace(/[：:]$/, '').trim();
}
