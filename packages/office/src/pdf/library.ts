import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/*
 * The library draws pages as well and asks for a canvas when it is loaded; text needs none of these.
 */
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) Reflect.set(globalThis, name, class {});

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF with the library as Node has it; its fonts and tables stand on the disk. */
export function openPdf(data: Uint8Array) {
  return pdfjs.getDocument({
    data,
    // Chinese fonts that are not embedded are read by these tables; without them text is lost.
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
}
