import type { Control, Desk } from './controls.ts';
import { element } from './dom.ts';

/** The words to filter by. */
export function queryBox({ change }: Desk): Control & { focus(): void } {
  const input = element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
  const typed = () => change({ query: input.value }, true);
  input.addEventListener('input', (event) => {
    // While pinyin is being composed the letters are not yet what is looked for.
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  const label = element('label', { class: 'register-filter' }, element('span', {}, '筛选'), input);
  return {
    element: label,
    focus: () => input.focus(),
    show({ query }) {
      // A space just typed stays where it is.
      if (input.value.trim() !== query.trim()) input.value = query;
    },
  };
}
