import type { OfficePackage, Relation } from '../package.ts';
import { descendants, words } from '../tree.ts';
import { oneLine } from '../words/spaces.ts';

/** What stands in headers and footers beyond page numbers. */
export function marginText(
  file: OfficePackage,
  relations: ReadonlyMap<string, Relation>,
): string[] {
  const texts = [...relations.values()]
    .filter(({ type }) => type === 'header' || type === 'footer')
    .map(({ target }) => {
      const tree = file.tree(target);
      if (tree === undefined) return '';
      const art = descendants(tree, 'textpath').map(({ attributes }) => attributes['string'] ?? '');
      return oneLine([descendants(tree, 't').map(words).join(''), ...art].join(' '));
    })
    .filter((text) => !/^[-—–－\s]*\d{0,4}[-—–－\s]*$/.test(withoutWords(text)));
  return [...new Set(texts)];
}

/** `第 3 页 共 5 页` is a page number too. */
function withoutWords(text: string): string {
  return text.replaceAll(/共\s*\d*\s*页|of\s*\d*|\/\s*\d+$|第|页|page/gi, '');
}
