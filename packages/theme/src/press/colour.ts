import type { AstroPrerenderer } from 'astro';
import { coloured, renamed } from '../integration/accent.ts';
import type { SearchScripts } from '../integration/search-scripts.ts';
import type { Press } from './press.ts';

/** The stylesheets of a press in the colour of the column that it makes, under the names that go with it. */
export class Colour {
  readonly scripts: SearchScripts;
  readonly #accent: string | undefined;
  readonly #sheets: ReadonlyMap<string, string>;
  /** New names by old ones. */
  readonly #names: ReadonlyMap<string, string>;

  constructor({ accent: old, sheets, scripts }: Press, accent: string | undefined) {
    const isOther = old !== undefined && accent !== undefined && old !== accent;
    this.#accent = accent;
    this.#sheets = isOther ? sheets : new Map();
    this.#names = new Map(
      isOther ? [...sheets.keys()].map((name) => [name, renamed(name, old, accent)]) : [],
    );
    const { styles } = scripts;
    this.scripts = styles ? { ...scripts, styles: styles.map((name) => this.name(name)) } : scripts;
  }

  name(file: string): string {
    return this.#names.get(file) ?? file;
  }

  /** What the file holds, where the colour is in it. */
  sheet(file: string): string | undefined {
    const sheet = this.#sheets.get(file);
    return sheet === undefined || this.#accent === undefined
      ? undefined
      : coloured(sheet, this.#accent);
  }

  /** Makes the same pages, with the new names in them. */
  maker(astro: AstroPrerenderer): AstroPrerenderer {
    if (this.#names.size === 0) return astro;
    return {
      ...astro,
      render: async (request, options) => {
        const rendered = await astro.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
        let html = await response.text();
        for (const [old, name] of this.#names) html = html.replaceAll(old, name);
        return new Response(html, response);
      },
    };
  }
}
