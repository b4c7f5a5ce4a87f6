/**
 * The texts of a document as a person reads it: paragraphs and cells, in order. For whoever looks for words in
 * it; what is hidden, remarks and properties are not among them.
 */
import { readDocx } from '../docx/index.ts';
import { OfficeFailure } from '../failure.ts';
import { readOfd } from '../ofd/index.ts';
import type { OldAnswer } from '../old/answer.ts';
import type { Block, Paper } from '../paper/index.ts';
import { plain } from '../paper/index.ts';
import type { PdfAnswer } from '../pdf/answer.ts';
import { paperOfPdf } from '../pdf/paper.ts';
import { readPptx } from '../pptx/index.ts';
import { extensionOf, signatureOf } from '../signature.ts';
import { readXlsx } from '../xlsx/index.ts';

/** A table: its rows, and whether the file says that the first is their head. */
export interface TextRows {
  readonly rows: readonly (readonly string[])[];
  readonly head?: true;
}

export type Text = string | TextRows;

export interface TextsOptions {
  /** The most that the file may unpack to. */
  readonly megabytes: number;
  readonly pdf: (bytes: Uint8Array) => Promise<PdfAnswer>;
  /** Turns an old file into a new one. */
  readonly old: (bytes: Uint8Array) => Promise<OldAnswer>;
}

/** Formats by the endings that a file of them has, WPS's own too. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, megabytes: number) => Text[]>> = {
  docx: (bytes, megabytes) => textsOf(readDocx(bytes, megabytes)),
  xlsx: (bytes, megabytes) =>
    readXlsx(bytes, megabytes).sheets.flatMap(({ name, rows }) => said([name, { rows }])),
  pptx: (bytes, megabytes) => textsOf(readPptx(bytes, megabytes)),
  ofd: (bytes, megabytes) => textsOf(readOfd(bytes, megabytes, () => false)),
};
const ALIASES: Readonly<Record<string, string>> = { wps: 'docx', et: 'xlsx', dps: 'pptx' };

/**
 * Reads Word, Excel, PowerPoint and WPS files of the new formats and the old ones, OFD and PDF.
 * @returns nothing for pictures, sound and text files, which are no documents of an office
 * @throws OfficeFailure where such a document cannot be read
 */
export async function readTexts(
  name: string,
  bytes: Uint8Array,
  { megabytes, pdf, old }: TextsOptions,
): Promise<Text[] | undefined> {
  switch (signatureOf(bytes)) {
    case 'pdf':
      return textsOf(paperOfPdf(await pdf(bytes), () => false));
    case 'ole': {
      const answer = await old(bytes);
      if ('format' in answer) return READERS[answer.format]?.(answer.bytes, megabytes) ?? [];
      const code = answer.code === 'old-format' ? 'wrong-extension' : answer.code;
      throw new OfficeFailure(code, answer.broken, '用 WPS 或 Office 另存为新格式');
    }
    case 'zip': {
      const ending = extensionOf(name);
      return READERS[ALIASES[ending] ?? ending]?.(bytes, megabytes);
    }
    default:
      return undefined;
  }
}

function textsOf({ blocks, notes }: Paper): Text[] {
  return said([...blocks.flatMap(blockTexts), ...[...notes.values()].map(plain)]);
}

function blockTexts(block: Block): Text[] {
  if (block.type === 'paragraph') return [`${block.list?.label ?? ''}${plain(block.content)}`];
  const { rows, headRows } = block;
  const texts = rows.map((row) => row.map(({ content }) => content.map(plain)));
  // Only where each cell is one text in a spot of its own do rows and columns say what belongs together.
  const simple = rows.every((row, at) =>
    row.every(
      ({ colspan, rowspan }, cell) =>
        (row.length === 1 || (colspan === 1 && rowspan === 1)) && texts[at]?.[cell]?.length === 1,
    ),
  );
  if (!simple) return texts.flat(2);
  return [{ rows: texts.map((row) => row.flat()), ...(headRows === 1 && { head: true as const }) }];
}

function said(texts: readonly Text[]): Text[] {
  return texts.flatMap((text): Text[] => {
    if (typeof text !== 'string') return hasWords(text) ? [text] : [];
    return text.trim() === '' ? [] : [text.trim()];
  });
}

function hasWords({ rows }: TextRows): boolean {
  return rows.some((row) => row.some((cell) => cell.trim() !== ''));
}
