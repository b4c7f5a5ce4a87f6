import { choose, type Display, MODES, SIZES, shown } from './display.ts';
import { make } from './dom.ts';

/** The choices of display as two groups of radio buttons, which every reader's software knows. */
export function displayChoices(): HTMLElement[] {
  const groups = [group('显示方式', 'mode', MODES), group('字号', 'size', SIZES)];
  const mark = () => {
    const now: Readonly<Record<string, string>> = { ...shown() };
    for (const input of groups.flatMap((each) => [...each.querySelectorAll('input')]))
      input.checked = now[input.name] === input.value;
  };
  mark();
  new MutationObserver(mark).observe(document.documentElement, {
    attributeFilter: ['data-mode', 'data-size'],
  });
  return groups;
}

function group(
  title: string,
  name: keyof Display,
  options: readonly (readonly [string, string])[],
): HTMLElement {
  const labels = options.map(([value, text]) => {
    const input = make('input', { type: 'radio', name, value });
    input.addEventListener('change', () => choose({ [name]: value }));
    return make('label', {}, input, text);
  });
  return make('fieldset', {}, make('legend', {}, title), ...labels);
}
