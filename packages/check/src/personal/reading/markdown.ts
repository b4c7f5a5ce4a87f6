import { parseMarkdown } from '@columns/content/markdown';
import type { Nodes, Parent, Table } from 'mdast';
import { decodeReferences, type HtmlTag, htmlPieces, spanOf } from './html.ts';
import type { Place, TextPassage } from './passage.ts';
import { Words } from './passage.ts';
import type { TableCell } from './table.ts';
import { tablePassages } from './table.ts';

/**
 * A body as its page shows it, paragraph by paragraph and cell by cell, and what the page does not show but
 * the file holds: targets of links, comments, attributes. `firstLine` is the line the body begins at.
 */
export function markdownPassages(body: string, firstLine: number): TextPassage[] {
  const reader = new BodyReader(body, firstLine);
  reader.block(parseMarkdown(body));
  return reader.done();
}

interface OpenTable {
  readonly rows: TableCell[][];
  cell: (Omit<TableCell, 'words'> & { readonly words: Words }) | undefined;
  inHead: boolean;
}

const BLOCK_TAGS = /^(?:p|div|li|ul|ol|h[1-6]|section|blockquote|caption|dt|dd|dl)$/;

class BodyReader {
  readonly #source: string;
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #passages: TextPassage[] = [];
  /** Tables of HTML that are open; they may reach over several blocks of Markdown. */
  readonly #tables: OpenTable[] = [];
  #words = new Words();
  /** Where what is read next begins: the dialect cuts texts at the ends of lines, and the parts have no place. */
  #next: Place;

  constructor(source: string, firstLine: number) {
    this.#source = source;
    this.#lines = source.split('\n');
    this.#firstLine = firstLine;
    this.#next = { line: firstLine, column: 1 };
  }

