import { readCollectionName } from '../../config/collections.ts';
import { button, element } from '../dialog.ts';
import type { KeptDraft } from './draft-store.ts';
import { clock, dropAfterAsking, restoreDraft, watchSittings } from './drafts.ts';
import { modelOfItem } from './model.ts';

/** What is offered above the fields of the form that is open: drafts that were not saved. */
export const formBar = document.createElement('div');
formBar.className = 'editor-form-bar';
formBar.hidden = true;

/** The draft whose item is told of now. */
let told: string | undefined;

/** Watches for forms that are opened and left. */
export function mountFormBar(): void {
  document.body.append(formBar);
  watchSittings((drafts) => {
    told = undefined;
    formBar.hidden = true;
    formBar.replaceChildren();
    if (drafts) void offer(drafts);
  });
}

async function offer(drafts: readonly KeptDraft[]): Promise<void> {
  const wanted = /[?&]draft=([^&]+)/.exec(window.location.hash)?.[1];
  const own = wanted && drafts.find(({ key }) => key === decodeURIComponent(wanted));
  if (own) {
    await restoreDraft(own);
    if (own.notes) await tellItem(own, own.notes);
    return;
  }
  formBar.hidden = drafts.length === 0;
  formBar.replaceChildren(...drafts.slice(0, 3).map(line));
}

/** What the catalogue asks of the item, and how the model county wrote it, for as long as the officer wants to see it. */
async function tellItem({ key, collection, values }: KeptDraft, notes: readonly string[]) {
  const close = button('知道了', () => {
    told = undefined;
    formBar.hidden = true;
  });
  told = key;
  formBar.replaceChildren(...notes.map((text) => element('p', text)), close);
  formBar.hidden = notes.length === 0;
  const { kind, domain } = readCollectionName(collection);
  const model = await modelOfItem(`${domain}/${values['item']}`, kind);
  if (model === undefined || told !== key) return;
  close.before(model);
  formBar.hidden = false;
}

function line(draft: KeptDraft): HTMLElement {
  const row = document.createElement('p');
  const name =
    draft.slug === undefined
      ? `没有保存的草稿《${draft.title || '还没有标题'}》`
      : '上次的改动没有保存';
  const done = () => {
    row.remove();
    formBar.hidden = formBar.childElementCount === 0;
  };
  const restore = button('恢复', async () => {
    if (await restoreDraft(draft)) done();
  });
  const drop = button('丢弃', async () => {
    if (await dropAfterAsking(draft)) done();
  });
  row.append(element('span', `${name}（${clock(draft.at)}）`), restore, drop);
  return row;
}
