import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { serveFolder } from '../serve.ts';
import { chineseFontHint } from './fonts.ts';
import { contactSheet, type SheetPart, sheetWidth } from './sheet.ts';
import { shootPage } from './shoot.ts';
import type { GallerySite, Mode } from './types.ts';

export interface GalleryOptions {
  readonly sites: readonly GallerySite[];
  /** The folder to make; what an earlier run left there goes. */
  readonly out: string;
  /** Is told of every page as it is pictured. */
  readonly progress?: (line: string) => void;
}

export interface Gallery {
  /** The page that shows everything. */
  readonly index: string;
  /** One picture for each mode. */
  readonly sheets: readonly string[];
  /** What spoils the pictures, if anything does. */
  readonly hint?: string;
}

const MODES: readonly Mode[] = ['light', 'elder', 'contrast', 'dark', 'print'];

/**
 * Pictures the sites' pages on a phone and a desk in the reader's four modes, and as printed, and
 * lays the pictures out on one page and on one sheet for each mode. All of it is in one folder that can be
 * carried away.
 */
export async function makeGallery({ sites, out, progress }: GalleryOptions): Promise<Gallery> {
  const folder = await emptyFolder(out);
  const browser = await launchBrowser();
  try {
    const hint = await chineseFontHint(browser);
    const parts: SheetPart[] = [];
    for (const [index, site] of sites.entries()) {
      parts.push(await shootSite(site, `site-${index + 1}`, folder, browser, progress));
    }
    const index = join(folder, 'index.html');
    await writeFile(index, contactSheet(parts, MODES));
    const sheets: string[] = [];
    for (const mode of MODES) sheets.push(await shootSheet(parts, mode, folder, browser));
    return { index, sheets, ...(hint === undefined ? {} : { hint }) };
  } finally {
    await browser.close();
  }
}

/** A slip in a path must not empty a folder that is not ours. */
async function emptyFolder(out: string): Promise<string> {
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const own = /^(?:index\.html|sheet-\w+\.png|site-\d+)$/u;
  const foreign = names.find((name) => !own.test(name));
  if (foreign !== undefined) throw new Error(`${folder} holds ${foreign}, which is no gallery’s.`);
  for (const name of names) await rm(join(folder, name), { recursive: true });
  return folder;
}

async function shootSite(
  site: GallerySite,
  folder: string,
  out: string,
  browser: Browser,
  progress: GalleryOptions['progress'],
): Promise<SheetPart> {
  const server = await serveFolder(site.folder, { base: site.base });
  try {
    const studio = { browser, url: server.origin + site.base, out, folder };
    const pages = [];
    for (const [index, page] of site.pages.entries()) {
      progress?.(`${site.title} ${index + 1}/${site.pages.length} ${page.name}`);
      pages.push(await shootPage(page, index + 1, studio));
    }
    return { title: site.title, pages };
  } finally {
    await server.close();
  }
}

async function shootSheet(
  parts: readonly SheetPart[],
  mode: Mode,
  folder: string,
  browser: Browser,
): Promise<string> {
  const path = join(folder, `sheet-${mode}.png`);
  const source = join(folder, `sheet-${mode}.html`);
  await writeFile(source, contactSheet(parts, [mode]));
  const page = await browser.newPage({
    viewport: { width: sheetWidth(parts, mode), height: 1200 },
  });
  try {
    await page.goto(pathToFileURL(source).href, { waitUntil: 'load' });
    await page.screenshot({ path, fullPage: true });
    return path;
  } finally {
    await page.close();
    await rm(source);
  }
}
