import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { disclosureMdx, mdxGuard } from './integration/mdx.ts';
import { ContentError, type OpenColumn, openColumn } from './integration/open-column.ts';
import { type DisclosureColumnOptions, normalOptions } from './integration/options.ts';
import { ROUTES } from './integration/routes.ts';
import { buildSearchIndex } from './integration/search-index.ts';
import { astroSettings, environment } from './integration/settings.ts';
import { writeSiteFile } from './integration/site-file.ts';
import { virtualModules } from './integration/virtual-modules.ts';
import { watchContent } from './integration/watch-content.ts';

export type { DisclosureColumnOptions };

/**
 * Makes an Astro app the disclosure column of one county: reads and checks its content,
 * adds every page, and after the build the search index. The only place that touches Astro's hooks.
 */
export function disclosureColumn(options: DisclosureColumnOptions): AstroIntegration {
  const settings = normalOptions(options);
  const env = environment();
  let open: OpenColumn;
  const current = () => open;
  return {
    name: '@columns/theme',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, injectRoute }) => {
        if (command === 'preview') return;
        open = openColumn(settings, config.root, command === 'dev');
        if (command === 'build' && open.findings.length > 0) {
          throw new ContentError(settings.county, open.findings);
        }
        updateConfig(astroSettings(open.column.county, env));
        const app = fileURLToPath(config.root);
        updateConfig({
          integrations: [disclosureMdx()],
          vite: { plugins: [mdxGuard(), virtualModules({ current, settings, env, app })] },
        });
        for (const route of ROUTES) injectRoute({ ...route, prerender: true });
      },
      'astro:server:setup': ({ server, logger }) => {
        const { root } = server.config;
        watchContent(server, logger, open.contentRoot, () => {
          open = openColumn(settings, pathToFileURL(`${root}/`), true);
          return open;
        });
      },
      'astro:build:done': async ({ dir, pages }) => {
        await buildSearchIndex(dir, open.column);
        writeSiteFile(dir, open.column, pages.length);
      },
    },
  };
}
