import { Allowance } from './allowance.ts';
import { OfficeFailure } from './failure.ts';
import { readOle } from './ole.ts';
import { readPackage } from './parts.ts';
import type { InnerFile, Inside, Pace, Take } from './passage.ts';
import { Account, toldActive, toldUnread, toldUnseen } from './passage.ts';
import type { PdfAnswer } from './pdf/answer.ts';
import { readPicture } from './picture.ts';
import { searchBytes } from './raw.ts';
import { extensionOf, harmlessKind, isProgram, signatureOf } from './signature.ts';
import { zipWithin } from './zip.ts';

/** How deep files inside files are read. */
const DEEPEST = 6;
/** How many files there may be in a file, however deep. */
const MOST_INNER = 2000;

/** Reads a PDF; where it runs, and how it is bounded, is its maker's to know. */
export type ReadPdf = (bytes: Uint8Array) => Promise<PdfAnswer>;

export interface ReadOptions {
  /** The most that the file may unpack to, with everything inside it. */
  readonly megabytes: number;
  readonly pdf: ReadPdf;
  /** Who is to stop a reading that takes too long throws an `OfficeFailure` of `too-large` here. */
  readonly pace?: Pace;
}

/**
 * Reads a file whole, with the files inside it at any depth: every text it holds, what in it runs or
 * loads something, what could not be read, and what only a person can see. What unpacks to more than is
 * allowed is an `OfficeFailure`; every other fault is told as unread.
 */
export async function readWhole(
  file: InnerFile,
  take: Take,
  { megabytes, pdf, pace }: ReadOptions,
): Promise<Inside> {
  const allowance = new Allowance(megabytes);
  const active = toldActive();
  const unread = toldUnread();
  const unseen = toldUnseen();
  const queue: { file: InnerFile; within: string; depth: number }[] = [
    { file, within: '', depth: 0 },
  ];
  let count = 0;
  // It grows while it is gone through.
  for (const { file, within, depth } of queue) {
    if (depth > DEEPEST || ++count > MOST_INNER) {
      const what = `内嵌的文件超过 ${depth > DEEPEST ? `${DEEPEST} 层` : `${MOST_INNER} 个`}`;
      unread.add(what, { what, mend: '把内嵌的文件取出来另作附件' });
      break;
    }
    const account = new Account(
      (passage) => take(within === '' ? passage : { ...passage, where: within + passage.where }),
      pace,
    );
    await readOne(file, account, allowance, pdf, depth);
    for (const what of account.active) active.add(what, what);
    for (const { what, mend } of account.unread)
      unread.add(within + what, { what: within + what, mend });
    for (const what of account.unseen) unseen.add(within + what, within + what);
    const inner = within === '' ? '内嵌文件中' : within;
    queue.push(...account.inner.map((one) => ({ file: one, within: inner, depth: depth + 1 })));
  }
  return { active: active.all, unread: unread.all, unseen: unseen.all };
}

async function readOne(
  { name, bytes }: InnerFile,
  account: Account,
  allowance: Allowance,
  pdf: ReadPdf,
  depth: number,
): Promise<void> {
  try {
    switch (signatureOf(bytes)) {
      case 'zip': {
        const kind = readPackage(bytes, account, allowance);
        if (kind === 'zip' && depth === 0) {
          account.addUnread(
            '只是压缩包，不是 Office 或 OFD 文档',
            '用原来的软件打开，另存为文件名所写的格式',
          );
        }
        return;
      }
      case 'ole':
        return readOle(bytes, account, allowance);
      case 'pdf':
        findZip(bytes, account);
        return await readPdf(bytes, account, pdf);
      default:
        findZip(bytes, account);
        return readUnknown({ name, bytes }, account, allowance, depth);
    }
  } catch (error) {
    if (!(error instanceof OfficeFailure)) throw error;
    if (error.code === 'too-large') throw error;
    searchBytes(bytes, '文件中', (passage) => account.take(passage));
    account.addUnread(error.message, error.mend);
  }
}

/** What hangs behind a picture, a recording or a PDF is a file of its own to whoever renames it. */
function findZip(bytes: Uint8Array, account: Account): void {
  const zip = zipWithin(bytes);
  if (zip) account.inner.push({ name: '附在后面的压缩包', bytes: zip });
}

async function readPdf(bytes: Uint8Array, account: Account, pdf: ReadPdf): Promise<void> {
  const answer = await pdf(bytes);
  for (const passage of answer.lines) account.take(passage);
  for (const what of answer.active) account.addActive(what);
  for (const what of answer.unseen) account.addUnseen(what);
  account.inner.push(...answer.inner);
  if (answer.tooLarge) throw new OfficeFailure('too-large', answer.broken ?? '', '');
  if (answer.broken === undefined) return;
  searchBytes(bytes, '文件中', (passage) => account.take(passage));
  account.addUnread(
    answer.broken,
    '去掉密码和权限限制后，用 WPS 或 Office 重新“输出为 PDF”；或附上 Word 原稿',
  );
}

/** Pictures and recordings, and files inside files that are of no format known here. */
function readUnknown(
  { name, bytes }: InnerFile,
  account: Account,
  allowance: Allowance,
  depth: number,
): void {
  const kind = harmlessKind(bytes);
  if (
    isProgram(bytes) ||
    /^(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|lnk|msi|reg)$/.test(extensionOf(name))
  )
    account.addActive('程序');
  readPicture(bytes, account, allowance, kind === 'picture' ? '图片的附加信息中' : '文件中');
  if (kind === 'picture') account.addUnseen('图片里的文字');
  else if (kind === 'sound') account.addUnseen('音像里的话语和画面');
  else if (depth > 0 && signatureOf(bytes) !== 'text')
    account.addUnread(`内嵌的“${name.split('/').at(-1)}”`, '把内嵌的文件取出来另作附件，或删去');
}
