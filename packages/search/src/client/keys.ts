/** Keys for those who search without a mouse. */

/** `/` puts the cursor into a search box, unless somebody is writing. */
export function focusOnSlash(input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || isWriting(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName);
}

/** Arrow keys go from the box to the results and from one result to the next, over all lists. */
export function walkResults(input: HTMLInputElement, lists: readonly HTMLElement[]): void {
  const links = (): Element[] =>
    lists.flatMap((list) => [...list.querySelectorAll(':scope > li > a')]);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    const [first] = links();
    if (first === undefined) return;
    event.preventDefault();
    focus(first);
  });
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const at = document.activeElement ? all.indexOf(document.activeElement) : -1;
    if (step === undefined || at < 0) return;
    event.preventDefault();
    focus(all[at + step] ?? (step < 0 ? input : all[at]));
  };
  for (const list of lists) list.addEventListener('keydown', walk);
}

function focus(element: Element | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}
