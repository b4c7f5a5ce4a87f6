import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { decode, digestOf, normalise, splitFrontMatter } from '@columns/content';
import {
  cutAutolinks,
  finishTree,
  linkTree,
  markAddressed,
  markSigned,
  mdxFacts,
  syntax,
  tree,
} from '@columns/content/markdown';
import type { AstroIntegration } from 'astro';
import type { Root } from 'mdast';
import type { Plugin } from 'vite';
import type { ResolveLink } from '../rendering/body-links.ts';

/** Finds how links of a file are resolved, by its path on the disk; nothing of a file that is no entry. */
export type ResolverOf = (path: string) => ResolveLink | undefined;

/** Compiles `.mdx` with the dialect's own parser parts, so that `.md` and `.mdx` read alike. */
export function disclosureMdx(resolverOf: ResolverOf): AstroIntegration {
  return mdx({ processor: unified(compilerOptions(resolverOf)), syntaxHighlight: false });
}

/** What the compiler is set up with. */
export function compilerOptions(resolverOf: ResolverOf): Parameters<typeof unified>[0] {
  const linked = () => (root: Root, file: { path?: string }) => {
    const resolve = resolverOf(file.path?.split('?', 1)[0] ?? '');
    if (resolve) linkTree(root, resolve);
  };
  return { gfm: false, smartypants: false, remarkPlugins: [remarkDialect, linked] };
}

/** A remark plugin: hands the parser the dialect's syntax, and finishes the tree as `parseMdx` does. */
export function remarkDialect(this: unknown): (root: Root) => void {
  const processor = this as { data(): Record<string, unknown[] | undefined> };
  const data = processor.data();
  data['micromarkExtensions'] = [...(data['micromarkExtensions'] ?? []), ...syntax];
  data['fromMarkdownExtensions'] = [...(data['fromMarkdownExtensions'] ?? []), ...tree];
  return (root) => {
    finishTree(root);
    cutAutolinks(root);
    markSigned(root);
    markAddressed(root);
  };
}

/** What the check has said of a content file; nothing of a file that is none. */
export interface Checked {
  /** SHA-256 of the bytes that were read; absent when no entry came of them. */
  readonly digest?: string;
  /** What is wrong with it, in a sentence. */
  readonly error?: string;
}

/**
 * Hands the compiler the text that was checked, and nothing else, in `dev` as in a build, whoever imports
 * the file (contract 7): not one with an error, not one that has changed since, and not the file again,
 * in which another reader might see its front matter end elsewhere.
 */
export function mdxGuard(checkedOf: (path: string) => Checked | undefined): Plugin {
  return {
    name: '@columns/theme:mdx-guard',
    enforce: 'pre',
    load(id) {
      const [path = ''] = id.split('?', 1);
      if (!path.toLowerCase().endsWith('.mdx')) return undefined;
      const bytes = readFileSync(path);
      const checked = checkedOf(path);
      if (checked?.error !== undefined) this.error(`${path}: ${checked.error}`);
      if (checked && checked.digest !== digestOf(bytes)) {
        this.error(`${path}: 文件在检查之后又有改动，没有编译；保存后会重新检查`);
      }
      const text = compilerText(bytes);
      if ('fault' in text) this.error(`${path}: ${text.fault}`);
      return { code: text.code, map: null };
    },
  };
}

/**
 * The body of a `.mdx` file as the compiler gets it: checked, and behind a head of ours that is empty and
 * as long as the file's own, so that no line of the body can be taken for front matter and places stay right.
 */
export function compilerText(bytes: Uint8Array): { code: string } | { fault: string } {
  const decoded = decode(bytes);
  if ('broken' in decoded || decoded.encoding !== 'utf-8') return { fault: '不是 UTF-8 文本' };
  const { body, bodyLine } = splitFrontMatter(decoded.text) ?? {
    body: normalise(decoded.text),
    bodyLine: 1,
  };
  const fault = mdxFacts(body).faults.find(({ code }) => code.startsWith('safety/'));
  if (fault) return { fault: `${fault.line}:${fault.column} ${fault.code}: ${fault.value}` };
  return { code: `---\n${'\n'.repeat(Math.max(0, bodyLine - 3))}---\n${body}` };
}
