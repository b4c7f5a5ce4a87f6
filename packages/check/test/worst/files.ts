import { deflateRawSync, deflateSync } from 'node:zlib';
import { pdf, pdfStream, word, workbook, zip } from '@columns/office/fixture';
import { doc, xls } from '@columns/office/fixture-old';
import type { Sample } from '@columns/office/fixture-places';

/*
 * The worst that a file of each format can ask of its reader: one maker for each thing that it can be full of.
 * `bytes` is what it unpacks to.
 */

export type Maker = (bytes: number) => Sample;

const W = 'xmlns:w="w"';
const MB = 2 ** 20;
const types = { '[Content_Types].xml': '<Types/>' };
const fill = (piece: string, bytes: number) =>
  piece.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(piece))));
const each = (bytes: number, piece: (at: number) => string) => {
  const length = Buffer.byteLength(piece(1_000_000));
  return Array.from({ length: Math.max(1, Math.floor(bytes / length)) }, (_, at) => piece(at)).join(
    '',
  );
};
const document = (body: string): Sample => ({
  name: 'a.docx',
  bytes: word({
    more: { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>` },
  }),
});
const beside = (part: string, content: string | Uint8Array): Sample => ({
  name: 'a.docx',
  bytes: word({ paragraphs: ['正文'], more: { [part]: content } }),
});
const sheet = (inside: string): Sample => ({
  name: 'a.xlsx',
  bytes: workbook({
    rows: [],
    more: { 'xl/worksheets/sheet1.xml': `<worksheet>${inside}</worksheet>` },
  }),
});
const rows = (inside: string) => sheet(`<sheetData><row r="1">${inside}</row></sheetData>`);
const slide = (inside: string): Sample => ({
  name: 'a.pptx',
  bytes: zip({
    ...types,
    'ppt/slides/slide1.xml': `<p:sld xmlns:p="p" xmlns:a="a">${inside}</p:sld>`,
  }),
});
const page = (inside: string): Sample => ({
  name: 'a.ofd',
  bytes: zip({
    'OFD.xml': '<ofd:OFD xmlns:ofd="o"/>',
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${inside}</ofd:Layer></ofd:Content></ofd:Page>`,
  }),
});
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const packedPdf = (content: string, parts: Partial<Parameters<typeof pdf>[0]> = {}): Sample => {
  const packed = deflateSync(content).toString('latin1');
  return {
    name: 'a.pdf',
    bytes: pdf({
      lines: [],
      page: '/Contents 9 0 R',
      objects: [pdfStream(packed, '/Filter /FlateDecode')],
      ...parts,
    }),
  };
};
/** A PNG with so many packed texts, each of a megabyte. */
const png = (texts: number): Uint8Array => {
  const chunk = (type: string, content: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const packed = chunk(
    'zTXt',
    Buffer.concat([Buffer.from('A\0\0'), deflateSync('文7'.repeat(MB / 4), { level: 9 })]),
  );
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      ...Array.from({ length: texts }, () => packed),
    ]),
  );
};
const emz = (): Uint8Array =>
  Buffer.concat([
    Buffer.from('1f8b0800000000000000', 'hex'),
    deflateRawSync(Buffer.alloc(15 * MB, '文字12345678901'), { level: 9 }),
  ]);

