import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WRITTEN_FILE, writtenText } from '@columns/standard/written';
import { onTestFinished } from 'vitest';
import { listFiles } from '../src/files.ts';
import type { SiteFile } from '../src/index.ts';
import { FRAMES } from './frame.ts';

/** A folder of its own for one test, gone when the test ends. */
export async function workshop(): Promise<{ dir: string; appsDir: string; outDir: string }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'site-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return { dir, appsDir: path.join(dir, 'apps'), outDir: path.join(dir, 'dist') };
}

export type Tree = Record<string, string | Uint8Array>;

export async function write(dir: string, tree: Tree): Promise<void> {
  for (const [name, text] of Object.entries(tree)) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** What the theme would write for a made-up county. */
export function siteOf(county: string, change: Partial<SiteFile> = {}): SiteFile {
  return {
    county,
    name: `${county}县`,
    level: 'county',
    base: `/${county}/`,
    title: `${county}县基层政务公开专栏`,
    demo: true,
    newest: '2023-05-29',
    entries: 12,
    pages: 2,
    ...change,
  };
}

/** An app as its build leaves it. */
export async function builtApp(
  appsDir: string,
  county: string,
  change: Partial<SiteFile> = {},
  more: Tree = {},
): Promise<void> {
  await write(path.join(appsDir, county), {
    'package.json': '{}',
    'dist/site.json': JSON.stringify(siteOf(county, change)),
    'dist/index.html': `<!doctype html><title>${county}</title>`,
    'dist/2023/a/index.html': `<article>${county}</article>`,
    ...Object.fromEntries(Object.entries(FRAMES).map(([name, text]) => [`dist/${name}`, text])),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [`dist/${name}`, text])),
  });
  await list(path.join(appsDir, county, 'dist'));
}

/** Lists a folder in itself, as the task that wrote it does: to be called when all is written. */
export async function list(dir: string): Promise<void> {
  await rm(path.join(dir, WRITTEN_FILE), { force: true });
  await writeFile(path.join(dir, WRITTEN_FILE), writtenText(Object.entries(await snapshot(dir))));
}

/** What other tasks have left beside the `dist` of an app: `{ 'dist-data/a.csv': '…' }`. */
export async function beside(appsDir: string, county: string, tree: Tree): Promise<void> {
  await write(path.join(appsDir, county), tree);
  const folders = new Set(Object.keys(tree).map((file) => file.slice(0, file.indexOf('/'))));
  for (const folder of folders) await list(path.join(appsDir, county, folder));
}

/** Every file of a folder with the digest of its bytes. */
export async function snapshot(dir: string): Promise<Record<string, string>> {
  const { files } = await listFiles(dir);
  const entries = files.map(async (file) => {
    const bytes = await readFile(path.join(dir, file));
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
