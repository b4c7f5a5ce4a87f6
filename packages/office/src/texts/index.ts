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

export interface TextsOptions {
  /** The most that the file may unpack to. */
  readonly megabytes: number;
  readonly pdf: (bytes: Uint8Array) => Promise<PdfAnswer>;
  /** Turns an old file into a new one. */
  readonly old: (bytes: Uint8Array) => Promise<OldAnswer>;
}

/** Formats by the endings that a file of them has, WPS's own too. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, megabytes: number) => string[]>> = {
  docx: (bytes, megabytes) => textsOf(readDocx(bytes, megabytes)),
  xlsx: (bytes, megabytes) =>
    readXlsx(bytes, megabytes).sheets.flatMap(({ name, rows }) => said([name, ...rows.flat()])),
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
): Promise<string[] | undefined> {
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

function textsOf({ blocks, notes }: Paper): string[] {
  return said([...blocks.flatMap(blockTexts), ...[...notes.values()].map(plain)]);
}

function blockTexts(block: Block): string[] {
  if (block.type === 'paragraph') return [`${block.list?.label ?? ''}${plain(block.content)}`];
  return block.rows.flatMap((row) => row.flatMap(({ content }) => content.map(plain)));
}

function said(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
