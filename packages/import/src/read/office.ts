import { readDocx as docxOf } from '@columns/office/docx';
import { readOfd as ofdOf } from '@columns/office/ofd';
import type { Paper } from '@columns/office/paper';
import type { PdfAnswer } from '@columns/office/pdf-core';
import { paperOfPdf } from '@columns/office/pdf-core';
import { readPptx as pptxOf } from '@columns/office/pptx';
import type { SheetsReading } from '@columns/office/xlsx';
import { readXlsx as xlsxOf } from '@columns/office/xlsx';
import { missingFiles } from '../entry/attachments.ts';
import { endsLikePrintedTitle } from '../facts/title.ts';
import { ImportFailure, reading } from '../failure.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';

/*
 * The readers of office files as the import uses them: what they refuse is a failure of the import, and
 * what they leave open – pages inside a document, how titles end – is answered here.
 */

/** @param megabytes the most that it may unpack to */
export function readDocx(bytes: Uint8Array, megabytes: number): Paper {
  return reading(() => docxOf(bytes, megabytes, inserted));
}

/** @param megabytes the most that it may unpack to */
export function readXlsx(bytes: Uint8Array, megabytes: number): SheetsReading {
  return reading(() => xlsxOf(bytes, megabytes));
}

/** @param megabytes the most that it may unpack to */
export function readOfd(bytes: Uint8Array, megabytes: number): Paper {
  return reading(() => ofdOf(bytes, megabytes, endsLikePrintedTitle));
}

/** @param megabytes the most that it may unpack to */
export function readPptx(bytes: Uint8Array, megabytes: number): Paper {
  return reading(() => pptxOf(bytes, megabytes));
}

/** A PDF from what its reader answered. */
export function readPdf(answer: PdfAnswer): Paper {
  return reading(() => paperOfPdf(answer, endsLikePrintedTitle));
}

/** A page or a text that a document holds as a file of its own. */
function inserted(name: string, bytes: Uint8Array): Paper | undefined {
  try {
    if (/\.(?:x?html?)$/i.test(name)) {
      const page = readHtml(bytes);
      return { ...page, remarks: [...page.remarks, ...missingFiles(page.offered ?? [])] };
    }
    return /\.txt$/i.test(name) ? readText(bytes) : undefined;
  } catch (error) {
    if (error instanceof ImportFailure && error.code !== 'too-large') return undefined;
    throw error;
  }
}
