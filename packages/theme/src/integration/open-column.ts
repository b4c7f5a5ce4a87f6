import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@columns/check';
import { inspect, memoryFile, reportText } from '@columns/check';
import type { ShownColumn } from '@columns/content';
import { shownColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { type ResolveLink, resolveBodyLink } from '../rendering/body-links.ts';
import { digestsFile } from '../rendering/digests-file.ts';
import { withoutLines } from '../rendering/fact-digests.ts';
import type { Checked } from './mdx.ts';
import type { DisclosureColumnSettings } from './options.ts';

/** A county's column as the integration holds it while Astro runs. */
export interface OpenColumn {
  readonly contentRoot: string;
  /** The column as one JSON file, which the pages read (contract 8): what may be shown of it. */
  readonly columnFile: string;
  readonly column: ShownColumn;
  readonly findings: readonly Finding[];
  /** SHA-256 of each attachment as the check has read it, by its path below `content/`. */
  readonly judged: Readonly<Record<string, string>>;
  /** Whether the file may change while pages are made, as it does in `dev`. */
  readonly live: boolean;
}

/**
 * Reads the county and writes its column to a file. Throws when there is no column at all;
 * whether findings stop the work is for the caller: a build stops, `dev` shows them and goes on.
 * It shares the memory of `columns check`, which has read the same files right before a build.
 */
export async function openColumn(
  settings: DisclosureColumnSettings,
  root: URL,
  live: boolean,
): Promise<OpenColumn> {
  const app = fileURLToPath(root);
  const contentRoot = resolve(app, settings.content);
  const { reading, findings, digests } = await inspect(
    contentRoot,
    settings.county,
    loadStandard(),
    {
      gate: true,
      memory: memoryFile(dirname(contentRoot), settings.county),
    },
  );
  if (!reading.column) throw new ContentError(settings.county, findings);
  const column = shownColumn(reading.column);
  const folder = join(app, '.columns');
  // `dev` has one of its own: a build beside it must not read what is being edited.
  const columnFile = join(folder, live ? 'column-live.json' : 'column.json');
  mkdirSync(folder, { recursive: true });
  // Written aside and moved, so that a page never reads half a column.
  const half = `${columnFile}.${process.pid}.new`;
  writeFileSync(half, JSON.stringify(column, withoutLines));
  renameSync(half, columnFile);
  const beside = new Set(
    column.entries.flatMap(({ file, files }) =>
      files.map((name) => `${file.replace(/\.mdx?$/, '')}/${name}`),
    ),
  );
  const judged = Object.fromEntries(Object.entries(digests).filter(([file]) => beside.has(file)));
  writeFileSync(digestsFile(columnFile), JSON.stringify(judged));
  return { contentRoot, columnFile, column, findings, judged, live };
}

/** What the check has said of a content file, by its path; nothing of a file outside the county's folder. */
export function checkedFile(open: OpenColumn, path: string): Checked | undefined {
  const file = relative(open.contentRoot, path).split(sep).join('/');
  if (!file.startsWith(`${open.column.county.id}/`)) return undefined;
  const error = open.findings.find((finding) => finding.file === file)?.message;
  const digest = open.column.entries.find((entry) => entry.file === file)?.digest;
  return { ...(digest === undefined ? {} : { digest }), ...(error === undefined ? {} : { error }) };
}

/** How links of an entry are resolved, by the path of its file. */
export function resolverOf(
  { contentRoot, column }: OpenColumn,
  path: string,
  base: string,
): ResolveLink | undefined {
  const file = relative(contentRoot, path).split(sep).join('/');
  const entry = column.entries.find((one) => one.file === file);
  return entry && ((url) => resolveBodyLink(entry, url, base));
}

/** The column as another process has read and checked it. */
export function reopenColumn(
  settings: DisclosureColumnSettings,
  root: URL,
  columnFile: string,
): OpenColumn {
  const contentRoot = resolve(fileURLToPath(root), settings.content);
  const column = JSON.parse(readFileSync(columnFile, 'utf8')) as ShownColumn;
  const judged = JSON.parse(readFileSync(digestsFile(columnFile), 'utf8')) as Record<
    string,
    string
  >;
  return { contentRoot, columnFile, column, findings: [], judged, live: false };
}

/** Content that must not be published, told in full. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(county: string, findings: readonly Finding[]) {
    super(`content/${county} 有错误，未构建。\n\n${reportText(findings)}`);
    // The place in our code is of no use to the officer who reads this.
    this.stack = this.message;
  }
}
