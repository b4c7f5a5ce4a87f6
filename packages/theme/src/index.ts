import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeLock } from '@columns/standard/lock';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { ColumnBuild } from './building/column-build.ts';
import { accentColour } from './integration/accent.ts';
import { besidePages } from './integration/beside-pages.ts';
import { refuseMissingEmblem } from './integration/emblem.ts';
import { disclosureMdx, mdxGuard } from './integration/mdx.ts';
import {
  ContentError,
  checkedFile,
  type OpenColumn,
  openColumn,
  reopenColumn,
  resolverOf,
} from './integration/open-column.ts';
import {
  type DisclosureColumnOptions,
  type DisclosureColumnSettings,
  normalOptions,
} from './integration/options.ts';
import { routesOf } from './integration/routes.ts';
import { forgetSearchScripts, noteSearchScripts } from './integration/search-scripts.ts';
import { astroSettings, environment, fullBase } from './integration/settings.ts';
import { sharedPackages } from './integration/shared-packages.ts';
import { showFindings } from './integration/show-findings.ts';
import { virtualModules } from './integration/virtual-modules.ts';
import { watchContent } from './integration/watch-content.ts';
import { pressEntry } from './press/entry.ts';
import { setUpPress } from './press/press.ts';
import { tellPages } from './rendering/running.ts';
import { openShare } from './rendering/share.ts';

export type { DisclosureColumnOptions };

const LOG = new URL('./integration/log.ts', import.meta.url);

interface DisclosureColumn {
  /** The county's own stylesheets, for whoever shows its pages elsewhere: the editor's previews. */
  readonly styles: readonly string[];
  /** What was asked for, for whoever builds the column without bundling its pages anew. */
  readonly settings: DisclosureColumnSettings;
}

/**
 * Makes an Astro app the disclosure column of one county: reads and checks its content,
 * adds every page, and after the build the search index. The only place that touches Astro's hooks.
 */
export function disclosureColumn(
  options: DisclosureColumnOptions,
): AstroIntegration & DisclosureColumn {
  const settings = normalOptions(options);
  const env = environment();
  const share = openShare();
  let open: OpenColumn;
  let build: ColumnBuild | undefined;
  let astro: AstroPrerenderer | undefined;
  const current = () => open;
  return {
    name: '@columns/theme',
    styles: settings.styles,
    settings,
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, logger }) => {
        if (command === 'preview') return;
        const began = performance.now();
        forgetSearchScripts();
        // Whoever waits here reads the content as it is when its turn comes.
        const lock =
          command === 'build' && !share
            ? await takeLock(fileURLToPath(new URL('.columns/build.lock', config.root)), {
                told: (line) => logger.info(line),
              })
            : undefined;
        open = share
          ? reopenColumn(settings, config.root, share.columnFile)
          : await openColumn(settings, config.root, command === 'dev');
        if (command === 'build' && open.findings.length > 0) {
          throw new ContentError(settings.county, open.findings);
        }
        const app = fileURLToPath(config.root);
        if (command === 'build') refuseMissingEmblem(open.column.county, app);
        const { columnFile, contentRoot, live } = open;
        const base = fullBase(open.column.county, env);
        tellPages({ columnFile, contentRoot, base, prefix: env.prefix, live });
        updateConfig(astroSettings(open.column.county, env, command));
        if (command === 'build') {
          const outDir = fileURLToPath(config.outDir);
          const given = { settings, env };
          const bundled = async (folder: string) => {
            if (astro) await setUpPress({ app, settings, env, open, astro, outDir: folder });
          };
          const input = { app, open, base, outDir, given, share, lock, began, bundled };
          build = new ColumnBuild(input);
          updateConfig({ ...build.astroFolders, logger: config.logger ?? { entrypoint: LOG } });
        }
        updateConfig({
          integrations: [disclosureMdx((path) => resolverOf(open, path, base))],
          vite: {
            // So that a worker can leave to be loaded later what few browsers need.
            worker: { format: 'es' },
            plugins: [
              mdxGuard((path) => checkedFile(open, path)),
              sharedPackages(),
              noteSearchScripts(),
              virtualModules({ current, settings, app }),
              accentColour(open.column.county.accent),
              pressEntry(),
            ],
          },
        });
        for (const route of routesOf(open.column.county)) {
          injectRoute({ ...route, prerender: true });
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const { root } = server.config;
        const { county } = open.column;
        besidePages(server, { app: root, county: county.id, base: fullBase(county, env) });
        showFindings(server, () => open.findings);
        watchContent(server, logger, open.contentRoot, async () => {
          open = await openColumn(settings, pathToFileURL(`${root}/`), true);
          return open;
        });
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const told = (line: string) => logger.info(line);
        build?.startOthers(told);
        setPrerenderer((given) => {
          astro = given;
          return build?.prerenderer(given, told) ?? given;
        });
      },
      'astro:build:done': async ({ logger }) => {
        const told = await build?.finish();
        if (told) logger.info(told);
      },
    },
  };
}
