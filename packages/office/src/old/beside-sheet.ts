import { viewOf } from '../bytes.ts';
import { readCompound } from '../cfb.ts';

const BEGIN = 0x809;
const OBJECT = 0x5d;
const TEXT = 0x1b6;
const CONTINUE = 0x3c;
const CHART = 0x20;

/** Kinds of objects ([MS-XLS] 2.5.143) that show something; notes and arrows of filters are told elsewhere. */
const PICTURE = 8;
const SILENT = new Set([0x14, 0x19]);

const UTF_16 = new TextDecoder('utf-16le');
const LATIN = new TextDecoder('latin1');

/** What lies over the cells of an old workbook (text boxes, pictures, charts), in Chinese, with its words. */
export function besideCells(file: Uint8Array): string[] {
  const bytes = readCompound(file)
    .find(({ path }) => /^workbook$/i.test(path))
    ?.read();
  if (bytes === undefined) return [];
  const view = viewOf(bytes);
  const texts: string[] = [];
  let pictures = 0;
  let charts = 0;
  let kind = -1;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const next = at + 4 + length;
    if (next > bytes.length) break;
    if (type === BEGIN && length >= 4 && view.getUint16(at + 6, true) === CHART) charts++;
    else if (type === OBJECT && length >= 6) {
      kind = view.getUint16(at + 8, true);
      if (kind === PICTURE) pictures++;
    } else if (type === TEXT && length >= 14 && !SILENT.has(kind)) {
      const text = textAt(bytes, next, view.getUint16(at + 14, true)).trim();
      if (text !== '') texts.push(text);
    }
    at = next;
  }
  return [
    ...(texts.length > 0
      ? [
          `文本框中的文字没有转出：${texts.map((text) => `“${text.replaceAll(/\s+/g, ' ')}”`).join('、')}`,
        ]
      : []),
    ...(pictures > 0 ? [`${pictures} 张图片没有转出`] : []),
    ...(charts > 0 ? [`${charts} 个图表没有转出`] : []),
  ];
}

/** The text of a box, in the records behind it; each begins with how wide its signs are. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  const view = viewOf(bytes);
  let text = '';
  for (let at = start; text.length < length && at + 5 <= bytes.length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== CONTINUE) break;
    const wide = ((bytes[at + 4] ?? 0) & 1) === 1;
    text += (wide ? UTF_16 : LATIN).decode(bytes.subarray(at + 5, at + 4 + size));
    at += 4 + size;
  }
  return text.slice(0, length);
}
