import { strToU8, zipSync } from 'fflate';
import type { Block, OldDocument } from './blocks.ts';
import { escaped, linesOf } from './blocks.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Nothing of a generated file depends on when it was made. */
const MADE = { mtime: new Date(2020, 0, 1) };

const FONT =
  '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr>';

/** A Word file as offices write it: title in the middle, runs cut by the input method, a picture at the end. */
export function docx(document: OldDocument, photo?: Uint8Array): Uint8Array {
  const body = linesOf(document).map((block, index) => written(block, index === 0));
  if (photo) body.push(drawing);
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document ${NAMES}><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(photo ? [['rId1', 'image', 'media/image1.png']] : []),
    ...(photo ? { 'word/media/image1.png': photo } : {}),
  };
  return packed(parts);
}

/** A zip of parts; photographs are stored as they are. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path,
        typeof part === 'string' ? [strToU8(part), MADE] : [part, { ...MADE, level: 0 }],
      ]),
    ),
  );
}

export function relations(rows: readonly (readonly [id: string, type: string, to: string])[]) {
  const list = rows.map(
    ([id, type, to]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${to}"/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${list.join('')}</Relationships>`;
}

function written(block: Block, isTitle: boolean): string {
  if ('text' in block)
    return paragraph(
      block.text,
      isTitle
        ? '<w:jc w:val="center"/>'
        : '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/>',
    );
  const rows = block.rows.map(
    (row) =>
      `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblStyle w:val="a3"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>${rows.join('')}</w:tbl>`;
}

function paragraph(text: string, look = ''): string {
  // Word cuts a line into runs wherever somebody typed at another time.
  const runs = text.match(/.{1,18}/gsu) ?? [];
  return `<w:p w:rsidR="00A77B3E"><w:pPr>${look}${FONT}</w:pPr>${runs
    .map(
      (run) =>
        `<w:r w:rsidR="00F12C9D">${FONT}<w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
    )
    .join('')}</w:p>`;
}

const drawing =
  '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="3600000"/><wp:docPr id="1" name="图片 1" descr="现场照片"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
