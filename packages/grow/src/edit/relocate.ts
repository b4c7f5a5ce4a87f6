import { existsSync } from 'node:fs';
import { addressOf, expectedId, GENERAL, isRealDate, nearest } from '@columns/content';
import { ID_PATTERN, type Standard } from '@columns/standard';
import { refuse } from '../fault.ts';
import { filesOf, full, type Surroundings, surroundings } from './county.ts';
import { Edits } from './edits.ts';
import { setField } from './head.ts';
import type { ContentPlan } from './plan.ts';
import { followReferences, type NewPlace } from './references.ts';
import { tell } from './tell.ts';
import { tryPlan } from './trial.ts';

/** What changes of an entry; what is absent stays. */
export interface Relocation {
  readonly id?: string | undefined;
  /** `<domain>/<item>`, `<domain>` for its general part, or `_` for no domain. */
  readonly to?: string | undefined;
  readonly published?: string | undefined;
  /** Whether the item it leaves still lists it. */
  readonly also?: boolean | undefined;
}

/**
 * An entry under another id, in another item or of another day, with all that follows: its table and
 * folder, `formerly`, `also`, a register's columns, and every name of it and link to it. Writes nothing.
 * @throws GrowFaults naming all that stands in the way
 */
export function planRelocation(
  contentRoot: string,
  county: string,
  id: string,
  change: Relocation,
  standard: Standard,
): ContentPlan {
  const around = surroundings(contentRoot, county, id, standard);
  const { entry } = around;
  const folder = newFolder(around, change.to);
  const to: NewPlace = placeAt(around, change, folder.path);
  const faults = [...folder.faults, ...changeFaults(around, change, to)];
  if (faults.length === 0 && to.file === entry.file && sameDay(around, change.published))
    faults.push(`没有变化：已经是 content/${entry.file}`);
  refuse(faults);

  const edits = new Edits(contentRoot);
  followReferences(around, to, edits);
  refuse(edits.make());
  setFields(around, change, folder.item, to, edits);

  const stem = (file: string) => file.replace(/\.mdx?$/, '');
  const moves = filesOf(around)
    .map((from) => ({ from, to: stem(to.file) + from.slice(stem(entry.file).length) }))
    .filter(({ from, to }) => from !== to);
  const taken = moves.filter((move) => existsSync(full(around, move.to)));
  refuse(taken.map((move) => `content/${move.to} 已经存在`));
  const plan = tell(moves, edits, addressRemark(around, to));
  tryPlan(around, plan);
  return plan;
}

interface NewFolder {
  readonly path: string;
  readonly item?: string | undefined;
  readonly faults: readonly string[];
}

function newFolder({ entry, content, county }: Surroundings, to: string | undefined): NewFolder {
  const own = entry.file
    .slice(county.length + 1)
    .split('/')
    .slice(0, -2)
    .join('/');
  if (to === undefined) return { path: own, item: entry.item, faults: [] };
  const kind = `_${entry.data.kind}`;
  if (to === '_' || to === kind) return { path: kind, faults: [] };
  const [domainId = '', itemId, ...rest] = to.split('/');
  const domain = content.catalogue.find((each) => each.id === domainId);
  if (domain === undefined || rest.length > 0) {
    const known = content.catalogue.map((each) => each.id);
    const near = nearest(domainId, known);
    const hint = near === undefined ? `现有：${known.join('、')}` : `是不是“${near}”？`;
    return {
      path: own,
      faults: [`本县区没有领域“${domainId}”。${hint}；不属于任何领域的写 ${kind}`],
    };
  }
  if (itemId === undefined || itemId === GENERAL)
    return { path: `${domainId}/${GENERAL}`, faults: [] };
  const known = domain.items.map((each) => each.id);
  if (known.includes(itemId)) return { path: `${domainId}/${itemId}`, item: to, faults: [] };
  const near = nearest(itemId, known);
  const hint = near === undefined ? `现有：${known.join('、')}` : `是不是“${domainId}/${near}”？`;
  return { path: own, faults: [`${domain.name}领域没有事项“${itemId}”。${hint}`] };
}

function placeAt({ county, entry }: Surroundings, change: Relocation, folder: string): NewPlace {
  const { published } = change;
  const id = change.id ?? entry.id;
  const year =
    published !== undefined && isRealDate(published) ? Number(published.slice(0, 4)) : entry.year;
  return { id, year, file: `${county}/${folder}/${year}/${id}.${entry.format}` };
}

function changeFaults(
  { entry, content }: Surroundings,
  { id, published }: Relocation,
  to: NewPlace,
): string[] {
  const faults: string[] = [];
  if (id !== undefined && !ID_PATTERN.test(id))
    faults.push(`编号“${id}”不合规定：应为${expectedId(id)}`);
  if (published !== undefined && !isRealDate(published))
    faults.push(
      `“${published}”不是确实存在的日期：写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年`,
    );
  const owner = id === entry.id ? undefined : content.places.find((place) => place.id === id);
  if (owner) faults.push(`编号“${id}”已用于 content/${owner.file}`);
  const address = addressOf(to).slice(0, -1);
  const former = content.mentions.find(
    (each) => each.to === 'former' && each.target === address && each.file !== entry.file,
  );
  if (former) faults.push(`地址 ${address} 是 content/${former.file} 曾用的地址，不能再给别的信息`);
  return faults;
}

function sameDay({ entry }: Surroundings, published: string | undefined): boolean {
  return published === undefined || published === entry.data.published;
}

function setFields(
  { entry }: Surroundings,
  change: Relocation,
  item: string | undefined,
  to: NewPlace,
  edits: Edits,
): void {
  const { data } = entry;
  const head = edits.of(entry.file);
  const { published } = change;
  if (published !== undefined && published !== data.published)
    setField(head, 'published', published);
  const before = addressOf(entry).slice(0, -1);
  const after = addressOf(to).slice(0, -1);
  if (before !== after) {
    // Back under an older address: that is no former one any more.
    const former = (data.formerly ?? []).filter((each) => each !== after);
    setField(head, 'formerly', [...former, before]);
  }
  if (item === entry.item) return;
  const also = (data.also ?? []).filter((each) => each !== item);
  if (change.also === true && entry.item !== undefined) also.push(entry.item);
  if (also.join() !== (data.also ?? []).join())
    setField(head, 'also', also.length === 0 ? undefined : also);
  // Its columns were the elements of the item it leaves.
  if (data.kind === 'register' && data.form === undefined && data.columns === undefined) {
    if (entry.table !== undefined) setField(head, 'columns', entry.table.columns);
  }
}

function addressRemark({ entry, content }: Surroundings, to: NewPlace): string[] {
  const base = content.county?.base ?? '/';
  if (addressOf(entry) === addressOf(to)) return ['网页地址不变。'];
  return [
    `网页地址由 ${base}${addressOf(entry)} 变为 ${base}${addressOf(to)}，旧地址自动转到新地址。`,
  ];
}
