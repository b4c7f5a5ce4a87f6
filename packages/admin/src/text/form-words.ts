import type { Finding } from '@columns/check';
import { KINDS, type Kind, type KindId } from '@columns/content';
import type { z } from 'zod';
import { inner } from '../config/fields.ts';

/** A finding as the form shows it: in the words of its labels, with the field that it belongs to. */
export interface FormFinding {
  readonly rule: string;
  readonly level: Finding['level'];
  /** The field of the form, by its name at the top; nothing where it is of none. */
  readonly name?: string;
  /** The field as officers know it: `附件 第 2 项 名称`. */
  readonly label?: string;
  readonly message: string;
  /** What would be right, where the message does not say it. */
  readonly expected?: string;
  readonly mend: string;
}

/** What a finding is of: the entry's own file, its table, or its interpretation. */
export type Place = 'entry' | 'rows' | 'interpretation';

type Words = { readonly message?: string; readonly mend?: string; readonly name?: string };

/** What the form says instead, where the rule speaks of files. */
const WORDS: Readonly<Record<string, Words>> = {
  'shape/missing-field': { mend: '请填写' },
  'shape/unknown-choice': { mend: '从列表中选一个' },
  'shape/bad-format': { mend: '照“应为”的写法改正' },
  'shape/impossible-date': { mend: '写成 2026-07-01 或 2026年7月1日' },
  'shape/wrong-type': { mend: '照“应为”的写法重写' },
  'shape/origin-missing': {
    name: 'source',
    mend: '真实内容填写“来源”，写明文件名称和所在位置；示例内容打开“示例”',
  },
  'shape/body-missing': { name: 'body', mend: '填写正文，或在“附件”中加上文件' },
  'shape/body-not-allowed': {
    name: 'body',
    mend: '删去正文、数据表和附件，只留其他项目，概述、关键词也不透露内容；可以公开的，把“公开方式”改为“主动”',
  },
  'shape/csv-missing': {
    name: 'rows',
    message: '数据表还没有填',
    mend: '点“添加一行”填写，或选用 Excel 文件',
  },
  'shape/csv-syntax': { name: 'rows', mend: '核对：第一行是列名，每列都有名称' },
  'shape/csv-column-missing': { name: 'rows', mend: '在数据表中补上这一列；名称不同的，改正列名' },
  'shape/csv-column-unknown': { name: 'rows', mend: '改正列名，或从数据表中删去这一列' },
  'shape/csv-column-duplicate': { name: 'rows' },
  'shape/csv-total': {
    name: 'rows',
    mend: '核对合计和各项；“其中：”开头的行不计入；确因四舍五入略有出入的，打开“四舍五入”',
  },
  'shape/misplaced': {
    name: 'id',
    message: '编号写得不对，定不下网址',
    mend: '编号用小写英文字母、数字和连字符',
  },
  'shape/year-mismatch': {
    name: 'published',
    message: '发布日期的年份与网址中的年份不同',
    mend: '改回原来的年份；年份确实写错的，用“复制成新的一条”另存，再撤回这一条',
  },
  'shape/file-name': {
    name: 'id',
    message: '编号写得不对',
    mend: '编号用小写英文字母、数字和连字符，如 school-list-2026',
  },
  'shape/path-too-long': { name: 'id', message: '编号或附件的文件名太长', mend: '把编号改短' },
  'shape/duplicate-id': {
    name: 'id',
    message: '这个编号已经有别的信息在用',
    mend: '换一个编号，如在后面加 -2',
  },
  'shape/unknown-unit': { name: 'unit', mend: '从列表中选一个单位' },
  'shape/unknown-item': { name: 'item', mend: '从列表中选一个事项' },
  'shape/unknown-field': { mend: '这一项在表单里改不了，请告诉维护人员' },
  'shape/front-matter-missing': {
    message: '这个文件读不出来',
    mend: '请告诉维护人员',
  },
  'shape/yaml-syntax': { message: '这个文件读不出来', mend: '请告诉维护人员' },
  'shape/unknown-kind': { mend: '请告诉维护人员' },
  'shape/attachment-unlisted': { name: 'attachments', mend: '在“附件”中列出它，或删去' },
  'shape/attachment-missing': { name: 'attachments' },
  'shape/attachment-path': {
    name: 'body',
    message: '正文中的一个图片或附件读者打不开',
    mend: '删去它，把文件重新加上',
  },
  'text/merged-cells': { name: 'rows' },
  'shape/attachment-repeated': { name: 'attachments', mend: '去掉一项，或换成另一个文件' },
  'shape/attachment-name': {
    name: 'attachments',
    mend: '去掉这一项，把文件重新加上：名字会自动换成拼音，中文名称写在“名称”里',
  },
  'completeness/document-files': { name: 'attachments', mend: '在“附件”中加上这个文件' },
  'safety/seen-by-person': {
    name: 'attachments',
    mend: '打开看一遍，没有个人信息和不应公开的内容的，在这一项填写“已由人看过”；能换成文字版的，换成文字版',
  },
  'safety/html-outside-dialect': {
    name: 'body',
    mend: '把尖括号连同其中的内容删去，只留文字',
  },
  'safety/mdx-syntax': { name: 'body', mend: '检查尖括号、花括号和组件是否成对' },
  'safety/image-outside': { name: 'body', mend: '用“图片”按钮把图片加进正文' },
  'safety/link-scheme': { name: 'body' },
  'text/long-paragraph': { name: 'body', mend: '用空行分成几段；是表格的，改成表格或名录' },
  'text/unused-note': { name: 'body', mend: '在正文要注释的地方引用它；不是脚注的，删去' },
  'duplicates/same': { mend: '只留一条；属于几个事项的，写在“同时列入的事项”里' },
  'duplicates/wrong-domain': { name: 'unit', mend: '核对发布机构和领域' },
  'law/review': { name: 'review', mend: '填写“发布审核”；不写个人姓名' },
  'language/typo': { mend: '核对后改正；原文确是如此的，加引号或书名号' },
  'language/doubled': { mend: '核对后删去多余的字' },
  'links/unlisted-host': { mend: '核对网址；确需链接的，请维护人员把这个网站加入清单' },
  'completeness/elements': { mend: '核对后补上；已有而用词不同的，改用目录中的词' },
  'completeness/guide-reference': {
    mend: '办理场所选服务场所，相关政策选政策文件，在这里办的事项选办事指南',
  },
  'completeness/place-outside': { mend: '核对坐标和坐标系' },
  'completeness/project-stages': {
    mend: '在各阶段的公开信息中补上；还没有形成的，形成后补；确实不涉及的，写明原因',
  },
  'timing/project-progress': {
    mend: '补上最近的进度；按节点公开的，选“按节点”；已经竣工的，填写竣工日期',
  },
};

