import type { Counted } from '@columns/office/count';
import { countFixedPages, countSlides, countWord, countWorkbook } from '@columns/office/count';
import type { PdfAnswer } from '@columns/office/pdf-core';
import { EncodingTrial } from '@columns/office/words';
import { reading } from '../failure.ts';
import { csvOptions, encodingOf, FIRST } from '../read/csv.ts';
import { textOfBytes, textOfPage } from '../read/text-file.ts';
import { countPage } from './count/page.ts';
import { countCsv, countMarkdown, countText } from './count/plain.ts';

/**
 * Everything that a file holds, by a walk of its own; `undefined` for a type that has none. Its bytes are
 * known to be readable.
 */
export function countSource(
  type: string,
  bytes: Uint8Array,
  megabytes: number,
): readonly Counted[] | undefined {
  switch (type) {
    case 'docx':
      return reading(() => countDocument(bytes, megabytes));
    case 'xlsx':
      return reading(() => countWorkbook(bytes, megabytes));
    case 'pptx':
      return reading(() => countSlides(bytes, megabytes));
    case 'ofd':
      return reading(() => countFixedPages(bytes, megabytes));
    case 'csv':
      return countTable(bytes);
    case 'html':
      return countPage(textOfPage(bytes).text);
    case 'markdown':
      return countMarkdown(textOfBytes(bytes));
    case 'text':
      return countText(textOfBytes(bytes));
    default:
      return undefined;
  }
}

/** A document with those that are inserted into it. */
function countDocument(bytes: Uint8Array, megabytes: number): Counted[] {
  const { things, files } = countWord(bytes, megabytes);
  return [
    ...things,
    ...files.flatMap(({ name, bytes: inner }): readonly Counted[] => {
      if (/\.do[ct][xm]$/i.test(name))
        return megabytes < 4 ? [] : countDocument(inner, Math.floor(megabytes / 4));
      if (/\.x?html?$/i.test(name)) return countPage(textOfPage(inner).text);
      return /\.txt$/i.test(name) ? countText(textOfBytes(inner)) : [];
    }),
  ];
}

/** All text items of a PDF's pages, on them or outside, and what stands on them beside their text. */
export function countPdf({ lines }: Pick<PdfAnswer, 'lines'>): Counted[] {
  return lines
    .filter(
      ({ where, again }) =>
        again === undefined && /^(?:页面边缘以外，)?第 \d+ 页$|^批注或表单中$/.test(where),
    )
    .map(({ text, where }) => ({ sort: 'text', text, where }));
}

function countTable(bytes: Uint8Array): Counted[] {
  const trial = new EncodingTrial();
  trial.add(bytes);
  const text = new TextDecoder(encodingOf(trial)).decode(bytes);
  return countCsv(text, csvOptions(text.slice(0, FIRST)).delimiter);
}
