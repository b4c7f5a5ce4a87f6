/** A built page with both searches beside it, served as a host of static pages would. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeClient } from '@columns/search/fixture';

/** In the page: both ways to ask, as functions on `window`. */
const BENCH = `
import { createSearch } from './src/client/index.ts';
window.ours = createSearch({ bundlePath: '/ours/' });
window.stock = async () => (window.pagefind ??= await import('/stock/pagefind.js'));
window.records = (queries) => new Promise((resolve, reject) => {
  const worker = new Worker('/records.js', { type: 'module' });
  worker.onmessage = (event) => resolve(event.data);
  worker.onerror = reject;
  worker.postMessage(queries);
});
`;

/** The documents behind an answer, without loading what is shown of them. */
const RECORDS = `
import { matching } from './src/client/answer.ts';
import { openBundle } from './src/client/bundle.ts';
import { readQuery } from './src/query.ts';
onmessage = async ({ data: queries }) => {
  const { parts } = await openBundle({ path: new URL('/ours/', location.href).href });
  const answers = [];
  for (const query of queries) {
    const found = [];
    for (const [number, { part }] of parts.entries()) {
      for (const { document } of await matching(part, readQuery(query).terms)) {
        found.push(number + ':' + document);
      }
    }
    answers.push(found);
  }
  postMessage(answers);
};
`;

/** Writes what is needed beside \`ours/\` and \`stock/\`. */
export async function writeBenchPage(folder: string): Promise<void> {
  await writeClient(folder);
  await writeFile(join(folder, 'bench.js'), BENCH);
  await writeFile(join(folder, 'records.js'), RECORDS);
  await mkdir(join(folder, 'bench'));
  await writeFile(
    join(folder, 'bench', 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>bench</title><script type="module" src="/bench.js"></script></html>',
  );
}
