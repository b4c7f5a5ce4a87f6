import type { Plugin } from 'vite';

/*
 * A county's accent colour is put into its stylesheets after they are bundled, and into their names: so their
 * text and digest are the same for every county that has one, and another colour has another address.
 */

/** Stands where the colour will. */
const HERE = 'columns-accent';

/** The rule that stylesheets take in, of a county that has a colour of its own. */
export const ACCENT_RULE = `:root { --accent: ${HERE}; }`;

/** Stylesheets as they were bundled, without the colour, by path in the site. */
const bundled = new Map<string, string>();

/** Those of the last bundle. */
export function accentSheets(): ReadonlyMap<string, string> {
  return new Map(bundled);
}

/** @param accent as `#8a1f11` */
export function accentColour(accent: string | undefined): Plugin {
  return {
    name: '@columns/theme:accent',
    apply: 'build',
    buildStart() {
      if (this.environment.name === 'prerender') bundled.clear();
    },
    outputOptions(options) {
      const { assetFileNames } = options;
      if (accent === undefined || assetFileNames === undefined) return options;
      return {
        ...options,
        assetFileNames(asset) {
          const name =
            typeof assetFileNames === 'function' ? assetFileNames(asset) : assetFileNames;
          return isSheet(asset.source)
            ? name.replace('[extname]', `${mark(accent)}[extname]`)
            : name;
        },
      };
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (accent === undefined || file.type !== 'asset' || !isSheet(file.source)) continue;
          bundled.set(file.fileName, file.source);
          file.source = coloured(file.source, accent);
        }
      },
    },
  };
}

/** A stylesheet in a county's colour. */
export function coloured(sheet: string, accent: string): string {
  return sheet.replaceAll(HERE, accent);
}

/** The name of a stylesheet in another colour. */
export function renamed(name: string, from: string, to: string): string {
  return name.replace(`${mark(from)}.css`, `${mark(to)}.css`);
}

function mark(accent: string): string {
  return `-${accent.slice(1).toLowerCase()}`;
}

function isSheet(source: string | Uint8Array): source is string {
  return typeof source === 'string' && source.includes(HERE);
}
