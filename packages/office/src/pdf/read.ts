import { latin1 } from '../bytes.ts';
import { joinedCells } from '../joined.ts';
import type { Passage } from '../passage.ts';
import type { PdfAnswer, PdfLimits } from './answer.ts';
import { OUTSIDE } from './answer.ts';
import { PdfTooLarge } from './file.ts';
import { numbersByPlace } from './places.ts';
import { walkPdf } from './walk.ts';
import type { Box, WideFile } from './wide.ts';

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
  readonly ref?: { readonly num: number } | null;
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
    const ends = versionEnds(bytes);
    const walk = walkPdf(bytes, limits.megabytes, ends.length + 1);
    const found = { lines: walk.lines, active: walk.active, unseen: [], inner: walk.inner };
    if (walk.encrypted) return { ...found, broken: '设有密码或使用限制' };
    const pages = await readWide(bytes, walk.wide, limits, open);
    const lines = [...pages.lines, ...walk.lines];
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

async function readWide(
  bytes: Uint8Array,
  wide: WideFile,
  limits: PdfLimits,
  open: OpenPdf,
): Promise<Pages> {
  if (wide.boxes.size > 0) {
    const pages = await readPages(wide.bytes, limits, open, wide.boxes);
    // What cannot be opened with a change behind it perhaps can be without.
    if (pages.broken === undefined) return pages;
  }
  return readPages(Uint8Array.from(bytes), limits, open);
}

interface Pages {
  readonly broken?: string;
  readonly lines: Passage[];
  readonly unseen: string[];
}

/** @param boxes what of each page is shown, where the library gives the text of more */
async function readPages(
  bytes: Uint8Array,
  { pages }: PdfLimits,
  open: OpenPdf,
  boxes?: ReadonlyMap<number, Box>,
): Promise<Pages> {
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
      const { text, outside } = textsOf(items as readonly Item[], boxes?.get(page.ref?.num ?? -1));
      lines.push(
        ...linesOf(text, `第 ${number} 页`),
        ...linesOf(outside, `${OUTSIDE}第 ${number} 页`),
      );
      for (const found of numbersByPlace(items))
        lines.push({ text: found, where: `第 ${number} 页`, again: 'signs' });
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

/** What of an item of `getTextContent` is used here; some are only marks. */
interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly dir?: string;
  readonly width?: number;
  readonly height?: number;
  readonly transform?: readonly number[];
}

/** The text of a page, and what stands wholly outside the part of it that is shown. */
function textsOf(items: readonly Item[], box: Box | undefined): { text: string; outside: string } {
  let text = '';
  let outside = '';
  for (const item of items) {
    const { str, hasEOL } = item;
    if (str === undefined) continue;
    if (box !== undefined && str.trim() !== '' && isOutside(item, box)) {
      outside += `${str}\n`;
      // It may have ended a line that began on the page.
      if (hasEOL && text !== '' && !text.endsWith('\n')) text += '\n';
    } else text += str + (hasEOL ? '\n' : '');
  }
  return { text, outside };
}

/** Whether the line on which an item's signs stand is nowhere on the page. */
function isOutside(item: Item, [left, bottom, right, top]: Box): boolean {
  const { transform = [], width = 0, height = 0 } = item;
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const down = item.dir === 'ttb';
  const [i, j, length] = down ? [-c, -d, height] : [a, b, width];
  const scale = length / (Math.hypot(i, j) || 1);
  const [x2, y2] = [x + i * scale, y + j * scale];
  return (
    Math.max(x, x2) < left ||
    Math.min(x, x2) > right ||
    Math.max(y, y2) < bottom ||
    Math.min(y, y2) > top
  );
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
