import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';

/** A module and all that it needs, made for a browser's worker. */
export interface Bundle {
  readonly code: string;
  /** Modules of Node that code in the bundle still asks for. */
  readonly nodeModules: readonly string[];
  /** Globals of Node that code in the bundle names, with the module that does. */
  readonly nodeGlobals: readonly string[];
}

const GLOBALS = ['Buffer', 'process', '__dirname', 'setImmediate'];

/** Bundles a module as Vite does for browsers, without shims; what nothing uses falls away. */
export async function bundled(entry: URL): Promise<Bundle> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['worker', 'browser', 'module', 'import', 'default'] },
    // Only a global is exchanged for its mark: a variable of the same name is not.
    define: Object.fromEntries(GLOBALS.map((name) => [name, `NODE_${name}`])),
    plugins: [
      {
        name: 'node-stays-outside',
        enforce: 'pre',
        resolveId: (id) =>
          isBuiltin(id) ? { id, external: true, moduleSideEffects: false } : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'bundle' },
    },
  });
  const [chunk] = (Array.isArray(made) ? made : [made]).flatMap((one) =>
    'output' in one ? one.output.filter((each) => each.type === 'chunk') : [],
  );
  if (chunk?.type !== 'chunk') throw new Error('The bundle is empty.');
  return {
    code: chunk.code,
    nodeModules: chunk.imports,
    nodeGlobals: Object.entries(chunk.modules).flatMap(([id, { code }]) =>
      [...new Set(code?.match(/\bNODE_(?:Buffer|process|__dirname|setImmediate)\b/g))].map(
        (mark) => `${mark.slice(5)} in ${id.replace(/^.*\/(?:node_modules|packages)\//, '')}`,
      ),
    ),
  };
}

/** What the bundle exports, run where nothing but the language and a few things of every browser are. */
export function runBare<T>({ code }: Bundle): T {
  const context = createContext({ TextDecoder, TextEncoder, URL, atob });
  return runInContext(`${code}\nbundle;`, context) as T;
}
