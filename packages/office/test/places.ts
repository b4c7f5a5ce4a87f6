import { gzipSync, strToU8, zlibSync } from 'fflate';
import { compound, legacy, pdf, pdfStream, word, workbook, zip } from './files.ts';
import { doc, hiddenSheet, xls } from './old/files.ts';

/** A file that has a text somewhere. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const W = 'xmlns:w="w" xmlns:a="a" xmlns:v="v" xmlns:wp="wp"';
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const shape = (text: string) => `<x xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></x>`;
const types = { '[Content_Types].xml': '<Types/>' };
const docx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.docx',
  bytes: word({ paragraphs: ['正文'], more }),
});
const xlsx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.xlsx',
  bytes: workbook({ rows: [['项目']], more }),
});
const pptx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.pptx',
  bytes: zip({ ...types, 'ppt/slides/slide1.xml': shape('标题'), ...more }),
});
const document = (body: string) => `<w:document ${W}><w:body>${body}</w:body></w:document>`;
const sheet = (more: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData/>${more}</worksheet>`,
});
const relations = (rows: string) => `<Relationships>${rows}</Relationships>`;
const hex = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
const file = (name: string, bytes: Uint8Array | string): Sample => ({
  name,
  bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes,
});

/** Styles of a workbook whose second one has this format. */
const styled = (format: string): string =>
  `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>`;

/** How often a number stands in a document that another document holds, `depth` deep. */
function nested(text: string, depth: number): Uint8Array {
  const inner = depth === 0 ? undefined : nested(text, depth - 1);
  return word(inner ? { more: { 'word/embeddings/a.docx': inner } } : { paragraphs: [text] });
}

