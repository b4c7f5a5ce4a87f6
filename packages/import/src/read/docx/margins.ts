import type { OfficePackage, Relation } from '@columns/office';
import { descendants, words } from '@columns/office';
import { oneLine } from '../../shape/spaces.ts';

/** What stands in headers and footers beyond page numbers. */
export function marginText(
  file: OfficePackage,
  relations: ReadonlyMap<string, Relation>,
): string[] {
  const texts = [...relations.values()]
    .filter(({ type }) => type === 'header' || type === 'footer')
    .map(({ target }) => {
      const tree = file.tree(target);
      return tree === undefined ? '' : oneLine(descendants(tree, 't').map(words).join(''));
    })
    .filter((text) => /[\u4e00-\u9fffA-Za-z]{2}/.test(text.replaceAll(/第|页|共|of|page/gi, '')));
  return [...new Set(texts)].map((text) => (text.length > 30 ? `${text.slice(0, 30)}…` : text));
}
