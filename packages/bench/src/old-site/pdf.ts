import type { Block, OldDocument } from './blocks.ts';
import { linesOf } from './blocks.ts';

/** Signs to a line and lines to a page of a printed official document (GB/T 9704-2012: 28 × 22), set tighter. */
const SIGNS = 36;
const LINES = 34;

/**
 * A PDF as an office's program prints it: a Chinese font that is not embedded (Adobe-GB1), page numbers,
 * and a photograph on the last page.
 */
export function pdf(document: OldDocument, photo: Uint8Array): Uint8Array {
  const lines = linesOf(document).flatMap((block, index) => printed(block, index === 0));
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES) pages.push(lines.slice(at, at + LINES));
  const first = 7;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const latin1 = Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength).toString('latin1');
  const side = Math.floor(Math.sqrt(photo.length));
  return file([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    stream(
      latin1.slice(0, side * side),
      `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8`,
    ),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      stream(drawn(page, index, index === pages.length - 1)),
    ]),
  ]);
}

function printed(block: Block, isTitle: boolean): string[] {
  // What runs over the edge of the page nobody would see.
  if ('rows' in block) return block.rows.flatMap((row) => broken(row.join('  ')));
  const lines = broken(block.text);
  return isTitle ? [...lines, ''] : lines;
}

const broken = (text: string): string[] => text.match(new RegExp(`.{1,${SIGNS}}`, 'gsu')) ?? [];

function drawn(page: readonly string[], index: number, last: boolean): string {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const text = page.map((line) => (line === '' ? 'T*' : `<${hex(line)}> Tj T*`)).join('\n');
  const number = `BT /F1 10 Tf 1 0 0 1 280 30 Tm <${hex(`— ${index + 1} —`)}> Tj ET`;
  const photo = last ? '\nq 120 0 0 120 400 60 cm /Im1 Do Q' : '';
  return `BT /F1 12 Tf 22 TL 72 790 Td\n${text}\nET\n${number}${photo}`;
}

function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

function file(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body + tail, 'latin1'));
}
