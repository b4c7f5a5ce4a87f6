import { PdfReader } from '@columns/office/pdf';
import { lowerMemory, serve } from '@columns/office/serve';
import type { Thresholds } from '../settings/index.ts';
import type { AttachmentFacts } from './facts.ts';
import { readFacts } from './facts.ts';

/*
 * The process that reads large files: whatever memory or time one takes, the check goes on.
 */

export interface HeavyQuestion {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Thresholds;
}

/** What this process keeps to where a file has PDF files in it, and what the process that reads those may have. */
const BESIDE_PDF = 450;
const PDF = { memory: 360, heap: 240 };

class InnerPdfReader extends PdfReader {
  override read(...question: Parameters<PdfReader['read']>): ReturnType<PdfReader['read']> {
    lowerMemory(BESIDE_PDF);
    return super.read(...question);
  }
}

serve<HeavyQuestion, AttachmentFacts | undefined>(async ({ name, bytes, limits }) => {
  const pdf = new InnerPdfReader(PDF);
  try {
    return await readFacts(name, bytes, { megabytes: limits['unpacked-megabytes'], limits, pdf });
  } finally {
    await pdf.close();
  }
});
