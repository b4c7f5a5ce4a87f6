import { serve } from '../process/serve.ts';
import type { PdfAnswer, PdfQuestion } from './answer.ts';
import { readPdf } from './read.ts';

/* The process that reads PDF files. */

const { openPdf } = await import('./library.ts');

serve<PdfQuestion, PdfAnswer>(({ bytes, limits }) => readPdf(bytes, limits, openPdf));
