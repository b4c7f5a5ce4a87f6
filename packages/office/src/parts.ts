import type { Allowance } from './allowance.ts';
import { isAllowedContent, judgeRelation, nameOfActive } from './allowed.ts';
import { latin1 } from './bytes.ts';
import { markedUtf16, namedEncoding } from './encoding.ts';
import { OfficeFailure } from './failure.ts';
import { readHtml, readMht } from './html.ts';
import { isOwnDisk, isPlainLink } from './links.ts';
import { OfficePackage, relationsOf } from './package.ts';
import type { Account } from './passage.ts';
import { readPicture } from './picture.ts';
import { searchBytes } from './raw.ts';
import { readRelations } from './relations.ts';
import type { Workbook } from './sheet.ts';
import { readSheet } from './sheet.ts';
import { extensionOf, harmlessKind, isProgram, signatureOf } from './signature.ts';
import { elements } from './tree.ts';
import { addedFigures } from './xlsx/added.ts';
import { listedSheets } from './xlsx/book.ts';
import type { CellRun } from './xlsx/walk.ts';
import { sharedStrings } from './xlsx/walk.ts';
import { parseXml, rootOf } from './xml.ts';
import { readXmlText } from './xml-text.ts';
import type { ZipPart } from './zip.ts';
import { Zip, zipWithin } from './zip.ts';

/** What kind of package a zip is. */
export type PackageKind = 'office' | 'ofd' | 'zip';

/** The part of a workbook that names its sheets, and its relations: some kilobytes; they are kept whole as trees. */
const LONGEST_BOOK = 4 * 2 ** 20;

/** Signs of text below which a file with pictures is taken for a scan. */
const SCAN = 100;

const SAVE_ANEW = '用 WPS 或 Office 打开，另存为 .docx、.xlsx、.pptx 或 PDF';

/**
 * Reads a package whole: every part that its directory lists, whatever its name, case or folder, and
 * what stands between the parts. Relations tell where a text is found and what the file loads.
 */
export function readPackage(
  bytes: Uint8Array,
  account: Account,
  allowance: Allowance,
): PackageKind {
  const zip = new Zip(bytes, allowance);
  const kind = kindOf(zip);
  if (kind === 'zip') {
    for (const { name, read } of zip.parts()) account.inner.push({ name, bytes: read() });
    return kind;
  }
  for (const gap of zip.between()) {
    searchBytes(gap, '文件的空隙中', (passage) => account.take(passage));
    if (latin1(gap).includes('PK\u0003\u0004'))
      account.addUnread('压缩包中有目录里没有列出的内容', SAVE_ANEW);
  }
  searchBytes(zip.directory(), '压缩包的目录中', (passage) => account.take(passage));
  const parts = zip.parts().map((part) => new Part(part));
  const book = workbookOf(zip, parts, account);
  for (const part of parts) readPart(part, book, account, allowance);
  for (const [index, text] of book.strings.entries()) {
    if (book.used[index] !== 1) account.words(text, '工作簿中不再显示的文字中');
  }
  if (parts.some(({ kind }) => kind === 'picture') && account.signs < SCAN)
    account.addUnseen('几乎只有图片，文字在图片里');
  return kind;
}

function kindOf(zip: Zip): PackageKind {
  if (zip.has('[Content_Types].xml')) return 'office';
  return zip.has('OFD.xml') ? 'ofd' : 'zip';
}

class Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly root: string | undefined;
  readonly kind: 'xml' | 'picture' | 'sound' | 'font' | 'other';

  constructor({ name, read }: ZipPart) {
    this.name = name;
    this.bytes = read();
    const head = latin1(this.bytes.subarray(0, 64)).replaceAll('\u0000', '');
    const beginsXml = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(head);
    this.root = beginsXml ? rootOf(this.bytes) : undefined;
    const page = /^x?html$/i.test(this.root ?? '') || /^(?:x?html?|mht)$/.test(extensionOf(name));
    this.kind =
      beginsXml && !page && this.root !== undefined ? 'xml' : (harmlessKind(this.bytes) ?? 'other');
  }
}

/** All words of a text, also how they are said. */
const allWords = (runs: readonly CellRun[]): string => runs.map(({ text }) => text).join('');

interface Book extends Workbook {
  /** What an officer calls each sheet, by its part. */
  readonly titles: ReadonlyMap<string, string>;
  readonly isBook: boolean;
  /** The part of the shared texts, which are told with the cells that show them. */
  readonly list: Part | undefined;
}

