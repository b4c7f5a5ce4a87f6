/** A real browser for tests, with nothing to install by hand. */
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './chromium.ts';
import { makeTempDir } from './temp.ts';

/** Keeps the browser from the network and from what only matters on a desk. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface BrowserOptions {
  /** Where other tools on this machine can speak to the browser; by default nowhere. */
  readonly port?: number;
}

/**
 * Starts a headless Chromium: the one of an npm package, or the executable that the environment
 * variable `COLUMNS_BROWSER` names. It has a home folder of its own, which goes when it closes.
 * @throws Error if there is no browser for this system or it does not start
 */
export async function launchBrowser({ port }: BrowserOptions = {}): Promise<Browser> {
  const home = await makeTempDir('browser');
  try {
    const browser = await start(
      home.path,
      port === undefined ? ARGS : [...ARGS, `--remote-debugging-port=${port}`],
    );
    browser.on('disconnected', () => void home.remove());
    return browser;
  } catch (error) {
    await home.remove();
    throw error;
  }
}

async function start(home: string, args: string[]): Promise<Browser> {
  const own = process.env.COLUMNS_BROWSER;
  // Without a locale Chromium knows no Chinese file names.
  const environment = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' };
  // With a window, for whoever wants to look on (`columns test <file> --headed`).
  const headless = process.env.COLUMNS_BROWSER_HEADED !== '1';
  if (own) return chromium.launch({ executablePath: own, args, env: environment, headless });
  const { executable, libraries } = await unpackChromium();
  const options: LaunchOptions = { executablePath: executable, args };
  try {
    return await chromium.launch({ ...options, env: environment });
  } catch (error) {
    if (!/error while loading shared libraries/u.test(String(error))) throw error;
    return chromium.launch({ ...options, env: { ...environment, LD_LIBRARY_PATH: libraries } });
  }
}
