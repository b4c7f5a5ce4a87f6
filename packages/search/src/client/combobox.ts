/** Suggestions below a search box: a listbox for mouse, keyboard and screen reader. */

const PAUSE_MS = 120;

export interface Combobox {
  close(): void;
}

/**
 * Makes an input suggest what `suggest` finds. Arrows choose, and Home and End once something is chosen; Enter
 * takes, Escape closes; nothing opens while an input method composes. `taken` is called with what was chosen, when it stands in the input.
 */
export function suggestWhileTyping(
  input: HTMLInputElement,
  suggest: (typed: string) => Promise<readonly string[]>,
  taken: () => void,
): Combobox {
  const list = document.createElement('ul');
  list.id = `${input.id || 'q'}-suggestions`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '检索建议');
  list.dataset.suggestions = '';
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let at = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    turn += 1;
    clearTimeout(pause);
    at = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function open(words: readonly string[]): void {
    if (words.length === 0 || document.activeElement !== input) {
      close();
      return;
    }
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...words.map(option));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function option(word: string, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.textContent = word;
    // Before the input loses the cursor, which closes the list.
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(word);
    });
    return item;
  }

  function take(word: string): void {
    input.value = word;
    close();
    taken();
  }

  function choose(next: number): void {
    const items = [...list.children];
    at = (next + items.length) % items.length;
    items.forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === at));
    });
    items[at]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
  }

  async function ask(): Promise<void> {
    const mine = turn;
    const typed = input.value.trim();
    // Suggestions are a help: without them the box works as before.
    const words = await suggest(typed).catch(() => []);
    if (mine === turn) open(words);
  }

  function later(): void {
    turn += 1;
    clearTimeout(pause);
    if (input.value.trim() === '') close();
    else pause = setTimeout(() => void ask(), PAUSE_MS);
  }

  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    later();
  });
  input.addEventListener('compositionend', later);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Before that they move the cursor in the box.
    const end = at < 0 ? undefined : { Home: 0, End: -1 }[event.key];
    const chosen = list.children[at]?.textContent;
    if (step !== undefined) choose(at < 0 && step < 0 ? -1 : at + step);
    else if (end !== undefined) choose(end);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen) take(chosen);
    else return;
    // The list has it: neither the results below nor the form do.
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return { close };
}