function workbookOf(zip: Zip, parts: readonly Part[], account: Account): Book {
  const titles = new Map<string, string>();
  const names = new Set<string>();
  const file = new OfficePackage(zip);
  let main: string | undefined;
  for (const part of parts) {
    if (part.root !== 'workbook') continue;
    if (Math.max(part.bytes.length, zip.sizeOf(relationsOf(part.name))) > LONGEST_BOOK) {
      account.addUnread('工作簿的目录，大得不像正常的文件', SAVE_ANEW);
      continue;
    }
    const tree = file.tree(part.name);
    const relations = file.relations(part.name);
    for (const { name, hidden, relation } of listedSheets(tree, relations)) {
      if (relation)
        titles.set(relation.target.toLowerCase(), `工作表“${name}”${hidden ? '（隐藏）' : ''}`);
    }
    for (const list of elements(tree, 'definedNames')) {
      for (const { attributes } of elements(list, 'definedName'))
        names.add((attributes['name'] ?? '').toUpperCase());
    }
    main ??= [...relations.values()].find(({ type }) => type === 'sharedStrings')?.target;
  }
  const lists = parts.filter(({ root }) => root === 'sst');
  const list = lists.find(({ name }) => name.toLowerCase() === main?.toLowerCase()) ?? lists[0];
  const strings = list ? sharedStrings(list.bytes, allWords) : [];
  const isBook = parts.some(({ root }) => root === 'workbook');
  const styles = isBook ? parts.find(({ root }) => root === 'styleSheet') : undefined;
  return {
    shows: showsOf(styles),
    strings,
    used: new Uint8Array(strings.length),
    names,
    titles,
    isBook,
    list,
  };
}

function showsOf(styles: Part | undefined): Book['shows'] {
  try {
    if (styles) return addedFigures(styles.bytes);
  } catch {
    // A part that cannot be read is told when its turn comes.
  }
  return () => undefined;
}

function readPart(part: Part, book: Book, account: Account, allowance: Allowance): void {
  const { name, bytes, root, kind } = part;
  if (bytes.length === 0) return;
  const runs = RUNS.find(([pattern]) => pattern.test(name));
  if (runs) account.addActive(runs[1]);
  if (kind === 'xml' || (root === undefined && /\.(?:xml|rels|vml)$/i.test(name)))
    readXml(part, book, account);
  else if (kind === 'picture') {
    readPicture(bytes, account, allowance);
    const behind = zipWithin(bytes);
    if (behind) account.inner.push({ name, bytes: behind });
  } else if (kind !== 'other')
    searchBytes(bytes, '内嵌的音像或字体中', (passage) => account.take(passage));
  else readOther(part, account);
}

function readXml(part: Part, book: Book, account: Account): void {
  const { name, bytes, root } = part;
  try {
    if (root === 'Types') readTypes(bytes, account);
    else if (root === 'Relationships') judgeRelations(name, bytes, account);
    else if (/^(?:work|macro|dialog)sheet$/.test(root ?? '')) {
      if (root === 'macrosheet') account.addActive('宏表（Excel 4.0）');
      const title = book.titles.get(name.toLowerCase()) ?? `工作表“${lastStep(name)}”`;
      readSheet(bytes, book, title, account);
    } else if (part === book.list) {
      // Its texts are told with the cells that show them.
    } else {
      if (root === 'workbook') readNames(bytes, account);
      const where = placeOf(name, root);
      readXmlText(bytes, book.isBook ? { where, names: book.names } : { where }, account);
    }
  } catch (error) {
    // Beyond its bounds nothing of the file is read any more.
    if (error instanceof OfficeFailure && error.code === 'too-large') throw error;
    const where = `部分“${lastStep(name)}”中`;
    searchBytes(bytes, where, (passage) => account.take(passage));
    // Excel and PowerPoint leave elements of pages open in old drawings.
    if (root === 'xml' && /\.vml$/i.test(name))
      readHtml(new TextDecoder().decode(bytes), where, account);
    else throw error;
  }
}

/** Names that Excel runs when it opens a workbook. */
function readNames(bytes: Uint8Array, account: Account): void {
  parseXml(bytes, {
    open: (tag, attributes) => {
      if (tag !== 'definedName') return;
      const macro = ['function', 'vbProcedure', 'xlm'].some((key) => attributes[key] === '1');
      if (macro || /^_xlnm\.Auto_/i.test(attributes['name'] ?? ''))
        account.addActive('宏（随工作簿打开而运行的名称）');
    },
  });
}

function readTypes(bytes: Uint8Array, account: Account): void {
  parseXml(bytes, {
    open: (tag, attributes) => {
      const type = attributes['ContentType'];
      if (
        (tag === 'Default' || tag === 'Override') &&
        type !== undefined &&
        !isAllowedContent(type)
      )
        account.addActive(nameOfActive(type));
    },
  });
}

function judgeRelations(name: string, bytes: Uint8Array, account: Account): void {
  readRelations(
    bytes,
    ({ type, kind, target, external }) => {
      account.words(target, '链接的地址中');
      switch (judgeRelation(kind, external)) {
        case 'click':
          if (!isPlainLink(target)) account.addActive('会运行程序或打开文件的链接');
          break;
        case 'made-from':
          if (!isOwnDisk(target)) account.addActive(nameOfActive(kind));
          break;
        case 'outside':
        case 'unknown':
          if (kind !== '') account.addActive(nameOfActive(type));
          break;
        default:
          // An address without its mode leads outside all the same.
          if (/^(?:[a-z][a-z\d+.-]+:|\/\/|\\\\)/i.test(target) && kind !== 'hyperlink')
            account.addActive(nameOfActive(kind));
      }
    },
    {
      text: (text) => account.words(text, `部分“${lastStep(name)}”中`),
      aside: (text) => account.words(text, '隐藏的注释中'),
    },
  );
}

