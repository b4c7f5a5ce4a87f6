/** What the tests of all packages share. Never part of a site. */
export { type BrowserOptions, launchBrowser } from './browser.ts';
export { numbers } from './numbers.ts';
export { type ServedFolder, type ServedRequest, type ServeOptions, serveFolder } from './serve.ts';
export { makeTempDir, type TempDir } from './temp.ts';
