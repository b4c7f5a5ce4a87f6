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
  if (kind === 'excel' && found && hasPassword(found.read())) throw locked();
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

function locked(): OfficeFailure {
  return new OfficeFailure(
    'encrypted',
    '文件设了打开密码或使用限制，读不出内容',
    '用 Word、Excel 或 WPS 输入密码打开，在“文件—信息—保护”中取消密码后另存',
  );
}
