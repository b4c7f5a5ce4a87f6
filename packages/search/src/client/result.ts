/** One result as an element of the list. */
import type { MarkedText } from './marks.ts';
import type { SearchResult } from './protocol.ts';

const UNTITLED = '（无标题）';

/**
 * Makes `li[data-result]`: a link with the title, then path, date and excerpt, matches in `mark`.
 * @param base absolute address that a relative result address counts from
 */
export function renderResult(result: SearchResult, base: string): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.result = '';
  const link = document.createElement('a');
  link.href = safeAddress(result.url, base);
  if (result.title.text === '') link.textContent = UNTITLED;
  else link.append(...marked(result.title));
  const facts = document.createElement('p');
  facts.dataset.facts = '';
  if (result.path !== '') facts.append(textElement('span', result.path), ' ');
  if (result.date !== '') facts.append(dateElement(result.date));
  const quote = document.createElement('p');
  quote.dataset.excerpt = '';
  quote.append(...marked(result.excerpt));
  item.append(link, facts, quote);
  return item;
}

/** Text nodes and `mark` elements for a marked text. */
function marked({ text, marks }: MarkedText): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    nodes.push(textElement('mark', text.slice(start, end)));
    at = end;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

function textElement(name: 'mark' | 'span', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function dateElement(date: string): HTMLTimeElement {
  const element = document.createElement('time');
  element.dateTime = date;
  element.textContent = date;
  return element;
}

/** An index is data: only ordinary web addresses become links. */
function safeAddress(url: string, base: string): string {
  const address = new URL(url, base);
  return /^https?:$/u.test(address.protocol) ? address.href : base;
}
