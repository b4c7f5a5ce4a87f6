import { latin1, markedUtf16 } from '@columns/office/words';
import { ImportFailure } from '../failure.ts';

/** What a file is, told by its first bytes and never by its name alone. */
export type FileType = 'docx' | 'xlsx' | 'csv' | 'html' | 'markdown' | 'text' | 'pdf';

const BY_EXTENSION: Readonly<Record<string, FileType>> = {
  docx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  pdf: 'pdf',
};

export const EXTENSIONS = Object.keys(BY_EXTENSION);
const OLD = ['doc', 'xls', 'wps', 'et', 'dot', 'rtf', 'ppt', 'pptx', 'dps', 'ofd'];

const NEWER: Readonly<Record<string, string>> = {
  doc: '.docx',
  wps: '.docx',
  dot: '.docx',
  rtf: '.docx',
  xls: '.xlsx',
  et: '.xlsx',
};

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Whether an extension is one that this package knows something about. */
export function isKnownExtension(name: string): boolean {
  const extension = extensionOf(name);
  return EXTENSIONS.includes(extension) || OLD.includes(extension);
}

export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The type of a file from its name and its first bytes (some hundred are enough). What is not what
 * its name says is refused: a renamed file would be read into nonsense.
 */
export function sniff(name: string, head: Uint8Array): FileType {
  const extension = extensionOf(name);
  const type = BY_EXTENSION[extension];
  const actual = actualType(head);
  if (OLD.includes(extension) && actual !== 'zip') throw oldFormat(extension);
  if (type === undefined && !OLD.includes(extension)) {
    throw new ImportFailure(
      'unknown-type',
      extension === '' ? '文件名没有扩展名，看不出是什么文件' : `不能导入 .${extension} 文件`,
      `可以导入：${EXTENSIONS.map((each) => `.${each}`).join('、')}`,
    );
  }
  if (actual === 'ole' && (type === 'docx' || type === 'xlsx')) {
    if (holdsEncryption(head)) throw encrypted(extension);
    throw new ImportFailure(
      'wrong-extension',
      `扩展名是 .${extension}，内容却是旧版 Office 文件`,
      `用 Word、Excel 或 WPS 打开，“另存为”选“${type === 'docx' ? 'Word 文档（*.docx）' : 'Excel 工作簿（*.xlsx）'}”`,
    );
  }
  const fits: Readonly<Record<FileType, readonly string[]>> = {
    docx: ['zip'],
    xlsx: ['zip'],
    pdf: ['pdf'],
    csv: ['text'],
    html: ['text'],
    markdown: ['text'],
    text: ['text'],
  };
  if (type === undefined) {
    throw new ImportFailure(
      'wrong-extension',
      `扩展名是 .${extension}，内容却是新版 Office 文件`,
      `把扩展名改成 ${NEWER[extension] ?? '.docx'} 后再导入`,
    );
  }
  if (!fits[type].includes(actual)) {
    throw new ImportFailure(
      actual === 'empty' ? 'damaged' : 'wrong-extension',
      actual === 'empty'
        ? '文件是空的（0 字节）'
        : `扩展名是 .${extension}，内容却是${ACTUAL_NAMES[actual] ?? '别的文件'}`,
      actual === 'empty' ? '请重新取得完整的文件' : '按真实类型改扩展名，或用原软件重新另存',
    );
  }
  return type;
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

function oldFormat(extension: string): ImportFailure {
  const newer = NEWER[extension];
  if (newer === undefined) {
    return new ImportFailure(
      'old-format',
      `不能导入 .${extension} 文件`,
      '用原软件打开，把文字另存为 .docx，或导出为 .pdf 后再导入',
    );
  }
  return new ImportFailure(
    'old-format',
    `.${extension} 是旧版格式，不能直接导入`,
    `用 Word、Excel 或 WPS 打开，点“文件—另存为”，保存类型选“${newer === '.docx' ? 'Word 文档（*.docx）' : 'Excel 工作簿（*.xlsx）'}”，再导入新文件`,
  );
}
