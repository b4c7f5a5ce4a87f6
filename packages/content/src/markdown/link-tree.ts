import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { linkTarget } from './links.ts';
import type { RenderOptions } from './render.ts';

/**
 * Gives links and pictures the addresses that they have in a `.md` body (`renderMarkdown`). A picture is one of
 * the files beside the entry, which stands on the site as it was judged: were it left to Astro, the compiler
 * would read it again, and stop at an address that it cannot import.
 */
export function linkTree(root: Root, resolve: NonNullable<RenderOptions['resolve']>): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'link' && !node.url.startsWith('#')) {
      const target = linkTarget(node.url);
      const href = target === 'inside' ? resolve(node.url) : node.url;
      const rel = target === 'outside' ? { rel: ['noopener'] } : {};
      const known = target === 'refused' || href === undefined ? undefined : href;
      node.data = { ...node.data, hProperties: { href: known, ...rel } };
    }
    if (node.type !== 'image' || !parent || index === undefined) return;
    const { url, alt, title } = node;
    const src = linkTarget(url) === 'inside' ? resolve(url) : undefined;
    const picture: Image = {
      // Of no type that Astro looks for.
      ...{ type: 'picture' as 'image', url, alt: alt ?? '' },
      data: {
        hName: 'img',
        hProperties: { src, alt: alt ?? '', title: title ?? undefined },
      },
    };
    parent.children[index] = picture;
  });
}
