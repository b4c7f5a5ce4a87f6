import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeLock } from '@columns/standard/lock';
import type { AstroPrerenderer } from 'astro';
import { ColumnBuild } from '../building/column-build.ts';
import { refuseMissingEmblem } from '../integration/emblem.ts';
import { ContentError, openColumn } from '../integration/open-column.ts';
import { setSearchScripts } from '../integration/search-scripts.ts';
import { environment, fullBase } from '../integration/settings.ts';
import { tellPages } from '../rendering/running.ts';
import { Colour } from './colour.ts';
import { appConfig, type Press, pressOf, wantPress } from './press.ts';

/**
 * Builds a column as `astro build` does, with the pages that this process has bundled for another.
 *
 * @param root the app's folder
 * @returns false, with nothing done, where its pages must be bundled for itself
 * @throws as a build does
 */
export async function buildByPress(root: string): Promise<boolean> {
  if (!wantPress()) return false;
  const began = performance.now();
  const settings = (await appConfig(root)).integrations?.[0]?.settings;
  if (settings === undefined) return false;
  const told = (line: string) => process.stdout.write(`${line}\n`);
  const lock = await takeLock(join(root, '.columns/build.lock'), { told });
  const env = environment();
  const open = await openColumn(settings, pathToFileURL(`${root}/`), false);
  if (open.findings.length > 0) throw new ContentError(settings.county, open.findings);
  const press = await pressOf({ app: root, settings, env, open });
  if (press === undefined) {
    lock.release();
    return false;
  }
  const { county } = open.column;
  refuseMissingEmblem(county, root);
  const base = fullBase(county, env);
  const build = new ColumnBuild({
    app: root,
    open,
    base,
    outDir: join(root, 'dist'),
    given: { settings, env },
    share: undefined,
    lock,
    began,
    cores: 1,
  });
  const { contentRoot, columnFile, live } = open;
  tellPages({ columnFile, contentRoot, base, prefix: env.prefix, live });
  const colour = new Colour(press, county.accent);
  setSearchScripts(colour.scripts);
  bring(press, colour, root, fileURLToPath(build.astroFolders.outDir));
  const { astro, maker } = press;
  astro.app = maker.anew(base);
  await makePages(build.prerenderer(colour.maker(astro), told), press.origin, base);
  const said = await build.finish();
  if (said) told(said);
  return true;
}

/** What Astro leaves beside pages: what was bundled, and the app's public files. */
function bring(press: Press, colour: Colour, app: string, outDir: string): void {
  for (const [name, bytes] of press.files) {
    const file = colour.name(name);
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    writeFileSync(join(outDir, file), colour.sheet(name) ?? bytes);
  }
  const from = join(app, 'public');
  if (existsSync(from)) cpSync(from, outDir, { recursive: true, dereference: true });
}

/** Asks for every page once, as Astro does. */
async function makePages(maker: AstroPrerenderer, origin: string, base: string): Promise<void> {
  const asked = new Set<string>();
  for (const { pathname, route } of await maker.getStaticPaths()) {
    const path = pathname.replaceAll(/^\/+|\/+$/g, '');
    if (asked.has(path)) continue;
    asked.add(path);
    const slash = path === '' || (/\.[^/.]+$/.test(path) && route.type === 'endpoint') ? '' : '/';
    const url = new URL(base + path + slash, origin);
    await maker.render(new Request(url), { routeData: route });
  }
  await maker.teardown?.();
}
