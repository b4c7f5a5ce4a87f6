import { dateInWords, dayOf } from '../../text/dates.ts';
import { differences } from '../../text/differences.ts';
import { BEFORE } from '../../text/format.ts';
import { same } from '../../text/values.ts';
import { ask, element } from '../dialog.ts';
import { editor } from '../editor.ts';
import { fileNames } from '../uploads.ts';
import { askDifferences } from './differences.ts';
import { draftStore, type KeptDraft } from './draft-store.ts';
import { mediaOf } from './judged.ts';
import { openForm } from './open-form.ts';

/** How long after the last key a draft is kept. */
const PAUSE = 800;

/** The draft of the form that is open: its name here, and what the form held as it was opened. */
let current: { key: string; began: Record<string, unknown>; keeps: boolean } | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();

const told = () => {
  for (const listener of listeners) listener();
};

/** Tells when the list of drafts changes. */
export function watchDrafts(listener: () => void): void {
  listeners.add(listener);
}

export const allDrafts = (): Promise<readonly KeptDraft[]> => draftStore.all(editor.facts.county);

/** The drafts of a form are kept from the first key on, and offered when it is opened again. */
export function keepDrafts(): void {
  openForm.watch(() => {
    if (!current?.keeps) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), PAUSE);
  });
  // A tab that is closed or hidden waits for no pause.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keep();
  });
  window.addEventListener('pagehide', () => void keep());
}

async function keep(): Promise<void> {
  const entry = openForm.entry();
  if (!entry || !current?.keeps) return;
  const { key, began } = current;
  const values = openForm.values();
  const changed = Object.keys({ ...values, ...began }).some(
    (name) => !same(values[name] ?? '', began[name] ?? ''),
  );
  const files = mediaOf(entry).filter(({ draft, file }) => draft === true && file instanceof Blob);
  if (!changed && files.length === 0) return;
  const slug = String(entry.get('slug') ?? '');
  await draftStore.put({
    key,
    county: editor.facts.county,
    collection: String(entry.get('collection')),
    ...(slug === '' ? {} : { slug }),
    title: String(values['title'] ?? ''),
    at: Date.now(),
    values,
    files: files.map(({ name, file }) => ({ name, bytes: file as Blob })),
  });
  told();
}

/** A form has been opened, with its entry in it: what was kept of it is offered. */
export async function draftsOfForm(): Promise<readonly KeptDraft[]> {
  const entry = openForm.entry();
  if (!entry) return [];
  const collection = String(entry.get('collection'));
  const slug = String(entry.get('slug') ?? '');
  const key =
    slug === ''
      ? `${editor.facts.county}/${collection}/new/${window.crypto.randomUUID()}`
      : `${editor.facts.county}/${collection}/${slug}`;
  current = { key, began: openForm.values(), keeps: true };
  const drafts = await allDrafts();
  const found = drafts.filter((each) =>
    slug === '' ? each.collection === collection && each.slug === undefined : each.key === key,
  );
  // Nothing is written over what was kept until the officer has said what becomes of it.
  if (slug !== '' && found.length > 0 && current.key === key) current.keeps = false;
  return found;
}

/** A form was left: what is typed elsewhere is no draft of it. */
export function leaveDraft(): void {
  void keep();
  current = undefined;
}

/** Fills the form with a draft. What was stored since stays, or is shown beside it. */
export async function restoreDraft(draft: KeptDraft): Promise<boolean> {
  const entry = openForm.entry();
  if (!entry) return false;
  const now = openForm.values();
  let values: Readonly<Record<string, unknown>> = draft.values;
  const before = draft.values[BEFORE];
  if (typeof before === 'string' && typeof now[BEFORE] === 'string' && before !== now[BEFORE]) {
    const chosen = await askDifferences(differences(before, draft.values, now[BEFORE]));
    if (!chosen) return false;
    values = { ...draft.values, ...chosen };
  }
  if (current) current = { ...current, key: draft.key, keeps: true };
  for (const { name, bytes } of draft.files) {
    fileNames.keep(bytes, name);
    await openForm.control('attachments')?.props.onPersistMedia?.(new File([bytes], name));
  }
  for (const name of new Set([...Object.keys(now), ...Object.keys(values)])) {
    if (name !== BEFORE && !same(now[name], values[name])) openForm.set(name, values[name]);
  }
  // What was only begun by its item is no work of anybody yet.
  if (draft.notes && current) {
    current.began = openForm.values();
    await draftStore.remove(draft.key);
    told();
  }
  return true;
}

/** The officer does not want a draft any more. */
export async function dropDraft(draft: KeptDraft): Promise<void> {
  await draftStore.remove(draft.key);
  if (current?.key === draft.key) current.keeps = true;
  told();
}

/** The open form was saved: it is no draft any more. */
export async function draftSaved(): Promise<void> {
  window.clearTimeout(timer);
  if (current) {
    await draftStore.remove(current.key);
    current = { ...current, began: openForm.values() };
    told();
  }
}

/** 7月1日 8:05, by the clock here. */
export function clock(at: number): string {
  const then = new Date(at);
  const minutes = String(then.getMinutes()).padStart(2, '0');
  return `${dateInWords(dayOf(then)).replace(/^\d+年/, '')} ${then.getHours()}:${minutes}`;
}

/** Asks before a draft is thrown away: it is the only copy. */
export async function dropAfterAsking(draft: KeptDraft): Promise<boolean> {
  const go = await ask({
    title: '要丢弃这份草稿吗',
    body: [
      element('p', `《${draft.title || '还没有标题'}》，${clock(draft.at)}。丢弃后找不回来。`),
    ],
    answers: [
      { label: '留着', value: false },
      { label: '丢弃', value: true },
    ],
    onEscape: false,
  });
  if (go) await dropDraft(draft);
  return go;
}
