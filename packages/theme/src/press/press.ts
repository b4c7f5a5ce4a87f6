import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isOpen } from '@columns/content';
import type { AstroPrerenderer } from 'astro';
import { ownDigest } from '../building/code-digest.ts';
import { filesOf } from '../building/folder.ts';
import { accentSheets } from '../integration/accent.ts';
import type { OpenColumn } from '../integration/open-column.ts';
import type { DisclosureColumnSettings } from '../integration/options.ts';
import { routesOf } from '../integration/routes.ts';
import { type SearchScripts, searchScripts } from '../integration/search-scripts.ts';
import type { Environment } from '../integration/settings.ts';
import type { PageMaker } from './entry.ts';

/**
 * Pages of one column, bundled by Astro and read by Node, with which a process that builds further columns
 * makes theirs: only the column and its base are others.
 */
export interface Press {
  /** Of all that the bundle was made of. */
  readonly key: string;
  readonly astro: PressAstro;
  /** Astro's program as it was bundled, from which each column gets its own. */
  readonly maker: PageMaker;
  /** Where Astro's addresses begin: `https://example.com`. */
  readonly origin: string;
  /** What was bundled for browsers, by path in the site. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly scripts: SearchScripts;
  /** The colour of the column that was bundled, and the stylesheets that a column's own colour is put into. */
  readonly accent: string | undefined;
  readonly sheets: ReadonlyMap<string, string>;
}

/** Astro's own prerenderer, with its program. */
type PressAstro = AstroPrerenderer & { app: PageMaker };

/** Only where Astro is as we know it. */
function isPressAstro(astro: AstroPrerenderer): astro is PressAstro {
  const { app } = astro as Partial<PressAstro>;
  return typeof app?.anew === 'function' && typeof app.getOptions === 'function';
}

let standing: Press | undefined;
let wanted = false;

/** Whether there is a press; from now on the column that Astro builds leaves one. */
export function wantPress(): boolean {
  wanted = true;
  return standing !== undefined;
}

/** The press of the last column that Astro has built in this process, where it fits. */
export async function pressOf(input: PressInput): Promise<Press | undefined> {
  return standing !== undefined && standing.key === (await pressKey(input)) ? standing : undefined;
}

export interface PressInput {
  /** The app's folder. */
  readonly app: string;
  readonly settings: DisclosureColumnSettings;
  readonly env: Environment;
  readonly open: OpenColumn;
}

/**
 * Sets up a press where one is wanted and the column's pages were made of nothing that is its own.
 *
 * @param input with Astro's prerenderer, and the folder of all that was bundled
 */
export async function setUpPress(
  input: PressInput & { readonly astro: AstroPrerenderer; readonly outDir: string },
): Promise<void> {
  if (!wanted) return;
  const { app, astro, open, outDir } = input;
  const key = await pressKey(input);
  if (key === undefined || !isPressAstro(astro)) return;
  const own = new Set(publicFiles(app));
  const names = filesOf(outDir).filter((file) => !own.has(file));
  const files = new Map(names.map((file) => [file, readFileSync(join(outDir, file))]));
  const sheets = new Map([...accentSheets()].filter(([file]) => files.has(file)));
  // A script that names a stylesheet would have to be another for each colour.
  const scripts = [...files].filter(([file]) => file.endsWith('.js'));
  const named = [...sheets.keys()].some((sheet) =>
    scripts.some(([, bytes]) => bytes.includes(posix.basename(sheet))),
  );
  if (named) return;
  standing = {
    key,
    astro,
    maker: astro.app,
    origin: astro.app.getOptions().origin,
    files,
    scripts: searchScripts(),
    accent: open.column.county.accent,
    sheets,
  };
}

/** What lies in an app's `public/`, by path in the site. */
function publicFiles(app: string): string[] {
  try {
    return filesOf(join(app, 'public'));
  } catch {
    return [];
  }
}

/** What an app may hold beside `public/` while its pages are made as those of every other. */
const PLAIN = /^(?:\.|node_modules$|dist(?:-|$)|public$|test$|README\.md$|turbo\.json$)/;
const READ = new Set(['astro.config.mjs', 'package.json']);

/**
 * Two columns with one key are made by one bundle: nothing that is compiled in differs. Nothing where a
 * column has code of its own.
 */
async function pressKey({ app, settings, env, open }: PressInput): Promise<string | undefined> {
  const { column, contentRoot } = open;
  const others = readdirSync(app).filter((name) => !PLAIN.test(name) && !READ.has(name));
  const own = column.entries.some((entry) => entry.format === 'mdx' && isOpen(entry));
  const { components, styles } = settings;
  const overrides = styles.length > 0 || Object.keys(components).length > 0;
  if (own || overrides || others.length > 0 || !(await isPlainConfig(app))) return undefined;
  const { dependencies, type } = JSON.parse(
    readFileSync(join(app, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const { county } = column;
  const routes = routesOf(county).map(({ pattern, entrypoint }) => [pattern, String(entrypoint)]);
  const parts = [
    dependencies,
    type,
    env,
    contentRoot,
    county.accent !== undefined,
    routes,
    ownDigest(),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Whether an app asks Astro for its column and for nothing else. */
async function isPlainConfig(app: string): Promise<boolean> {
  const config = await appConfig(app);
  return Object.keys(config).join() === 'integrations' && config.integrations?.length === 1;
}

interface AppConfig {
  readonly integrations?: readonly { readonly settings?: DisclosureColumnSettings }[];
}

/** An app's own settings for Astro, as Node reads them. */
export async function appConfig(app: string): Promise<AppConfig> {
  const file = pathToFileURL(join(app, 'astro.config.mjs')).href;
  return ((await import(file)) as { default: AppConfig }).default;
}
