import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { cjkExtensions, cutAutolinks, mdxFacts } from '@columns/content/markdown';
import type { AstroIntegration } from 'astro';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'vite';

/** Compiles `.mdx` with the dialect's own parser parts, so that `.md` and `.mdx` read alike. */
export function disclosureMdx(): AstroIntegration {
  return mdx({
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm, remarkCjk, () => cutAutolinks],
    }),
    syntaxHighlight: false,
  });
}

/** A remark plugin: hands the parser the extensions that the dialect is read with. */
function remarkCjk(this: unknown): void {
  const processor = this as { data(): { micromarkExtensions?: unknown[] } };
  const data = processor.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...cjkExtensions];
}

/**
 * Refuses a `.mdx` file whose text could run code, in `dev` as in a build, whoever imports it.
 * It reads the file itself and stands before the compiler (contract 7).
 */
export function mdxGuard(): Plugin {
  return {
    name: '@columns/theme:mdx-guard',
    enforce: 'pre',
    load(id) {
      const [path = ''] = id.split('?', 1);
      if (!path.endsWith('.mdx')) return undefined;
      const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, (head) => head.replaceAll(/[^\n]/g, ''));
      const [fault] = mdxFacts(body).faults;
      if (fault) this.error(`${path}:${fault.line}:${fault.column} ${fault.code}: ${fault.value}`);
      return undefined;
    },
  };
}
