import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tableRows } from '@columns/check/attachments';
import type { Entry } from '@columns/content';
import { addressOf } from '@columns/content';
import { extensionOf, OfficeFailure } from '@columns/office';
import { OldReader } from '@columns/office/old';
import { PdfReader } from '@columns/office/pdf';
import { readTexts, type Text } from '@columns/office/texts';
import { sourcesDigest } from '../building/code-digest.ts';

/** As far as a file is read; the check has refused those that go beyond, by the county's own bounds. */
const BOUNDS = { megabytes: 2000, pages: 5000 };

/** What was read of a file: its texts, or why there are none. */
interface ReadFile {
  readonly texts: readonly Text[];
  readonly unread?: string;
}

export interface AttachmentTexts {
  /** For each path below the site the file that holds its texts and tables, as a JSON list. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be read: which file of which entry, and why. In Chinese. */
  readonly unread: readonly string[];
}

/**
 * Reads the words of attachments, as they stand in a finished site, for search. They are kept by the digest of
 * each file, so that a file is read once; without that memory all are read anew, with the same outcome.
 * Entries that are shown in part only have no attachments (`shownEntry`).
 *
 * @param site the finished site
 * @param entries of what may be shown
 * @param memory a folder of its own
 */
export async function readAttachmentTexts(
  site: string,
  entries: readonly Entry[],
  memory: string,
): Promise<AttachmentTexts> {
  const folder = join(memory, sourcesDigest('@columns/office').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  const unread: string[] = [];
  const readers = { pdf: new PdfReader(), old: new OldReader() };
  try {
    for (const entry of entries) {
      for (const { file, name } of entry.attachments) {
        const path = addressOf(entry) + file;
        const bytes = readFileSync(join(site, path));
        const digest = createHash('sha256').update(bytes).digest('hex');
        const kept = join(folder, `${digest}.${extensionOf(file)}.json`);
        const why = `${kept}.unread`;
        if (!existsSync(kept)) {
          const read = await readOne(file, bytes, readers);
          if (read.unread !== undefined) writeWhole(why, read.unread);
          writeWhole(kept, JSON.stringify(read.texts));
        }
        files.set(path, kept);
        if (existsSync(why)) {
          unread.push(
            `《${entry.data.title}》的附件“${name}”（${path}）：${readFileSync(why, 'utf8')}`,
          );
        }
      }
    }
  } finally {
    await Promise.all([readers.pdf.close(), readers.old.close()]);
  }
  forgetOthers(memory, folder, new Set(files.values()));
  return { files, unread };
}

async function readOne(
  file: string,
  bytes: Buffer,
  { pdf, old }: { readonly pdf: PdfReader; readonly old: OldReader },
): Promise<ReadFile> {
  const extension = extensionOf(file);
  if (['txt', 'csv', 'vtt'].includes(extension)) return { texts: textsOfLines(extension, bytes) };
  const { megabytes } = BOUNDS;
  try {
    const texts = await readTexts(file, bytes, {
      megabytes,
      pdf: (each) => pdf.read(each, BOUNDS),
      old: (each) => old.read(each),
    });
    return { texts: texts ?? [] };
  } catch (error) {
    if (error instanceof OfficeFailure) return { texts: [], unread: error.message };
    return { texts: [], unread: `读取时出错：${error instanceof Error ? error.message : error}` };
  }
}

/** What goes out is UTF-8 (`publishedBytes`). */
function textsOfLines(extension: string, bytes: Buffer): Text[] {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (extension === 'csv') {
    return [{ rows: tableRows(text).rows.map(({ cells }) => cells), head: true }];
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function writeWhole(path: string, text: string): void {
  const half = `${path}.${process.pid}.tmp`;
  writeFileSync(half, text);
  renameSync(half, path);
}

/** What no entry has any more is not kept: it may have been withdrawn. */
function forgetOthers(memory: string, folder: string, wanted: ReadonlySet<string>): void {
  for (const name of readdirSync(memory)) {
    const path = join(memory, name);
    if (path !== folder) rmSync(path, { recursive: true, force: true });
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!wanted.has(path.replace(/\.unread$/, ''))) rmSync(path, { force: true });
  }
}
