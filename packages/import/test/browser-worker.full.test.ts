import { bundled } from '@columns/office/fixture-bundle';
import { readPdf } from '@columns/office/pdf-core';
import { openPdf } from '@columns/office/pdf-library';
import { launchBrowser } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as core from '../src/core.ts';
import { draftsOf, FILES, setting } from './core-files.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());

/** What the worker does: its own code is the bundle before it. */
const WORK = `
onmessage = async ({ data: { files, setting, pdf } }) => {
  try {
    const made = [];
    for (const [base, list] of files) {
      const bytes = Uint8Array.from(list);
      const source = { name: base, base, bytes: () => bytes, folders: [] };
      const drafts = await bundle.draftsOfBytes(source, setting, { pdf: async () => pdf });
      for (const draft of drafts)
        made.push({ ...draft, files: [...draft.files], renamed: [...(draft.renamed ?? [])] });
    }
    postMessage(JSON.stringify(made));
  } catch (error) {
    postMessage(String(error && error.stack));
  }
};`;

test('in a worker of a real browser the core makes the drafts that it makes here', async () => {
  const { code } = await bundled(new URL('../src/core.ts', import.meta.url));
  const given = setting();
  const limits = {
    pages: given.limits['pdf-pages'],
    megabytes: given.limits['unpacked-megabytes'],
  };
  const pdf = await readPdf(FILES['通告.pdf'] ?? new Uint8Array(), limits, openPdf);
  const asked = {
    files: Object.entries(FILES).map(([base, bytes]) => [base, [...bytes]] as const),
    setting: given,
    pdf,
  };
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const there = await page.evaluate(
    ([script, data]) =>
      new Promise<string>((resolve, reject) => {
        const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
        const worker = new Worker(url);
        worker.onmessage = ({ data: made }) => resolve(made as string);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(data);
      }),
    [`${code}\n${WORK}`, asked] as const,
  );
  expect(errors).toEqual([]);
  expect(there).toBe(await draftsOf(core, given, async () => pdf));
}, 120_000);