function readOther({ name, bytes, root }: Part, account: Account): void {
  const where = `内嵌的“${lastStep(name)}”中`;
  const extension = extensionOf(name);
  const signature = signatureOf(bytes);
  if (isProgram(bytes) || (signature === 'program' && !/^(?:odttf|fntdata|bin)$/.test(extension)))
    account.addActive('程序');
  if (['zip', 'ole', 'pdf'].includes(signature)) {
    account.inner.push({ name, bytes });
    return;
  }
  searchBytes(bytes, where, (passage) => account.take(passage));
  if (/^(?:x?html?|mht)$/.test(extension) || /^x?html$/i.test(root ?? '') || signature === 'html') {
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
    if (/^mht/.test(extension) || /^MIME-Version:/im.test(text.slice(0, 1000)))
      readMht(text, where, account);
    else readHtml(text, where, account);
  } else if (/^MIME-Version:/i.test(latin1(bytes.subarray(0, 20)))) {
    readMht(latin1(bytes), where, account);
  } else if (latin1(bytes.subarray(0, 5)) === '{\\rtf') {
    if (/\\obj(?:data|emb|link|ocx|autlink|update)/i.test(latin1(bytes)))
      account.addActive('打包的文件或程序（OLE 包）');
    account.addUnread(`内嵌的“${lastStep(name)}”（RTF）`, SAVE_ANEW);
  } else if (!isKnownBinary(name, bytes) && !RUNS.some(([pattern]) => pattern.test(name))) {
    account.addUnread(`不认识的部分“${lastStep(name)}”`, SAVE_ANEW);
  }
}

/** Settings of a printer, typefaces, seals: bytes that only their own program reads, and that run nothing. */
function isKnownBinary(name: string, bytes: Uint8Array): boolean {
  const lower = name.toLowerCase();
  return (
    /printersettings[^/]*\.bin$/.test(lower) ||
    /customproperty\d*\.bin$/.test(lower) ||
    /^xl\/metadata$/.test(lower) ||
    /\.(?:odttf|fntdata|eot|pcz|xml\.gz|vsdx?)$/.test(lower) ||
    /\.(?:pict?|pcx|tga|cgm|wdp|emz|wmz|eps)$/.test(lower) ||
    (/(?:^|\/)signs?\//.test(lower) && bytes[0] === 0x30) ||
    /(?:^|\/)(?:mimetype|\.ds_store|thumbs\.db)$/.test(lower) ||
    bytes.every((byte) => byte === 0)
  );
}

function encodingOf(bytes: Uint8Array): string {
  return markedUtf16(bytes) ?? namedEncoding(latin1(bytes.subarray(0, 2000))) ?? 'utf-8';
}

function lastStep(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.xml$/i, '');
}

/** Parts that run something, by the names that programs give them, whatever their types say. */
const RUNS: readonly (readonly [RegExp, string])[] = [
  [/vba(?:project|data)/i, '宏（VBA）'],
  [/(?:^|\/)macrosheets\//i, '宏表（Excel 4.0）'],
  [/(?:^|\/)activex\//i, 'ActiveX 控件'],
  [/(?:^|\/)customui\//i, '自带按钮的加载项（customUI）'],
];

/** Where an officer finds what a part says, by its folder or its root. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^docprops\//, '文档属性中'],
  [/comment/, '批注中'],
  [/(?:^|\/)(?:header|footer)\d*\.xml/, '页眉页脚中'],
  [/notesslide/, '备注或批注中'],
  [/slidemaster|slidelayout|notesmaster|handoutmaster/, '母版中'],
  [/diagrams\//, 'SmartArt 图示中'],
  [/charts\//, '图表中'],
  [/drawing/, '图形中'],
  [/customxml\//, '自定义数据中'],
  [/pivot/, '数据透视表的缓存中'],
  [/externallink/, '外部工作簿的缓存中'],
  [/glossary\//, '文档部件中'],
  [/settings\.xml$/, '文档设置中'],
  [/(?:people|persons?)/, '作者姓名中'],
  [/workbook\.xml$/, '工作表和区域的名称中'],
];

function placeOf(name: string, root: string | undefined): string {
  const lower = name.toLowerCase();
  const slide = /slides\/slide(\d+)\.xml$/.exec(lower);
  if (slide) return `第 ${slide[1]} 页幻灯片`;
  if (root === 'comments') return '批注中';
  if (root === 'hdr' || root === 'ftr') return '页眉页脚中';
  if (root === 'chartSpace') return '图表中';
  const place = PLACES.find(([pattern]) => pattern.test(lower))?.[1];
  if (place !== undefined) return place;
  if (root === 'document' || root === 'footnotes' || root === 'endnotes') return '';
  return root === 'Page' || root === 'OFD' ? '正文中' : `部分“${lastStep(name)}”中`;
}
