import type { OfficePackage, Relation } from '../package.ts';
import type { XmlElement } from '../tree.ts';
import { descendants, words } from '../tree.ts';
import { oneLine } from '../words/spaces.ts';

export interface Margins {
  /** What headers and footers say beyond page numbers. */
  readonly texts: readonly string[];
  /** All their words. */
  readonly words: readonly string[];
  readonly pictures: number;
}

/** What stands in headers and footers. */
export function readMargins(
  file: OfficePackage,
  relations: ReadonlyMap<string, Relation>,
): Margins {
  const trees = [...relations.values()]
    .filter(({ type }) => type === 'header' || type === 'footer')
    .flatMap(({ target }) => file.tree(target) ?? []);
  const all = trees.map((tree) => {
    const art = descendants(tree, 'textpath').map(({ attributes }) => attributes['string'] ?? '');
    return oneLine([...['t', 'delText'].map((name) => within(tree, name)), ...art].join(' '));
  });
  const told = all.filter((text) => !/^[-—–－\s]*\d{0,4}[-—–－\s]*$/.test(withoutWords(text)));
  return {
    texts: [...new Set(told)],
    words: all.filter((text) => text !== ''),
    pictures: trees.reduce(
      (sum, tree) => sum + descendants(tree, 'blip').length + descendants(tree, 'imagedata').length,
      0,
    ),
  };
}

function within(tree: XmlElement, name: string): string {
  return descendants(tree, name).map(words).join('');
}

/** `第 3 页 共 5 页` is a page number too. */
function withoutWords(text: string): string {
  return text.replaceAll(/共\s*\d*\s*页|of\s*\d*|\/\s*\d+$|第|页|page/gi, '');
}
