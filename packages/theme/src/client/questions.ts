import { element, fill } from './register/dom.ts';

/** A question as `data/questions.json` has it. */
interface Row {
  readonly 问题: string;
  readonly 答复: string;
  readonly 页面: string;
  readonly 体裁: string;
  readonly 领域?: string;
  readonly 发布日期: string;
  readonly 示例?: true;
}

/** More would not be read, and would be slow to draw. */
const MOST = 60;

/** Finds in all questions what a reader types; without it the list stays as the page has it. */
export function mountQuestions(root: ParentNode): void {
  const box = root.querySelector<HTMLElement>('[data-questions]');
  const input = box?.querySelector('input');
  const said = box?.querySelector<HTMLElement>('[data-said]');
  const list = root.querySelector<HTMLElement>('[data-list]');
  const pager = root.querySelector<HTMLElement>('[data-pager]');
  if (!box || !input || !said || !list || !pager) return;
  const whole = [...list.childNodes];
  let rows: Promise<Row[]> | undefined;
  box.hidden = false;
  input.addEventListener('input', async () => {
    rows ??= fetch(box.dataset['questions'] ?? '').then((answer) => answer.json());
    const all = await rows.catch(() => undefined);
    const words = wordsOf(input.value);
    pager.hidden = words.length > 0;
    if (words.length === 0) {
      fill(list, ...whole);
      said.textContent = '';
    } else if (all === undefined) {
      rows = undefined;
      said.textContent = '问答没有取到，请稍后再试。';
    } else {
      const found = all.filter((row) => words.every((word) => textOf(row).includes(word)));
      fill(list, ...found.slice(0, MOST).map(drawn));
      said.textContent =
        found.length > MOST
          ? `找到 ${found.length} 问，显示前 ${MOST} 问，请再写几个字。`
          : `找到 ${found.length} 问。`;
    }
  });
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
}

function textOf({ 问题, 答复, 领域 = '' }: Row): string {
  return `${问题}${答复}${领域}`.normalize('NFKC').toLowerCase();
}

function drawn(row: Row): HTMLElement {
  const facts = [row.体裁, row.示例 ? '示例' : '', row.领域 ?? '', row.发布日期];
  return element(
    'li',
    {},
    element('p', { class: 'ask' }, element('a', { href: row.页面 }, row.问题)),
    element('p', {}, row.答复),
    element(
      'p',
      { class: 'facts' },
      ...facts.filter(Boolean).map((text) => element('span', {}, text)),
    ),
  );
}
