import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTempDir } from '@columns/testkit';
import { expect, test } from 'vitest';
import { openReader } from '../src/client/pagefind.ts';
import { READER } from '../src/manifest.ts';

/** As Pagefind's code behaves: clients share one WebAssembly, and two that begin together bring up two. */
const CODE = `
let wasm;
export function createInstance({ basePath }) {
  const ready = (async () => {
    if (wasm === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (basePath.includes('lost')) throw new Error('not there');
      wasm = { of: basePath };
    }
    return wasm;
  })();
  return {
    async search(term) {
      const mine = await ready;
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (mine !== wasm) throw new WebAssembly.RuntimeError('unreachable');
      return { results: term === '' ? [] : [{ id: '0', words: [0] }] };
    },
  };
}`;

test.each([
  ['two parts', ['one/', 'two/']],
  ['three parts, the first of which does not arrive', ['lost/', 'one/', 'two/']],
])('%s that are opened at the same time are all searched', async (_, parts) => {
  await using folder = await makeTempDir();
  await writeFile(join(folder.path, READER), CODE);
  const code = `${pathToFileURL(folder.path).href}/`;
  const readers = await Promise.all(
    parts.map((part) => openReader(code, `https://example.org/${part}`)),
  );
  const asked = await Promise.allSettled(readers.map((reader) => reader.find('供水')));
  const found = asked.map((each) => (each.status === 'fulfilled' ? each.value.length : 0));
  expect(found).toEqual(parts.map((part) => (part === 'lost/' ? 0 : 1)));
});
