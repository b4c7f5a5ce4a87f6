import { readFile } from 'node:fs/promises';
import { ToldError } from '@columns/standard/told';
import { parse } from 'yaml';
import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应为县区代号，如 anyue');
const line = z.string().trim().min(1);

/** `deploy.yaml` at the root of the repository: what deploying may do, and the words for exceptions. */
export const deploySettings = z.strictObject({
  /** Largest share of a column's pages that may go from one deployment to the next without a word. */
  'largest-fall': z.number().min(0).max(1).default(0.1),
  /** Bytes that the host takes, by target. GitHub Pages: 1 GB (docs.github.com, GitHub Pages limits). */
  'size-limits': z
    .strictObject({
      'github-pages': z.int().positive().default(1_000_000_000),
      rsync: z.int().positive().optional(),
      s3: z.int().positive().optional(),
    })
    .prefault({}),
  /** A county that fails keeps its old version while the others are deployed; else nothing is deployed. */
  'keep-failed': z.boolean().default(true),
  /** Paths below each column's base that the software itself publishes no more, or elsewhere. */
  gone: z.array(z.strictObject({ path: line, reason: line })).default([]),
  /** Columns that are taken down on purpose. */
  removed: z.array(z.strictObject({ county: id, reason: line })).default([]),
  /** Falls in pages that are meant: down to `pages`, not further. */
  fewer: z
    .array(z.strictObject({ county: id, pages: z.int().nonnegative(), reason: line }))
    .default([]),
});

export type DeploySettings = z.infer<typeof deploySettings>;

/**
 * Reads `deploy.yaml`; a repository without one has the defaults.
 *
 * @throws Error (Chinese) naming every value that is wrong
 */
export async function readSettings(file: string): Promise<DeploySettings> {
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const result = deploySettings.safeParse(parse(source) ?? {}, {
    error: z.locales.zhCN().localeError,
  });
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  ${path.join('.')}：${message}`);
  throw new ToldError(`deploy.yaml 有 ${faults.length} 个问题：\n${faults.join('\n')}`);
}
