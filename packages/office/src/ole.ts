import type { Allowance } from './allowance.ts';
import { latin1, viewOf } from './bytes.ts';
import type { Stream } from './cfb.ts';
import { readCompound } from './cfb.ts';
import { fieldFault } from './fields.ts';
import { inflate } from './inflate.ts';
import type { Account } from './passage.ts';
import { searchBytes, searchNumbers } from './raw.ts';
import { signatureOf } from './signature.ts';

export const SAVE_ANEW = '用 WPS 或 Office 打开，另存为新格式（.docx、.xlsx、.pptx）或 PDF';

/** Streams that hold a text, a table, slides, what belongs to them, and objects that only show something. */
const ALLOWED =
  /^(?:WordDocument|[01]Table|Data|Workbook|Book|PowerPoint Document|Current User|Pictures|SummaryInformation|DocumentSummaryInformation|CompObj|Ole|ObjInfo|LinkInfo|PIC|META|EPRINT|PRINT|OlePres\d+|Equation Native|MsoDataStore|Item|Properties|User Names|Revision Log|Text_Content|Header|VisioDocument|VisioInformation|Contents|CONTENTS|Package|WorkBookExt|WpsCustomData|KSRevisionData|ETExtData|WPSExtData|EncryptedSummary|PP40|Signatures?|Checksum|XML|List ?Data|ExtData|Ctls|SharedStrings|Calendar\w*|DigitalSignature|DigitalSignatureEx|PpSlideShow|PowerPoint[\w ]*|\d+|Text|Preview\w*|0|1|FileHeader|_1)$/i;

/** Streams by whose names something is known that runs or was packed up. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:_VBA_PROJECT|PROJECT|PROJECTwm|dir|VBFrame|PROJECTlk)$|(?:^|\/)(?:Macros|VBA|_VBA_PROJECT_CUR)\//i,
    '宏（VBA）',
  ],
  [/^Ole10Native$/i, '打包的文件或程序（OLE 包）'],
  [/^OCX(?:NAME|DATA|PROPS)$/i, 'ActiveX 控件'],
];

/**
 * An old Office file or an object inside a newer one: its bytes and its streams are searched in all
 * encodings, and it is looked through for what runs. It counts as not read whole.
 */
export function readOle(bytes: Uint8Array, account: Account, allowance: Allowance): void {
  searchBytes(bytes, '文件中', (passage) => account.take(passage));
  let streams: Stream[];
  try {
    streams = readCompound(bytes);
  } catch {
    account.addUnread('旧格式文件已损坏', SAVE_ANEW);
    searchNumbers(bytes, (passage) => account.take(passage));
    return;
  }
  const names = new Set<string>();
  for (const stream of streams) {
    // Some names begin with a sign that tells who wrote them.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that sign
    const name = stream.name.replace(/^[\u0000-\u001f]/, '');
    // Office finds a stream by its name in small letters and capitals alike.
    names.add(name.toLowerCase());
    const active = ACTIVE.find(
      ([pattern]) =>
        pattern.test(name) || (pattern.source.includes('/') && pattern.test(stream.path)),
    );
    if (active) account.addActive(active[1]);
    else if (!ALLOWED.test(name)) account.addUnseen(`旧格式中不认识的部分“${name}”`);
    readStream(name, stream, account, allowance);
  }
  if (names.has('encryptedpackage') || names.has('encryptedsummary')) {
    account.addUnread('文件设有密码', `取消密码后另存；${SAVE_ANEW}`);
  }
  account.addUnseen('旧格式（.doc、.xls、.ppt、.wps 等）或其对象中的文字只能大致查找');
}

function readStream(name: string, stream: Stream, account: Account, allowance: Allowance): void {
  const bytes = stream.read();
  allowance.spend(bytes.length);
  // Sectors of a stream can lie apart: read as one, no number is cut in two.
  searchBytes(bytes, '文件中', (passage) => account.take(passage));
  if (/^(?:Workbook|Book)$/i.test(name)) readWorkbookRecords(bytes, account);
  else if (/^WordDocument$/i.test(name)) readWordDocument(bytes, account);
  else if (/^PowerPoint Document$/i.test(name)) readSlideRecords(bytes, account, allowance);
  else if (/^Ole$/i.test(name)) {
    if (bytes.length >= 8 && viewOf(bytes).getUint32(4, true) & 1)
      account.addActive('与外部文件相连的对象（OLE 链接）');
  } else if (['zip', 'pdf', 'ole'].includes(signatureOf(bytes))) {
    account.inner.push({ name, bytes });
  } else if (signatureOf(bytes) === 'program') account.addActive('程序');
}

