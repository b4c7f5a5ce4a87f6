import { GENERAL, KIND_IDS, KINDS, type Kind, type KindId } from '@columns/content';
import { ID_PATTERN, LONGEST_ID } from '@columns/standard';
import type { DecapCollection, DecapField } from './decap.ts';
import { type DomainFacts, type EditorFacts, itemLabel } from './facts.ts';
import { kindFields } from './fields.ts';
import { inForm } from './in-form.ts';

/** Fields of the form that stand in no front matter: they make the path, or files beside the entry. */
export const PATH_FIELDS = ['id', 'item', 'filed'] as const;
export const BESIDE_FIELDS = ['body', 'rows', 'interpretation', 'more'] as const;
export const FORM_FIELDS: readonly string[] = [...PATH_FIELDS, ...BESIDE_FIELDS];

/** What an officer fills first, in this order. */
const FIRST = ['unit', 'published', 'form', 'issuer'];
/** Of documents also by what they are known. */
const DOCUMENT: Partial<Record<KindId, readonly string[]>> = {
  policy: ['doc-number', 'formed'],
  notice: ['doc-number'],
};
/** What is filled after the text; the rest waits under 更多. */
const AFTER = ['attachments'];
/** What a demonstration must tell of each entry; elsewhere it waits under 更多. */
const ORIGIN = ['source', 'example'];

/** `notice--compulsory-education`, and `notice` for what belongs to no domain. */
export function collectionName(kind: KindId, domain?: string): string {
  return domain === undefined ? kind : `${kind}--${domain}`;
}

/** The kind and domain that a collection is for. */
export function readCollectionName(name: string): { kind: KindId; domain?: string } {
  const [kind, domain] = name.split('--') as [KindId, string | undefined];
  return domain === undefined ? { kind } : { kind, domain };
}

/**
 * A collection for each kind in a domain, or for each kind in none: none lists more than one kind of
 * one domain, of the years that the officer asked for (`browser/narrow.ts`).
 */
export function collections(
  facts: EditorFacts,
  domain?: string,
  begin: FormDefaults = { today: '' },
): DecapCollection[] {
  const found = facts.domains.find(({ id }) => id === domain);
  return KIND_IDS.map((kind) => collection(kind, found, facts, begin));
}

function collection(
  id: KindId,
  domain: DomainFacts | undefined,
  facts: EditorFacts,
  begin: FormDefaults,
): DecapCollection {
  const kind = KINDS[id] as Kind;
  const where = domain?.name ?? '不分领域';
  return {
    name: collectionName(id, domain?.id),
    label: kind.name,
    label_singular: kind.name,
    description: `${facts.name}｜${where}｜${kind.name}：${kind.hint.replace(/，?数据放在同名 \.csv 文件中/, '')}`,
    folder: `content/${facts.county}/${domain?.id ?? `_${id}`}`,
    // Contract 1: the year is that of `published`; `browser/main.ts` sets it when the entry is saved.
    path: `${domain ? '{{item}}/' : ''}{{filed}}/{{slug}}`,
    slug: '{{fields.id}}',
    identifier_field: 'title',
    extension: 'md',
    format: 'columns-entry',
    create: true,
    // What was published is withdrawn, with its reason; it keeps its address (contract 2).
    delete: false,
    filter: { field: 'kind', value: id },
    summary: '{{published}} {{title}}',
    // Newest first; officers may choose otherwise.
    sortable_fields: [{ field: 'published', default_sort: 'desc' }, { field: 'title' }],
    media_folder: '{{filename}}',
    public_folder: '',
    fields: formFields(kind, domain, kindFields(id), facts, begin),
  };
}

/**
 * The form: what every entry needs first, then what its kind must have, the text and the files. All else is
 * under 更多, where it is out of the way until it is filled.
 */