/** Names of files, as officers know what is in them. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/departments\.yaml(?:（[^）]*）)?/g, '部门名单'],
  [/towns\.yaml(?:（[^）]*）)?/g, '乡镇名单'],
  [/institutions\.yaml/g, '公共企事业单位名单'],
  [/catalogue\.yaml/g, '本县区的目录'],
  [/(?:county|check|gone)\.yaml(?: 的 [\w.-]+)?/g, '县区的设置'],
  [/在?同名(?:的)? ?\.md 文件(?:的|中)/g, '表单'],
  [/（体裁 [a-z-]+）/g, ''],
  [/\.csv|CSV/g, '数据表'],
];

/** A finding in the words of the form of its kind. Pure. */
export function formFinding(finding: Finding, kind: KindId, place: Place = 'entry'): FormFinding {
  const { rule, level } = finding;
  const own = WORDS[rule] ?? {};
  const path = (finding.field ?? '').replace(/（[^）]*）$/, '');
  const top = /^[\w-]+/.exec(path)?.[0];
  const labels = labelsOf(place === 'interpretation' ? 'interpretation' : kind);
  const name = nameOf(place, top, finding, own);
  const label = place === 'entry' ? labelOf(finding.field, labels) : undefined;
  const column = place === 'rows' ? finding.field : undefined;
  const expected = expectedOf(finding, labels);
  const shown = label ?? (place === 'rows' ? tablePlace(finding, column) : undefined);
  return {
    rule,
    level,
    ...(name === undefined ? {} : { name }),
    ...(shown === undefined ? {} : { label: shown }),
    message: own.message ?? missing(finding) ?? withoutFiles(finding.message),
    ...(expected === undefined ? {} : { expected }),
    mend: own.mend ?? plainWords(finding.mend, labels),
  };
}

/** One sentence: what is wrong, what would be right, what to do. */
export function sentenceOf({ label, message, expected, mend }: FormFinding): string {
  const said = expected === undefined || `${message}${mend}`.includes(expected);
  return [
    label === undefined ? '' : `${label}：`,
    message,
    '。',
    said ? '' : `应为：${expected}。`,
    mend,
    '。',
  ]
    .join('')
    .replaceAll('。。', '。');
}

