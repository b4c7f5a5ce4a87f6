/** A search page in a real browser, made of the package's own sources with the types stripped. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BuildOptions,
  type BuildReport,
  buildIndex,
  type SearchDocument,
} from '@columns/search/build';
import { type ServedFolder, serveFolder } from '@columns/testkit';

/** In Chinese on purpose: Pagefind would cut the query again on such a page. */
const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'">
<title>搜索</title>
<main data-search>
  <form role="search"><input name="q" type="search"><button>搜索</button></form>
  <div data-filters></div>
  <p data-order hidden><label>排序<select name="sort"><option value="relevance">相关度</option><option value="date">日期</option></select></label></p>
  <p data-total role="status" aria-live="polite"></p>
  <section data-direct hidden><h2>直达</h2><ul></ul></section>
  <ol data-results></ol>
  <button type="button" data-more>更多</button>
  <section hidden><h2>相近的结果</h2><ol data-near></ol></section>
  <section data-help hidden><h2>接着找</h2><ul><li><a data-nearest href="/anyue/"></a></li></ul></section>
</main>
<script type="module" src="../start.js"></script>
</html>`;

const START = `import { createSearch, mountSearchPage } from './src/client/index.ts';
globalThis.createSearch = createSearch;
mountSearchPage(document.querySelector('[data-search]'), { bundlePath: '/anyue/pagefind/', base: '/anyue/' });`;

/** Builds and serves a column that has only a search page, under `/anyue/`. */
export async function serveSearchSite(
  folder: string,
  documents: readonly SearchDocument[],
  options: Omit<Partial<BuildOptions>, 'documents' | 'outDir'> = {},
): Promise<{ served: ServedFolder; report: BuildReport }> {
  const outDir = join(folder, 'pagefind');
  const report = await buildIndex({ documents, site: 'anyue', ...options, outDir });
  await writeClient(folder);
  return { served: await serveFolder(folder, { base: '/anyue/' }), report };
}

/** Puts a search page at `search/`, and the client's sources at `src/`. */
export async function writeClient(folder: string): Promise<void> {
  await mkdir(join(folder, 'search'));
  await writeFile(join(folder, 'search', 'index.html'), PAGE);
  await writeFile(join(folder, 'start.js'), START);
  await stripFolder(join(import.meta.dirname, '..', 'src'), join(folder, 'src'));
}

async function stripFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  // A bundler would bring it; a worker has no import map.
  await cp(fileURLToPath(import.meta.resolve('fflate/browser')), join(to, 'fflate.js'));
  const entries = await readdir(to, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (!file.endsWith('.ts')) continue;
    const text = (await readFile(file, 'utf8')).replace("'fflate'", "'/anyue/src/fflate.js'");
    await writeFile(file, stripTypeScriptTypes(text));
  }
}
