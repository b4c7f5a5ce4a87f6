import type { Relation } from '../package.ts';
import type { XmlElement } from '../tree.ts';
import { child, elements, words } from '../tree.ts';

/** All words below an element, a string for each paragraph; the figures of a chart too. */
export function wordsIn(element: XmlElement | undefined): string[] {
  if (element === undefined) return [];
  const found: string[] = [];
  const visit = (each: XmlElement): void => {
    if (each.name === 'p') found.push(lineOf(each));
    else if (each.name === 't' && elements(each).length === 0) found.push(words(each));
    else if (each.name === 'text' || each.name === 'v') found.push(words(each));
    else if (each.name === 'pt' && elements(each).length === 0) found.push(words(each));
    // Of alternatives one is shown.
    else if (each.name === 'AlternateContent')
      for (const inner of elements(child(each, 'Choice') ?? child(each, 'Fallback'))) visit(inner);
    else for (const inner of elements(each)) visit(inner);
  };
  visit(element);
  return found.filter((text) => text.trim() !== '');
}

/** The number of a slide is counted anew wherever it is shown: it is no word. */
function lineOf(element: XmlElement): string {
  if (element.name === 't') return words(element);
  if (element.name === 'fld' && element.attributes['type'] === 'slidenum') return '';
  const inner =
    element.name === 'AlternateContent'
      ? elements(child(element, 'Choice') ?? child(element, 'Fallback'))
      : elements(element);
  return inner.map(lineOf).join('');
}

/** The same in one line. */
export function textIn(element: XmlElement | undefined): string {
  return wordsIn(element).join(' ').trim();
}

/** How many pictures are shown below an element; those before the items of a list are none. */
export function picturesIn(element: XmlElement | undefined): number {
  if (element === undefined || element.name === 'buBlip') return 0;
  const { embed, link } = element.attributes;
  const own = element.name === 'blip' && (embed ?? link) !== undefined ? 1 : 0;
  return elements(element).reduce((sum, each) => sum + picturesIn(each), own);
}

/** Where a click leads, if out of the file. */
export function linkOf(
  click: XmlElement | undefined,
  relations: ReadonlyMap<string, Relation>,
): string | undefined {
  const relation = relations.get(click?.attributes['id'] ?? '');
  return relation?.external === true ? relation.target : undefined;
}
