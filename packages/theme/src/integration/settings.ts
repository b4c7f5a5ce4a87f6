import { basename } from 'node:path';
import type { County } from '@columns/content';
import type { HookParameters } from 'astro';
import type { RenderBuiltAssetUrl } from 'vite';
import { flexGap } from './flex-gap.ts';

export interface Environment {
  /** Origin of the published site, without a path; absent in local builds. */
  readonly site?: string;
  /** Prefix before every column's base; starts and ends with `/`. */
  readonly prefix: string;
}

/** Reads `SITE` and `BASE`, the two inputs a build takes from outside (contract 2). */
export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  const site = env['SITE'] || undefined;
  const prefix = `/${(env['BASE'] ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  return { prefix, ...(site === undefined ? {} : { site }) };
}

/** `BASE` + the county's own base: `/repository/` + `/anyue/` → `/repository/anyue/`. */
export function fullBase(county: County, { prefix }: Environment): string {
  return prefix + county.base.slice(1);
}

/** The oldest browsers that every page must be read and laid out in. */
const OLDEST = ['chrome87', 'safari14'];

/**
 * What is bundled for browsers names what lies beside it, and no base: the same files serve every county. Pages
 * name their files by their own base.
 */
const besideIt: RenderBuiltAssetUrl = (file, { type, hostType, ssr }) => {
  if (type === 'public') return undefined;
  // All of it lies in one folder (`assets`). Styles are bundled with the pages, where Vite takes no `relative`.
  if (hostType === 'css') return `./${basename(file)}`;
  return hostType === 'js' && !ssr ? { relative: true } : undefined;
};

type Settings = Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0];

/** What every column sets in Astro; an app's own config still wins. */
export function astroSettings(county: County, env: Environment, command: string): Settings {
  return {
    ...(env.site === undefined ? {} : { site: env.site }),
    base: fullBase(county, env),
    // `dev` would find no attachment: its address ends with the name of its file.
    trailingSlash: command === 'dev' ? 'ignore' : 'always',
    build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
    // Line breaks between tags are how the source is wrapped, not spaces in a Chinese sentence.
    compressHTML: 'jsx',
    devToolbar: { enabled: false },
    image: { service: { entrypoint: 'astro/assets/services/noop' } },
    prefetch: false,
    // What these browsers cannot read is compiled away: old phones, WebView, kiosks. No script is
    // put into a page, however small: a strict content policy would not run it.
    vite: {
      build: { assetsInlineLimit: 0, cssTarget: OLDEST },
      css: { postcss: { plugins: [flexGap()] } },
      environments: { client: { build: { target: OLDEST } } },
      experimental: { renderBuiltUrl: besideIt },
    },
  };
}
