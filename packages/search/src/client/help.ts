/** Where nothing was found: from which domain to go on, and whom to ask. */
import { telephone } from './direct-list.ts';
import type { DirectResult, SearchAnswer } from './protocol.ts';
import { safeAddress } from './result.ts';

/** Shows what an answer knows of it; `base` is the absolute address that a row's address counts from. */
export type GoOn = (
  answer: Pick<SearchAnswer, 'nearest' | 'office'>,
  base: (row: DirectResult) => string,
) => void;

/**
 * Fills a help. There may be a link `[data-nearest]`, whose line is hidden where no domain is near, and
 * `[data-office]` with a unit that can be asked whatever it is about: it gives way to the one that answers for the domain.
 */
export function goOnFrom(help: HTMLElement): GoOn {
  const nearest = help.querySelector<HTMLAnchorElement>('a[data-nearest]');
  const office = help.querySelector<HTMLElement>('[data-office]');
  const named = office?.querySelector('a') != null;
  const anybody = named ? [...office.childNodes].map((node) => node.cloneNode(true)) : [];
  return (answer, base) => {
    if (nearest) {
      (nearest.closest('li') ?? nearest).hidden = answer.nearest === undefined;
      if (answer.nearest) lead(nearest, answer.nearest, base);
    }
    if (!office) return;
    const { office: unit } = answer;
    const line = office.closest('li');
    if (line) line.hidden = unit === undefined && anybody.length === 0;
    if (unit === undefined) {
      office.replaceChildren(...anybody.map((node) => node.cloneNode(true)));
      return;
    }
    const link = lead(document.createElement('a'), unit, base);
    office.replaceChildren(link, ...(unit.p ? ['，', telephone(unit.p)] : []));
  };
}

function lead(
  link: HTMLAnchorElement,
  row: DirectResult,
  base: (row: DirectResult) => string,
): HTMLAnchorElement {
  link.textContent = row.t;
  link.href = safeAddress(row.u, base(row));
  return link;
}
