import { GENERAL, KIND_IDS, KINDS, type Kind, type KindId } from '@columns/content';
import { ID_PATTERN, LONGEST_ID } from '@columns/standard';
import type { DecapCollection, DecapField } from './decap.ts';
import type { DomainFacts, EditorFacts } from './facts.ts';
import { kindFields } from './fields.ts';

/** Fields of the form that stand in no front matter: they make the path, or files beside the entry. */
export const PATH_FIELDS = ['id', 'item', 'filed'] as const;
export const BESIDE_FIELDS = ['body', 'rows', 'interpretation'] as const;
export const FORM_FIELDS: readonly string[] = [...PATH_FIELDS, ...BESIDE_FIELDS];

/** The most rows that are edited one by one; more come as a file. */
export const MOST_ROWS = 500;

/** What an officer fills first, in this order; the rest follows as the schema has it. */
const FIRST = ['title', 'unit', 'published', 'formed', 'doc-number'];
const LAST = ['attachments', 'attribute'];

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
export function collections(facts: EditorFacts, domain?: string): DecapCollection[] {
  const found = facts.domains.find(({ id }) => id === domain);
  return KIND_IDS.map((kind) => collection(kind, found, kindFields(kind), facts));
}

function collection(
  id: KindId,
  domain: DomainFacts | undefined,
  fields: readonly DecapField[],
  facts: EditorFacts,
): DecapCollection {
  const kind = KINDS[id] as Kind;
  const where = domain?.name ?? '不分领域';
  return {
    name: collectionName(id, domain?.id),
    label: kind.name,
    label_singular: kind.name,
    description: `${facts.name}｜${where}｜${kind.name}：${kind.hint}`,
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
    sortable_fields: ['published', 'title'],
    media_folder: '{{filename}}',
    public_folder: '',
    fields: formFields(kind, domain, fields),
  };
}

function formFields(
  kind: Kind,
  domain: DomainFacts | undefined,
  fields: readonly DecapField[],
): DecapField[] {
  const own = Object.keys(kind.shape);
  const rank = ({ name, required }: DecapField) => {
    if (FIRST.includes(name)) return FIRST.indexOf(name);
    if (own.includes(name)) return 20;
    if (LAST.includes(name)) return 40 + LAST.indexOf(name);
    return required ? 60 : 61;
  };
  const byRank = (from: number, to: number) =>
    fields
      .map((field) => [rank(field), field] as const)
      .filter(([n]) => n >= from && n < to)
      .sort(([a], [b]) => a - b)
      .map(([, field]) => today(field));
  const [title, ...rest] = byRank(0, 20);
  return [
    { name: 'kind', label: '体裁', widget: 'hidden', required: true, default: kind.id },
    title as DecapField,
    ID_FIELD,
    ...(domain ? [itemField(domain)] : []),
    ...rest,
    ...byRank(20, 40),
    ...(kind.csv ? [ROWS_FIELD] : []),
    bodyField(kind),
    ...(kind.id === 'policy' ? [interpretationField()] : []),
    ...byRank(40, 100),
  ];
}

/** An entry is published on the day it is written, unless the officer says otherwise. */
const today = (field: DecapField): DecapField =>
  field.name === 'published' ? { ...field, default: '{{now}}' } : field;

const ID_FIELD: DecapField = {
  name: 'id',
  label: '编号',
  widget: 'columns-id',
  required: true,
  hint: '网址的一部分，发布后不变：小写英文字母、数字和连字符，如 school-list-2023；全县不重复',
  pattern: [
    ID_PATTERN.source,
    `应为：小写英文字母、数字和连字符，如 school-list-2023；不超过 ${LONGEST_ID} 个字符，不用 con、aux、nul 等 Windows 保留的名字`,
  ],
};

function itemField(domain: DomainFacts): DecapField {
  const items = domain.items.map(({ id, name }) => ({ label: name, value: id }));
  return {
    name: 'item',
    label: '公开事项',
    widget: 'columns-item',
    required: true,
    hint: '标准目录中的事项；不属于任何一项的，选“本领域其他”',
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
  required: false,
  hint: `${MOST_ROWS} 行以内在这里逐格填写，也可从 Excel 复制后粘贴；更多的用文件`,
};

/** A policy's interpretation in the same pull request; later it is edited where interpretations are. */
function interpretationField(): DecapField {
  const all = kindFields('interpretation');
  const pick = (name: string) => all.find((field) => field.name === name) as DecapField;
  return {
    name: 'interpretation',
    label: '同时发布的解读',
    widget: 'list',
    required: false,
    max: 1,
    collapsed: false,
    label_singular: '解读',
    hint: '和本文件进同一个合并请求；发布后到“政策解读”中修改',
    fields: [
      pick('title'),
      ID_FIELD_PLAIN,
      pick('form'),
      pick('by'),
      { name: 'body', label: '解读正文', widget: 'columns-body', required: true },
    ],
  };
}

const ID_FIELD_PLAIN: DecapField = { ...ID_FIELD, widget: 'string' };
