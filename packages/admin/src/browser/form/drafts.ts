import { same } from '@columns/content/yaml';
import { dateInWords, dayOf } from '../../text/dates.ts';
import { differences } from '../../text/differences.ts';
import { BEFORE } from '../../text/format.ts';
import type { ImmutableMap } from '../decap-global.ts';
import { ask, element } from '../dialog.ts';
import { editor } from '../editor.ts';
import { fileNames } from '../uploads.ts';
import { askDifferences } from './differences.ts';
import { draftStore, type KeptDraft } from './draft-store.ts';
import { mediaOf } from './judged.ts';
import { openForm } from './open-form.ts';
import { basisOf } from './saving.ts';

/** The longest that what was typed waits to be kept while the form is open, in milliseconds. */
const PAUSE = 800;

/** One sitting at one form. */
interface Sitting {
  readonly collection: string;
  /** Empty for an entry that was never saved. */
  readonly slug: string;
  /** The name of its draft. */
  key: string;
  /** What the form held as it was opened, or saved last. */
  began: Record<string, unknown>;
  /** The entry as it was last seen: once the form is left nobody has it any more. */
  entry: ImmutableMap;
}

let sitting: Sitting | undefined;
let timer: number | undefined;
const listeners = new Set<() => void>();
const openings = new Set<(drafts: readonly KeptDraft[] | undefined) => void>();

const told = () => {
  for (const listener of listeners) listener();
};

/** Tells when the list of drafts changes. */
export function watchDrafts(listener: () => void): void {
  listeners.add(listener);
}

/** Tells of each form that is opened, with what was kept of it, and of one that is left, with nothing. */
export function watchSittings(listener: (drafts: readonly KeptDraft[] | undefined) => void): void {
  openings.add(listener);
}

export const allDrafts = (): Promise<readonly KeptDraft[]> => draftStore.all(editor.facts.county);

/** What is typed into a form is kept from the first key on, and offered when the form is opened again. */
export function keepDrafts(): void {
  openForm.watch(note);
  // A page that is closed or hidden waits for no pause, and for nothing that takes time.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leavePage();
  });
  window.addEventListener('pagehide', leavePage);
}

/** Sees what the open form holds now; whether it is another than before goes by its entry. */
function note(): void {
  const entry = openForm.entry();
  const collection = String(entry?.get('collection') ?? '');
  const slug = String(entry?.get('slug') ?? '');
  if (sitting && (!entry || sitting.collection !== collection || sitting.slug !== slug)) {
    void keep();
    sitting = undefined;
    if (!entry) for (const listener of openings) listener(undefined);
  }
  if (!entry) return;
  if (sitting) {
    sitting.entry = entry;
    timer ??= window.setTimeout(() => void keep(), PAUSE);
    return;
  }
  const key = `${editor.facts.county}/${collection}/${slug || 'new'}/${window.crypto.randomUUID()}`;
  const own = { collection, slug, key, began: valuesOf(entry), entry };
  sitting = own;
  void allDrafts().then((drafts) => {
    if (sitting !== own) return;
    const found = drafts.filter(
      (each) =>
        each.collection === collection && (each.slug ?? '') === slug && each.key !== own.key,
    );
    for (const listener of openings) listener(found);
  });
}

const valuesOf = (entry: ImmutableMap): Record<string, unknown> =>
  (entry.get('data') as ImmutableMap | undefined)?.toJS() ?? {};

/** Files that were chosen here and are stored since: Decap holds them on as chosen, until it has read the entry anew. */
const stored = new WeakSet<Blob>();

const chosenFiles = (entry: ImmutableMap) =>
  mediaOf(entry).filter(({ draft, file }) => draft === true && file instanceof Blob);

/** The draft of what the form holds that it did not hold as it was opened; nothing where that is nothing. */
function draftNow(): KeptDraft | undefined {
  if (!sitting) return undefined;
  const { key, collection, slug, began, entry } = sitting;
  const values = valuesOf(entry);
  const changed = Object.keys({ ...values, ...began }).some(
    (name) => !same(values[name] ?? '', began[name] ?? ''),
  );
  const files = chosenFiles(entry).filter(({ file }) => !stored.has(file as Blob));
  if (!changed && files.length === 0) return undefined;
  // What was saved in this sitting is no work of others.
  if (typeof values[BEFORE] === 'string')
    values[BEFORE] = basisOf(String(entry.get('path') ?? ''), values[BEFORE]);
  return {
    key,
    county: editor.facts.county,
    collection,
    ...(slug === '' ? {} : { slug }),
    title: String(values['title'] ?? ''),
    at: Date.now(),
    values,
    files: files.map(({ name, file }) => ({ name, bytes: file as Blob })),
  };
}

async function keep(): Promise<void> {
  window.clearTimeout(timer);
  timer = undefined;
  const draft = draftNow();
  if (!draft) return;
  await draftStore.put(draft);
  told();
}

function leavePage(): void {
  openForm.flush();
  note();
  const draft = draftNow();
  if (!draft) return;
  draftStore.leave(draft);
  void keep();
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
  // What was typed here before that is kept for itself.
  await keep();
  if (sitting) sitting.key = draft.key;
  for (const { name, bytes } of draft.files) {
    fileNames.keep(bytes, name);
    await openForm.control('attachments')?.props.onPersistMedia?.(new File([bytes], name));
  }
  for (const name of new Set([...Object.keys(now), ...Object.keys(values)])) {
    if (name !== BEFORE && !same(now[name], values[name])) openForm.set(name, values[name]);
  }
  // What was only begun by its item is no work of anybody yet.
  if (draft.notes && sitting) {
    sitting.began = openForm.values();
    await draftStore.remove(draft.key);
    told();
  }
  return true;
}

/** The officer does not want a draft any more. */
export async function dropDraft(draft: KeptDraft): Promise<void> {
  await draftStore.remove(draft.key);
  told();
}

/** The open form was saved: it is no draft any more. */
export async function draftSaved(): Promise<void> {
  window.clearTimeout(timer);
  timer = undefined;
  const entry = openForm.entry();
  if (!sitting || !entry) return;
  sitting.entry = entry;
  sitting.began = valuesOf(entry);
  for (const { file } of chosenFiles(entry)) stored.add(file as Blob);
  await draftStore.remove(sitting.key);
  told();
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
