import BufferReader from 'word-extractor/lib/buffer-reader.js';
import type { LibraryDocument, Piece } from 'word-extractor/lib/word-ole-extractor.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import { viewOf } from '../bytes.ts';
import { readCompound } from '../cfb.ts';
import { damaged } from '../failure.ts';
import type { NewFile, NotRead } from './answer.ts';
import { docxOf } from './docx.ts';
import { numberingXml } from './lists.ts';
import type { Run } from './sprm.ts';
import { readRuns } from './sprm.ts';
import { Story } from './story.ts';
import { readStyleSheet } from './styles.ts';

/** Where in the head of a document the places of its tables stand ([MS-DOC] 2.5.6). */
const PLACES = {
  styles: 0xa2,
  footnotes: 0xaa,
  footnoteTexts: 0xb2,
  headers: 0xf2,
  characters: 0xfa,
  paragraphs: 0x102,
  fonts: 0x112,
  endnotes: 0x20a,
  endnoteTexts: 0x212,
  boxes: 0x25a,
  headerBoxes: 0x272,
  lists: 0x2e2,
  overrides: 0x2ea,
} as const;

const MODERN = 0xa5ec;
/** How documents of Word 2, 6 and 95 begin, of the Chinese ones too. */
const OLDER = new Set([0xa59b, 0xa59c, 0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);
/** What is told of each text box, in bytes. */
const BOX = 22;

/**
 * An old Word document as a new one. `word-extractor` finds the text of all its parts; what its characters
 * and paragraphs are (rows, merged cells, headings, automatic numbers, notes, deleted and hidden words),
 * which the library leaves out, is read from the same streams.
 */
export async function readDoc(bytes: Uint8Array): Promise<NewFile | NotRead> {
  const streams = readCompound(bytes);
  const head = streams.find(({ path }) => path === 'WordDocument')?.read();
  if (head === undefined || head.length < 2) throw damaged();
  const magic = viewOf(head).getUint16(0, true);
  if (OLDER.has(magic)) return { code: 'old-format', broken: '是 Word 95 或更早的文件，读不了' };
  if (magic !== MODERN) throw damaged();
  const data = streams.find(({ path }) => path === 'Data')?.read() ?? new Uint8Array();
  const extractor = new Extractor(data);
  return (await extractor.extract(new BufferReader(Buffer.from(bytes)))) as NewFile;
}

class Extractor extends WordOleExtractor {
  readonly #data: Uint8Array;
  #document = new Uint8Array();
  #table = new Uint8Array();
  #characters: readonly Run[] = [];
  #paragraphs: readonly Run[] = [];

  constructor(data: Uint8Array) {
    super();
    this.#data = data;
  }

  /** Bookmarks mark places and show nothing. */
  override writeBookmarks(): void {}

  override writeCharacterProperties(document: Buffer, table: Buffer): void {
    this.#document = Uint8Array.from(document);
    this.#table = Uint8Array.from(table);
    this.#characters = readRuns(this.#document, this.#part('characters'), false);
  }

  override writeParagraphProperties(): void {
    this.#paragraphs = readRuns(this.#document, this.#part('paragraphs'), true);
  }

  /** Headers are read with everything else. */
  override normalizeHeaders(): void {}

  override buildDocument(): NewFile {
    const count = (name: string) => this._boundaries[name] ?? 0;
    const main = count('ccpText');
    const notes = main;
    const headers = notes + count('ccpFtn');
    const remarks = headers + count('ccpHdd');
    const endnotes = remarks + count('ccpAtn');
    const boxes = endnotes + count('ccpEdn');
    const headerBoxes = boxes + count('ccpTxbx');
    // Pieces that should stand behind the end of the file give a text that stops early.
    const found = this._pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (found < headerBoxes + count('ccpHdrTxbx')) throw damaged();
    const longer = (at: number): Uint8Array => {
      if (at + 2 > this.#data.length) return new Uint8Array();
      return this.#data.subarray(at + 2, at + 2 + viewOf(this.#data).getUint16(at, true));
    };
    const story = new Story({
      pieces: this._pieces as readonly Piece[],
      characters: this.#characters,
      paragraphs: this.#paragraphs,
      styles: readStyleSheet(this.#part('styles'), longer),
      fonts: readFonts(this.#part('fonts')),
      data: this.#data,
      longer,
      footnotes: this.#references('footnotes'),
      endnotes: this.#references('endnotes'),
    });
    const cut = (name: keyof typeof PLACES, start: number): [number, number][] => {
      const ends = this.#places(name, name === 'boxes' || name === 'headerBoxes' ? BOX : 0);
      return ends.slice(0, -1).map((from, index) => [start + from, start + (ends[index + 1] ?? 0)]);
    };
    const texts = (name: keyof typeof PLACES, start: number) =>
      // The last one is a mark that ends them all.
      cut(name, start)
        .slice(0, -1)
        .map(([from, to]) => story.xml(from, to));
    const inBoxes = texts('boxes', boxes);
    const library = super.buildDocument() as LibraryDocument;
    const body = story.xml(0, main);
    const footnotes = count('ccpFtn') > 0 ? texts('footnoteTexts', notes) : [];
    const own = count('ccpEdn') > 0 ? texts('endnoteTexts', endnotes) : [];
    const written = story.written;
    // The first six are lines above notes; then six for each section.
    const margins = count('ccpHdd') > 0 ? cut('headers', headers).slice(6) : [];
    const lost = [...story.lost(inBoxes.length), ...(count('ccpAtn') > 0 ? ['批注没有转出'] : [])];
    const sought = signs(
      library._body + library._footnotes + library._endnotes + library._textboxes,
    );
    if (sought > written) lost.push(`约 ${sought - written} 个字没有转出`);
    return {
      format: 'docx',
      lost,
      changed: inBoxes.some((xml) => xml.includes('<w:t '))
        ? ['文本框中的文字放在文末，请移到原来的地方']
        : [],
      bytes: docxOf({
        body: body + inBoxes.join(''),
        footnotes,
        endnotes: own,
        margins: [
          ...margins.map(([from, to]) => story.xml(from, to)),
          ...(count('ccpHdrTxbx') > 0 ? texts('headerBoxes', headerBoxes) : []),
        ],
        styles: story.styles(),
        numbering: numberingXml(this.#table, this.#place('lists'), this.#place('overrides')),
      }),
    };
  }

  #place(name: keyof typeof PLACES): [at: number, size: number] {
    const view = viewOf(this.#document);
    const at = PLACES[name];
    return at + 8 > this.#document.length
      ? [0, 0]
      : [view.getUint32(at, true), view.getUint32(at + 4, true)];
  }

  #part(name: keyof typeof PLACES): Uint8Array {
    const [at, size] = this.#place(name);
    return this.#table.subarray(at, at + size);
  }

  /** The places of a table; behind them stand `data` bytes for each but the last. */
  #places(name: keyof typeof PLACES, data: number): number[] {
    const view = viewOf(this.#part(name));
    const count = Math.max(0, Math.floor((view.byteLength - 4) / (4 + data)));
    return Array.from({ length: count + 1 }, (_, index) =>
      index * 4 + 4 <= view.byteLength ? view.getUint32(index * 4, true) : 0,
    );
  }

  /** Where notes are referred to: places, and two bytes for each that say how. */
  #references(name: 'footnotes' | 'endnotes'): ReadonlyMap<number, number> {
    const view = viewOf(this.#part(name));
    const count = Math.max(0, Math.floor((view.byteLength - 4) / 6));
    return new Map(
      Array.from({ length: count }, (_, index) => [view.getUint32(index * 4, true), index]),
    );
  }
}

/** How many signs of a text show something. */
function signs(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what shows nothing
  return text.replaceAll(/[\s\u0000-\u001f]/g, '').length;
}

const UTF_16 = new TextDecoder('utf-16le');

/** Names of the fonts, in their order ([MS-DOC] 2.9.82). */
function readFonts(bytes: Uint8Array): string[] {
  if (bytes.length < 4) return [];
  const count = viewOf(bytes).getUint16(0, true);
  const names: string[] = [];
  for (let at = 4, index = 0; index < count && at < bytes.length; index++) {
    const size = (bytes[at] ?? 0) + 1;
    names.push(UTF_16.decode(bytes.subarray(at + 40, at + size)).split('\0', 1)[0] ?? '');
    at += size;
  }
  return names;
}