/** Whether fields fetch or run something, and whether it is encrypted ([MS-DOC] 2.5.2, 2.8.25). */
function readWordDocument(bytes: Uint8Array, account: Account): void {
  if (((bytes[11] ?? 0) & 1) === 1) {
    account.addUnread('文件设有密码', `取消密码后另存；${SAVE_ANEW}`);
    return;
  }
  // A text of one byte a sign, or of two.
  const narrow = latin1(bytes);
  for (const text of [narrow, narrow.replaceAll('\u0000', '')]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: fields begin and end with these
    for (const [, code = ''] of text.matchAll(/\u0013([ -~]{2,300}?)[\u0013-\u0015]/g)) {
      const fault = fieldFault(code, false);
      if (fault !== undefined && /^\s*[A-Z]{3,}\b/.test(code)) account.addActive(fault);
    }
  }
}

const BOUND_SHEET = 0x85;
const FILE_PASS = 0x2f;
const SUP_BOOK = 0x1ae;
const FORMULA = 0x06;
const DATA_CONNECTIONS = [0xdc, 0x876];

/** Macro sheets, links to other programs and files, encryption ([MS-XLS] 2.3). */
function readWorkbookRecords(bytes: Uint8Array, account: Account): void {
  const view = viewOf(bytes);
  searchNumbers(bytes, (passage) => account.take(passage));
  for (let at = 0; at + 4 <= bytes.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const record = bytes.subarray(at + 4, at + 4 + length);
    if (type === BOUND_SHEET && record[5] === 1) account.addActive('宏表（Excel 4.0）');
    else if (type === BOUND_SHEET && record[5] === 6) account.addActive('宏（VBA）');
    else if (type === FILE_PASS) {
      account.addUnread('文件设有密码', `取消密码后另存；${SAVE_ANEW}`);
      return;
    } else if (type === SUP_BOOK && length > 4) {
      if (!isWithin(record)) account.addActive('与外部文件或程序相连的公式');
    } else if (type === FORMULA && length >= 14) {
      const result = view.getFloat64(at + 10, true);
      if (Number.isSafeInteger(result) && result >= 1e10)
        account.take({ text: String(result), where: '数字单元格中' });
    } else if (DATA_CONNECTIONS.includes(type)) account.addActive('从外部取数的连接');
    at += 4 + length;
  }
}

/**
 * Whether a supporting book is none: the workbook itself, its added functions, its own sheet (a zero in place of
 * a path) or one that nothing uses (a blank), which Excel keeps when its formulas are gone ([MS-XLS] 2.5.277).
 */
function isWithin(record: Uint8Array): boolean {
  const signs = viewOf(record).getUint16(2, true);
  if (signs === 0x0401 || signs === 0x3a01) return true;
  const wide = record[4] === 1;
  return signs === 1 && (record[5] === 0 || record[5] === 0x20) && (!wide || record[6] === 0);
}

const STORED_OBJECT = 0x1011;

/** Objects and macros that PowerPoint keeps packed in its one stream ([MS-PPT] 2.10.34). */
function readSlideRecords(bytes: Uint8Array, account: Account, allowance: Allowance): void {
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const instance = view.getUint16(at, true) >> 4;
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    const record = bytes.subarray(at + 8, at + 8 + length);
    if (type === STORED_OBJECT) {
      // Four bytes of size and two of zlib stand before what is packed.
      const unpacked = instance === 1 ? inflate(record.subarray(6), allowance.left) : undefined;
      if (unpacked?.fault === 'too-large') throw allowance.tooLarge();
      const inner = unpacked?.bytes ?? record;
      if (unpacked) allowance.spend(inner.length);
      account.inner.push({ name: 'object.bin', bytes: inner });
    }
    at += 8 + length;
  }
}
