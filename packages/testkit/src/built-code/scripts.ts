import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import compat from 'eslint-plugin-compat';
import esX from 'eslint-plugin-es-x';
import { listFiles } from '../site/files.ts';
import { OLDEST_BROWSERS } from './oldest-browsers.ts';

/**
 * Pagefind's own files, and what checks a page: loaded only after the search page, or
 * `client/verify/why-not.ts` in the theme, has asked whether the browser can.
 */
const ASKED_FOR = /^(?:pagefind\/|assets\/verify-[^/]*\.js$)/u;

/** The search's worker, and what only it loads: started only where `isSupported()` in packages/search says so, not in Safari 14. */
const WORKER = /(?:^|\/)(?:worker|beyond)-[^/]*\.js$/u;

/** What is newer, and harmless or asked for before it is used. Whatever else there is, is a fault. */
export const KNOWN: Readonly<Record<string, string>> = {
  'HTMLDialogElement.open()': "client/access/leaving.ts asks `'showModal' in dialog`",
  'DecompressionStream is': 'packages/search/src/client/inflate.ts asks for it',
  'Blob.stream() is':
    'packages/search/src/client/inflate.ts asks for DecompressionStream, which is newer',
  'ES2022 Error Cause': 'a browser that does not know of causes leaves it out',
};

/** Both browsers have these of ES2021 and ES2022. */
const HAVE = [
  'logical-assignment-operators',
  'string-prototype-replaceall',
  'promise-any',
  'class-instance-fields',
];
/** Chrome 87 has these too. */
const CHROME_HAS = ['class-static-fields', 'class-private-fields', 'class-private-methods'];
/** Methods of iterators that arrays have had for long: no tool tells a list from an iterator here. */
const LIKE_ARRAYS = ['every', 'filter', 'find', 'flatmap', 'foreach', 'map', 'reduce', 'some'].map(
  (name) => `iterator-prototype-${name}`,
);

const linter = linterFor(OLDEST_BROWSERS, HAVE);
const workerLinter = linterFor([OLDEST_BROWSERS[0]], [...HAVE, ...CHROME_HAS]);

function linterFor(browsers: readonly string[], have: readonly string[]): ESLint {
  const off = [...have, ...LIKE_ARRAYS].map((name) => [`es-x/no-${name}`, 'off']);
  return new ESLint({
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: [
      {
        files: ['**/*.js'],
        languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
        plugins: { compat, 'es-x': esX },
        settings: { browsers: [...browsers], 'es-x': { aggressive: true } },
        rules: {
          ...esX.configs['flat/restrict-to-es2020'].rules,
          ...Object.fromEntries(off),
          'compat/compat': 'error',
        },
      },
    ],
  });
}

/** What built scripts use that the oldest browsers lack: a line for each place. */
export async function lintScripts(folder: string): Promise<string[]> {
  const files = listFiles(folder).filter((name) => name.endsWith('.js') && !ASKED_FOR.test(name));
  const faults: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const found = await scriptFaults(text, WORKER.test(file) ? workerLinter : linter);
    faults.push(...found.map((fault) => `${file}: ${fault}`));
  }
  return faults;
}

/** The same for one script. */
export async function scriptFaults(text: string, judge = linter): Promise<string[]> {
  const [result] = await judge.lintText(text, { filePath: 'built.js' });
  const lines = text.split('\n');
  return (result?.messages ?? [])
    .filter(({ message }) => !Object.keys(KNOWN).some((known) => message.startsWith(known)))
    .map(({ message, line, column }) => {
      const at = (lines[line - 1] ?? '').slice(Math.max(0, column - 20), column + 40);
      return `${message} at “${at}”`;
    });
}
