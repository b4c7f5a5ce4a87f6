import type { Control, Desk } from './controls.ts';
import { element } from './dom.ts';

/** A box for each column: whether it is shown. */
export function columnBoxes({ columns, change }: Desk): Control {
  const boxes = columns.map((name) => {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => choose(box));
    return { name, box, label: element('label', {}, box, name) };
  });
  return {
    element: element('div', { class: 'register-columns' }, ...boxes.map(({ label }) => label)),
    show({ shown }) {
      for (const { name, box } of boxes) box.checked = shown?.includes(name) ?? true;
    },
  };

  function choose(pressed: HTMLInputElement): void {
    const names = boxes.filter(({ box }) => box.checked).map(({ name }) => name);
    // A table without columns is none.
    if (names.length === 0) pressed.checked = true;
    else change({ shown: names.length === columns.length ? undefined : names });
  }
}
