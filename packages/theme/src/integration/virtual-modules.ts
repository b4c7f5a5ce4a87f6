import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { OpenColumn } from './open-column.ts';
import { type Environment, fullBase } from './settings.ts';

const PREFIX = 'virtual:columns/';

/**
 * The modules through which pages see the integration. They hold paths, never facts of entries:
 * a fact in here would make every page new when one entry changes.
 */
function moduleSources(open: OpenColumn, env: Environment): Record<string, string> {
  const { columnFile, contentRoot, column, live } = open;
  const base = fullBase(column.county, env);
  const settings = { columnFile, contentRoot, base, prefix: env.prefix, live };
  const mdx = column.entries.filter(({ format }) => format === 'mdx');
  const imports = mdx.map(({ id, file }) => {
    return `  ${JSON.stringify(id)}: () => import(${JSON.stringify(join(contentRoot, file))}),`;
  });
  return {
    settings: `export default ${JSON.stringify(settings)};`,
    // Only entries that passed the check are named here, so nothing else is ever compiled.
    mdx: `export default {\n${imports.join('\n')}\n};`,
  };
}

export function virtualModules(current: () => OpenColumn, env: Environment): Plugin {
  return {
    name: '@columns/theme:virtual',
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      return moduleSources(current(), env)[id.slice(PREFIX.length + 1)];
    },
  };
}
