import { button } from '../dialog.ts';
import { editor } from '../editor.ts';
import { findingsNow, watchFindings } from './judged.ts';
import { jumpTo } from './jump.ts';
import { openForm } from './open-form.ts';

/**
 * On one's own machine Decap's button opens a list of ways to publish; what is done there is a save, and one button
 * does it. Everywhere Ctrl+S saves, and a count of what is found leads to the first of it.
 */
export function mountSaveButton(): void {
  const save = button('保存', saveNow);
  save.className = 'editor-save';
  const count = button('', () => {
    const [first] = sorted();
    if (first?.name !== undefined) jumpTo(first.name);
  });
  count.className = 'editor-count';
  const place = () => {
    const entry = openForm.entry();
    // Of a form in which nothing was written yet Decap says that it is saved.
    document.body.toggleAttribute('data-unwritten', entry?.get('newRecord') === true);
    const toolbar = entry ? document.querySelector('[class*="ToolbarSubSectionFirst"]') : null;
    if (!toolbar) return;
    if (!editor.workflow && save.parentElement !== toolbar) toolbar.prepend(save);
    save.disabled = theirs(LIST) === undefined;
    if (count.parentElement !== toolbar) toolbar.append(count);
  };
  const say = () => {
    const found = sorted();
    const errors = found.filter(({ level }) => level === 'error').length;
    count.hidden = found.length === 0;
    count.textContent = [
      ...(errors === 0 ? [] : [`${errors} 个错误`]),
      ...(found.length === errors ? [] : [`${found.length - errors} 个提醒`]),
    ].join('、');
    count.title = '看第一处';
    count.classList.toggle('error', errors > 0);
  };
  // Decap draws her toolbar anew at each step of a save.
  window.setInterval(place, 200);
  watchFindings(say);
  window.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || !openForm.entry()) return;
    event.preventDefault();
    saveNow();
  });
}

const sorted = () =>
  [...findingsNow()].sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));

/** Decap's own button or part of a list, by its words. */
function theirs(label: string): HTMLElement | undefined {
  const toolbar = document.querySelector('[class*="ToolbarSubSectionFirst"]');
  return [
    ...(toolbar?.querySelectorAll<HTMLElement>('button, [role="button"], [role="menuitem"]') ?? []),
  ].find((each) => each.textContent === label && each.className !== 'editor-save');
}

/** Presses Decap's own button: what it does before and after is hers. */
function saveNow(): void {
  const inside = document.activeElement;
  // What is being typed counts.
  if (inside instanceof HTMLElement) inside.blur();
  if (editor.workflow) {
    theirs('保存')?.click();
    return;
  }
  // Her list closes at every click beside it, and so at the one that is just being handled.
  window.setTimeout(() => {
    theirs(LIST)?.click();
    pressWhenThere(AT_ONCE);
  });
}

const LIST = '保存并……';
const AT_ONCE = '保存到本机';

function pressWhenThere(label: string, tries = 20): void {
  const found = theirs(label);
  if (found) found.click();
  else if (tries > 0) window.setTimeout(() => pressWhenThere(label, tries - 1), 25);
}
