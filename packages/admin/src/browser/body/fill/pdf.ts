import tables from 'virtual:columns/pdf-tables';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as reader from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

// We are in a thread of our own already: the library needs no other.
Reflect.set(globalThis, 'pdfjsWorker', reader);

/** Opens a PDF. The tables of Chinese encodings stand beside this script and are fetched as they are needed. */
export function openPdf(data: Uint8Array) {
  return pdfjs.getDocument({
    data,
    cMapUrl: new URL(`${tables}/`, import.meta.url).href,
    cMapPacked: true,
    useWorkerFetch: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
}
