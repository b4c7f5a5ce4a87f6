import { KIND_IDS, type KindId, kindName } from '@columns/content';
import { type EntryDraft, kindOfItem } from '@columns/content/draft';
import { collectionName } from '../config/collections.ts';
import { itemLabel } from '../config/facts.ts';
import { toForm } from '../text/values.ts';
import { matching } from './controls/combobox.ts';
import { ask, element } from './dialog.ts';
import { editor } from './editor.ts';
import { draftStore } from './form/draft-store.ts';
import { parts } from './parts.ts';

/** Items that are shown at once. */
const MOST_SHOWN = 12;
/** The first answer of the box: 开始写. */
const BEGIN = '.editor-dialog-answers button';

export interface Wanted {
  readonly domain: string;
  readonly item: string;
  readonly kind: KindId;
}

/** 按事项新建: an entry that begins with what the catalogue asks of its item. */
export async function newByItem(): Promise<void> {
  const wanted = await askItem();
  if (!wanted) return;
  const { begun } = await parts.drafts();
  const made = begun(wanted);
  if (!made) return;
  const { county } = editor.facts;
  const collection = collectionName(made.kind, wanted.domain);
  const key = `${county}/${collection}/new/${window.crypto.randomUUID()}`;
  await draftStore.put({
    key,
    county,
    collection,
    title: String(made.fields['title'] ?? ''),
    at: Date.now(),
    values: valuesOf(made, wanted.item),
    files: [],
    notes: made.notes,
  });
  window.location.hash = `#/collections/${collection}/new?draft=${encodeURIComponent(key)}`;
}

/** As the form holds it. What stands for words to be written is left empty where it is a field of its own. */
function valuesOf({ kind, fields, body, columns }: EntryDraft, item: string) {
  const filled = Object.entries(fields).filter(([, value]) => !/^（[^）]*）$/.test(String(value)));
  return {
    ...toForm(kind, Object.fromEntries(filled)),
    item,
    body: /^（正文）\s*$/.test(body) ? '' : body.trim(),
    ...(columns === undefined ? {} : { rows: { columns, rows: [] } }),
  };
}

function askItem(): Promise<Wanted | undefined> {
  const items = editor.facts.domains.flatMap((domain) =>
    domain.items.map((item) => ({
      label: itemLabel(domain, item),
      value: `${domain.id}/${item.id}`,
      item,
      domain,
    })),
  );
  const box = document.createElement('input');
  box.type = 'search';
  box.placeholder = '输入事项名称中的字，如 低保、学校名录';
  box.setAttribute('aria-label', '公开事项');
  const list = document.createElement('ul');
  list.className = 'editor-items';
  const kind = document.createElement('select');
  for (const id of KIND_IDS) kind.append(new Option(kindName(id), id));
  const label = element('label', '体裁 ');
  label.append(kind);
  let chosen: (typeof items)[number] | undefined;
  const show = () => {
    const found = matching(items, box.value).slice(0, MOST_SHOWN);
    list.replaceChildren(
      ...found.map((each) => {
        const row = document.createElement('li');
        const button = element('button', each.label) as HTMLButtonElement;
        button.type = 'button';
        button.setAttribute('aria-pressed', String(each === chosen));
        button.addEventListener('click', () => {
          chosen = each;
          const { id, above, name, elements } = each.item;
          kind.value = kindOfItem(
            above === undefined
              ? { id, level1: name, elements }
              : { id, level1: above, level2: name, elements },
          );
          box.value = each.label;
          show();
        });
        row.append(button);
        return row;
      }),
      ...(found.length === 0 ? [element('li', '没有找到，换几个字试试')] : []),
    );
  };
  box.addEventListener('input', () => {
    chosen = undefined;
    show();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // Once for the item, once more to begin.
    if (chosen) box.closest('.editor-dialog')?.querySelector<HTMLElement>(BEGIN)?.click();
    else list.querySelector('button')?.click();
  });
  show();
  const answered = ask({
    title: '按事项新建',
    body: [
      '选一个公开事项：它的要素会成为小标题、字段或表头，单位和日期也填好。',
      box,
      list,
      label,
    ],
    answers: [
      { label: '开始写', value: true },
      { label: '取消', value: false },
    ],
    onEscape: false,
  }).then((go) => {
    if (go && !chosen) list.querySelector('button')?.click();
    return go && chosen
      ? { domain: chosen.domain.id, item: chosen.item.id, kind: kind.value as KindId }
      : undefined;
  });
  box.focus();
  return answered;
}
