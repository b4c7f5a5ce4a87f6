import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { transform } from '@astrojs/compiler-rs';
import type { Plugin } from 'vite';

const SOURCES = join(import.meta.dirname, '..');
const HERE = import.meta.dirname;

/** Modules that pages see the integration through, or that need Node, and what stands in their place. */
const IN_PLACE: Readonly<Record<string, string>> = {
  'virtual:columns/settings': join(HERE, 'settings.ts'),
  [join(SOURCES, 'data/column-file.ts')]: join(HERE, 'given-column.ts'),
  [join(SOURCES, 'rendering/trace.ts')]: join(HERE, 'no-trace.ts'),
};
/** Nothing of these is in a preview: its editor opens no `.mdx`, and names findings beside the page. */
const EMPTY = ['virtual:columns/mdx', 'virtual:columns/refused'];

/**
 * Lets a bundle for browsers hold the theme's own components, compiled by Astro's compiler with the options
 * of every page: the editor's preview is drawn by the code that draws the page. The bundle brings shims of
 * `node:fs` and `node:path`.
 */
export function previewPlugins(): Plugin[] {
  return [
    {
      name: '@columns/theme:preview-modules',
      enforce: 'pre',
      async resolveId(id, importer, options) {
        if (EMPTY.includes(id)) return `\0${id}`;
        if (Object.hasOwn(IN_PLACE, id)) return IN_PLACE[id];
        if (!id.startsWith('.')) return undefined;
        const found = await this.resolve(id, importer, { ...options, skipSelf: true });
        return found && IN_PLACE[found.id.split('/').join(sep)];
      },
      load: (id) =>
        EMPTY.some((name) => id === `\0${name}`)
          ? 'export default { __proto__: null };'
          : undefined,
    },
    {
      name: '@columns/theme:preview-components',
      enforce: 'pre',
      // What adds to a page by script has no place where none runs.
      resolveId: (id) =>
        /\?astro&type=script/.test(id) ? { id: `\0${id}`, moduleSideEffects: false } : undefined,
      load(id) {
        if (id.startsWith('\0') && id.includes('?astro&type=script')) return '';
        if (!id.endsWith('.astro')) return undefined;
        return { code: compiled(id), map: null, moduleType: 'ts' };
      },
    },
  ];
}

function compiled(file: string): string {
  const name = `/${relative(SOURCES, file).split(sep).join('/')}`;
  const { code, diagnostics } = transform(readFileSync(file, 'utf8'), {
    // As `compressHTML` of every column (`integration/settings.ts`).
    compact: 'jsx',
    // No path of this machine goes into the bundle.
    filename: name,
    normalizedFilename: name,
    internalURL: 'astro/compiler-runtime',
    resultScopedSlot: true,
    resolvePath: (specifier) => specifier,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${file}: ${error.text}`);
  return code;
}
