import styles from '../../styles/elder-bar.css?url';
import { shown } from './display.ts';
import { make } from './dom.ts';
import { readingButtons } from './speech.ts';

/**
 * What an elder reader needs on each page, always in the same place: home, to ring, to be read to. Reading is
 * there only while the machine has a Chinese voice. `home` is the column's address.
 */
export function mountElderBar(home: string): void {
  let bar: HTMLElement | undefined;
  const show = () => {
    const on = shown().mode === 'elder';
    if (on && !bar) {
      const made = barOf(home);
      bar = made;
      // Only who needs it loads its styles; until then it would be a line of links below the footer.
      const sheet = make('link', { rel: 'stylesheet', href: styles });
      sheet.addEventListener('load', () => document.body.append(made));
      document.head.append(sheet);
    }
    if (bar) bar.hidden = !on;
  };
  show();
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-mode'] });
}

function barOf(home: string): HTMLElement {
  const number = document.querySelector<HTMLAnchorElement>('main a[href^="tel:"]');
  return make(
    'nav',
    { class: 'elder-bar', 'aria-label': '长者模式常用' },
    make('a', { href: home }, '首页'),
    make('a', { href: number?.href ?? `${home}elder/calls/` }, '打电话'),
    ...readingButtons('读给我听'),
  );
}
