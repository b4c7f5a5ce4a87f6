/** The parts of `word-extractor` that its own entrance is made of; it ships no types. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  export interface Piece {
    readonly startCp: number;
    readonly startFilePos: number;
    /** Bytes a character. */
    readonly bpc: number;
    readonly text: string;
  }
  export interface LibraryDocument {
    readonly _body: string;
    readonly _footnotes: string;
    readonly _endnotes: string;
    readonly _textboxes: string;
  }
  export default class WordOleExtractor {
    _pieces: Piece[];
    _boundaries: Readonly<Record<string, number>>;
    extract(reader: unknown): Promise<unknown>;
    buildDocument(): unknown;
    writeBookmarks(document: Buffer, table: Buffer): void;
    writeCharacterProperties(document: Buffer, table: Buffer): void;
    writeParagraphProperties(document: Buffer, table: Buffer): void;
    normalizeHeaders(document: Buffer, table: Buffer): void;
  }
}

declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(bytes: Buffer);
  }
}
