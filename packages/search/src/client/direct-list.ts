/** 直达: the pages that were asked for by name, with what one wants at once. */
import { phoneParts } from '../telephone.ts';
import { marked } from './marked.ts';
import type { DirectResult } from './protocol.ts';
import { safeAddress } from './result.ts';
import { textElement } from './text-element.ts';

/** Whoever looks for one of these often wants to call: that there is no number is said. */
const HAVING_ONE: ReadonlySet<DirectResult['k']> = new Set(['unit', 'institution', 'place']);

/**
 * An item for the list in `[data-direct]`: a link, and telephone, hours and address where they are known.
 * @param site which column it is from, where several are searched
 */
export function renderDirect(row: DirectResult, base: string, site?: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = safeAddress(row.u, base);
  link.textContent = row.t;
  item.append(link);
  const facts = [
    site && textElement('span', site),
    row.p ? telephone(row.p) : HAVING_ONE.has(row.k) && textElement('span', '电话：未登记'),
    row.h && textElement('span', `时间：${row.h}`),
    row.w && textElement('span', `地址：${row.w}`),
  ].filter((fact) => fact instanceof HTMLElement);
  if (facts.length > 0) {
    const line = document.createElement('p');
    line.dataset.facts = '';
    for (const fact of facts) line.append(fact, ' ');
    item.append(line);
  }
  return item;
}

/** Numbers as links that call them, and what stands between them. */
export function telephone(text: string): HTMLElement {
  const line = textElement('span', '电话：');
  for (const part of phoneParts(text)) {
    if (part.call === undefined) {
      line.append(...marked({ text: part.text, marks: [] }));
      continue;
    }
    const link = document.createElement('a');
    link.href = `tel:${part.call}`;
    link.className = 'nobreak';
    link.textContent = part.text;
    line.append(link);
  }
  return line;
}
