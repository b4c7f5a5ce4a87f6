import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Extension } from 'micromark-util-types';
import { blocks } from './blocks.ts';
import { marks } from './marks.ts';
import { itemNumbers } from './numbers.ts';

/*
 * The dialect (contract 7) as extensions of micromark and of the tree made from it. Whatever reads a body
 * (check, page, preview, the compiler of .mdx) reads it with these, so that none sees another document.
 */

/** What is needed for a text in which nothing can be a bare address; looking for some takes a walk of the tree. */
export const syntaxWithoutAddresses: readonly Extension[] = [
  gfmFootnote(),
  gfmTable(),
  marks(),
  blocks(),
];

export const treeWithoutAddresses: readonly (TreeExtension | TreeExtension[])[] = [
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  itemNumbers(),
];

export const syntax: readonly Extension[] = [gfmAutolinkLiteral(), ...syntaxWithoutAddresses];

export const tree: readonly (TreeExtension | TreeExtension[])[] = [
  gfmAutolinkLiteralFromMarkdown(),
  ...treeWithoutAddresses,
];
