import { latin1, markedUtf16 } from '@columns/office/words';
import { ImportFailure } from '../failure.ts';

/**
 * What a file is, told by its first bytes and never by its name alone. `old`: it must be looked into, and
 * mostly be turned into a new file, before it can be read.
 */
export type FileType =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'old'
  | 'csv'
  | 'html'
  | 'markdown'
  | 'text'
  | 'pdf';

const BY_EXTENSION: Readonly<Record<string, FileType>> = {
  docx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  doc: 'old',
  wps: 'old',
  xls: 'old',
  et: 'old',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
  ofd: 'ofd',
  pptx: 'pptx',
  dot: 'old',
  rtf: 'old',
  ppt: 'old',
  dps: 'old',
};

export const EXTENSIONS = Object.keys(BY_EXTENSION);
/** Endings of tables: a page of this name is one that an old platform wrote for Excel. */
const TABLES = ['xls', 'et'];
const PICTURES = /^(?:png|jpe?g|gif|bmp|tiff?|webp|heic)$/;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Whether an extension is one that this package knows something about. */
export function isKnownExtension(name: string): boolean {
  const extension = extensionOf(name);
  return EXTENSIONS.includes(extension);
}

export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The type of a file from its name and its first bytes (some hundred are enough). What is not what its
 * name says is refused, for a renamed file would be read into nonsense; but old platforms name pages and
 * newer files .xls and .doc, and programs open them: these are read as what they are, and told.
 */
export function sniff(name: string, head: Uint8Array): FileType {
  const extension = extensionOf(name);
  const type = BY_EXTENSION[extension];
  const actual = actualType(head);
  if (type === undefined) throw unknown(extension);
  if (actual === 'empty')
    throw new ImportFailure('damaged', '文件是空的（0 字节）', '请重新取得完整的文件');
  const office = ['docx', 'xlsx', 'pptx', 'old'].includes(type);
  if (office && (actual === 'ole' || actual === 'rtf')) {
    if (holdsEncryption(head)) throw encrypted(extension);
    return 'old';
  }
  if (type === 'old' && actual === 'zip') return 'old';
  if (type === 'old' && actual === 'text') return textual(extension, head);
  const fits: Readonly<Record<FileType, readonly string[]>> = {
    docx: ['zip'],
    xlsx: ['zip'],
    pptx: ['zip'],
    ofd: ['zip'],
    old: ['ole'],
    pdf: ['pdf'],
    csv: ['text'],
    html: ['text'],
    markdown: ['text'],
    text: ['text'],
  };
  if (!fits[type].includes(actual)) {
    throw new ImportFailure(
      'wrong-extension',
      `扩展名是 .${extension}，内容却是${ACTUAL_NAMES[actual] ?? '别的文件'}`,
      '按真实类型改扩展名，或用原软件重新另存',
    );
  }
  return type;
}

function unknown(extension: string): ImportFailure {
  if (PICTURES.test(extension))
    return new ImportFailure(
      'no-text',
      '是图片，其中的文字读不出来',
      '向起草科室要 Word 原稿；没有原稿的，用 WPS 或扫描软件“文字识别”存成 .docx，核对后再导入',
    );
  return new ImportFailure(
    'unknown-type',
    extension === '' ? '文件名没有扩展名，看不出是什么文件' : `不能导入 .${extension} 文件`,
    `可以导入：${EXTENSIONS.map((each) => `.${each}`).join('、')}`,
  );
}

/** What a text with the name of an old file is: a page, a workbook in XML, or a table in plain text. */
function textual(extension: string, head: Uint8Array): FileType {
  const text = new TextDecoder('latin1').decode(head).replaceAll('\0', '');
  if (/^[^<]{0,200}MIME-Version:/i.test(text))
    throw new ImportFailure(
      'wrong-extension',
      `扩展名是 .${extension}，内容却是单个文件网页（.mht）`,
      '用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再导入',
    );
  if (/urn:schemas-microsoft-com:office:spreadsheet|<w:wordDocument\b/.test(text)) return 'old';
  if (/<(?:!doctype html|html|head|body|table|meta)\b/i.test(text)) return 'html';
  if (/^[^<]{0,10}<\?xml/.test(text)) return 'old';
  return TABLES.includes(extension) ? 'csv' : 'text';
}

/** Whether a file is named as a table. */
export function isNamedTable(name: string): boolean {
  return TABLES.includes(extensionOf(name));
}

const ACTUAL_NAMES: Readonly<Record<string, string>> = {
  zip: '压缩包或新版 Office 文件',
  ole: '旧版 Office 文件',
  pdf: ' PDF 文件',
  rtf: ' RTF 文件',
  binary: '图片、程序等二进制文件',
  text: '文字',
};

function actualType(head: Uint8Array): 'zip' | 'ole' | 'pdf' | 'rtf' | 'text' | 'binary' | 'empty' {
  const begins = (magic: readonly number[]) => magic.every((byte, index) => head[index] === byte);
  if (head.length === 0) return 'empty';
  if (begins(ZIP)) return 'zip';
  if (begins(OLE)) return 'ole';
  if (begins(PDF)) return 'pdf';
  if (begins(RTF)) return 'rtf';
  return markedUtf16(head) === undefined && head.includes(0) ? 'binary' : 'text';
}

/** An encrypted .docx or .xlsx is an OLE container with a stream of this name ([MS-OFFCRYPTO] 1.3). */
function holdsEncryption(head: Uint8Array): boolean {
  return latin1(head).includes([...'EncryptedPackage'].join('\0'));
}

function encrypted(extension: string): ImportFailure {
  return new ImportFailure(
    'encrypted',
    `.${extension} 文件设了打开密码，读不出内容`,
    '用 Word、Excel 或 WPS 输入密码打开，在“文件—信息—保护”中取消密码后另存',
  );
}
