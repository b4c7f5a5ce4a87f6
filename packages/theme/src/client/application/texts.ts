import { formDocx, letterDocx } from '@columns/office/write';
import { saveWord } from './save.ts';

/** An organ, and where one reaches it. */
interface Receiver {
  readonly name: string;
  readonly contact: string;
}

/** What stands for a blank that nobody has filled in, as in the page. */
const EMPTY = '＿＿＿＿';

/**
 * Makes the standard texts work: what is filled in once stands in every text that has the blank, and each is
 * saved as Word. Nothing is sent and nothing is kept: the words live in the page alone.
 */
export function mountTexts(root: HTMLElement): void {
  const form = root.querySelector<HTMLElement>('[data-form]');
  const said = root.querySelector<HTMLElement>('[data-said]');
  if (!form || !said) return;
  const receivers = JSON.parse(root.dataset['receivers'] ?? '[]') as Receiver[];
  const field = (name: string) => root.querySelector<HTMLInputElement>(`[data-fills="${name}"]`);

  form.addEventListener('input', ({ target }) => {
    if (target === field('office')) giveContact();
    fillAll();
  });
  form.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const each of root.querySelectorAll<HTMLInputElement>('[data-fills]')) each.value = '';
    fillAll();
    said.textContent = '已清空。';
  });
  for (const letter of root.querySelectorAll<HTMLElement>('[data-letter]')) {
    letter.parentElement?.querySelector('[data-save]')?.addEventListener('click', () => {
      saveWord(documentOf(letter), letter.dataset['letter'] ?? '');
      said.textContent = '已存为 Word 文件，请在浏览器的下载中查看。';
    });
  }
  fillAll();

  /** The contact that the county lists for the organ, unless one is written there. */
  function giveContact(): void {
    const contact = field('contact');
    const office = field('office')?.value.trim();
    const known = receivers.find(({ name }) => name === office);
    if (!contact || !known) return;
    const ours = receivers.some((one) => one.contact === contact.value);
    if (contact.value === '' || ours) contact.value = known.contact;
  }

  function fillAll(): void {
    for (const blank of root.querySelectorAll<HTMLElement>('[data-blank]')) {
      const value = field(blank.dataset['blank'] ?? '')?.value.trim() ?? '';
      blank.textContent = value === '' ? EMPTY : dayText(value);
      blank.classList.toggle('filled', value !== '');
    }
  }
}

/** 2026-01-31 → 2026年1月31日; other texts as they are. */
export function dayText(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? value : `${year}年${Number(month)}月${Number(day)}日`;
}

/** The text as it stands in the page, as a Word file. */
function documentOf(letter: HTMLElement): Uint8Array {
  const texts = (name: string) => [...letter.querySelectorAll(`[data-${name}]`)].map(textOf);
  const [title = ''] = texts('title');
  const [note = ''] = texts('note');
  const rows = [...letter.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) {
    const [number = ''] = texts('number');
    return letterDocx({
      title,
      number,
      paragraphs: texts('paragraph'),
      signature: texts('signature'),
    });
  }
  const cells = rows.map((row) => ({
    label: textOf(row.querySelector('th')),
    value: textOf(row.querySelector('td')).replaceAll(EMPTY, ''),
    lines: Number(row.dataset['row']),
  }));
  return formDocx({ title, parts: [{ title: '', rows: cells }], note });
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').trim().replace(/\s*\n\s*/g, '');
}
