export type { PdfAnswer, PdfLimits } from './answer.ts';
export { paperOfPdf } from './paper.ts';
export type { OpenPdf, PdfTask } from './read.ts';
export { readPdf } from './read.ts';
