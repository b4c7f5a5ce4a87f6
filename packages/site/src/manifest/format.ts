import { MANIFEST, SIGNATURE_FILE } from '@columns/export/manifest';
import { digestLine, readDigestLine } from '@columns/standard/written';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The manifest's head: what it was made from, and each part with its digest. Only this is signed. */
export const manifestHead = z.object({
  format: z.literal(1),
  /** The commit of content and software, where it was known. */
  commit: z.string().optional(),
  /** Files differed from that commit. */
  modified: z.literal(true).optional(),
  /** The day that coverage and ledgers were made for, where it was given. */
  asOf: z.string().optional(),
  /** The prefix before every address (`/repository/`), which folders do not show. */
  base: z.string(),
  /** Tools and their versions. */
  tools: z.record(z.string(), z.string()),
  parts: z.array(
    z.object({
      /** Beside the head: `anyue/2026.sha256`. */
      file: z.string(),
      sha256,
      /** Files it lists. */
      files: z.int().nonnegative(),
    }),
  ),
});

export type ManifestHead = z.infer<typeof manifestHead>;

/** One published file. */
export interface ListedFile {
  /** Path below the root folder. */
  readonly path: string;
  readonly sha256: string;
  /** The content file it came from, below `content/`, with the digest of that. */
  readonly source?: { readonly file: string; readonly sha256: string };
}

/**
 * A part as text that `sha256sum --check` reads, run in the site's root folder: its comments name the
 * content file that the files below them came from.
 */
export function partText(files: readonly ListedFile[]): string {
  const groups = new Map<string, string[]>();
  for (const { path, sha256: digest, source } of files) {
    const head = source ? `# content/${source.file} ${source.sha256}` : '#';
    const lines = groups.get(head) ?? [];
    lines.push(digestLine(path, digest));
    groups.set(head, lines);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([head, lines]) => `${[head, ...lines.sort(byPath)].join('\n')}\n`).join('');
}

/** Reads a part. @throws Error (Chinese) naming the line that is not in its form. */
export function readPart(text: string): ListedFile[] {
  const files: ListedFile[] = [];
  let source: ListedFile['source'];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      const [, file, digest] = /^# content\/(.+) ([0-9a-f]{64})$/.exec(line) ?? [];
      source = file !== undefined && digest !== undefined ? { file, sha256: digest } : undefined;
      continue;
    }
    const file = readDigestLine(line);
    if (!file) throw new Error(`清单第 ${index + 1} 行不是“校验值  路径”：${line.slice(0, 80)}`);
    files.push({ ...file, ...(source ? { source } : {}) });
  }
  return files;
}

/** Digests are of one length: the order of lines is that of paths after them. */
function byPath(a: string, b: string): number {
  const [left, right] = [a.slice(66), b.slice(66)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The manifest cannot list itself; `.nojekyll` is a word to a host, which does not serve it. */
export function isListed(path: string): boolean {
  return !path.startsWith(MANIFEST) && path !== '.nojekyll';
}

/** Whether a site with these files has a manifest that is signed. */
export function isSigned(files: readonly string[]): boolean {
  return files.includes(MANIFEST + SIGNATURE_FILE);
}