function nameOf(
  place: Place,
  top: string | undefined,
  { field }: Finding,
  own: Words,
): string | undefined {
  if (place === 'interpretation') return 'interpretation';
  if (place === 'rows') return 'rows';
  if (field === '正文') return 'body';
  return top ?? own.name;
}

const tablePlace = ({ line }: Finding, column: string | undefined): string =>
  `${line > 1 ? `第 ${line - 1} 行` : '表头'}${column === undefined ? '' : `“${column}”`}`;

function missing({ rule, message }: Finding): string | undefined {
  if (rule !== 'shape/missing-field') return undefined;
  return /格/.test(message) ? '这一格没有填' : '还没有填';
}

/** Not where it only repeats that something is to be written. */
function expectedOf({ rule, expected }: Finding, labels: Labels): string | undefined {
  if (expected === undefined || rule === 'shape/unknown-field') return undefined;
  if (rule.startsWith('shape/csv') || rule === 'shape/misplaced') return undefined;
  return plainWords(forForm(expected), labels);
}

/** What the schema asks of a file in what the form asks of an officer. */
export function forForm(expected: string): string {
  return expected
    .replace(/（全是数字时请加引号）/, '')
    .replace(/加引号的短号，如 "(\d+)"/, '短号，如 $1')
    .replace(/加引号的“年-月”，如 "([\d-]+)"/, '“年-月”，如 $1')
    .replace(/；分段时在冒号后写 \|，下一行起缩进，每段一行/, '')
    .replace(
      /信息的编号（文件名去掉扩展名），上级文件前加“上级编号\/”/,
      '信息的编号，或按标题查找',
    );
}

type Labels = ReadonlyMap<string, string>;
const held = new Map<KindId, Labels>();

/** The labels of a kind's fields by their names, those at the top before those inside. */
function labelsOf(kind: KindId): Labels {
  const before = held.get(kind);
  if (before) return before;
  const labels = new Map<string, string>();
  let level: Record<string, z.ZodType>[] = [(KINDS[kind] as Kind).schema.shape as never];
  while (level.length > 0) {
    const next: Record<string, z.ZodType>[] = [];
    for (const shape of level) {
      for (const [name, given] of Object.entries(shape)) {
        const title = titleOf(given);
        if (title !== undefined && !labels.has(name)) labels.set(name, title);
        const below = shapeIn(given);
        if (below) next.push(below);
      }
    }
    level = next;
  }
  held.set(kind, labels);
  return labels;
}

const titleOf = (given: z.ZodType): string | undefined =>
  (given.meta()?.title ?? inner(given).schema.meta()?.title) as string | undefined;

function shapeIn(given: z.ZodType): Record<string, z.ZodType> | undefined {
  let { schema } = inner(given) as { schema: z.ZodType & { element?: z.ZodType; shape?: unknown } };
  if (schema.element) schema = inner(schema.element).schema as typeof schema;
  return schema.shape as Record<string, z.ZodType> | undefined;
}

/** `attachments 第 1 项 file（文件）` → 附件 第 1 项 文件; `attribute.type（公开方式）` → 公开方式. */
function labelOf(field: string | undefined, labels: Labels): string | undefined {
  if (field === undefined) return undefined;
  if (field === '正文') return '正文';
  const own = /（([^）]*)）$/.exec(field)?.[1];
  const path = field.replace(/（[^）]*）$/, '');
  if (!/第 \d+ 项/.test(path)) return own ?? (/^[\w.-]+$/.test(path) ? undefined : path);
  return path.replaceAll(/[\w-]+/g, (name) =>
    /^\d+$/.test(name) ? name : (labels.get(name) ?? ''),
  );
}

/** What a rule advises, with labels where it has names of fields. What stands in quotation marks stays. */
function plainWords(text: string, labels: Labels): string {
  return withoutFiles(text)
    .split(/(“[^”]*”)/)
    .map((part, index) => (index % 2 === 1 ? part : labelled(part, labels)))
    .join('')
    .replaceAll(/ (?=“)|(?<=”) (?=\p{Script=Han})/gu, '');
}

const labelled = (text: string, labels: Labels): string =>
  text.replaceAll(/(?<![\w./:@-])[a-z]+(?:-[a-z]+)*(?![\w/.:@-])/g, (name) => {
    const label = labels.get(name);
    return label === undefined ? name : `“${label}”`;
  });

function withoutFiles(text: string): string {
  let plain = text;
  for (const [file, words] of FILES) plain = plain.replaceAll(file, words);
  return plain;
}