function formFields(
  kind: Kind,
  domain: DomainFacts | undefined,
  given: readonly DecapField[],
  facts: EditorFacts,
  begin: FormDefaults,
): DecapField[] {
  const fields = given
    .map(inForm)
    .map((field) => withDefault(field, begin))
    // 清单种类 is one of the known forms, or a name of its own.
    .map((field) =>
      kind.id === 'register' && field.name === 'form'
        ? { ...field, widget: 'columns-form-name' }
        : field,
    );
  const own = Object.keys(kind.shape);
  const taken = new Set<string>();
  const take = (wanted: (field: DecapField) => boolean): DecapField[] => {
    const found = fields.filter((field) => !taken.has(field.name) && wanted(field));
    for (const { name } of found) taken.add(name);
    return found;
  };
  const named = (names: readonly string[]) =>
    names.flatMap((name) => take((field) => field.name === name));
  const title = named(['title']);
  // One of the two must be there: neither is called optional.
  const origin = facts.demo ? named(ORIGIN).map((field) => ({ ...field, required: true })) : [];
  const first = named([...FIRST, ...(DOCUMENT[kind.id as KindId] ?? [])]);
  const needed = take(({ name, required }) => own.includes(name) && required);
  const after = named(AFTER);
  const rest = [...take(({ name }) => own.includes(name)), ...take(() => true)];
  return [
    { name: 'kind', label: '体裁', widget: 'hidden', required: true, default: kind.id },
    ...title,
    ID_FIELD,
    ...origin,
    ...(domain ? [itemField(domain)] : []),
    ...first,
    ...needed,
    ...(kind.csv ? [ROWS_FIELD] : []),
    bodyField(kind),
    ...after,
    ...(kind.id === 'policy' ? [interpretationField()] : []),
    MORE_FIELD,
    ...rest,
  ];
}

/** What a new entry begins with. */
export interface FormDefaults {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The unit that the officer chose last. */
  readonly unit?: string;
}

/** An entry is published on the day it is written, by the unit of the last one, unless the officer says otherwise. */
function withDefault(field: DecapField, { today, unit }: FormDefaults): DecapField {
  if (field.name === 'published') return { ...field, default: today };
  return field.name === 'unit' && unit !== undefined ? { ...field, default: unit } : field;
}

const ID_FIELD: DecapField = {
  name: 'id',
  label: '网址编号',
  widget: 'columns-id',
  required: true,
  hint: '网页地址的最后一段，按标题自动写成拼音，也可以自己改；发布后不变，全县不重复',
  pattern: [
    ID_PATTERN.source,
    `应为：小写英文字母、数字和连字符，如 school-list-2023；不超过 ${LONGEST_ID} 个字符，不用 con、aux、nul 等 Windows 保留的名字`,
  ],
};

function itemField(domain: DomainFacts): DecapField {
  const items = domain.items.map((item) => ({ label: itemLabel(domain, item), value: item.id }));
  return {
    name: 'item',
    label: '公开事项',
    widget: 'columns-item',
    required: true,
    hint: '输入名称中的字查找；不属于任何一项的，选“本领域其他”',
    options: [...items, { label: '本领域其他', value: GENERAL }],
  };
}

function bodyField(kind: Kind): DecapField {
  return {
    name: 'body',
    label: '正文',
    // Ours: Decap's rich widget writes a whole text anew on any edit.
    widget: 'columns-body',
    required: false,
    hint:
      kind.body === 'required'
        ? '可以从 Word、Excel 和网页复制后粘贴。只有附件、没有正文的可以空着。依申请公开、不予公开的不写正文'
        : '可以从 Word、Excel 和网页复制后粘贴；可以空着',
  };
}

const ROWS_FIELD: DecapField = {
  name: 'rows',
  label: '数据表',
  widget: 'columns-rows',
  required: true,
  hint: '逐格填写，也可以从 Excel 复制后粘贴，或选用 Excel 文件',
};

/** Folds away all fields below it; it has no value. */
const MORE_FIELD: DecapField = {
  name: 'more',
  label: '更多',
  widget: 'columns-more',
  required: false,
};

/** A policy's interpretation in the same pull request; later it is edited where interpretations are. */
function interpretationField(): DecapField {
  const all = kindFields('interpretation').map(inForm);
  const pick = (name: string) => all.find((field) => field.name === name) as DecapField;
  return {
    name: 'interpretation',
    label: '同时发布的解读',
    widget: 'list',
    required: false,
    max: 1,
    collapsed: false,
    label_singular: '解读',
    hint: '和本文件一起送审；发布后到“政策解读”中修改',
    fields: [
      pick('title'),
      ID_FIELD_PLAIN,
      pick('form'),
      pick('by'),
      { name: 'body', label: '解读正文', widget: 'columns-body', required: true },
    ],
  };
}

const ID_FIELD_PLAIN: DecapField = {
  ...ID_FIELD,
  widget: 'columns-id-beside',
  hint: '按解读的标题自动写成拼音，也可以自己改；发布后不变，全县不重复',
};