/** A record of an old workbook, and a text of one in two bytes a sign ([MS-XLS] 2.5.293). */
function record(type: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
const wideText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const begin = (): Buffer => record(0x809, Buffer.from([0, 6]));
const workbookRecords = (...records: readonly (readonly [type: number, bytes: Uint8Array])[]) =>
  compound({ Workbook: Buffer.concat([begin(), ...records.map((each) => record(...each))]) });

function pngWith(chunk: string, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const head = Buffer.from('89504e470d0a1a0a', 'hex');
  return Uint8Array.from(
    Buffer.concat([head, length, Buffer.from(chunk), content, Buffer.alloc(4)]),
  );
}

/**
 * Places in files where a text can stand that a person sees, or that goes out with the file unseen. Each
 * makes a file with the text in that place and in no other.
 */
export const PLACES: Readonly<Record<string, (text: string) => Sample>> = {
  'docx: main part of another name': (text) => ({
    name: 'a.docx',
    bytes: zip({
      ...types,
      '_rels/.rels': relations(
        '<Relationship Id="r" Type="x/officeDocument" Target="word/document2.xml"/>',
      ),
      'word/document2.xml': document(p(text)),
    }),
  }),
  'docx: folder in capitals': (text) => ({
    name: 'a.docx',
    bytes: zip({ ...types, 'Word/Document.XML': document(p(text)) }),
  }),
  'docx: folder of another name': (text) => docx({ 'extra/unknown9.xml': `<u><v>${text}</v></u>` }),
  'docx: a part that two share the name of': (text) => {
    // The second of the name is renamed in the bytes, and so hidden behind the first.
    const bytes = word({ paragraphs: ['正文'], more: { 'word/documenX.xml': document(p(text)) } });
    return { name: 'a.docx', bytes: replaced(bytes, 'word/documenX.xml', 'word/document.xml') };
  },
  'docx: XML in UTF-16': (text) =>
    docx({ 'word/header1.xml': Buffer.from(`\ufeff<w:hdr ${W}>${p(text)}</w:hdr>`, 'utf16le') }),
  'docx: SmartArt': (text) => docx({ 'word/diagrams/data1.xml': shape(text) }),
  'docx: chart': (text) =>
    docx({ 'word/charts/chart1.xml': `<c xmlns:c="c"><c:v>${text}</c:v></c>` }),
  'docx: watermark': (text) =>
    docx({ 'word/header1.xml': `<w:hdr ${W}><w:p><v:textpath string="${text}"/></w:p></w:hdr>` }),
  'docx: inserted page': (text) => docx({ 'word/chunk.htm': `<html><p>${text}</p></html>` }),
  'docx: inserted page with references': (text) =>
    docx({
      'word/chunk.html': `<html><p>${[...text].map((sign) => `&#${sign.charCodeAt(0)};`).join('')}</p></html>`,
    }),
  'docx: inserted mht in Base64': (text) =>
    docx({
      'word/chunk.mht': `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`<p>${text}</p>`).toString('base64')}\n`,
    }),
  'docx: inserted document': (text) => docx({ 'word/chunk.docx': word({ paragraphs: [text] }) }),
  'docx: author of a change': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:ins w:author="王某${text}"><w:r><w:t>文</w:t></w:r></w:ins></w:p>`,
      ),
    }),
  'docx: author of a comment': (text) =>
    docx({
      'word/comments.xml': `<w:comments ${W}><w:comment w:author="${text}">${p('好')}</w:comment></w:comments>`,
    }),
  'docx: people': (text) =>
    docx({ 'word/people.xml': `<w15:people><w15:person w15:author="${text}"/></w15:people>` }),
  'docx: digits in boxes': (text) =>
    docx({
      'word/document.xml': document(
        `<w:tbl><w:tr>${[...text].map((sign) => `<w:tc>${p(sign)}</w:tc>`).join('')}</w:tr></w:tbl>`,
      ),
    }),
  'docx: digits in three cells': (text) =>
    docx({
      'word/document.xml': document(
        `<w:tbl><w:tr>${[text.slice(0, 6), text.slice(6, 14), text.slice(14)].map((part) => `<w:tc>${p(part)}</w:tc>`).join('')}</w:tr></w:tbl>`,
      ),
    }),
  'docx: a number around a deleted sign': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:r><w:t>${text.slice(0, 9)}</w:t></w:r><w:del><w:r><w:delText>0</w:delText></w:r></w:del><w:r><w:t>${text.slice(9)}</w:t></w:r></w:p>`,
      ),
    }),
  'docx: a number around a box': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:r><w:t>${text.slice(0, 9)}</w:t></w:r><w:r><w:pict><w:txbxContent>${p('图')}</w:txbxContent></w:pict></w:r><w:r><w:t>${text.slice(9)}</w:t></w:r></w:p>`,
      ),
    }),
  'docx: alternative text': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:drawing><wp:docPr id="1" name="图" descr="证件 ${text}"/></w:drawing></w:p>`,
      ),
    }),
  'docx: code of a field': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:fldSimple w:instr=" SEQ 表 \\* ARABIC ${text} "/></w:p>`,
      ),
    }),
  'docx: address of a link': (text) =>
    docx({
      'word/_rels/document.xml.rels': relations(
        `<Relationship Id="r" Type="x/hyperlink" Target="mailto:a@example.com?subject=${text}" TargetMode="External"/>`,
      ),
    }),
  'docx: list to choose from': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${text}"/></w:dropDownList></w:sdtPr></w:sdt></w:p>`,
      ),
    }),
  'docx: variable of the document': (text) =>
    docx({
      'word/settings.xml': `<w:settings ${W}><w:docVars><w:docVar w:name="x" w:val="${text}"/></w:docVars></w:settings>`,
    }),
  'docx: data of a form': (text) =>
    docx({ 'customXml/item1.xml': `<root><id>${text}</id></root>` }),
  'docx: remark in the XML': (text) =>
    docx({ 'word/header2.xml': `<w:hdr ${W}><!-- ${text} -->${p('页眉')}</w:hdr>` }),
  'docx: building block': (text) =>
    docx({
      'word/glossary/document.xml': `<w:glossaryDocument ${W}>${p(text)}</w:glossaryDocument>`,
    }),
  'docx: properties': (text) =>
    docx({ 'docProps/core.xml': `<c xmlns:dc="dc"><dc:creator>${text}</dc:creator></c>` }),
  'docx: old document inside': (text) => docx({ 'word/embeddings/a.doc': legacy(text) }),
  'docx: object inside': (text) =>
    docx({
      'word/embeddings/oleObject1.bin': compound({ CONTENTS: Buffer.from(text, 'utf16le') }),
    }),
  'docx: document in an object inside': (text) =>
    docx({ 'word/embeddings/oleObject1.bin': compound({ Package: word({ paragraphs: [text] }) }) }),
  'docx: table of plain text inside': (text) =>
    docx({ 'word/embeddings/a.csv': `姓名,证件\n王某,${text}\n` }),
  'docx: text in GB18030 inside': (text) =>
    docx({
      'word/embeddings/a.txt': Buffer.concat([
        Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
        Buffer.from(text),
      ]),
    }),
  'docx: packed drawing': (text) =>
    docx({ 'word/media/image1.emz': gzipSync(Buffer.from(`图 ${text}`, 'utf16le')) }),
  'docx: five files deep': (text) => ({ name: 'a.docx', bytes: nested(text, 5) }),
  'docx: between the parts': (text) => {
    const bytes = Buffer.from(word({ paragraphs: ['正文'] }));
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const start = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const gap = Buffer.from(`                    ${text}                    `);
    const moved = Buffer.concat([bytes.subarray(0, start), gap, bytes.subarray(start)]);
    moved.writeUInt32LE(start + gap.length, moved.length - 6);
    return { name: 'a.docx', bytes: end < 0 ? bytes : Uint8Array.from(moved) };
  },
  'xlsx: sheet in another folder': (text) =>
    xlsx({
      'xl/_rels/workbook.xml.rels': relations(
        '<Relationship Id="rId1" Type="x/worksheet" Target="/data/one.xml"/>',
      ),
      'data/one.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    }),
  'xlsx: shared texts in other letters': (text) => ({
    name: 'a.xlsx',
    bytes: zip({
      ...types,
      'xl/workbook.xml': '<workbook/>',
      'xl/SharedStrings.xml': `<sst><si><r><t>${text.slice(0, 5)}</t></r><r><t>${text.slice(5)}</t></r></si></sst>`,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    }),
  }),
  'xlsx: shared text that no cell shows': (text) =>
    xlsx({ 'xl/sharedStrings.xml': `<sst><si><t>项目</t></si><si><t>${text}</t></si></sst>` }),
  'xlsx: second list of shared texts': (text) =>
    xlsx({ 'xl/sharedStrings2.xml': `<sst><si><t>${text}</t></si></sst>` }),
  'xlsx: pivot records': (text) =>
    xlsx({ 'xl/pivotCache/pivotCacheRecords1.xml': `<p><r><s v="${text}"/></r></p>` }),
  'xlsx: pivot items': (text) =>
    xlsx({
      'xl/pivotCache/pivotCacheDefinition1.xml': `<p><cacheField name="证件"><sharedItems><s v="${text}"/></sharedItems></cacheField></p>`,
    }),
  'xlsx: values of another workbook': (text) =>
    xlsx({
      'xl/externalLinks/externalLink1.xml': `<e><sheetData><cell><v>${text}</v></cell></sheetData></e>`,
    }),
  'xlsx: list to choose from': (text) =>
    xlsx(
      sheet(
        `<dataValidations><dataValidation><formula1>"甲,${text}"</formula1></dataValidation></dataValidations>`,
      ),
    ),
  'xlsx: hint of a cell': (text) =>
    xlsx(sheet(`<dataValidations><dataValidation prompt="填 ${text}"/></dataValidations>`)),
  'xlsx: defined name': (text) =>
    xlsx({
      'xl/workbook.xml': `<workbook><definedNames><definedName name="x">"${text}"</definedName></definedNames></workbook>`,
    }),
  'xlsx: formula that joins pieces': (text) =>
    xlsx({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1"><f>"${text.slice(0, 7)}"&amp;"${text.slice(7)}"</f></c></row></sheetData></worksheet>`,
    }),
  'xlsx: hint of a link': (text) =>
    xlsx(sheet(`<hyperlinks><hyperlink ref="A1" tooltip="${text}"/></hyperlinks>`)),
  'xlsx: chart': (text) =>
    xlsx({ 'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:v>${text}</c:v></c:chartSpace>` }),
  'xlsx: box of a comment': (text) =>
    xlsx({
      'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="v"><v:textbox><div>${text}</div></v:textbox></xml>`,
    }),
  'xlsx: alternative text': (text) =>
    xlsx({ 'xl/drawings/drawing1.xml': `<d><cNvPr id="2" name="图" descr="${text}"/></d>` }),
  'xlsx: list of changes': (text) =>
    xlsx({ 'xl/revisions/revisionLog1.xml': `<r><nc><is><t>${text}</t></is></nc></r>` }),
  'xlsx: name of a column of a table': (text) =>
    xlsx({ 'xl/tables/table1.xml': `<table><tableColumn id="1" name="${text}"/></table>` }),
  'xlsx: digits in boxes': (text) =>
    xlsx({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${[...text].map((sign, index) => `<c r="${index < 26 ? String.fromCharCode(65 + index) : 'AA'}1" t="inlineStr"><is><t>${sign}</t></is></c>`).join('')}</row></sheetData></worksheet>`,
    }),
  'xlsx: comment of today': (text) =>
    xlsx({
      'xl/threadedComments/threadedComment1.xml': `<T><threadedComment><text>${text}</text></threadedComment></T>`,
    }),
  'pptx: comment of today': (text) =>
    pptx({
      'ppt/comments/modernComment_1.xml': `<c xmlns:a="a"><cm><a:p><a:r><a:t>${text}</a:t></a:r></a:p></cm></c>`,
    }),
  'pptx: old comment': (text) =>
    pptx({
      'ppt/comments/comment1.xml': `<p:cmLst><p:cm><p:text>${text}</p:text></p:cm></p:cmLst>`,
    }),
  'pptx: master': (text) => pptx({ 'ppt/slideMasters/slideMaster1.xml': shape(text) }),
  'pptx: SmartArt': (text) => pptx({ 'ppt/diagrams/data1.xml': shape(text) }),
  'pptx: notes': (text) => pptx({ 'ppt/notesSlides/notesSlide1.xml': shape(text) }),
  'pptx: workbook of a chart': (text) =>
    pptx({ 'ppt/embeddings/Microsoft_Excel_Sheet.XLSX': workbook({ rows: [['证件'], [text]] }) }),
  'ofd: page': (text) => ({
    name: 'a.ofd',
    bytes: zip({
      'OFD.xml': '<o/>',
      'Doc_0/Pages/Page_0/Content.xml': `<Page><TextCode>${text}</TextCode></Page>`,
    }),
  }),
  'ofd: sign by sign': (text) => ({
    name: 'a.ofd',
    bytes: zip({
      'OFD.xml': '<o/>',
      'Doc_0/Pages/Page_0/Content.xml': `<Page>${[...text].map((sign) => `<TextCode>${sign}</TextCode>`).join('')}</Page>`,
    }),
  }),
  'ofd: attachment': (text) => ({
    name: 'a.ofd',
    bytes: zip({ 'OFD.xml': '<o/>', 'Doc_0/Attachs/a.xlsx': workbook({ rows: [[text]] }) }),
  }),
  'ofd: its own data, in capitals': (text) => ({
    name: 'a.ofd',
    bytes: zip({ 'OFD.XML': `<OFD><CustomData Name="证件">${text}</CustomData></OFD>` }),
  }),
  'ofd: outline': (text) => ({
    name: 'a.ofd',
    bytes: zip({
      'OFD.xml': '<o/>',
      'Doc_0/Document.xml': `<D><OutlineElem Title="${text}"/></D>`,
    }),
  }),
  'pdf: outside the page': (text) => file('a.pdf', pdf({ lines: [], content: outside(text) })),
  'pdf: outside the page of a file that was changed since': (text) =>
    file('a.pdf', changed(pdf({ lines: [], content: outside(text), page: '/Rotate 90' }))),
  'pdf: outside the part of a page that is shown': (text) =>
    file('a.pdf', pdf({ lines: [], content: outside(text), page: '/CropBox [0 0 500 700]' })),
  'pdf: bookmark': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        catalog: '/Outlines 9 0 R',
        objects: [
          '<< /First 10 0 R /Last 10 0 R >>',
          `<< /Title <${hex(`王某 ${text}`)}> /Parent 9 0 R >>`,
        ],
      }),
    ),
  'pdf: value of a form': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [
          `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${text}) /Rect [0 0 9 9] >>`,
        ],
      }),
    ),
  'pdf: field without a box': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        catalog: '/AcroForm << /Fields [9 0 R] >>',
        objects: [`<< /FT /Tx /T (a) /DV (${text}) >>`],
      }),
    ),
  'pdf: choice': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [`<< /Subtype /Widget /FT /Ch /T (a) /Opt [(x) (${text})] /Rect [0 0 9 9] >>`],
      }),
    ),
  'pdf: name of a field': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [`<< /Subtype /Widget /FT /Tx /TU (${text}) /Rect [0 0 9 9] >>`],
      }),
    ),
  'pdf: look of a note': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [
          '<< /Subtype /Stamp /AP << /N 10 0 R >> /Rect [0 0 9 9] >>',
          pdfStream(
            `BT /F1 9 Tf [(${text.slice(0, 7)}) -20 (${text.slice(7)})] TJ ET`,
            '/Subtype /Form',
          ),
        ],
      }),
    ),
  'pdf: stream that nothing leads to': (text) =>
    file('a.pdf', pdf({ lines: ['文'], objects: [pdfStream(`BT (${text}) Tj ET`)] })),
  'pdf: camera data of a picture': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        objects: [pdfStream(`\u00ff\u00d8Exif ${text} `, '/Subtype /Image /Filter /DCTDecode')],
      }),
    ),
  'pdf: rich note': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [
          `<< /Subtype /FreeText /RC (<body><p>${text.slice(0, 8)}<b>${text.slice(8)}</b></p></body>) /Rect [0 0 9 9] >>`,
        ],
      }),
    ),
  'pdf: property of its own': (text) =>
    file('a.pdf', pdf({ lines: ['文'], info: `/Zhengjian (${text})` })),
  'pdf: metadata': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        catalog: '/Metadata 9 0 R',
        objects: [
          pdfStream(
            `<x><dc:creator xmlns:dc="d">${text}</dc:creator></x>`,
            '/Type /Metadata /Subtype /XML',
          ),
        ],
      }),
    ),
  'pdf: file inside': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        page: '/Annots [9 0 R]',
        objects: [
          '<< /Subtype /FileAttachment /FS << /F (a.txt) /EF << /F 10 0 R >> >> /Rect [0 0 9 9] >>',
          pdfStream(text, '/Type /EmbeddedFile'),
        ],
      }),
    ),
  'pdf: structure': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: ['文'],
        catalog: '/StructTreeRoot 9 0 R',
        objects: [`<< /Type /StructElem /S /Figure /ActualText (${text}) >>`],
      }),
    ),
  'pdf: text in place of what is drawn': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: [],
        content: `/Span << /ActualText (${text}) >> BDC BT /F1 12 Tf 22 700 Td <6587> Tj ET EMC`,
      }),
    ),
  'pdf: sign by sign': (text) =>
    file(
      'a.pdf',
      pdf({
        lines: [],
        content: [...text]
          .map(
            (sign, at) =>
              `BT /F1 12 Tf ${22 + at * 30} 700 Td <00${sign.charCodeAt(0).toString(16)}> Tj ET`,
          )
          .join('\n'),
      }),
    ),
  'pdf: over two lines': (text) =>
    file('a.pdf', pdf({ lines: [`证件 ${text.slice(0, 10)}`, `${text.slice(10)} 止`] })),
  'pdf: object in a packed stream': (text) => {
    const inner = `10 0 << /Subtype /Text /Contents (${text}) /Rect [0 0 9 9] >>`;
    const packed = Buffer.from(zlibSync(strToU8(inner))).toString('latin1');
    return file(
      'a.pdf',
      pdf({
        lines: ['文'],
        objects: [pdfStream(packed, '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode')],
      }),
    );
  },
  'pdf: before its last change': (text) => {
    const first = Buffer.from(pdf({ lines: [text] })).toString('latin1');
    const at = first.length;
    const content = 'BT ET';
    const change = `7 0 obj\n${pdfStream(content)}\nendobj\n`;
    const xref = Number(/startxref\n(\d+)/.exec(first)?.[1]);
    const tail = `xref\n7 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9 /Root 1 0 R /Info 8 0 R /Prev ${xref} >>\nstartxref\n${at + change.length}\n%%EOF\n`;
    return file('a.pdf', Uint8Array.from(Buffer.from(first + change + tail, 'latin1')));
  },
  'pdf: signs in another order than they stand in': (text) => {
    const drawn = [...text].map(
      (sign, at) =>
        `BT /F1 12 Tf ${22 + at * 12} 700 Td <00${sign.charCodeAt(0).toString(16)}> Tj ET`,
    );
    const later = drawn.filter((_, at) => at % 2 === 0);
    const content = [...drawn.filter((_, at) => at % 2 === 1), ...later].join('\n');
    return file('a.pdf', pdf({ lines: [], content }));
  },
  'pdf: document behind its end': (text) =>
    file('a.pdf', Buffer.concat([pdf({ lines: ['文'] }), word({ paragraphs: [text] })])),
  'png: document behind it': (text) =>
    file('a.png', Buffer.concat([pngWith('tEXt', strToU8('A\0b')), word({ paragraphs: [text] })])),
  'mp3: document behind it': (text) =>
    file(
      'a.mp3',
      Buffer.concat([strToU8('ID3\u0003'), Buffer.alloc(40), word({ paragraphs: [text] })]),
    ),
  'gif: remark in blocks': (text) => {
    const block = (piece: string) => Buffer.concat([Buffer.from([piece.length]), strToU8(piece)]);
    const remark = [block(text.slice(0, 7)), block(text.slice(7)), Buffer.from([0, 0x3b])];
    return file(
      'a.gif',
      Buffer.concat([strToU8('GIF89a'), Buffer.alloc(7), Buffer.from([0x21, 0xfe]), ...remark]),
    );
  },
  'docx: document behind a picture': (text) =>
    docx({
      'word/media/image1.png': Buffer.concat([
        pngWith('tEXt', strToU8('A\0b')),
        word({ paragraphs: [text] }),
      ]),
    }),
  'docx: remark of the archive': (text) => {
    const bytes = Buffer.from(word({ paragraphs: ['正文'] }));
    bytes.writeUInt16LE(text.length, bytes.length - 2);
    return file('a.docx', Buffer.concat([bytes, strToU8(text)]));
  },
  'docx: name of a part': (text) => docx({ [`word/media/${text}.xml`]: '<a/>' }),
  'docx: turned round by a sign': (text) =>
    docx({ 'word/document.xml': document(p(`证件\u202e${[...text].reverse().join('')}`)) }),
  'docx: turned round by its mark': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p><w:bdo w:val="rtl"><w:r><w:t>${[...text].reverse().join('')}</w:t></w:r></w:bdo></w:p>`,
      ),
    }),
  'docx: signs of a symbol font': (text) =>
    docx({
      'word/document.xml': document(
        `<w:p>${[...text]
          .map((sign) =>
            sign === 'X'
              ? '<w:r><w:t>X</w:t></w:r>'
              : `<w:r><w:sym w:font="Wingdings" w:char="F0${(0x80 + Number(sign)).toString(16)}"/></w:r>`,
          )
          .join('')}</w:p>`,
      ),
    }),
  'docx: paragraph for each sign': (text) =>
    docx({ 'word/document.xml': document([...text].map(p).join('')) }),
  'xlsx: format that adds the first figures': (text) =>
    xlsx({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>${text.slice(6)}</t></is></c></row></sheetData></worksheet>`,
      'xl/styles.xml': styled(`&quot;${text.slice(0, 6)}&quot;@`),
    }),
  'xlsx: format that adds figures to a number': (text) =>
    xlsx({
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>${Number(text.slice(14, 17))}</v></c></row></sheetData></worksheet>`,
      'xl/styles.xml': styled(
        `&quot;${text.slice(0, 14)}&quot;000&quot;${text.slice(17)}&quot;;[Red]General`,
      ),
    }),
  'doc: text': (text) => file('a.doc', legacy(`王某，${text}。`)),
  'doc: text in one byte a sign': (text) =>
    file('a.doc', compound({ WordDocument: Buffer.concat([Buffer.alloc(64), Buffer.from(text)]) })),
  'doc: over two pieces': (text) =>
    file('a.doc', doc(`王某，证件号码${text.slice(0, 9)}`, { rest: `${text.slice(9)}。` })),
  'doc: properties': (text) =>
    file(
      'a.doc',
      compound({ WordDocument: Buffer.alloc(64), '\u0005SummaryInformation': Buffer.from(text) }),
    ),
  'xls: cell': (text) =>
    file(
      'a.xls',
      xls([
        ['姓名', '证件'],
        ['王某', text],
      ]),
    ),
  'xls: cell with other words': (text) =>
    file('a.xls', xls([['名单'], [`王某，证件号码${text}，无`]])),
  'xls: digits in boxes': (text) => file('a.xls', xls([['证件'], [...text]])),
  'xls: digits in three cells': (text) =>
    file('a.xls', xls([['姓名'], [text.slice(0, 6), text.slice(6, 14), text.slice(14)]])),
  'xls: Excel 5': (text) => file('a.xls', xls([['list'], [`id ${text}`]], 'biff5')),
  'xls: hidden sheet': (text) => file('a.xls', hiddenSheet(text)),
  'xls: name of a sheet': (text) => file('a.xls', xls([['名单']], 'biff8', text)),
  'xls: box of text': (text) =>
    file('a.xls', workbookRecords([0x1b6, Buffer.alloc(18)], [0x3c, wideText(`王某${text}`)])),
  'xls: header of a page': (text) => file('a.xls', workbookRecords([0x14, wideText(`&C${text}`)])),
  'xls: defined name': (text) => file('a.xls', workbookRecords([0x18, wideText(text)])),
  'xls: list to choose from': (text) =>
    file('a.xls', workbookRecords([0x1be, wideText(`无\0${text}`)])),
  'xls: result of a formula': (text) => file('a.xls', workbookRecords([0x207, wideText(text)])),
  'xls: properties': (text) =>
    file('a.xls', compound({ Workbook: begin(), '\u0005SummaryInformation': Buffer.from(text) })),
  'xls: stream of its own': (text) =>
    file('a.xls', compound({ Workbook: begin(), MsoDataStore: Buffer.from(text, 'utf16le') })),
  'xls: document inside': (text) =>
    file('a.xls', compound({ Workbook: begin(), 'MBD1/Package': word({ paragraphs: [text] }) })),
  'jpg: camera data': (text) =>
    file(
      'a.jpg',
      Uint8Array.from(
        Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from(`Exif  ${text}`, 'utf16le')]),
      ),
    ),
  'png: text': (text) => file('a.png', pngWith('tEXt', Buffer.from(`Author\0${text}`))),
  'png: packed text': (text) =>
    file(
      'a.png',
      pngWith('zTXt', Buffer.concat([Buffer.from('Author\0\0'), zlibSync(strToU8(text))])),
    ),
  'csv: first row': (text) => file('a.csv', `王某,${text}\n李某,无\n`),
  'csv: stray quotation mark': (text) => file('a.csv', `姓名,证件\n王某,${text}\n"李某,无\n`),
  'csv: inch mark in a cell': (text) => file('a.csv', `姓名,证件,备注\n王某,${text},屏幕5"手机\n`),
  'csv: ="…"': (text) => file('a.csv', `姓名,证件\n王某,="${text}"\n`),
  'csv: broken line in a cell': (text) =>
    file('a.csv', `姓名,证件\n王某,"${text.slice(0, 9)}\n${text.slice(9)}"\n`),
  'csv: semicolons': (text) => file('a.csv', `姓名;证件\n王某;${text}\n`),
  'csv: Unicode text of Excel': (text) =>
    file('a.csv', Buffer.from(`\ufeff姓名\t证件\n王某\t${text}\n`, 'utf16le')),
  'txt: damaged at its end': (text) =>
    file('a.txt', Buffer.concat([Buffer.from(`名单 ${text} 李某`), Buffer.from([0xe6, 0x9d])])),
  'txt: zero byte behind much text': (text) =>
    file('a.txt', `${'说明。'.repeat(400)}\n王某 ${text}\n\0`),
  'txt: UTF-16 with its mark': (text) =>
    file('a.txt', Buffer.from(`\ufeff${'说明。'.repeat(700)}${text}`, 'utf16le')),
  'txt: UTF-16 of the other order': (text) =>
    file('a.txt', Buffer.from(`\ufeff${'说明。'.repeat(700)}${text}`, 'utf16le').swap16()),
  'txt: UTF-16 without its mark': (text) =>
    file('a.txt', Buffer.from(`${'关于发放补贴的通知，'.repeat(120)}${text}`, 'utf16le')),
  'vtt: captions': (text) =>
    file('a.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n我的证件是${text}\n`),
};

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A page that shows a word, and a text to the right of the page. */
function outside(text: string): string {
  const hex = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('hex');
  return `BT /F1 12 Tf 72 600 Td <${hex('正文')}> Tj ET BT /F1 12 Tf 700 600 Td <${hex(text)}> Tj ET`;
}

/** A PDF with a change behind it in which its page is written anew. */
function changed(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const page = /6 0 obj\n[\s\S]*?endobj\n/.exec(text)?.[0] ?? '';
  const table = `xref\n6 1\n${String(text.length).padStart(10, '0')} 00000 n \n`;
  const before = /startxref\n(\d+)/.exec(text)?.[1];
  const tail = `trailer\n<< /Size 9 /Root 1 0 R /Prev ${before} >>\nstartxref\n${text.length + page.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text + page + table + tail, 'latin1'));
}
