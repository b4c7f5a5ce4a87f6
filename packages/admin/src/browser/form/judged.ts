import { isKindId } from '@columns/content';
import { collectionName } from '../../config/collections.ts';
import { dateInWords } from '../../text/dates.ts';
import { type FormFinding, formFinding, type Place } from '../../text/form-words.ts';
import { toFile } from '../../text/format.ts';
import { csvPath, unpack } from '../../text/parcel.ts';
import { type ImmutableMap, plain } from '../decap-global.ts';
import { editor } from '../editor.ts';
import { entryList, type ListedEntry } from '../entry-list.ts';
import { type Judge, type Judged, judgeNow, judging } from '../findings.ts';
import { formSlips } from './slips.ts';

/** The open entry with what is found of it, in the words of its form. */
export interface JudgedForm extends Pick<Judged, 'entry'> {
  readonly said: readonly FormFinding[];
}

let last:
  | { readonly data: unknown; readonly files: unknown; readonly judged: JudgedForm }
  | undefined;
let listed: readonly ListedEntry[] = [];
const listeners = new Set<() => void>();

/** Reads the entries that are published, so that ids that are taken are known. */
export async function readListed(): Promise<void> {
  listed = await entryList(true);
}

/**
 * What is found of an entry as its form holds it; the same again while nothing changes. Nothing until the rules are here:
 * who watches is told then.
 */
export function judgedForm(entry: ImmutableMap): JudgedForm | undefined {
  const judge = judgeNow();
  if (judge) return judgedBy(judge, entry);
  // Where they do not come a save says so.
  judging().then(tell, () => undefined);
  return undefined;
}

/** The same, waiting for the rules. */
export async function judgedWhole(entry: ImmutableMap): Promise<JudgedForm> {
  return judgedBy(await judging(), entry);
}

function judgedBy(judge: Judge, entry: ImmutableMap): JudgedForm {
  const data = entry.get('data');
  const files = entry.get('mediaFiles');
  if (last && last.data === data && last.files === files) return last.judged;
  const judged = judgedData(judge, entry, (data as ImmutableMap | undefined)?.toJS() ?? {});
  last = { data, files, judged };
  window.setTimeout(tell);
  return judged;
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** What is found of the form that is open, as it was last judged. */
export const findingsNow = (): readonly FormFinding[] => last?.judged.said ?? [];

export function forgetFindings(): void {
  last = undefined;
}

export function watchFindings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function judgedData(judge: Judge, entry: ImmutableMap, data: Record<string, unknown>): JudgedForm {
  const path = pathOf(entry, data);
  const judged = judge(
    editor.facts.county,
    editor.files,
    unpack(toFile(data)),
    path,
    filesOf(data),
  );
  const kind = isKindId(data['kind'])
    ? data['kind']
    : editor.kindOf(String(entry.get('collection')));
  const own = path.replace(/^content\//, '');
  const placeOf = (file: string): Place => {
    if (file === own) return 'entry';
    return file === csvPath(own) ? 'rows' : 'interpretation';
  };
  const isNew = entry.get('newRecord') === true;
  const slips = formSlips(data, {
    isNew,
    path,
    hasItem: collectionName(kind) !== String(entry.get('collection')),
    taken: takenBy(isNew),
  });
  // The form says better what an id, an item or a day has to be than what comes of their lack.
  const said = judged.findings
    .map((each) => formFinding(each, kind, placeOf(each.file)))
    .filter(({ name, rule }) => !slips.some((slip) => slip.name === name && covers(rule)));
  const { entry: made } = judged;
  return {
    ...(made === undefined ? {} : { entry: made }),
    said: [...slips, ...said, ...originSlip(data, said)],
  };
}

/** What a demonstration demands is told before the other fields are right, by which the rules would find it. */
function originSlip(
  { source, example }: Record<string, unknown>,
  said: readonly FormFinding[],
): FormFinding[] {
  if (!editor.facts.demo || example === true || String(source ?? '').trim() !== '') return [];
  if (said.some(({ name, rule }) => name === 'source' || rule === 'shape/origin-missing'))
    return [];
  return [
    {
      rule: 'shape/origin-missing',
      level: 'error',
      name: 'source',
      message: '没有写明内容的来源，也没有标为示例',
      mend: '真实内容填写“来源”，写明文件名称和所在位置；示例内容打开“示例”',
    },
  ];
}

const covers = (rule: string): boolean =>
  /^shape\/(?:misplaced|year-mismatch|file-name|missing-field|duplicate-id|unknown-item)$/.test(
    rule,
  );

/** Says which published entry has an id already; an entry that stands there has its own. */
const takenBy =
  (isNew: boolean) =>
  (id: string, beside = false): string | undefined => {
    if (!isNew && !beside) return undefined;
    const found = listed.find((each) => each.id === id);
    return found && `《${found.title}》（${dateInWords(found.published)}）`;
  };

/** The names of the files that are listed as attachments, and those that the text shows. */
function filesOf(data: Record<string, unknown>): string[] {
  const given = data['attachments'];
  const listed = Array.isArray(given) ? given : [];
  const attached = listed.flatMap((each: { file?: unknown }) =>
    typeof each?.file === 'string' && each.file !== '' ? [each.file] : [],
  );
  const body = String(data['body'] ?? '');
  const own = `](${String(data['id'] ?? '')}/`;
  const shown = body
    .split(own)
    .slice(1)
    .map((rest) => /^[^)\s]*/.exec(rest)?.[0] ?? '');
  return [...new Set([...attached, ...shown])].filter((name) => name !== '');
}

/** Where the entry stands, or will stand once it is saved. */
export function pathOf(entry: ImmutableMap, data: Record<string, unknown>): string {
  const known = entry.get('path');
  if (typeof known === 'string' && known !== '') return known;
  const collection = String(entry.get('collection'));
  const folder = editor.folders.get(collection) ?? `content/${editor.facts.county}/_notice`;
  const year = String(data['published'] ?? '').slice(0, 4) || '0000';
  const item =
    collection === collectionName(editor.kindOf(collection))
      ? ''
      : `${data['item'] || '_general'}/`;
  return `${folder}/${item}${year}/${data['id'] || 'new-entry'}.md`;
}

/** The files that Decap holds for the entry: stored ones, chosen ones, and those of a draft. */
export function mediaOf(entry: ImmutableMap): readonly MediaFile[] {
  const list = plain(entry.get('mediaFiles'));
  return Array.isArray(list) ? (list as MediaFile[]) : [];
}

export interface MediaFile {
  readonly name: string;
  readonly path?: string;
  readonly size?: number;
  /** Chosen, and not stored yet. */
  readonly draft?: boolean;
  readonly file?: File;
  readonly url?: string;
  readonly displayURL?: unknown;
}
