import type { Paper } from './paper.ts';

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 72;
const SIZE = 12;
const LEADING = 22;
/** Full-width characters of this size between the margins. */
const PER_LINE = Math.floor((WIDTH - 2 * MARGIN) / SIZE);
const PER_PAGE = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);

/**
 * A small PDF of plain text. The Chinese font is one of those that every reader knows by name
 * (PDF 1.7, 9.7.5.2: Adobe-GB1), so that none is embedded. The same paper gives the same bytes.
 */
export function toPdf({ title, paragraphs }: Paper): Buffer {
  const lines = [title, '', ...paragraphs.flatMap((text) => wrapped(`　　${text}`))];
  const pages = Array.from({ length: Math.ceil(lines.length / PER_PAGE) }, (_, index) =>
    lines.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
  );
  const pageIds = pages.map((_, index) => 6 + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((page, index) => pageObjects(page, pageIds[index] as number)),
  ];
  return assembled(objects);
}

function pageObjects(lines: readonly string[], id: number): string[] {
  const text = lines.map((line) => `<${utf16(line)}> Tj T*`).join('\n');
  const stream = `BT /F1 ${SIZE} Tf ${LEADING} TL ${MARGIN} ${HEIGHT - MARGIN} Td\n${text}\nET`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${id + 1} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function wrapped(text: string): string[] {
  const letters = [...text];
  return Array.from({ length: Math.ceil(letters.length / PER_LINE) }, (_, index) =>
    letters.slice(index * PER_LINE, (index + 1) * PER_LINE).join(''),
  );
}

/** UTF-16BE in hexadecimal, as `UniGB-UCS2-H` reads it. */
function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function assembled(objects: readonly string[]): Buffer {
  const offsets: number[] = [];
  let body = '%PDF-1.4\n';
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