export const WORST: Readonly<Record<string, Maker>> = {
  'docx: numbers': (n) => document(fill(p('13800210510 张三 13800210511'), n)),
  'docx: runs of one paragraph': (n) =>
    document(`<w:p>${fill('<w:r><w:t>文1</w:t></w:r>', n)}</w:p>`),
  'docx: attributes of one element': (n) =>
    document(`<w:p ${each(n, (at) => `a${at}="文13800210510" `)}/>`),
  'docx: elements full of attributes': (n) =>
    document(
      fill(`<w:x ${Array.from({ length: 50 }, (_, at) => `a${at}="文字123"`).join(' ')}/>`, n),
    ),
  'docx: merged cells': (n) =>
    document(
      `<w:tbl>${fill(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="63"/><w:vMerge w:val="restart"/></w:tcPr>${p('姓名1380')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>`, n)}</w:tbl>`,
    ),
  'docx: tables in tables': (n) =>
    document(
      fill(
        `${'<w:tbl><w:tr><w:tc>'.repeat(40)}${p('家庭住址123')}${'</w:tc></w:tr></w:tbl>'.repeat(40)}`,
        n,
      ),
    ),
  'docx: one row of cells': (n) =>
    document(`<w:tbl><w:tr>${fill(`<w:tc>${p('12')}</w:tc>`, n)}</w:tr></w:tbl>`),
  'docx: boxes in boxes': (n) =>
    document(fill(`${'<w:p><w:r><w:t>文12</w:t>'.repeat(60)}${'</w:r></w:p>'.repeat(60)}`, n)),
  'docx: fields in a field': (n) =>
    document(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${' '.repeat(n / 2)}</w:instrText>${fill('<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="end"/>', n / 2)}</w:r></w:p>`,
    ),
  'docx: code of a field in pieces': (n) =>
    document(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/>${fill('<w:instrText>a</w:instrText><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="end"/>', n)}</w:r></w:p>`,
    ),
  'docx: nested page of HTML': (n) =>
    beside('word/chunk.htm', `<html>${'<div>'.repeat(n / 12)}文字123${'</div>'.repeat(n / 12)}`),
  'docx: page of HTML that never closes': (n) =>
    beside('word/chunk.htm', `<html>${fill('<a href="x', n)}`),
  'docx: page of HTML of brackets': (n) => beside('word/chunk.htm', `<html>${'<'.repeat(n)}`),
  'docx: page of HTML of tables': (n) =>
    beside(
      'word/chunk.htm',
      `<html><table>${fill('<tr><td rowspan="9">姓名</td><td>1380021</td></tr>', n)}`,
    ),
  'docx: drawing left open': (n) =>
    beside('word/drawing1.vml', `<xml>${fill('<v:shape alt="文字123"><br>', n)}</xml>`),
  'docx: unknown part': (n) =>
    beside('word/a.bin', Buffer.alloc(n, '文字1234567 13800210510 abc ')),
  'docx: documents inside': (n) => ({
    name: 'a.docx',
    bytes: word({
      paragraphs: ['正文'],
      more: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `word/embeddings/a${at}.docx`,
          word({ paragraphs: [fill('文字 12345 ', n / 40)] }),
        ]),
      ),
    }),
  }),
  'docx: packed drawings': (n) => {
    const one = emz();
    return {
      name: 'a.docx',
      bytes: word({
        paragraphs: ['正文'],
        more: Object.fromEntries(
          Array.from({ length: Math.min(300, n / one.length) }, (_, at) => [
            `word/media/i${at}.emz`,
            one,
          ]),
        ),
      }),
    };
  },
  'xlsx: sixteen thousand columns': (n) =>
    sheet(
      `<sheetData>${fill(`<row>${'<c t="str"><v>姓名12</v></c>'.repeat(16_384)}</row>`, n)}</sheetData>`,
    ),
  'xlsx: shared texts': (n) => ({
    name: 'a.xlsx',
    bytes: workbook({
      rows: [],
      more: { 'xl/sharedStrings.xml': `<sst>${fill('<si><t>文123</t></si>', n)}</sst>` },
    }),
  }),
  'xlsx: empty shared texts': (n) => ({
    name: 'a.xlsx',
    bytes: workbook({
      rows: [],
      more: { 'xl/sharedStrings.xml': `<sst>${fill('<si/>', n)}</sst>` },
    }),
  }),
  'xlsx: formulas of brackets': (n) => rows(fill(`<c><f>${'['.repeat(19_000)}</f></c>`, n)),
  'xlsx: formulas of quotation marks': (n) => rows(fill(`<c><f>${`"'`.repeat(9_000)}a</f></c>`, n)),
  'xlsx: formulas of calls': (n) => rows(fill(`<c><f>${'SUM('.repeat(2_000)}123</f></c>`, n)),
  'xlsx: formulas of one word': (n) => rows(fill(`<c><f>${'\\A'.repeat(9_000)} </f></c>`, n)),
  'xlsx: many formulas': (n) =>
    rows(fill('<c r="A1"><f>VLOOKUP(A1,名单!A:C,3,0)&amp;"13800210510"</f><v>1</v></c>', n)),
  'xlsx: merged cells': (n) =>
    sheet(`<sheetData/><mergeCells>${fill('<mergeCell ref="A1:XFD1048576"/>', n)}</mergeCells>`),
  'xlsx: hidden columns': (n) =>
    sheet(`<cols>${fill('<col min="1" max="16384" hidden="1"/>', n)}</cols><sheetData/>`),
  'xlsx: defined names': (n) => ({
    name: 'a.xlsx',
    bytes: workbook({
      rows: [],
      more: {
        'xl/workbook.xml': `<workbook><sheets/><definedNames>${each(Math.min(n / 2, 3.9 * MB), (at) => `<definedName name="n${at}">SUM(A1)</definedName>`)}</definedNames></workbook>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${fill('<c><f>n1(A1)+SUM(123)</f></c>', n - Math.min(n / 2, 3.9 * MB))}</row></sheetData></worksheet>`,
      },
    }),
  }),
  'xlsx: rows of digits': (n) =>
    sheet(`<sheetData>${fill(`<row>${'<c><v>1</v></c>'.repeat(40)}</row>`, n)}</sheetData>`),
  'pptx: shapes': (n) =>
    slide(
      fill(
        '<p:sp><p:txBody><a:p><a:r><a:t>电话 13800210510</a:t></a:r></a:p></p:txBody></p:sp>',
        n,
      ),
    ),
  'pptx: groups in groups': (n) =>
    slide(
      fill(`${'<p:grpSp>'.repeat(90)}<a:p><a:t>文123</a:t></a:p>${'</p:grpSp>'.repeat(90)}`, n),
    ),
  'pptx: slides': (n) => ({
    name: 'a.pptx',
    bytes: zip({
      ...types,
      ...Object.fromEntries(
        Array.from({ length: 3000 }, (_, at) => [
          `ppt/slides/slide${at}.xml`,
          `<p:sld xmlns:p="p" xmlns:a="a">${fill('<a:p><a:t>文123</a:t></a:p>', n / 3000)}</p:sld>`,
        ]),
      ),
    }),
  }),
  'ofd: sign by sign': (n) =>
    page(fill('<ofd:TextObject><ofd:TextCode X="1">1</ofd:TextCode></ofd:TextObject>', n)),
  'ofd: paths': (n) =>
    page(
      fill(
        '<ofd:PathObject Boundary="123 456 7 8"><ofd:AbbreviatedData>M 1 2 L 3 456</ofd:AbbreviatedData></ofd:PathObject>',
        n,
      ),
    ),
  'pdf: one stream of blanks': (n) => packedPdf(' '.repeat(n)),
  'pdf: signs drawn one by one': (n) => packedPdf(`BT /F1 1 Tf ${fill('<0031> Tj 1 0 Td ', n)} ET`),
  'pdf: brackets': (n) => packedPdf(`${'['.repeat(n)}`),
  'pdf: objects': (n) => ({
    name: 'a.pdf',
    bytes: pdf({
      lines: ['正文'],
      objects: Array.from({ length: n / 64 }, () => '<< /A (13800210510) >>'),
    }),
  }),
  'pdf: dictionaries in dictionaries': (n) => ({
    name: 'a.pdf',
    bytes: pdf({
      lines: ['正文'],
      objects: [`${'<< /A '.repeat(n / 10)}1${' >>'.repeat(n / 10)}`],
    }),
  }),
  'pdf: pages': (n) => ({
    name: 'a.pdf',
    bytes: pdf({
      lines: ['正文'],
      further: Array.from({ length: Math.min(3000, n / 400) }, () => ['电话 13800210510']),
    }),
  }),
  'pdf: forms drawn in forms': (n) => {
    const form = (at: number) =>
      pdfStream(
        at < 8 ? '/X0 Do '.repeat(10) : 'BT /F1 1 Tf <0031> Tj ET',
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 ${at + 11} 0 R >> >>`,
      );
    const drawn = deflateSync('/X0 Do '.repeat(n / 7)).toString('latin1');
    return {
      name: 'a.pdf',
      bytes: pdf({
        lines: [],
        page: '/Contents 9 0 R /Resources << /XObject << /X0 10 0 R >> >>',
        objects: [
          pdfStream(drawn, '/Filter /FlateDecode'),
          ...Array.from({ length: 9 }, (_, at) => form(at)),
        ],
      }),
    };
  },
  'doc: pieces': (n) => ({
    name: 'a.doc',
    bytes: doc('电话13800210510。'.repeat(1000), { pieces: Math.floor(n / 26_000) }),
  }),
  'xls: rows': (n) => ({
    name: 'a.xls',
    bytes: xls(
      Array.from({ length: Math.min(60_000, n / 100) }, () => [
        '张三',
        13800210510,
        '花果村3组',
        5,
      ]),
    ),
  }),
  'png: packed texts': (n) => ({ name: 'a.png', bytes: png(n / MB) }),
  'csv: quotation marks': (n) => ({
    name: 'a.csv',
    bytes: Buffer.from(`a,b\n${fill('"一""","二\n三13800210510"\n', n)}`),
  }),
  'csv: commas': (n) => ({ name: 'a.csv', bytes: Buffer.from(`a,b\n${','.repeat(n)}\n1`) }),
  'csv: one cell': (n) => ({
    name: 'a.csv',
    bytes: Buffer.from(`a,b\n"${fill('文字1234,\n', n)}",c`),
  }),
  'txt: digits': (n) => ({ name: 'a.txt', bytes: Buffer.from('1'.repeat(n)) }),
  'txt: two bytes a sign': (n) => ({
    name: 'a.txt',
    bytes: Buffer.from(`\ufeff${'电话13800210510'.repeat(n / 26)}`, 'utf16le'),
  }),
  'txt: homes': (n) => ({ name: 'a.txt', bytes: Buffer.from(fill('花园8栋2单元501室、', n)) }),
};
