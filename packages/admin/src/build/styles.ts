import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The theme's integration, which knows the county's settings. */
interface Theme {
  readonly name: string;
  readonly styles?: readonly string[];
}

/**
 * The stylesheets that a county has set after the theme's (`styles` of `disclosureColumn`), as one text with what they
 * name, for previews; empty where it has none.
 *
 * @param app the county's app
 */
export async function countyStyles(app: string): Promise<string> {
  const config = join(app, 'astro.config.mjs');
  // To open the setup of a county that sets none would take longer than all else.
  if (!existsSync(config) || !/\bstyles\b/.test(readFileSync(config, 'utf8'))) return '';
  const { default: made } = (await import(pathToFileURL(config).href)) as {
    default: { integrations?: readonly (Theme | readonly Theme[])[] };
  };
  const theme = (made.integrations ?? []).flat().find(({ name }) => name === '@columns/theme');
  const files = (theme?.styles ?? []).map((file) => resolve(app, file));
  return files.length === 0 ? '' : bundled(app, files);
}

const ENTRY = 'virtual:county-styles';

async function bundled(root: string, files: readonly string[]): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [
      {
        name: 'columns-county-styles',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
        load: (id) =>
          id === `\0${ENTRY}`
            ? files
                .map((file) => `import ${JSON.stringify(file.replaceAll('\\', '/'))};`)
                .join('\n')
            : undefined,
      },
    ],
    build: {
      write: false,
      cssTarget: ['chrome87', 'safari14'],
      // Pictures become part of it: a preview's frame loads nothing from elsewhere.
      assetsInlineLimit: 1_000_000,
      rollupOptions: { input: ENTRY },
    },
  });
  return (Array.isArray(made) ? made : [made])
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((one) =>
      one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [],
    )
    .join('\n');
}
