import { button } from '../../dialog.ts';
import { made } from '../ask.ts';
import type { Filled } from './fields.ts';
import type { EntryMade, FillMade } from './messages.ts';

/** What the officer wants of what was read: an entry, and the fields that it may fill. */
export interface Wanted {
  readonly entry: EntryMade;
  readonly fields: readonly Filled[];
}

const SORTS: Readonly<Record<string, string>> = {
  unhandled: '未处理',
  'left-out': '没有写入',
  missing: '没有找到',
  changed: '有改动',
  guessed: '推断，请核对',
  note: '说明',
};

/**
 * Shows what was read of the files, and asks what of it shall fill the form: nothing that an officer has written is
 * replaced unless he says so. Nothing where he wants none of it.
 */
export function askWanted(
  place: HTMLElement,
  read: FillMade,
  fieldsFor: (entry: EntryMade) => readonly Filled[],
): Promise<Wanted | undefined> {
  const panel = made('div', 'body-ask body-fill');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', '从文件填入');
  return new Promise((resolve) => {
    const end = (wanted: Wanted | undefined) => {
      panel.remove();
      resolve(wanted);
    };
    const show = (entry: EntryMade | undefined) => {
      const head = words(
        'p',
        entry ? `从“${entry.from}”读出` : '没有读出可以填入的内容',
        'body-ask-title',
      );
      const fields = entry ? fieldsFor(entry) : [];
      const boxes = fields.map((field) => choice(field));
      const answers = made('p', 'body-ask-answers');
      if (entry && fields.length > 0)
        answers.append(
          button('填入', () =>
            end({ entry, fields: fields.filter((_, at) => boxes[at]?.box.checked === true) }),
          ),
        );
      answers.append(button(entry ? '取消' : '关闭', () => end(undefined)));
      panel.replaceChildren(
        head,
        ...(read.entries.length > 1 && entry ? [several(read, entry, show)] : []),
        ...(fields.length > 0 ? [table(boxes.map(({ row }) => row))] : []),
        ...(entry ? [report(entry)] : []),
        ...refusals(read),
        answers,
      );
      (answers.querySelector('button') as HTMLElement).focus({ preventScroll: true });
    };
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      end(undefined);
    });
    place.replaceChildren(panel);
    show(read.entries[0]);
  });
}

/** Of several entries one is chosen: a form holds one. */
function several(
  read: FillMade,
  entry: EntryMade,
  show: (entry: EntryMade | undefined) => void,
): HTMLElement {
  const label = words('label', `读出 ${read.entries.length} 条信息，这张表单填哪一条`);
  const select = document.createElement('select');
  for (const [at, each] of read.entries.entries())
    select.append(new Option(`${each.title}（${each.from}）`, String(at)));
  select.value = String(read.entries.indexOf(entry));
  select.addEventListener('change', () => show(read.entries[Number(select.value)]));
  label.append(select);
  return label;
}

/** A field with what it holds and what it would hold; what is empty is filled unless the officer says otherwise. */
function choice({ label, now, next, wanted }: Filled) {
  const row = document.createElement('tr');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = wanted;
  const head = document.createElement('th');
  head.scope = 'row';
  const whole = document.createElement('label');
  whole.append(box, ` ${label}`);
  head.append(whole);
  const old = words('td', now === '' ? '（空）' : now);
  row.append(head, old, words('td', next));
  return { row, box };
}

function table(rows: readonly HTMLElement[]): HTMLElement {
  const box = made('div', 'body-fill-fields');
  const made_ = document.createElement('table');
  const head = document.createElement('tr');
  head.append(words('th', '填入'), words('th', '现在'), words('th', '文件中'));
  const body = document.createElement('tbody');
  body.append(...rows);
  const thead = document.createElement('thead');
  thead.append(head);
  made_.append(thead, body);
  box.append(made_);
  return box;
}

/** What became of everything in the file, and what is to be looked over. */
function report({ balance, remarks, files }: EntryMade): HTMLElement {
  const box = made('details', 'body-fill-report') as HTMLDetailsElement;
  const pressing = remarks.filter(({ sort }) => sort === 'unhandled' || sort === 'left-out');
  box.open = pressing.length > 0;
  const sum = balance
    ? `对账：原文 ${balance.source} 字，写入 ${balance.inEntry}，没有写入并已说明 ${balance.leftOut}，未处理 ${balance.unhandled}`
    : '请对照原件核对';
  box.append(words('summary', `${sum}${files.length > 0 ? `；文件 ${files.length} 个` : ''}`));
  const list = document.createElement('ul');
  const order = Object.keys(SORTS);
  for (const { sort, text } of [...remarks].sort(
    (a, b) => order.indexOf(a.sort) - order.indexOf(b.sort),
  ))
    list.append(words('li', `${SORTS[sort] ?? '说明'}：${text}`));
  box.append(list);
  return box;
}

function refusals({ refused }: FillMade): HTMLElement[] {
  if (refused.length === 0) return [];
  const list = made('ul', 'body-fill-refused');
  for (const { from, why, mend } of refused)
    list.append(words('li', `${from}：${why}。改法：${mend}`));
  return [list];
}

function words(name: string, text: string, className = ''): HTMLElement {
  const element = made(name, className);
  element.textContent = text;
  return element;
}
