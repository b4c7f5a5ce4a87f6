import type { Link, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Where an address written in Chinese text ends: at the first character that is not ASCII. */
const FOREIGN = /[^\x21-\x7e]/;

/**
 * GFM lets a bare address run on to the next space, and a Chinese sentence has none:
 * `见https://www.gov.cn/a，另行通知` would link to all of it. The link ends where the address does.
 */
export function cutAutolinks(root: Root): Root {
  visit(root, 'link', (node, index, parent) => {
    const text = bareAddress(node);
    if (text === undefined || !parent || index === undefined) return;
    const end = text.search(FOREIGN);
    if (end <= 0) return;
    const address = text.slice(0, end).replace(/[.,:;!?)\]'"]+$/, '');
    const cut = text.length - address.length;
    const link: Link = {
      ...node,
      url: node.url.slice(0, node.url.length - cut),
      children: [{ type: 'text', value: address }],
    };
    const rest: PhrasingContent = { type: 'text', value: text.slice(address.length) };
    parent.children.splice(index, 1, link, rest);
    return [SKIP, index + 2];
  });
  return root;
}

/** The text of a link that was written as a bare address, not as `[text](address)`. */
function bareAddress({ children, url, position }: Link): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text' || !url.endsWith(only.value)) return undefined;
  const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
  return length === only.value.length ? only.value : undefined;
}
