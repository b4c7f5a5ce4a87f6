import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadStandard } from '@columns/standard';
import { previewPlugins } from '@columns/theme/preview/build';
import { build, type InlineConfig, type Plugin } from 'vite';
import { writeListed } from './listed.ts';

/** The folder below a site's root that holds what all its editors share. */
export const SHARED_FOLDER = 'editor';

/** Names of the shared files, below `SHARED_FOLDER`; each says what is in it, so it can be kept for ever. */
export interface SharedFiles {
  readonly decap: string;
  readonly script: string;
  /** What the script begins with, so that a page asks for all of it at once. */
  readonly parts: readonly string[];
  readonly style: string;
}

const require = createRequire(import.meta.url);
const browser = fileURLToPath(new URL('../browser/', import.meta.url));
const PDF = dirname(require.resolve('pdfjs-dist/package.json'));
/** The PDF library's tables, which are fetched one by one; the folder's name says of which version they are. */
const PDF_TABLES = `pdf-${versionOf(PDF)}`;
const STYLES = ['editor.css', 'body/body.css'];

/**
 * Makes what the editors of all counties share, once: Decap's built file as it comes, our script, our
 * style, and `shared.json`, which names them. The same sources give the same bytes.
 */
export async function bundle(outDir: string): Promise<SharedFiles> {
  const worker = await importWorker();
  const preview = await previewScript('worker.ts');
  const script = await editorScript(worker.entry, preview.fileName);
  const style = STYLES.map((name) => readFileSync(join(browser, name), 'utf8')).join('\n');
  const decapFolder = dirname(require.resolve('decap-cms/package.json'));
  const names: SharedFiles = {
    decap: `decap-cms-${versionOf(decapFolder)}.js`,
    script: script.entry,
    parts: script.parts,
    style: `editor-${digest(style)}.css`,
  };
  const own = (name: string) => `${SHARED_FOLDER}/${name}`;
  const licence = `${names.decap}.LICENSE.txt`;
  writeListed(
    outDir,
    new Map<string, string | Uint8Array>([
      [own(names.decap), readFileSync(join(decapFolder, 'dist/decap-cms.js'))],
      [own(licence), readFileSync(join(decapFolder, 'dist/decap-cms.js.LICENSE.txt'))],
      [own(names.style), style],
      [own('shared.json'), `${JSON.stringify(names, null, 2)}\n`],
      [own(preview.fileName), preview.code],
      ...[...script.files, ...worker.files].map(([name, text]) => [own(name), text] as const),
      ...pdfTables().map(([name, bytes]) => [own(name), bytes] as const),
    ]),
  );
  return names;
}

