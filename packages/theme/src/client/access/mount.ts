/** Turns the two links above the masthead into buttons that do what the links tell about. */
import { choose, follow, shown } from './display.ts';
import { make } from './dom.ts';
import { mountElderBar } from './elder-bar.ts';
import { askBeforeLeaving } from './leaving.ts';
import { displayChoices } from './panel.ts';
import { tellPrinted } from './printed.ts';
import { readingButtons } from './speech.ts';

export function mountAccess(): void {
  const bar = document.querySelector<HTMLElement>('[data-access]');
  if (!bar) return;
  follow();
  tellPrinted();
  mountElderBar(bar.dataset['home'] ?? '/');
  askBeforeLeaving((bar.dataset['access'] ?? '').split(' '));

  const elder = toButton(bar.querySelector('[data-elder]'));
  elder?.addEventListener('click', () => {
    choose({ mode: shown().mode === 'elder' ? 'normal' : 'elder' });
  });

  const open = toButton(bar.querySelector('[data-display]'));
  let panel: HTMLElement | undefined;
  open?.addEventListener('click', () => {
    if (!panel) {
      panel = make('div', { class: 'display wrap', id: 'display', role: 'group' });
      panel.setAttribute('aria-label', open.textContent ?? '');
      panel.hidden = true;
      panel.append(...displayChoices(), ...readingButtons());
      bar.append(panel);
    }
    panel.hidden = !panel.hidden;
    open.setAttribute('aria-expanded', String(!panel.hidden));
  });
  open?.setAttribute('aria-expanded', 'false');
  for (const link of document.querySelectorAll('[data-opens]')) unfold(link);
}

/** On a phone, search and menu of the masthead: a press shows what the link leads to, another folds it again. */
function unfold(link: Element): void {
  const part = document.getElementById(link.getAttribute('data-opens') ?? '');
  const press = part ? toButton(link) : undefined;
  if (!part || !press) return;
  // A press on the link before the script came has left it in the address.
  let shown = part.matches(':target');
  const show = () => {
    part.classList.toggle('open', shown);
    press.setAttribute('aria-expanded', String(shown));
  };
  press.setAttribute('aria-controls', part.id);
  press.addEventListener('click', () => {
    if (location.hash === `#${part.id}`) location.hash = '';
    shown = !shown;
    show();
    if (shown) part.querySelector('input')?.focus();
  });
  show();
}

/** A button in the link's place, with its looks and words, so that nothing moves. */
function toButton(link: Element | null): HTMLButtonElement | undefined {
  if (!link) return undefined;
  const button = make('button', { type: 'button', class: link.className }, ...link.childNodes);
  link.replaceWith(button);
  return button;
}
