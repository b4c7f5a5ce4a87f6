import { differences } from '../../text/differences.ts';
import { type FormFinding, sentenceOf } from '../../text/form-words.ts';
import { BEFORE } from '../../text/format.ts';
import { interpretationPath, type Parcel, pack, unpack } from '../../text/parcel.ts';
import type { Implementation } from '../backend.ts';
import { proposed } from '../controls/id.ts';
import type { ImmutableMap } from '../decap-global.ts';
import { immutable } from '../decap-global.ts';
import { ask, element, Stopped } from '../dialog.ts';
import { editor } from '../editor.ts';
import { askDifferences } from './differences.ts';
import { judgedWhole, pathOf, readListed } from './judged.ts';
import { jumpTo } from './jump.ts';
import { openForm } from './open-form.ts';

/** What of an entry's files this page wrote last, by its path: a second save goes by it. */
const written = new Map<string, Pick<Parcel, 'main' | 'csv'>>();
/** What the form of an entry goes by: what it was opened with, or what it wrote since, packed. */
export function basisOf(path: string, opened: unknown): string {
  const parcel = unpack(String(opened ?? ''));
  return pack({ ...parcel, ...written.get(path) });
}

/** Reminders that were seen once and let be. */
const letBe = new Set<string>();
let backend: Implementation | undefined;
let merged = false;

export const saves = {
  through(given: Implementation): void {
    backend = given;
  },
  wrote(path: string, parcel: Pick<Parcel, 'main' | 'csv'>): void {
    written.set(path, parcel);
  },
};

/**
 * Before a save: what cannot be stored is refused, what is wrong is told, and what others wrote meanwhile is shown
 * beside what was written here. Gives the data to be stored. @throws Stopped
 */
export async function beforeSave(form: ImmutableMap): Promise<ImmutableMap> {
  await readListed();
  const entry = await withProposal(form);
  const given = entry.get('data') as ImmutableMap;
  const isNew = entry.get('newRecord') === true;
  const { said } = await judgedWhole(entry);
  const place = said.filter(({ rule }) => rule === 'form/place');
  if (place.length > 0) {
    await tell('这几处填好才能保存', place);
    throw new Stopped('先填好标出的几处');
  }
  if (!editor.workflow) await askFindings(said, SAVING);
  const year = String(given.get('published') ?? '').slice(0, 4);
  // A copy begins with the file it was copied from; it is a file of its own.
  const data = (isNew ? given.delete(BEFORE) : given).set('filed', year).delete('more');
  await refuseOverwriting(entry, data.toJS(), isNew);
  return isNew ? data : withOthers(entry, data);
}

/** A new entry with the id that is proposed from its title, which may still be on its way. @throws Stopped */
async function withProposal(entry: ImmutableMap): Promise<ImmutableMap> {
  const { id, title } = (entry.get('data') as ImmutableMap).toJS();
  const lacks = entry.get('newRecord') === true && !id && String(title ?? '').trim() !== '';
  if (!lacks) return entry;
  await proposed();
  return openForm.entry() ?? entry;
}

/** Reloads the form that was saved together with what others wrote: it holds only what was written here. */
export function afterSave(): void {
  if (!merged) return;
  merged = false;
  window.setTimeout(() => window.location.reload(), 400);
}

/** Before an entry is published, where that is more than saving it. @throws Stopped */
export async function beforePublish(entry: ImmutableMap): Promise<undefined> {
  if (editor.workflow) await askFindings((await judgedWhole(entry)).said, PUBLISHING);
  return undefined;
}

interface Words {
  readonly errors: string;
  readonly anyway?: string;
  readonly warnings: string;
  readonly go: string;
}

const SAVING: Words = {
  errors: '还有错误，不能发布',
  anyway: '先存成草稿（改好前不能发布）',
  warnings: '有几处请再看一眼',
  go: '没有问题，保存',
};
const PUBLISHING: Words = {
  errors: '还有错误，不能发布',
  warnings: '有几处请再看一眼',
  go: '没有问题，发布',
};

async function askFindings(said: readonly FormFinding[], words: Words): Promise<void> {
  const errors = said.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    const go = await tell(words.errors, errors, words.anyway);
    if (!go) throw new Stopped('先改正标出的错误');
    return;
  }
  const fresh = said.filter((finding) => !letBe.has(sentenceOf(finding)));
  if (fresh.length === 0) return;
  const go = await tell(words.warnings, fresh, words.go, true);
  if (!go) throw new Stopped('再看一眼标出的几处');
  for (const finding of fresh) letBe.add(sentenceOf(finding));
}

