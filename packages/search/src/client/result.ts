/** One result as an element of the list. */
import { textFragment } from './fragment.ts';
import { marked } from './marked.ts';
import type { NearResult, SearchResult } from './protocol.ts';
import { textElement } from './text-element.ts';

const UNTITLED = '（无标题）';

/**
 * Makes `li[data-result]`: a link with the title, then path, date and excerpt, matches in `mark`;
 * below it links to the further pages in which a match stands.
 * @param base absolute address that a relative result address counts from
 * @param withSite whether to say which column it is from
 */
export function renderResult(result: SearchResult, base: string, withSite: boolean): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.result = '';
  const link = document.createElement('a');
  link.href =
    safeAddress(result.url, base) + (result.elsewhere ? '' : textFragment(result.excerpt));
  if (result.title.text === '') link.textContent = UNTITLED;
  else link.append(...marked(result.title));
  item.append(link, facts(result, withSite));
  // What is not open to all has a title and no text: a screen reader should not stop at nothing.
  if (result.excerpt.text !== '') item.append(excerpt(result));
  if (result.pages.length > 0) item.append(pages(result, base));
  return item;
}

/** As `renderResult`, but `li[data-near-result]`, and it says what was asked instead. */
export function renderNear(result: NearResult, base: string, withSite: boolean): HTMLLIElement {
  const item = renderResult(result, base, withSite);
  delete item.dataset.result;
  item.dataset.nearResult = '';
  const why = textElement('span', `也查了：${result.also}`);
  why.dataset.also = '';
  item.querySelector('[data-facts]')?.append(' ', why);
  return item;
}

function excerpt(result: SearchResult): HTMLElement {
  const quote = document.createElement('p');
  quote.dataset.excerpt = '';
  quote.append(...marked(result.excerpt));
  return quote;
}

function facts(result: SearchResult, withSite: boolean): HTMLElement {
  const line = document.createElement('p');
  line.dataset.facts = '';
  const site = withSite ? (result.meta['site'] ?? '') : '';
  for (const text of [site, result.path]) {
    if (text !== '') line.append(textElement('span', text), ' ');
  }
  if (result.date !== '') line.append(dateElement(result.date, result.meta['dateText']));
  if (result.ended) {
    const badge = textElement('span', '已失效');
    badge.className = 'badge badge-alert';
    line.append(' ', badge);
  }
  return line;
}

function pages(result: SearchResult, base: string): HTMLElement {
  const line = document.createElement('p');
  line.dataset.pages = '';
  line.append('在表格的');
  result.pages.forEach((page, index) => {
    const link = document.createElement('a');
    link.href = safeAddress(page.url, base) + textFragment(result.excerpt);
    link.textContent = page.label;
    line.append(index === 0 ? '' : '、', link);
  });
  return line;
}

function dateElement(date: string, text = date): HTMLTimeElement {
  const element = document.createElement('time');
  element.dateTime = date;
  element.textContent = text;
  return element;
}

/** An index is data: only ordinary web addresses become links. */
export function safeAddress(url: string, base: string): string {
  const address = new URL(url, base);
  return /^https?:$/u.test(address.protocol) ? address.href : base;
}
