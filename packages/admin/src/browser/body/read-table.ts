import { htmlParts } from '@columns/content/markdown';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Mark, Node } from 'prosemirror-model';
import { TableMap } from 'prosemirror-tables';
import { markType, schema, type } from './schema.ts';
import { cell, linesOf, readInline } from './words.ts';

/** What stands between a table's tags: the parts of its HTML, and paragraphs of the dialect. */
type Piece =
  | { readonly type: 'open' | 'close' | 'void'; readonly name: string; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'words'; readonly words: readonly PhrasingContent[] };

/** Whether more tables open than close in these blocks. */
export function isOpenTable(group: readonly RootContent[]): boolean {
  let open = 0;
  for (const node of group) {
    if (node.type !== 'html') continue;
    for (const part of htmlParts(node.value)) {
      if (part.type === 'open' && part.name === 'table') open += 1;
      if (part.type === 'close' && part.name === 'table') open -= 1;
    }
  }
  return open > 0;
}

/**
 * A table of the dialect's HTML. Its cells hold words as HTML has them, or paragraphs of the dialect between
 * empty lines. Nothing where it holds what the editor's table cannot: it stays as source.
 */
export function readHtmlTable(group: readonly RootContent[]): Node | undefined {
  const pieces = group.flatMap(piecesOf);
  if (pieces.some((piece) => piece === undefined)) return undefined;
  const reader = new TableReader();
  for (const piece of pieces as Piece[]) if (!reader.take(piece)) return undefined;
  return reader.table();
}

function piecesOf(node: RootContent): (Piece | undefined)[] {
  if (node.type === 'paragraph') return [{ type: 'words', words: node.children }];
  if (node.type !== 'html') return [undefined];
  return htmlParts(node.value).map((part) => (part.type === 'refused' ? undefined : part));
}

interface OpenCell {
  readonly name: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: Node[];
  readonly tags: string[];
}

class TableReader {
  readonly #rows: Node[][] = [];
  #open: 'nothing' | 'table' | 'row' | 'done' = 'nothing';
  #cell: OpenCell | undefined;

  /** Takes the next piece; false where the table is none that the editor has. */
  take(piece: Piece): boolean {
    if (this.#cell) return this.#inCell(piece, this.#cell);
    if (piece.type === 'text') return piece.text.trim() === '';
    if (piece.type === 'open') return this.#opens(piece.name, piece.text);
    return piece.type === 'close' && this.#closes(piece.name);
  }

  #opens(name: string, tag: string): boolean {
    const open = this.#open;
    if (name === 'table') {
      this.#open = 'table';
      return open === 'nothing';
    }
    if (name === 'thead' || name === 'tbody') return open === 'table';
    if (name === 'tr') {
      this.#rows.push([]);
      this.#open = 'row';
      return open === 'table';
    }
    this.#cell = { name, attrs: attributes(tag), content: [], tags: [] };
    return open === 'row' && (name === 'td' || name === 'th');
  }

  #closes(name: string): boolean {
    const open = this.#open;
    if (name === 'tr') {
      this.#open = 'table';
      return open === 'row';
    }
    if (name === 'table') this.#open = 'done';
    return open === 'table' && name !== 'td' && name !== 'th';
  }

  #inCell(piece: Piece, open: OpenCell): boolean {
    if (piece.type === 'words') {
      const words = readInline(piece.words);
      if (!words || open.tags.length > 0) return false;
      if (open.content.some((node) => !isBlank(node))) open.content.push(BREAK());
      else open.content.length = 0;
      open.content.push(...words);
      return true;
    }
    if (piece.type === 'text') {
      open.content.push(...textOf(piece.text, open.tags));
      return true;
    }
    if (piece.type === 'void') {
      open.content.push(BREAK());
      return true;
    }
    if (piece.type === 'open') {
      open.tags.push(piece.name);
      return ['u', 'sub', 'sup'].includes(piece.name);
    }
    if (piece.name !== open.name) return open.tags.pop() === piece.name;
    this.#rows.at(-1)?.push(cell(cellLines(open.content), open.attrs, open.name === 'th'));
    this.#cell = undefined;
    return open.tags.length === 0;
  }

  table(): Node | undefined {
    if (this.#open !== 'done' || this.#rows.length === 0) return undefined;
    const rows = this.#rows.map((cells) => type('table_row').create(null, cells));
    const made = type('table').create(null, rows);
    // What does not fit together would be mended without having been touched.
    return TableMap.get(made).problems ? undefined : made;
  }
}

const BREAK = (): Node => type('hard_break').create();
const isBlank = (node: Node): boolean => node.isText && node.text?.trim() === '';

/** White space around the lines of a cell is none of its words. */
function cellLines(content: readonly Node[]): Node[][] {
  return linesOf(content).map((line) => {
    const from = line.findIndex((node) => !isBlank(node));
    const to = line.findLastIndex((node) => !isBlank(node));
    return from === -1 ? [] : line.slice(from, to + 1);
  });
}

/** Words of HTML: a line that ends between words ends for the reader, too. */
function textOf(html: string, tags: readonly string[]): Node[] {
  const marks = tags.reduce<readonly Mark[]>(
    (set, name) => markType(name).create().addToSet(set),
    [],
  );
  return html
    .replaceAll('\r', '')
    .replaceAll(/^\s*\n\s*|\s*\n\s*$/g, ' ')
    .split(/[ \t]*\n[ \t]*/)
    .flatMap((line, index) => {
      const value = decoded(line);
      const words = value === '' ? [] : [schema.text(value, marks)];
      return index === 0 ? words : [BREAK(), ...words];
    });
}

function decoded(html: string): string {
  return html.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(name as string) || whole;
    const code = ten === undefined ? Number.parseInt(hex as string, 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function attributes(tag: string): Record<string, unknown> {
  const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return {
    colspan: Number(value('colspan') ?? 1),
    rowspan: Number(value('rowspan') ?? 1),
    scope: value('scope') ?? null,
  };
}
