/**
 * The texts of a document as a person reads it: paragraphs and cells, in order. For whoever looks for words in
 * it; what is hidden, remarks and properties are not among them.
 */
import { readDocx } from '../docx/index.ts';
import { OfficeFailure } from '../failure.ts';
import type { Block, Paper } from '../paper/index.ts';
import { plain } from '../paper/index.ts';
import type { Passage } from '../passage.ts';
import type { PdfAnswer } from '../pdf/answer.ts';
import { paperOfPdf } from '../pdf/paper.ts';
import { readWhole } from '../read.ts';
import { extensionOf, signatureOf } from '../signature.ts';
import { readXlsx } from '../xlsx/index.ts';

export interface TextsOptions {
  /** The most that the file may unpack to. */
  readonly megabytes: number;
  readonly pdf: (bytes: Uint8Array) => Promise<PdfAnswer>;
}

const OLD = new OfficeFailure(
  'wrong-extension',
  '旧格式的 Office 文件，读不出文字',
  '用 WPS 或 Office 另存为 .docx、.xlsx 或 .pptx',
);

/**
 * Reads .docx, .xlsx, .pptx, .ofd and .pdf, and what WPS calls .wps, .et and .dps in the same formats.
 * @returns nothing for pictures, sound and text files, which are no documents of an office
 * @throws OfficeFailure where such a document cannot be read
 */
export async function readTexts(
  name: string,
  bytes: Uint8Array,
  { megabytes, pdf }: TextsOptions,
): Promise<string[] | undefined> {
  switch (signatureOf(bytes)) {
    case 'pdf':
      return textsOf(paperOfPdf(await pdf(bytes), () => false));
    case 'ole':
      throw OLD;
    case 'zip':
      break;
    default:
      return undefined;
  }
  switch (extensionOf(name)) {
    case 'docx':
    case 'wps':
      return textsOf(readDocx(bytes, megabytes));
    case 'xlsx':
    case 'et':
      return readXlsx(bytes, megabytes).sheets.flatMap(({ name: title, rows }) =>
        said([title, ...rows.flat()]),
      );
    default:
      return textsOfPages(name, bytes, { megabytes, pdf });
  }
}

function textsOf({ blocks, notes }: Paper): string[] {
  return said([...blocks.flatMap(blockTexts), ...[...notes.values()].map(plain)]);
}

function blockTexts(block: Block): string[] {
  if (block.type === 'paragraph') return [`${block.list?.label ?? ''}${plain(block.content)}`];
  return block.rows.flatMap((row) => row.flatMap(({ content }) => content.map(plain)));
}

/** Slides and pages of OFD, which only the reader of whole files knows. */
async function textsOfPages(
  name: string,
  bytes: Uint8Array,
  options: TextsOptions,
): Promise<string[]> {
  const pages = new Map<number, string[]>();
  const take = ({ text, where, again }: Passage) => {
    const shown = /^(?:第 (\d+) 页幻灯片|正文中)(?:表格|$)/.exec(where);
    if (again !== undefined || shown === null) return;
    const page = Number(shown[1] ?? 0);
    pages.set(page, [...(pages.get(page) ?? []), text]);
  };
  const { unread } = await readWhole({ name, bytes }, take, options);
  const [first] = unread;
  if (first !== undefined) throw new OfficeFailure('damaged', first.what, first.mend);
  return said([...pages].sort(([a], [b]) => a - b).flatMap(([, texts]) => texts));
}

function said(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
