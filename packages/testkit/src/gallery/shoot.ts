import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Device, GalleryPage, Mode, PicturedPage, Shot } from './types.ts';

interface View {
  readonly mode: Mode;
  readonly device: Device;
  readonly width: number;
  /** Where the picture of a long page ends. */
  readonly most: number;
}

/** A4 at 96 dots to the inch. */
const PAPER = { width: 794, height: 1123 };

const VIEWS: readonly View[] = (['light', 'elder', 'contrast', 'dark'] as const).flatMap((mode) => [
  { mode, device: 'phone', width: 320, most: 2400 },
  { mode, device: 'desktop', width: 1280, most: 2400 },
]);

/** Where the pictures come from and go to. */
export interface Studio {
  readonly browser: Browser;
  /** Address of the site's base, with a slash at the end. */
  readonly url: string;
  /** The gallery's folder. */
  readonly out: string;
  /** Folder below it for this site. */
  readonly folder: string;
}

/** Pictures a page in every view and prints it. */
export async function shootPage(
  page: GalleryPage,
  number: number,
  studio: Studio,
): Promise<PicturedPage> {
  await mkdir(join(studio.out, studio.folder), { recursive: true });
  const stem = `${studio.folder}/${String(number).padStart(2, '0')}`;
  const shots: Shot[] = [];
  for (const view of VIEWS) shots.push(await shoot(page, view, `${stem}-`, studio));
  const { shot, printed } = await print(page, stem, studio);
  return { ...page, shots: [...shots, shot], printed };
}

async function shoot(
  { path }: GalleryPage,
  { mode, device, width, most }: View,
  stem: string,
  { browser, url, out }: Studio,
): Promise<Shot> {
  const context = await browser.newContext({
    viewport: { width, height: device === 'phone' ? 640 : 900 },
  });
  // As if the reader had chosen the mode on an earlier visit.
  const kept = JSON.stringify({ mode });
  await context.addInitScript(`localStorage.setItem('columns-display', ${JSON.stringify(kept)})`);
  try {
    const page = await open(context, url + path);
    const file = `${stem}${mode}-${device}.png`;
    return { mode, device, file, ...(await take(page, width, most, join(out, file))) };
  } finally {
    await context.close();
  }
}

/**
 * Prints to a file, and pictures what the browser lays out for paper: it cannot picture a PDF.
 * The sheet's margins are added again where the picture is shown.
 */
async function print(
  { path }: GalleryPage,
  stem: string,
  { browser, url, out }: Studio,
): Promise<{ shot: Shot; printed: number }> {
  const context = await browser.newContext({ viewport: PAPER });
  try {
    const page = await open(context, url + path);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false });
    await writeFile(join(out, `${stem}-print.pdf`), pdf);
    const printed = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    const width = PAPER.width - 2 * MARGIN;
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height: PAPER.height - 2 * MARGIN });
    const file = `${stem}-print.png`;
    const taken = await take(page, width, PAPER.height - 2 * MARGIN, join(out, file));
    return { shot: { mode: 'print', device: 'paper', file, ...taken }, printed };
  } finally {
    await context.close();
  }
}

/** Two centimetres, the usual margin of a printed document. */
const MARGIN = 76;

async function take(
  page: Page,
  width: number,
  most: number,
  path: string,
): Promise<{ width: number; height: number; cut: boolean }> {
  const tall = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const height = Math.min(tall, most);
  const clip = { x: 0, y: 0, width, height };
  await page.screenshot({ path, clip, fullPage: true, animations: 'disabled' });
  return { width, height, cut: tall > most };
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  // A page that sends the reader on would be gone before it could be pictured.
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('http-equiv="refresh"', '');
    await route.fulfill({ response, body });
  });
  await page.goto(url, { waitUntil: 'load' });
  // A page with a program beside that of every page is ready when it asks for nothing more.
  if (await page.evaluate('document.querySelectorAll("script[type=module]").length > 1')) {
    await page.waitForLoadState('networkidle');
  }
  return page;
}
