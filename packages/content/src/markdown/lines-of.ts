import type { RootContent } from 'mdast';

/** The lines of a paragraph of plain words; nothing of any other block. */
export function linesOf(node: RootContent | undefined): string[] | undefined {
  if (node?.type !== 'paragraph' || node.children.length > 9) return undefined;
  let text = '';
  for (const part of node.children) {
    if (part.type === 'break') text += '\n';
    else if (part.type === 'text') text += part.value;
    else return undefined;
    // Longer than any signature or address.
    if (text.length > 200) return undefined;
  }
  return text.split('\n').map((line) => line.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, ''));
}