/** Shows findings, each leading to its field; true where the officer goes on all the same. */
async function tell(
  title: string,
  findings: readonly FormFinding[],
  anyway?: string,
  goFirst = false,
): Promise<boolean> {
  const list = document.createElement('ul');
  let wanted = findings[0]?.name;
  for (const finding of findings) {
    const item = document.createElement('li');
    const { name } = finding;
    const words = element(name === undefined ? 'span' : 'button', sentenceOf(finding));
    if (name !== undefined)
      words.addEventListener('click', () => {
        wanted = name;
        list.closest('.editor-dialog')?.querySelector<HTMLElement>('[data-back]')?.click();
      });
    item.className = finding.level;
    item.append(words);
    list.append(item);
  }
  const back = { label: '回去改', value: false };
  const go = anyway === undefined ? [] : [{ label: anyway, value: true }];
  const answered = ask({
    title,
    body: [list],
    answers: goFirst ? [...go, back] : [back, ...go],
    onEscape: false,
  });
  const buttons = [...(list.closest('.editor-dialog')?.querySelectorAll('button') ?? [])];
  buttons.find(({ textContent }) => textContent === back.label)?.setAttribute('data-back', '');
  const value = await answered;
  if (!value && wanted !== undefined) jumpTo(wanted);
  return value;
}

/** Files that are there already and are not the open entry's own. @throws Stopped */
async function refuseOverwriting(
  entry: ImmutableMap,
  data: Record<string, unknown>,
  isNew: boolean,
): Promise<void> {
  const path = pathOf(entry, data);
  if (isNew && (await stored(path)) !== undefined) {
    jumpTo('id');
    throw new Stopped(`网址编号“${data['id']}”已经有别的信息在用，换一个再保存`);
  }
  const list = data['interpretation'];
  const [beside] = (Array.isArray(list) ? list : []) as { id?: unknown }[];
  const before = unpack(String(data[BEFORE] ?? '')).interpretation?.id;
  const id = String(beside?.id ?? '');
  if (id === '' || id === before) return;
  if ((await stored(interpretationPath(path, id))) === undefined) return;
  jumpTo('interpretation');
  throw new Stopped(
    `解读“${id}”已经发布过，没有覆盖它：要改它，到“政策解读”中打开；是另一份解读，换一个网址编号`,
  );
}

async function stored(path: string): Promise<Parcel | undefined> {
  try {
    const { data } = (await backend?.getEntry(path)) ?? {};
    return typeof data === 'string' && data !== '' ? unpack(data) : undefined;
  } catch {
    return undefined;
  }
}

/** The entry as it is stored now: its draft, where it is under review, or what is published. */
async function storedNow(entry: ImmutableMap, path: string): Promise<Parcel | undefined> {
  const collection = String(entry.get('collection'));
  const slug = String(entry.get('slug'));
  if (editor.workflow && backend) {
    try {
      const { diffs } = await backend.unpublishedEntry({ collection, slug });
      const main = diffs.find((each) => each.path === path);
      if (main)
        return unpack(await backend.unpublishedEntryDataFile(collection, slug, path, main.id));
    } catch {
      // It is not under review.
    }
  }
  return stored(path);
}

/**
 * The data with what others wrote since the form was opened. Where both changed the same field the officer sees
 * both and chooses. @throws Stopped
 */
async function withOthers(entry: ImmutableMap, data: ImmutableMap): Promise<ImmutableMap> {
  const path = String(entry.get('path'));
  const mine = data.toJS();
  const opened = unpack(String(mine[BEFORE] ?? ''));
  const expected = written.get(path) ?? opened;
  const now = await storedNow(entry, path);
  if (now === undefined) {
    if (opened.main === '') return data;
    const go = await ask({
      title: '这条信息的文件不在了',
      body: ['打开以后，它被移走或删除了。保存会重新建立它。'],
      answers: [
        { label: '不保存', value: false },
        { label: '重新建立', value: true },
      ],
      onEscape: false,
    });
    if (!go) throw new Stopped('文件已被移走或删除');
    return data;
  }
  if (now.main === expected.main && now.csv === expected.csv) return data;
  const base = pack({ ...opened, ...expected });
  const found = differences(base, mine, pack(now));
  const choice = await askDifferences(found);
  if (!choice) throw new Stopped('没有保存：别人改过这条信息，请先看两边的不同');
  merged = true;
  let made = data.set(BEFORE, pack(now));
  for (const [name, value] of Object.entries(choice)) {
    made = value === undefined ? made.delete(name) : made.set(name, immutable(data, value));
  }
  return made;
}
