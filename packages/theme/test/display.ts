/** The four modes of display and the pages that are looked at in them. */
import type { Browser, BrowserContext } from 'playwright-core';
import { type ListedPage, listedPages } from './page-list.ts';

export const MODES = ['normal', 'elder', 'contrast', 'dark'] as const;
export type Mode = (typeof MODES)[number];

/** Every listed page; the one at a former address too, which `contextIn` keeps from leaving. */
export const PAGES: readonly ListedPage[] = listedPages('qingshan');

export interface View {
  readonly mode: Mode;
  readonly width: number;
  readonly size?: '0' | '1' | '2';
}

/** A browser of a reader who chose a mode on an earlier visit. */
export async function contextIn(browser: Browser, { mode, width, size = '0' }: View) {
  const height = width < 600 ? 640 : 900;
  const context = await browser.newContext({ viewport: { width, height } });
  const kept = JSON.stringify({ mode, size });
  await context.addInitScript(`localStorage.setItem('columns-display', ${JSON.stringify(kept)})`);
  await keepFromLeaving(context);
  return context;
}

/** The page at a former address would be gone before it could be looked at. */
export async function keepFromLeaving(context: BrowserContext): Promise<void> {
  await context.route('**/2024/old-aid-rules/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('http-equiv="refresh"', '');
    await route.fulfill({ response, body });
  });
}
