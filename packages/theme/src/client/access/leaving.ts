/** A word before the reader leaves for a site that the county does not know (国办发〔2017〕47号). */
import { make } from './dom.ts';

/**
 * Asks before a link leads to another host that is neither in `known` nor below one of them.
 * Without script the link works and its mark says that it leaves the site.
 */
export function askBeforeLeaving(known: readonly string[]): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || !isUnknown(link, known)) return;
    event.preventDefault();
    ask(link, () => location.assign(link.href));
  });
}

/** An address as people write it: Chinese words, and no percent signs for them. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function isUnknown({ protocol, hostname }: HTMLAnchorElement, known: readonly string[]): boolean {
  if (!/^https?:$/.test(protocol) || hostname === location.hostname) return false;
  return !known.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

const QUESTION = '您将离开本网站，前往其他网站。该网站的内容与本网站无关，请注意核实。';

function ask(link: HTMLAnchorElement, go: () => void): void {
  const dialog = make('dialog', { class: 'leaving', 'aria-labelledby': 'leaving' });
  // Safari 14 has no dialogs of this sort; its own question does the same.
  if (!('showModal' in dialog)) {
    if (confirm(`${QUESTION}\n${readable(link.href)}`)) go();
    return;
  }
  const stay = make('button', { type: 'button' }, '留在本网站');
  const leave = make('button', { type: 'button' }, '继续前往');
  dialog.append(
    make('p', { id: 'leaving' }, QUESTION),
    make(
      'p',
      { class: 'leaving-to' },
      make('strong', {}, link.hostname),
      ` ${readable(link.href)}`,
    ),
    make('p', { class: 'leaving-choice' }, stay, leave),
  );
  stay.addEventListener('click', () => dialog.close());
  leave.addEventListener('click', go);
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
