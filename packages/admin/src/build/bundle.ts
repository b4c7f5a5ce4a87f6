import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadStandard } from '@columns/standard';
import { build, type Plugin } from 'vite';
import { writeListed } from './listed.ts';

/** The folder below a site's root that holds what all its editors share. */
export const SHARED_FOLDER = 'editor';

/** Names of the shared files, below `SHARED_FOLDER`; each says what is in it, so it can be kept for ever. */
export interface SharedFiles {
  readonly decap: string;
  readonly script: string;
  readonly style: string;
}

const STYLES = ['editor.css', 'body/body.css'];

const require = createRequire(import.meta.url);
const browser = fileURLToPath(new URL('../browser/', import.meta.url));

/**
 * Makes what the editors of all counties share, once: Decap's built file as it comes, our script, our
 * style, and `shared.json`, which names them. The same sources give the same bytes.
 */
export async function bundle(outDir: string): Promise<SharedFiles> {
  const script = await scriptText();
  const style = STYLES.map((name) => readFileSync(join(browser, name), 'utf8')).join('\n');
  const decapFolder = dirname(require.resolve('decap-cms/package.json'));
  const { version } = JSON.parse(readFileSync(join(decapFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const names: SharedFiles = {
    decap: `decap-cms-${version}.js`,
    script: `editor-${digest(script)}.js`,
    style: `editor-${digest(style)}.css`,
  };
  const own = (name: string) => `${SHARED_FOLDER}/${name}`;
  const licence = `${names.decap}.LICENSE.txt`;
  writeListed(
    outDir,
    new Map<string, string | Uint8Array>([
      [own(names.decap), readFileSync(join(decapFolder, 'dist/decap-cms.js'))],
      [own(licence), readFileSync(join(decapFolder, 'dist/decap-cms.js.LICENSE.txt'))],
      [own(names.script), script],
      [own(names.style), style],
      [own('shared.json'), `${JSON.stringify(names, null, 2)}\n`],
    ]),
  );
  return names;
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

async function scriptText(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: browser,
    resolve: {
      alias: [
        { find: /^node:fs$/, replacement: join(browser, 'shims/fs.ts') },
        { find: /^node:.*/, replacement: join(browser, 'shims/node.ts') },
        { find: 'csv-parse/sync', replacement: 'csv-parse/browser/esm/sync' },
      ],
    },
    plugins: [dataOfTheRules()],
    build: {
      write: false,
      target: ['chrome87', 'safari14'],
      assetsInlineLimit: 1_000_000,
      rollupOptions: { input: join(browser, 'main.ts'), output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The editor was bundled into nothing.');
  return chunk.code;
}

/** What the readers and rules read from their own folders becomes part of the script. */
function dataOfTheRules(): Plugin {
  const STANDARD = 'virtual:columns/standard';
  return {
    name: 'columns-rule-data',
    enforce: 'pre',
    resolveId: (id) => (id === STANDARD ? `\0${STANDARD}` : undefined),
    load: (id) =>
      id === `\0${STANDARD}` ? `export default ${JSON.stringify(loadStandard())}` : undefined,
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
