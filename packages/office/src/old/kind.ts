import { viewOf } from '../bytes.ts';
import { readCompound } from '../cfb.ts';
import { damaged, OfficeFailure } from '../failure.ts';

export type OldKind = 'word' | 'excel' | 'slides' | 'unknown';

/** Streams by which a compound file tells what it is; WPS uses the names of Office. */
const KINDS: Readonly<Record<string, OldKind>> = {
  worddocument: 'word',
  workbook: 'excel',
  book: 'excel',
  'powerpoint document': 'slides',
};

/** The streams that text and tables stand in. */
const PARTS = /^(?:WordDocument|[01]Table|Data|Workbook|Book|PowerPoint Document)$/i;

const FILE_PASS = 0x2f;
const BEGIN = 0x809;
/** How a workbook or a sheet begins, in each version of Excel, and how it ends. */
const BEGINS = new Set([0x009, 0x209, 0x409, BEGIN]);
const END = 0x0a;
const BOUND_SHEET = 0x85;

/**
 * What an old file (an OLE compound file) is, by its streams and never by its name. One that is encrypted,
 * or cannot be read as such a file, is an `OfficeFailure`.
 */
export function oldKind(bytes: Uint8Array): OldKind {
  const streams = readCompound(bytes);
  const names = streams.map(({ name }) => name.toLowerCase());
  if (names.some((name) => /encryptedpackage|encryptedsummary|drmcontent/.test(name)))
    throw locked();
  if (streams.length === 0) throw damaged();
  const found = streams.find(({ path }) => path.toLowerCase() in KINDS);
  const kind = KINDS[found?.name.toLowerCase() ?? ''] ?? 'unknown';
  // A file that was cut off would become a text that ends early.
  if (streams.some(({ path, size, read }) => PARTS.test(path) && read().length < size))
    throw damaged();
  if (kind === 'word' && ((found?.read()[11] ?? 0) & 1) === 1) throw locked();
  if (kind === 'excel' && found) {
    const book = found.read();
    if (hasPassword(book)) throw locked();
    if (!isWholeBook(book)) throw damaged();
  }
  return kind;
}

/** A record near the head of a workbook says that all that follow are encrypted ([MS-XLS] 2.4.117). */
function hasPassword(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (let at = 0, count = 0; at + 4 <= bytes.length && count < 20; count++) {
    const type = view.getUint16(at, true);
    if (type === FILE_PASS) return true;
    if (type === BEGIN && count > 0) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

/**
 * Whether the records of a workbook go on to its end, and every sheet that it lists begins where it says ([MS-XLS]
 * 2.1.7): of what lies behind a damaged place, a reader gives nothing and says nothing.
 */
function isWholeBook(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const begins = new Set<number>();
  const listed: number[] = [];
  let open = 0;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const type = view.getUint16(at, true);
    const next = at + 4 + view.getUint16(at + 2, true);
    if (BEGINS.has(type)) {
      begins.add(at);
      open++;
      // What stands behind the last sheet is nothing.
    } else if (open === 0) break;
    else if (next > bytes.length) return false;
    else if (type === END) open--;
    else if (type === BOUND_SHEET && next >= at + 8) listed.push(view.getUint32(at + 4, true));
    at = next;
  }
  return open === 0 && begins.has(0) && listed.every((at) => begins.has(at));
}

function locked(): OfficeFailure {
  return new OfficeFailure(
    'encrypted',
    '文件设了打开密码或使用限制，读不出内容',
    '用 Word、Excel 或 WPS 输入密码打开，在“文件—信息—保护”中取消密码后另存',
  );
}
