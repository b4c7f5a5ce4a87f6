import { KIND_IDS, KINDS, type Kind, type KindId } from '@columns/content';
import { parse } from 'yaml';
import { ImportFailure } from '../failure.ts';

/**
 * `--set 字段=值` as fields; the field by its written or its Chinese name (`published`, `发布日期`), the value as YAML
 * (`true`, `[a, b]`, `{type: 主动}`) or as it is said: several by 、, a day as 2026年7月1日.
 */
export function parseSettings(settings: readonly string[], kind?: KindId): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name, text = ''] =
        /^([a-z]+(?:-[a-z]+)*|[\p{Script=Han}（）()]+)=(.*)$/su.exec(setting) ?? [];
      if (name === undefined) {
        throw new ImportFailure(
          'bad-option',
          `--set“${setting}”写法不对`,
          '写作 --set 字段=值，如 --set 发布日期=2026-05-29',
        );
      }
      const key = /^[a-z]/.test(name) ? name : keyNamed(name, kind);
      return [key, settingValue(text.trim(), schemaOf(key, kind))];
    }),
  );
}

/** The written name of a field that is called so in Chinese: of the kind, else of any. */
function keyNamed(name: string, kind: KindId | undefined): string {
  const wanted = bare(name);
  const kinds = kind === undefined ? KIND_IDS : [kind];
  const found = new Set(
    kinds.flatMap((id) =>
      Object.entries(shapeOf(id)).flatMap(([key, field]) =>
        bare(field.meta()?.title ?? '') === wanted ? [key] : [],
      ),
    ),
  );
  const [key] = found;
  if (key !== undefined && found.size === 1) return key;
  const known = Object.values(shapeOf(kind ?? 'notice')).map((field) => field.meta()?.title);
  throw new ImportFailure(
    'bad-option',
    key === undefined ? `--set 没有字段“${name}”` : `--set“${name}”可以是 ${[...found].join('、')}`,
    key === undefined
      ? `可用的字段：${known.filter((title) => title !== undefined).join('、')}`
      : '写英文字段名，或同时用 --kind 写明体裁',
  );
}

const shapeOf = (id: KindId): Record<string, Field> =>
  (KINDS[id] as Kind).schema.shape as unknown as Record<string, Field>;

/** What is asked of a field's schema: its name, its sort, and what stands inside it. */
interface Field {
  meta(): { readonly title?: string } | undefined;
  readonly def: {
    readonly type: string;
    readonly innerType?: Field;
    readonly shape?: Readonly<Record<string, Field>>;
  };
}

const bare = (name: string): string => name.replaceAll(/[（(].*?[）)]|\s/g, '');

function schemaOf(key: string, kind: KindId | undefined): Field | undefined {
  const kinds = kind === undefined ? KIND_IDS : [kind];
  let schema = kinds.map((id) => shapeOf(id)[key]).find((each) => each !== undefined);
  while (schema?.def.type === 'optional') schema = schema.def.innerType;
  return schema;
}

function settingValue(text: string, schema: Field | undefined): unknown {
  const said = yaml(text);
  if (typeof said !== 'string') return said;
  if (schema?.def.type === 'array')
    return said
      .split(/[、，,；;]/)
      .map((each) => each.trim())
      .filter(Boolean);
  if (schema?.def.type === 'object') {
    // 公开属性=主动: what such a block says first.
    const [first] = Object.keys(schema.def.shape ?? {});
    return first === undefined ? said : { [first]: said };
  }
  return dayOf(said) ?? said;
}

function yaml(text: string): unknown {
  try {
    const value: unknown = parse(text, { schema: 'core', version: '1.2' });
    // A title that is a number is still a title.
    return typeof value === 'number' ? text : value;
  } catch {
    return text;
  }
}

/** 2026年7月1日 and 2026/7/1 as days; nothing where a text is more than a day. */
function dayOf(text: string): string | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  return year === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
