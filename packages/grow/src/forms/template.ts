import { KINDS, type Kind, type KindId } from '@columns/content';
import { parseDocument } from 'yaml';
import { EXAMPLES } from './examples.ts';
import { type JsonSchema, jsonSchema } from './json-schemas.ts';

/** An entry that is begun: what is known of it goes before examples. */
export interface Begun {
  /** Values of fields by written names. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Lines that only who writes it reads, without their sign. */
  readonly notes: readonly string[];
  readonly body: string;
}

/** Fields that come first, wanted or not; the kind's own follow, then the rest. */
const FIRST = ['title', 'kind'];

/**
 * A file to copy and fill in: front matter with every field of a kind, those that must be written first,
 * each with its Chinese name and form; those that may be written are comments.
 */
export function template(kindId: KindId, begun?: Begun): string {
  const kind = KINDS[kindId] as Kind;
  const schema = jsonSchema(kind.schema, kind.name);
  const fields = Object.entries(schema.properties ?? {});
  const own = Object.keys(kind.shape);
  const rank = (name: string) => {
    if (FIRST.includes(name)) return FIRST.indexOf(name) - 10;
    return own.includes(name) ? 0 : 1;
  };
  const ordered = fields.toSorted(([a], [b]) => rank(a) - rank(b));
  const needed = (name: string) =>
    name in (begun?.fields ?? {}) ||
    schema.required?.includes(name) === true ||
    (NEEDED[kindId]?.includes(name) === true && !(begun && name === 'columns'));
  const lines = (wanted: boolean) =>
    ordered
      .filter(([name]) => needed(name) === wanted)
      .flatMap(([name, field]) => {
        const rows = fieldLines(kindId, [name], field, begun?.fields);
        return wanted ? rows : rows.map((row) => `# ${row}`);
      });
  return `${[
    '---',
    `#　${kind.name}：${kind.hint}`,
    ...(begun ? begun.notes.map((note) => `#　${note}`) : WHERE(kindId)),
    '#　括号中的文字换成实际内容；以“# ”开头的字段需要时去掉“# ”再填，不需要的删去',
    ...(begun ? [] : ['#　演示专栏还要写 source（来源）；虚构的内容写 example: true']),
    '',
    '#　必填',
    ...lines(true),
    '',
    '#　选填',
    ...lines(false),
    '---',
    '',
    ...(begun ? begun.body.split('\n') : kind.csv ? [] : ['（正文）', '']),
  ].join('\n')}`;
}

const WHERE = (kindId: KindId): readonly string[] => [
  '#　另存为 content/<县区>/<领域>/<事项>/<发布年份>/<编号>.md；',
  `#　不属于任何领域的存为 content/<县区>/_${kindId}/<发布年份>/<编号>.md`,
  '#　编号用小写英文字母、数字和连字符，如 school-list-2026；公开后不再改',
];

/** What the schema leaves open and the check asks for, one way or another. */
const NEEDED: Partial<Record<KindId, readonly string[]>> = {
  register: ['columns'],
  guide: ['place'],
  alert: ['colour', 'until'],
};

function fieldLines(
  kind: KindId,
  path: readonly string[],
  schema: JsonSchema,
  known: unknown = {},
): string[] {
  const key = path.at(-1) as string;
  const own = valueIn(known, key);
  const isWhole = own !== undefined && (typeof own !== 'object' || Array.isArray(own));
  const given = isWhole ? own : exampleOf(kind, path);
  const note = noteOf(schema);
  const end = note === '' ? '' : `  # ${note}`;
  if (given === undefined && schema.properties !== undefined)
    return [`${key}:${end}`, ...objectLines(kind, path, schema, own).map((row) => `  ${row}`)];
  const { items } = schema;
  if (given === undefined && items?.properties !== undefined) {
    const rows = objectLines(kind, path, items);
    // The sign of a list stands before the first field that is written.
    const first = rows.findIndex((row) => !row.startsWith('#'));
    const head = rows.map((row, index) => `${index === first ? '  - ' : '    '}${row}`);
    return [`${key}:${end}`, ...head];
  }
  return [`${key}: ${inline(given ?? sample(schema))}${end}`];
}

function objectLines(
  kind: KindId,
  path: readonly string[],
  schema: JsonSchema,
  known?: unknown,
): string[] {
  const fields = Object.entries(schema.properties ?? {});
  // An object without any field written would be nothing at all to YAML.
  const required = schema.required?.length ? schema.required : [fields[0]?.[0]];
  const needed = ([name]: [string, JsonSchema]) => required.includes(name);
  const made = (list: typeof fields) =>
    list.flatMap(([name, field]) => fieldLines(kind, [...path, name], field, known));
  return [
    ...made(fields.filter(needed)),
    ...made(fields.filter((each) => !needed(each))).map((row) => `# ${row}`),
  ];
}

function valueIn(known: unknown, key: string): unknown {
  return typeof known === 'object' && known !== null ? Reflect.get(known, key) : undefined;
}

function exampleOf(kind: KindId, path: readonly string[]): unknown {
  const name = path.join('.');
  return EXAMPLES[kind]?.[name] ?? EXAMPLES['*']?.[name];
}

/** A value that the schema allows. */
function sample(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.anyOf?.[0] !== undefined) return sample(schema.anyOf[0]);
  switch (schema.type) {
    case 'boolean':
      return true;
    case 'array':
      return schema.items === undefined ? [] : [sample(schema.items)];
    case 'integer':
    case 'number':
      return 0;
    case 'object':
      return {};
    default:
      return 'https://www.example.gov.cn/';
  }
}

/** 标题：说明；可选值或写法. */
function noteOf({ title = '', description, ...schema }: JsonSchema): string {
  const inner = schema.items ?? schema;
  const choices = inner.enum === undefined ? '' : `可选：${inner.enum.join('、')}`;
  const form = (inner.patternErrorMessage ?? '').replace('应为：', '');
  const said = [description, choices, GENERIC.test(form) ? '' : form].filter(
    (part) => part !== undefined && part !== '',
  );
  const only = schema.const === undefined || title !== '体裁' ? said : ['不改'];
  return only.length === 0 ? title : `${title}：${only.join('；')}`;
}

/** Forms that every text has need no telling. */
const GENERIC = /^(?:一行不为空|不为空的文字)/;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object') return '{}';
  if (typeof value !== 'string') return String(value);
  const plain =
    !/[,[\]{}"'#&*!|>%@`]|: |^[-?\s]/.test(value) &&
    parseDocument(value, { schema: 'core', version: '1.2' }).toJS() === value;
  return plain ? value : JSON.stringify(value);
}
