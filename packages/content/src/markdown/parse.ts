import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { cutAutolinks } from './autolinks.ts';

/*
 * One parser for checking and for rendering, so the two can never see different documents.
 * These are the parts remark and remark-gfm are made of. The CJK extensions mend CommonMark's
 * flanking rule, under which `**注意：**请` stays literal
 * (https://github.com/commonmark/commonmark-spec/issues/650).
 */
export const cjkExtensions = [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()];
const markdown = { extensions: [gfm(), ...cjkExtensions], mdastExtensions: [gfmFromMarkdown()] };
const mdx = {
  extensions: [mdxjs(), gfm(), ...cjkExtensions],
  mdastExtensions: [mdxFromMarkdown(), gfmFromMarkdown()],
};

/** What every bare address holds: most texts have none, and need not be walked for them. */
const ADDRESS = /:\/\/|www\.|@/i;

/** Parses an officer's `.md` body. Never throws: every text is Markdown. */
export function parseMarkdown(text: string): Root {
  const root = fromMarkdown(text, markdown);
  return ADDRESS.test(text) ? cutAutolinks(root) : root;
}

/** Parses a maintainer's `.mdx` body. Throws a `VFileMessage` where it is not MDX. */
export function parseMdx(text: string): Root {
  return cutAutolinks(fromMarkdown(text, mdx));
}
