import { AttachmentReader, extensionOf, told } from '../attachments/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import type { Thresholds } from '../settings/index.ts';
import { countTypes } from './entry-facts.ts';
import { added } from './exemptions.ts';
import type { CountyFiles } from './files.ts';
import type { Memory } from './memory.ts';

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
      const size = files.size(file);
      if (size > limits['attachment-megabytes'] * MEGABYTE) {
        const value = `${(size / MEGABYTE).toFixed(1)} MB`;
        const expected = `不超过 ${limits['attachment-megabytes']} MB`;
        found.push({ rule: 'safety/file-too-large', ...at, value, expected });
        continue;
      }
      const context = `${extensionOf(file)} ${limits['unpacked-megabytes']} ${limits['pdf-pages']}`;
      const { faults, personal } = await memory.attachment(file, context, (bytes) =>
        reader.read(file, bytes),
      );
      found.push(...faults.map((fault) => ({ ...at, ...fault })));
      const entry = owner === undefined ? undefined : files.entry(owner);
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
