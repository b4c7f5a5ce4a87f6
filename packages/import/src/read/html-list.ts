import { printedNumber } from '@columns/office/words';
import { attribute, type Element, isElement } from './html.ts';

export interface ListNumber {
  readonly number: number;
  /** What is printed before the item, where that is not the number and a point. */
  readonly printed?: string;
}

const BULLETS = new Set(['disc', 'circle', 'square']);

/** The number of each item of an `ol`, as a browser counts: `start`, `reversed`, `value`, `type`; none for a bullet. */
export function numbersOf(list: Element): Map<Element, ListNumber> {
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li');
  const reversed = attribute(list, 'reversed') !== undefined;
  let next = integer(attribute(list, 'start')) ?? (reversed ? items.length : 1);
  const numbers = new Map<Element, ListNumber>();
  for (const item of items) {
    const number = integer(attribute(item, 'value')) ?? next;
    next = reversed ? number - 1 : number + 1;
    const style = styleOf(item) ?? styleOf(list) ?? 'decimal';
    if (BULLETS.has(style)) continue;
    const printed = printedNumber(number, style);
    numbers.set(item, printed === undefined ? { number } : { number, printed });
  }
  return numbers;
}

/** How a browser writes the numbers: CSS beats the attribute. */
function styleOf(element: Element): string | undefined {
  const css = attribute(element, 'style') ?? '';
  const named = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(css)?.[1]?.trim().split(/\s+/);
  return (
    named
      ?.find((word) => /^[a-z-]+$/i.test(word) && !/^(?:inside|outside)$/i.test(word))
      ?.toLowerCase() ?? attribute(element, 'type')
  );
}

function integer(text: string | undefined): number | undefined {
  const found = /^\s*([+-]?\d+)/.exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
