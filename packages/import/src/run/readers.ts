import type { OldAnswer } from '@columns/office';
import { LibreOffice, OldReader } from '@columns/office/old';
import { PdfReader } from '@columns/office/pdf';
import { ImportFailure } from '../failure.ts';
import type { OldFiles } from '../read/renew.ts';

/** The readers that need a process of their own; each starts when it is first asked. */
export class Readers {
  readonly pdf = new PdfReader();
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
