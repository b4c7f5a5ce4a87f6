import { unfold } from './more.ts';
import { openForm } from './open-form.ts';

/** Brings a field of the form before the officer's eyes, and the cursor into it. */
export function jumpTo(name: string): void {
  unfold(name);
  const id = openForm.control(name)?.props.forID;
  const label = id === undefined ? null : document.querySelector(`label[for="${id}"]`);
  const own = id === undefined ? null : document.getElementById(id);
  const target = own ?? label;
  if (!target) return;
  const around = label?.parentElement?.parentElement ?? target;
  around.scrollIntoView({ block: 'center' });
  around.classList.add('editor-shown');
  window.setTimeout(() => around.classList.remove('editor-shown'), 2000);
  const focusable = target.matches('input, textarea, select, [contenteditable], button')
    ? target
    : around.querySelector('input, textarea, select, [contenteditable], button');
  if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true });
}
