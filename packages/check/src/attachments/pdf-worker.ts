import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';

export interface PdfQuestion {
  readonly bytes: Uint8Array;
  /** The most pages that are read. */
  readonly pages: number;
}

export interface PdfAnswer {
  /** Why it could not be read, in Chinese. */
  readonly broken?: string;
  readonly lines: readonly { readonly text: string; readonly where: string }[];
  readonly active: readonly string[];
}

/*
 * The library draws pages as well and asks for a canvas when it is loaded; text needs none of these.
 */
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) Reflect.set(globalThis, name, class {});

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

parentPort?.on('message', async (question: PdfQuestion) => {
  parentPort?.postMessage(await read(question));
});

async function read({ bytes, pages }: PdfQuestion): Promise<PdfAnswer> {
  const task = pdfjs.getDocument({
    data: bytes,
    // Chinese fonts that are not embedded are read by these tables; without them text is lost.
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const lines: { text: string; where: string }[] = [];
    const active: string[] = [];
    if (pdf.numPages > pages)
      return { broken: `有 ${pdf.numPages} 页，超过 ${pages} 页`, lines, active };
    const { info, metadata } = await pdf.getMetadata();
    for (const text of words([info, metadata ? [...metadata] : []])) {
      lines.push({ text, where: '文档属性中' });
    }
    if (await pdf.getJSActions()) active.push('脚本（JavaScript）');
    if (await pdf.getAttachments()) active.push('内嵌的文件');
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      let text = '';
      for (const item of items) {
        if (!('str' in item)) continue;
        text += item.str + (item.hasEOL ? '\n' : '');
      }
      for (const line of text.split('\n')) {
        if (line.trim() !== '') lines.push({ text: line, where: `第 ${number} 页` });
      }
      for (const note of await page.getAnnotations()) {
        for (const word of words([
          note.contentsObj?.str,
          note.fieldValue,
          note.url,
          note.titleObj?.str,
        ])) {
          lines.push({ text: word, where: `第 ${number} 页的批注或表单中` });
        }
        if (note.actions) active.push('脚本（JavaScript）');
      }
      page.cleanup();
    }
    return { lines, active: [...new Set(active)] };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const broken = name === 'PasswordException' ? '设有密码' : '文件损坏，或不是 PDF';
    return { broken, lines: [], active: [] };
  } finally {
    await task.destroy();
  }
}

/** Every text in a value, however deep. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(words);
  return [];
}