  done(): TextPassage[] {
    this.#endWords();
    while (this.#tables.length > 0) this.#endTable();
    return this.#passages;
  }

  block(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        this.#inline(node);
        this.#endBlock();
        return;
      case 'table':
        this.#endBlock();
        this.#table(node);
        return;
      case 'html':
        this.#html(node.value, this.#start(node));
        this.#endBlock();
        return;
      case 'code': {
        const { line, column } = this.#start(node);
        const fenced = /^(?:`{3}|~{3})/.test(this.#written(node));
        this.#aside([node.lang, node.meta].filter(Boolean).join(' '), { line, column });
        this.#target().add(node.value, fenced ? { line: line + 1, column: 1 } : { line, column });
        this.#endBlock();
        return;
      }
      case 'definition':
        this.#aside(readTarget(node.url), this.#start(node));
        this.#aside(`${node.label ?? ''} ${node.title ?? ''}`, this.#start(node));
        return;
      default:
    }
    if ('children' in node)
      for (const child of (node as Parent).children) this.block(child as Nodes);
    else if ('value' in node) this.#aside(String(node.value), this.#start(node));
  }

  #inline(node: Nodes): void {
    const start = this.#start(node);
    this.#next = start;
    this.#read(node, start);
    if (node.position) this.#next = this.#inFile(node.position.end);
  }

  #read(node: Nodes, start: Place): void {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#text(node.value, start);
        return;
      case 'break':
        this.#target().add('\n', start, false);
        this.#next = { line: start.line + 1, column: 1 };
        return;
      case 'html':
        this.#html(node.value, start);
        return;
      case 'image':
        this.#aside(`${node.alt ?? ''} ${node.title ?? ''}`, start);
        this.#aside(readTarget(node.url), start);
        return;
      case 'imageReference':
        this.#aside(node.alt ?? '', start);
        return;
      case 'link':
        this.#aside(node.title ?? '', start);
        this.#aside(readTarget(node.url), start);
        break;
      default:
    }
    if ('children' in node) {
      for (const child of (node as Parent).children) this.#inline(child as Nodes);
    } else if ('value' in node) this.#aside(String(node.value), start);
  }

  /** Words as they are read; where they are written otherwise, by references, only their beginning is known. */
  #text(value: string, { line, column }: Place): void {
    const written = this.#lines[line - this.#firstLine] ?? '';
    const at = written.indexOf(value, column - 1);
    if (at < 0) this.#target().add(value, { line, column }, false);
    else this.#target().add(value, { line, column: at + 1 });
    this.#next = { line, column: (at < 0 ? column - 1 : at) + value.length + 1 };
  }

  #table(node: Table): void {
    const rows = node.children.map((row, index) =>
      row.children.map((cell): TableCell => {
        const words = this.#apart(() => {
          for (const child of cell.children) this.#inline(child);
        });
        return { words, columns: 1, rows: 1, head: index === 0 };
      }),
    );
    this.#passages.push(...tablePassages(rows));
  }

  /** The words that `read` gives, kept out of what stands around them. */
  #apart(read: () => void): Words {
    const outer = this.#words;
    const tables = this.#tables.splice(0);
    this.#words = new Words();
    read();
    while (this.#tables.length > 0) this.#endTable();
    const inner = this.#words;
    this.#words = outer;
    this.#tables.push(...tables);
    return inner;
  }

  #html(html: string, start: Place): void {
    let { line } = start;
    let lineStart = -start.column + 1;
    let next = html.indexOf('\n');
    for (const piece of htmlPieces(html)) {
      while (next !== -1 && next < piece.offset) {
        line++;
        lineStart = next + 1;
        next = html.indexOf('\n', lineStart);
      }
      const place = { line, column: Math.max(1, piece.offset - lineStart + 1) };
      if (piece.type === 'comment') this.#aside(piece.text, place);
      else if (piece.type === 'text') {
        const text = decodeReferences(piece.text);
        this.#target().add(text, place, text === piece.text);
      } else this.#tag(piece, place);
    }
  }

  #tag(tag: HtmlTag, place: Place): void {
    const { name, closes, attributes } = tag;
    const table = this.#tables.at(-1);
    if (/\d/.test(attributes)) this.#aside(decodeReferences(attributes), place);
    if (name === 'br' || BLOCK_TAGS.test(name)) this.#target().add('\n', place, false);
    else if (name === 'table' && !closes) {
      if (!table) this.#endWords();
      this.#tables.push({ rows: [], cell: undefined, inHead: false });
    } else if (name === 'table') this.#endTable();
    else if (!table) return;
    else if (name === 'thead') table.inHead = !closes;
    else if (name === 'tr') {
      table.cell = undefined;
      if (!closes) table.rows.push([]);
    } else if (name === 'td' || name === 'th') {
      table.cell = undefined;
      if (closes) return;
      if (table.rows.length === 0) table.rows.push([]);
      table.cell = {
        words: new Words(),
        columns: spanOf(attributes, 'colspan'),
        rows: spanOf(attributes, 'rowspan'),
        head: name === 'th' || table.inHead,
      };
      table.rows.at(-1)?.push(table.cell);
    }
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table) for (const passage of tablePassages(table.rows)) this.#passages.push(passage);
  }

  /** Where words go: into the cell that is open, or the block. */
  #target(): Words {
    return this.#tables.at(-1)?.cell?.words ?? this.#words;
  }

  #endBlock(): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell) cell.words.add('\n\n', { line: this.#firstLine, column: 1 }, false);
    else this.#endWords();
  }

  #endWords(): void {
    if (!this.#words.isEmpty) this.#passages.push(this.#words.passage());
    this.#words = new Words();
  }

  /** What stands in the file and not among the words. */
  #aside(text: string, place: Place): void {
    if (text.trim() === '') return;
    const words = new Words();
    words.add(text, place, false);
    this.#passages.push(words.passage());
  }

  #start({ position }: Nodes): Place {
    return position ? this.#inFile(position.start) : this.#next;
  }

  #inFile({ line, column }: Place): Place {
    return { line: line + this.#firstLine - 1, column };
  }

  #written({ position }: Nodes): string {
    return this.#source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }
}

/** A link's target as a browser reads it: `%31%33` is 13. */
function readTarget(url: string): string {
  if (!url.includes('%')) return url;
  try {
    return decodeURIComponent(url);
  } catch {
    // Not UTF-8: figures are read all the same.
    return url.replaceAll(/%3(\d)/g, '$1');
  }
}