/** The tables of Chinese encodings, by the names of their files. */
function pdfTables(): (readonly [name: string, bytes: Uint8Array])[] {
  return readdirSync(join(PDF, 'cmaps'))
    .filter((name) => /GB|HZ|^LICENSE$/.test(name))
    .map((name) => [`${PDF_TABLES}/${name}`, readFileSync(join(PDF, 'cmaps', name))] as const);
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

/** What stands in the place of Node in a browser. */
const WITHOUT_NODE = [
  {
    find: /^(?:micromark-extension-mdxjs|mdast-util-mdx)$/,
    replacement: join(browser, 'shims/mdx.ts'),
  },
  { find: /^node:fs$/, replacement: join(browser, 'shims/fs.ts') },
  { find: /^node:.*/, replacement: join(browser, 'shims/node.ts') },
  { find: 'csv-parse/sync', replacement: 'csv-parse/browser/esm/sync' },
];
const TARGET = ['chrome87', 'safari14'];
const THREAD = ['worker', 'browser', 'module', 'import', 'default'];

/** The editor's own script, and what it loads when it is asked for: rules, the text's editor, workbooks, readings. */
async function editorScript(worker: string, preview: string): Promise<Script> {
  const chunks = await chunksOf({
    plugins: [
      dataOfTheRules(),
      namesOf({
        'virtual:columns/import-worker': `./${worker}`,
        'virtual:columns/preview-worker': `./${preview}`,
      }),
    ],
    build: {
      modulePreload: false,
      rollupOptions: {
        input: join(browser, 'main.ts'),
        output: {
          entryFileNames: 'editor-[hash].js',
          chunkFileNames: 'editor-[name]-[hash].js',
          // By itself: the editor of texts needs the parser that the rules share with it, but no catalogue.
          codeSplitting: { groups: [{ name: 'standard', test: 'virtual:columns/standard' }] },
        },
      },
    },
  });
  return scriptOf(chunks, 'The editor was bundled into nothing.');
}

/** A script by the name of its first file, with all its files. */
interface Script {
  readonly entry: string;
  /** Files that the first does not begin without, be it by others of them. */
  readonly parts: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

type Chunks = Awaited<ReturnType<typeof chunksOf>>;

function scriptOf(chunks: Chunks, orElse: string): Script {
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error(orElse);
  const needed = new Set([entry.fileName]);
  // What is added while the set is walked is walked as well.
  for (const name of needed)
    for (const other of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      needed.add(other);
  return {
    entry: entry.fileName,
    parts: [...needed].slice(1).sort(),
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
  };
}

/**
 * What draws pages, for a thread of its own: the theme's components, and the readers that make the column.
 *
 * @param entry a file of `browser/preview/`
 */
export async function previewScript(entry: string): Promise<{ fileName: string; code: string }> {
  const [chunk] = await chunksOf({
    plugins: [previewPlugins(), dataOfTheRules()],
    // A thread has no document: some packages have another file for it.
    resolve: { conditions: THREAD },
    build: {
      rollupOptions: {
        input: join(browser, 'preview', entry),
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false, entryFileNames: 'preview-[hash].js' },
      },
    },
  });
  if (!chunk) throw new Error('The preview was bundled into nothing.');
  return chunk;
}

/** The import for a thread of its own: no editor loads it before a file is read or something is pasted. */
async function importWorker(): Promise<Script> {
  const chunks = await chunksOf({
    plugins: [dataOfTheRules(), namesOf({ 'virtual:columns/pdf-tables': `./${PDF_TABLES}` })],
    // A thread has no document: some packages have another file for it.
    resolve: { conditions: THREAD },
    build: {
      rollupOptions: {
        input: join(browser, 'body/fill/worker.ts'),
        output: { entryFileNames: 'import-[hash].js', chunkFileNames: 'import-[name]-[hash].js' },
      },
    },
  });
  return scriptOf(chunks, 'The import was bundled into nothing.');
}

async function chunksOf({ plugins, resolve, build: own }: InlineConfig) {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: browser,
    resolve: { ...resolve, alias: WITHOUT_NODE },
    plugins: plugins ?? [],
    build: { write: false, target: TARGET, assetsInlineLimit: 1_000_000, ...own },
  });
  return (Array.isArray(made) ? made : [made])
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk');
}

/** Modules that say where something stands. */
function namesOf(names: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'columns-names',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(names, id) ? `\0${id}` : undefined),
    load: (id) =>
      Object.hasOwn(names, id.slice(1))
        ? `export default ${JSON.stringify(names[id.slice(1)])}`
        : undefined,
  };
}

/** What the readers and rules read from their own folders becomes part of the script. */
function dataOfTheRules(): Plugin {
  const STANDARD = 'virtual:columns/standard';
  return {
    name: 'columns-rule-data',
    enforce: 'pre',
    resolveId: (id) => (id === STANDARD ? `\0${STANDARD}` : undefined),
    load: (id) =>
      id === `\0${STANDARD}`
        ? {
            code: `export default ${JSON.stringify(loadStandard())}`,
            moduleSideEffects: false,
          }
        : undefined,
    transform(code, id) {
      const given = code
        // What is in attachments is read by the gate; its worker has no place in the editor.
        .replaceAll(/new Worker\(\s*new URL\([^)]*\)/g, "new Worker(''")
        .replaceAll(/readFileSync\(new URL\('([^']+)', import\.meta\.url\), 'utf8'\)/g, (_, path) =>
          JSON.stringify(readFileSync(new URL(path as string, pathToFileURL(id)), 'utf8')),
        )
        .replaceAll(/\brequire\('([^']+\.json)'\)/g, (_, path) => tablesOf(path as string, id));
      return given === code ? undefined : { code: given, map: null };
    },
  };
}

/** The days off of the calendar; its translations are not needed. */
function tablesOf(path: string, id: string): string {
  const file = createRequire(id).resolve(path);
  const { holidays, workdays } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return JSON.stringify({ holidays, workdays });
}
