import { type FormPart, formDocx } from '@columns/office/write';
import { element, fill } from '../register/dom.ts';
import type { Bring } from './bring.ts';
import { bringParts } from './bring.ts';
import { type Answers, askedFields, type Fault, FIELDS, faultsOf, tidied } from './fields.ts';
import { saveWord } from './save.ts';
import { SHEET_NOTE, SHEET_TITLE, sheetOf } from './sheet.ts';

/** An organ that receives applications, and where. */
interface Receiver extends Bring {
  readonly id: string;
}

/**
 * Makes the form of the page work: shows what is asked, says what is wrong, fills the sheet, prints
 * and saves it. Nothing is sent and nothing is kept: the answers live in the page alone.
 */
export function mountApplication(root: HTMLElement): void {
  const form = root.querySelector('form');
  const summary = root.querySelector<HTMLElement>('[data-summary]');
  const sheet = root.querySelector<HTMLElement>('[data-sheet]');
  const said = root.querySelector<HTMLElement>('[data-said]');
  if (!form || !summary || !sheet || !said) return;
  const where = root.querySelector<HTMLElement>('[data-where]');
  const receivers = JSON.parse(root.dataset['receivers'] ?? '[]') as Receiver[];
  const place = root.querySelector<HTMLElement>('[data-bring]');
  let checked = false;

  form.addEventListener('input', () => changed());
  form.addEventListener('change', () => changed());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!passes()) return;
    say('填写完整，可以打印或者存为 Word。');
    bring();
  });
  form.querySelector('[data-save]')?.addEventListener('click', () => {
    if (passes()) save(sheetAnswers());
  });
  form.querySelector('[data-print-sheet]')?.addEventListener('click', () => {
    if (passes()) window.print();
  });
  form.addEventListener('reset', () => {
    // The fields are empty only after the event.
    setTimeout(() => {
      checked = false;
      show([]);
      changed();
      say('已清空。');
    });
  });
  summary.addEventListener('click', (event) => {
    const name = (event.target as Element).closest('a')?.hash.slice(1);
    const control = name && form.querySelector<HTMLElement>(`#${name}`);
    if (!control) return;
    event.preventDefault();
    control.focus();
  });
  choose();
  window.addEventListener('hashchange', () => choose());
  changed();

  /** `#to-<id>`: the organ from whose line in the list the reader comes. */
  function choose(): void {
    const chosen = receivers.find(({ id }) => location.hash === `#to-${id}`);
    const office = form?.querySelector<HTMLInputElement>('#office');
    if (!chosen || !office) return;
    office.value = chosen.name;
    changed();
  }

  function changed(): void {
    const answers = sheetAnswers();
    const { receiver } = answers;
    if (where) where.textContent = receiver === undefined ? '' : `受理机构：${receiver}`;
    askOnly(form as HTMLFormElement, answers);
    fillSheet(sheet as HTMLElement, sheetOf(answers));
    say('');
    if (place) place.hidden = true;
    if (checked) show(faultsOf(answers));
  }

  /** The answers, and where the chosen organ receives applications. */
  function sheetAnswers(): Answers {
    const answers = answersOf(form as HTMLFormElement);
    const receiver = receivers.find(({ name }) => name === answers['office'])?.where;
    return receiver === undefined ? answers : { ...answers, receiver };
  }

  function passes(): boolean {
    const faults = faultsOf(answersOf(form as HTMLFormElement));
    checked = true;
    show(faults);
    say('');
    if (faults.length > 0) (summary as HTMLElement).focus();
    return faults.length === 0;
  }

  /** Where to bring it, once it is whole; on a telephone that neither prints nor saves, its words by mail or copied. */
  function bring(): void {
    if (!place) return;
    const answers = sheetAnswers();
    const chosen = receivers.find(({ name }) => name === answers['office']);
    fill(place, ...bringParts(chosen, sheetOf(answers)));
    place.hidden = false;
  }

  function show(faults: readonly Fault[]): void {
    showSummary(summary as HTMLElement, faults);
    for (const { name } of FIELDS) {
      const message = faults.find((fault) => fault.name === name)?.message;
      showFault(form as HTMLFormElement, name, message);
    }
  }

  function save(answers: Answers): void {
    saveWord(
      formDocx({ title: SHEET_TITLE, parts: sheetOf(answers), note: SHEET_NOTE }),
      SHEET_TITLE,
    );
    say('已存为 Word 文件，请在浏览器的下载中查看。');
  }

  function say(text: string): void {
    (said as HTMLElement).textContent = text;
  }
}

/** What is filled in among the fields that are asked. */
function answersOf(form: HTMLFormElement): Answers {
  const all: Record<string, string> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') all[name] = value;
  });
  const asked = askedFields(all).flatMap(({ name }) => {
    const value = all[name];
    return value === undefined ? [] : [[name, value]];
  });
  return tidied(Object.fromEntries(asked));
}

/** Shows the groups that belong to the kind of applicant that was chosen. */
function askOnly(form: HTMLFormElement, { applicant }: Answers): void {
  for (const group of form.querySelectorAll<HTMLElement>('[data-for]')) {
    group.hidden = group.dataset['for'] !== applicant;
  }
}

function showSummary(summary: HTMLElement, faults: readonly Fault[]): void {
  summary.hidden = faults.length === 0;
  if (faults.length === 0) return;
  const items = faults.map(({ name, message }) =>
    element('li', {}, element('a', { href: `#${name}` }, message)),
  );
  fill(summary, element('h2', {}, `有 ${faults.length} 处需要改正`), element('ul', {}, ...items));
}

/** Puts a message beside its field, and takes it away again. */
function showFault(form: HTMLFormElement, name: string, message: string | undefined): void {
  const place = form.querySelector<HTMLElement>(`[data-fault="${name}"]`);
  if (!place) return;
  place.textContent = message ?? '';
  for (const control of form.querySelectorAll<HTMLElement>(`[name="${name}"]`)) {
    if (message === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}

/** Writes the sheet anew; texts become text nodes, never markup. */
function fillSheet(sheet: HTMLElement, parts: readonly FormPart[]): void {
  const bodies = parts.map(({ title, rows }) => {
    const part = element(
      'th',
      { class: 'sheet-part', rowspan: String(rows.length), scope: 'rowgroup' },
      title,
    );
    const lines = rows.map(({ label, value, lines: height = 1 }, index) =>
      element(
        'tr',
        { class: `lines-${height}` },
        ...(index === 0 ? [part] : []),
        element('th', { scope: 'row' }, label),
        element('td', {}, value),
      ),
    );
    return element('tbody', {}, ...lines);
  });
  fill(sheet, ...bodies);
}
