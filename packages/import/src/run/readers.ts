import type { OldAnswer } from '@columns/office';
import { LibreOffice } from '@columns/office/libreoffice';
import { OldReader } from '@columns/office/old';
import type { PdfAnswer } from '@columns/office/pdf';
import { PdfReader } from '@columns/office/pdf';
import { ImportFailure } from '../failure.ts';
import type { OldFiles } from '../read/renew.ts';

/** The readers that need a process of their own; each starts when it is first asked. */
export class Readers {
  readonly pdf = new LastPdf();
  readonly old: OldFiles;
  readonly #own = new OldReader();

  /** @param converts whether old files are converted by the LibreOffice of this machine */
  constructor(converts: boolean) {
    const office = LibreOffice.find();
    if (converts && office === undefined) {
      throw new ImportFailure(
        'bad-option',
        '这台机器上没有 LibreOffice',
        '安装后再用 --libreoffice；或用 Word、Excel、WPS 打开旧文件，另存为 .docx、.xlsx 后导入',
      );
    }
    this.old = {
      renew: (bytes: Uint8Array, extension: string): Promise<OldAnswer> =>
        converts && office ? office.convert(bytes, extension) : this.#own.read(bytes),
      by: converts ? 'LibreOffice' : undefined,
      offers: (extension) => !converts && office !== undefined && LibreOffice.takes(extension),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.pdf.close(), this.#own.close()]);
  }
}

/** After so many PDF files their process ends, and another begins. */
const FRESH = 50;

/** A PDF is read for its text and, attached to its own draft, for what it must not hold: once is enough. */
class LastPdf extends PdfReader {
  #read = 0;
  #last: { readonly bytes: Uint8Array; readonly answer: Promise<PdfAnswer> } | undefined;

  override read(...question: Parameters<PdfReader['read']>): Promise<PdfAnswer> {
    const [bytes] = question;
    if (this.#last?.bytes !== bytes) {
      // It is kept warm, and grows with what it has read: now and then a fresh one takes its place.
      if (this.#read++ % FRESH === FRESH - 1) void this.close();
      this.#last = { bytes, answer: super.read(...question) };
    }
    return this.#last.answer;
  }
}
