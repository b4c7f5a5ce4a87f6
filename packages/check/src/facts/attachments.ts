import type { Entry } from '@columns/content';
import { AttachmentReader, extensionOf, told } from '../attachments/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import type { Thresholds } from '../settings/index.ts';
import { countTypes } from './entry-facts.ts';
import { added } from './exemptions.ts';
import type { CountyFiles } from './files.ts';
import type { Memory } from './memory.ts';
import { unread } from './unread.ts';

const MEGABYTE = 2 ** 20;

/** What stands in the files beside entries, read once for each content. */
export async function readAttachments(
  files: CountyFiles,
  limits: Thresholds,
  memory: Memory,
): Promise<{
  readonly found: readonly (Found & { readonly rule: RuleId })[];
  /** Personal data in files of entries with an `exemption`, counted by entry. */
  readonly exempted: ReadonlyMap<string, Readonly<Record<string, number>>>;
}> {
  const reader = new AttachmentReader(limits);
  const found: (Found & { rule: RuleId })[] = [];
  const exempted = new Map<string, Record<string, number>>();
  try {
    for (const { file, owner } of files.others) {
      const at = { file, line: 1, column: 1 };
      let size: number;
      try {
        size = files.size(file);
      } catch (error) {
        found.push(unread(file, error));
        continue;
      }
      if (size > limits['attachment-megabytes'] * MEGABYTE) {
        const value = `${(size / MEGABYTE).toFixed(1)} MB`;
        const expected = `不超过 ${limits['attachment-megabytes']} MB`;
        found.push({ rule: 'safety/file-too-large', ...at, value, expected });
        continue;
      }
      const context = `${extensionOf(file)} ${limits['unpacked-megabytes']} ${limits['pdf-pages']}`;
      const read = await memory
        .attachment(file, context, (bytes) => reader.read(file, bytes))
        .catch((error: unknown) => unread(file, error));
      if ('rule' in read) {
        found.push(read);
        continue;
      }
      const { faults, personal, unseen } = read;
      found.push(...faults.map((fault) => ({ ...at, ...fault })));
      const entry = owner === undefined ? undefined : files.entry(owner);
      if (unseen.length > 0 && isToBeSeen(file, owner, entry)) {
        const value = few(unseen);
        found.push({ rule: 'safety/seen-by-person', ...at, value });
      }
      if (owner !== undefined && entry?.data.exemption) {
        exempted.set(owner, added(exempted.get(owner) ?? {}, countTypes(personal)));
        continue;
      }
      const { shown, rest } = told(personal);
      for (const [index, { type, value, where }] of shown.entries()) {
        const more = rest > 0 && index === shown.length - 1 ? `（这个文件中还有 ${rest} 处）` : '';
        found.push({ rule: `personal/${type}`, ...at, value, other: `${where}${more}` });
      }
    }
  } finally {
    await reader.close();
  }
  return { found, exempted };
}

/** What the text of an entry shows to everybody, with words of its own for those who cannot see it. */
const SHOWN_IN_TEXT = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'mp4', 'webm', 'mp3', 'm4a']);

/**
 * Whether a file that no program reads whole still waits for a person: an attachment until `reviewed`
 * says who looked. A picture that only the text shows was looked at by whoever described it there.
 */
function isToBeSeen(file: string, owner: string | undefined, entry: Entry | undefined): boolean {
  if (owner === undefined || entry === undefined) return true;
  const name = file.slice(owner.replace(/\.mdx?$/, '').length + 1);
  const listed = entry.data.attachments?.find((attachment) => attachment.file === name);
  return listed ? listed.reviewed === undefined : !SHOWN_IN_TEXT.has(extensionOf(file));
}

function few(unseen: readonly string[]): string {
  const shown = unseen.slice(0, 3).join('；');
  return unseen.length > 3 ? `${shown} 等 ${unseen.length} 处` : shown;
}
