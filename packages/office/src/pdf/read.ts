import { latin1 } from '../bytes.ts';
import { joinedCells } from '../joined.ts';
import type { Passage } from '../passage.ts';
import type { PdfAnswer, PdfLimits } from './answer.ts';
import { PdfTooLarge } from './file.ts';
import { walkPdf } from './walk.ts';

/** The most earlier versions of a file that are read: each change of a signed one leaves another. */
const MOST_VERSIONS = 12;

/** Opens a PDF with the library that draws and reads them, wherever that stands. */
export type OpenPdf = (bytes: Uint8Array) => PdfTask;

/** What of `PDFDocumentLoadingTask` of pdfjs-dist is used here. */
export interface PdfTask {
  readonly promise: Promise<{
    readonly numPages: number;
    readonly getPage: (number: number) => Promise<PdfPage>;
  }>;
  readonly destroy: () => Promise<void>;
}

interface PdfPage {
  readonly getTextContent: () => Promise<{ readonly items: readonly object[] }>;
  readonly getAnnotations: () => Promise<readonly { readonly textContent?: unknown }[]>;
  readonly cleanup: () => unknown;
}

/** Every line of text of a PDF with its page, and all else that it holds. Never rejects. */
export async function readPdf(
  bytes: Uint8Array,
  limits: PdfLimits,
  open: OpenPdf,
): Promise<PdfAnswer> {
  try {
    const walk = walkPdf(bytes, limits.megabytes);
    const found = { lines: walk.lines, active: walk.active, unseen: [], inner: walk.inner };
    if (walk.encrypted) return { ...found, broken: '设有密码或使用限制' };
    const pages = await readPages(Uint8Array.from(bytes), limits, open);
    const lines = [...pages.lines, ...walk.lines];
    const ends = versionEnds(bytes);
    for (const end of ends.slice(-MOST_VERSIONS)) {
      const earlier = await readPages(Uint8Array.from(bytes.subarray(0, end)), limits, open);
      lines.push(
        ...earlier.lines.map((line) => ({
          ...line,
          where: `改动前的${line.where}`,
          again: 'same' as const,
        })),
      );
    }
    const broken =
      pages.broken ??
      (walk.faults > 0
        ? '文件中有读不通的部分'
        : ends.length > MOST_VERSIONS
          ? '文件改动过许多次，读不到以前的内容'
          : undefined);
    return {
      ...found,
      ...(broken === undefined ? {} : { broken }),
      lines,
      unseen: pages.unseen,
    };
  } catch (error) {
    const none = { lines: [], active: [], unseen: [], inner: [] };
    return error instanceof PdfTooLarge
      ? { ...none, broken: `展开后超过 ${limits.megabytes} MB`, tooLarge: true }
      : { ...none, broken: '文件损坏，或不是 PDF' };
  }
}

/** Where earlier versions of a file end: a change is written behind them (ISO 32000-1, 7.5.6). */
function versionEnds(bytes: Uint8Array): number[] {
  const text = latin1(bytes);
  const ends = [...text.matchAll(/startxref\s+\d+\s+%%EOF/g)].map(
    ({ 0: mark, index }) => index + mark.length,
  );
  // A file for the web ends once more behind its first page.
  return ends.slice(/\/Linearized\b/.test(text.slice(0, 2048)) ? 1 : 0, -1);
}

interface Pages {
  readonly broken?: string;
  readonly lines: Passage[];
  readonly unseen: string[];
}

async function readPages(bytes: Uint8Array, { pages }: PdfLimits, open: OpenPdf): Promise<Pages> {
  const task = open(bytes);
  const lines: Passage[] = [];
  const blind: number[] = [];
  try {
    const pdf = await task.promise;
    if (pdf.numPages > pages)
      return { broken: `有 ${pdf.numPages} 页，超过 ${pages} 页`, lines, unseen: [] };
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      let text = '';
      for (const item of items) {
        const { str, hasEOL } = item as { readonly str?: string; readonly hasEOL?: boolean };
        if (str !== undefined) text += str + (hasEOL ? '\n' : '');
      }
      lines.push(...linesOf(text, `第 ${number} 页`));
      if (isBlind(text)) blind.push(number);
      for (const { textContent } of await page.getAnnotations()) {
        const words: unknown = textContent;
        if (Array.isArray(words))
          lines.push({ text: words.join(''), where: '批注或表单中', again: 'same' });
      }
      page.cleanup();
    }
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const broken = name === 'PasswordException' ? '设有密码' : '文件损坏，或不是 PDF';
    return { broken, lines, unseen: [] };
  } finally {
    await task.destroy();
  }
  return { lines, unseen: blind.length === 0 ? [] : [`第 ${few(blind)} 页没有可以读出的文字`] };
}

function* linesOf(text: string, where: string): Generator<Passage> {
  let before = '';
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (line.trim() === '') continue;
    yield { text: line, where };
    for (const joined of joinedCells(words)) yield { ...joined, where };
    // A number that begins at the end of one line and goes on in the next.
    for (const joined of joinedCells([before, words[0] ?? ''])) yield { ...joined, where };
    before = words.at(-1) ?? '';
  }
}

/** Whether a page has no text, or one whose signs its typeface does not tell. */
function isBlind(text: string): boolean {
  const signs = [...text.replaceAll(/\s/g, '')];
  const unread = signs.filter((sign) => /[\p{Co}\p{Cc}\p{Cn}\ufffd]/u.test(sign)).length;
  return signs.length === 0 || unread > signs.length / 3;
}

function few(pages: readonly number[]): string {
  return `${pages.slice(0, 10).join('、')}${pages.length > 10 ? ` 等 ${pages.length}` : ''}`;
}
