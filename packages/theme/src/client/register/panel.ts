import { button, element } from './dom.ts';

/** A button and what it opens. */
export function panel(
  id: string,
  name: string,
  content: HTMLElement,
  opened: () => void = () => undefined,
): { toggle: HTMLButtonElement; body: HTMLElement } {
  const body = element('div', { id, class: 'register-panel', role: 'group', 'aria-label': name });
  body.append(content);
  body.hidden = true;
  const toggle = button(name, () => {
    body.hidden = !body.hidden;
    toggle.setAttribute('aria-expanded', String(!body.hidden));
    if (!body.hidden) opened();
  });
  toggle.setAttribute('aria-expanded', 'false');
  toggle.setAttribute('aria-controls', id);
  return { toggle, body };
}
