import { join, resolve, sep } from 'node:path';
import { isOpen } from '@columns/content';
import type { Plugin } from 'vite';
import { RUNNING_MODULE } from '../rendering/running.ts';
import { ACCENT_RULE, coloured } from './accent.ts';
import type { OpenColumn } from './open-column.ts';
import { type DisclosureColumnSettings, SLOTS } from './options.ts';

const PREFIX = 'virtual:columns/';
const COMPONENTS = join(import.meta.dirname, '../components');

export interface VirtualModulesInput {
  readonly current: () => OpenColumn;
  readonly settings: DisclosureColumnSettings;
  /** The app's folder. */
  readonly app: string;
}

/** The modules through which pages see the integration, in one plugin. */
export function virtualModules(input: VirtualModulesInput): Plugin {
  return {
    name: '@columns/theme:virtual',
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      return moduleSources(input)[id.slice(PREFIX.length + 1)];
    },
  };
}

/** A file's path as Vite writes it: with `/` on every system. */
const quoted = (path: string): string => JSON.stringify(path.split(sep).join('/'));

/**
 * They hold paths, never facts of entries: a fact in here would make every page new
 * when one entry changes. (`refused` is empty in a build.)
 */
function moduleSources({ current, settings, app }: VirtualModulesInput): Record<string, string> {
  const { contentRoot, column, findings, live } = current();
  const { county } = column;
  const accent =
    county.accent === undefined ? '' : live ? coloured(ACCENT_RULE, county.accent) : ACCENT_RULE;
  const styles = settings.styles.map((file) => `import ${quoted(resolve(app, file))};`);
  // Only in `dev` is anything left of it: a build stops at its first error.
  const faulty = new Set(findings.map(({ file }) => file));
  const refused = column.entries
    .filter(({ file }) => faulty.has(file))
    .map(({ id, file }) => {
      const own = findings.filter((finding) => finding.file === file);
      return [id, own.map(({ line, message }) => `第 ${line} 行：${message}`)] as const;
    });
  // Only open entries that passed the check are named here, so nothing else is ever compiled.
  const mdx = column.entries
    .filter((entry) => entry.format === 'mdx' && isOpen(entry) && !faulty.has(entry.file))
    .map(({ id, file }) => {
      return `  ${JSON.stringify(id)}: () => import(${quoted(join(contentRoot, file))}),`;
    });
  const components = SLOTS.map((slot): [string, string] => {
    const own = settings.components[slot];
    const file = own === undefined ? join(COMPONENTS, `${slot}.astro`) : resolve(app, own);
    return [`components/${slot}`, `export { default } from ${quoted(file)};`];
  });
  return {
    settings: RUNNING_MODULE,
    // Without what every object has: an entry may be called `constructor`.
    mdx: `export default {\n  __proto__: null,\n${mdx.join('\n')}\n};`,
    refused: `export default { __proto__: null, ...${JSON.stringify(Object.fromEntries(refused))} };`,
    'accent.css': accent,
    // Once more: what two layouts share becomes a file, and a request, of its own.
    'page-accent.css': accent,
    'county-styles': styles.join('\n'),
    ...Object.fromEntries(components),
  };
}
