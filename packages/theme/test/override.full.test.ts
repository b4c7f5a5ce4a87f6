import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';

const OWN = join(import.meta.dirname, 'fixtures/override');

let content: string;
let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'columns-override-'));
  cpSync(CONTENT, content, { recursive: true });
  appendFileSync(join(content, 'qingshan/county.yaml'), "accent: '#1f5a3c'\nindent: true\n");
  site = await buildApp({
    content,
    settings: {
      styles: [join(OWN, 'county.css')],
      components: { Footer: join(OWN, 'Footer.astro') },
    },
  });
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${server.origin}/qingshan/2024/aid-rules/`);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
  rmSync(content, { recursive: true, force: true });
});

function style(selector: string, property: string): Promise<string> {
  return page.$eval(
    selector,
    (element, name) => getComputedStyle(element).getPropertyValue(name),
    property,
  );
}

describe('a county overrides the theme little by little', () => {
  test('by a setting: its accent colour and indented paragraphs', async () => {
    expect(await style('.nav', 'background-color')).toBe('rgb(31, 90, 60)');
    expect(await page.locator('.prose.indent').count()).toBe(1);
  });

  test('by CSS variables', async () => {
    expect(await style('.filed', 'border-top-left-radius')).toBe('0px');
    expect(await style('.filed', 'background-color')).toBe('rgb(238, 244, 238)');
  });

  test('by rules of its own, without !important', async () => {
    expect(await style('.entry-title', 'text-align')).toBe('left');
    expect(await style('.nav a', 'font-weight')).toBe('700');
    expect(readFileSync(join(OWN, 'county.css'), 'utf8')).not.toContain('!important');
  });

  test('by a component in a slot', async () => {
    expect(await page.textContent('footer')).toBe('本县自己的页脚');
    expect(await page.locator('.footer').count()).toBe(0);
  });
});

test.each([
  [{ styles: 'county.css' }, 'styles'],
  [{ components: { Sidebar: './Sidebar.astro' } }, 'components'],
  [{ colour: 'red' }, 'colour'],
])('an option that is wrong, %j, is named with what may be written', async (settings, name) => {
  const app = await buildApp({ settings });
  expect(app.code).not.toBe(0);
  expect(app.output).toContain(name);
  expect(app.output).toContain("Write for example disclosureColumn({ county: 'anyue' })");
  app.remove();
});
