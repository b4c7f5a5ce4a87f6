import { DOCX_TYPE } from '@columns/office/write';
import { element } from '../register/dom.ts';

/** Hands the reader a Word file that was made in the page; nothing leaves the browser. */
export function saveWord(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: DOCX_TYPE }));
  const link = element('a', { href: address, download: `${name}.docx` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
