import type { Break, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { cutAutolinks } from './autolinks.ts';
import { beyondBounds } from './bounds.ts';
import { syntax, syntaxWithoutAddresses, tree, treeWithoutAddresses } from './syntax/index.ts';
import { showNumbers } from './syntax/numbers.ts';

/*
 * One parser for checking and for rendering, so the two can never see different documents. These are
 * the parts remark is made of, with the dialect's own syntax in place of what officers never mean.
 */
const markdown = { extensions: [...syntax], mdastExtensions: [...tree] };
const withoutAddresses: typeof markdown = {
  extensions: [...syntaxWithoutAddresses],
  mdastExtensions: [...treeWithoutAddresses],
};
/** Few counties have a text in MDX, and the editor opens none. */
let mdx: typeof markdown | undefined;

/**
 * What every bare address holds, or may hold once its escapes and references are read (`a&commat;b.cn`): most
 * texts have none, and need not be walked for them.
 */
const ADDRESS = /:\/|www|[@&\\]/i;

/**
 * Parses an officer's `.md` body. Never throws: every text is of the dialect. One that is beyond a bound
 * (the check names it) is lines of words and nothing else.
 */
export function parseMarkdown(text: string): Root {
  if (beyondBounds(text)) return plainTree(text);
  const addressed = ADDRESS.test(text);
  const root = fromMarkdown(text, addressed ? markdown : withoutAddresses);
  finishTree(root);
  return addressed ? cutAutolinks(root) : root;
}

/** Parses a maintainer's `.mdx` body. Throws a `VFileMessage` where it is not MDX. */
export function parseMdx(text: string): Root {
  mdx ??= {
    extensions: [mdxjs(), ...syntax],
    mdastExtensions: [mdxFromMarkdown(), ...tree],
  };
  const root = fromMarkdown(text, mdx);
  finishTree(root);
  return cutAutolinks(root);
}

function plainTree(text: string): Root {
  const children: PhrasingContent[] = text
    .split('\n')
    .flatMap((value, number): PhrasingContent[] => [
      ...(number === 0 ? [] : [BREAK]),
      { type: 'text', value },
    ]);
  return { type: 'root', children: [{ type: 'paragraph', children }] };
}

/** What the dialect says of a parsed text: a line's end is a line's end, a number is a number. */
export function finishTree(parent: Parents): void {
  if (parent.type === 'list' && parent.ordered) showNumbers(parent);
  const { children } = parent;
  for (let index = 0; index < children.length; index += 1) {
    const node = children[index] as Nodes;
    if ('children' in node) finishTree(node);
    if (node.type !== 'text' || !node.value.includes('\n')) continue;
    const lines = breakLines(node, children[index - 1]);
    (children as PhrasingContent[]).splice(index, 1, ...lines);
    index += lines.length - 1;
  }
}

const BREAK: Break = { type: 'break' };

/** A line that a tag has ended already ends once. */
function breakLines(text: Text, before: Nodes | undefined): PhrasingContent[] {
  const ended = before?.type === 'html' && /^<br\s*\/?>$/i.test(before.value);
  return (ended ? text.value.replace(/^\n/, '') : text.value)
    .split('\n')
    .flatMap((line, number): PhrasingContent[] => [
      ...(number === 0 ? [] : [BREAK]),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]);
}
