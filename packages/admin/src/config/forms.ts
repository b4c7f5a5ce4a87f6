import { ID_PATTERN } from '@columns/standard';
import type { z } from 'zod';

/** How a text of a fixed form is asked for in the browser. */
export interface TextForm {
  readonly widget: 'string' | 'text' | 'columns-day' | 'columns-date' | 'columns-entry';
  /** What the whole text must match; JavaScript's own syntax, without what old browsers lack. */
  readonly pattern?: string;
}

const MOBILE_OR_IDENTITY = '(?:1[3-9]\\d{9}|\\d{17}[\\dXx])';
const NUMBER =
  '(?:0\\d{2,3}-\\d{7,8}(?:-\\d{1,6})?|[48]00-\\d{3}-?\\d{4}|1\\d{2}|1[02]\\d{3}|9[56]\\d{3,4})';

/**
 * A schema tells its form only by running it, and in the Chinese sentence with which it asks for it.
 * So that sentence names the form here; one that is missing stops the build of the editor, and
 * `schema-parity.test.ts` runs every pattern against the schema it stands for.
 */
const FORMS: Readonly<Record<string, TextForm>> = {
  '一行不为空的文字（全是数字时请加引号）': { widget: 'string', pattern: '^.*\\S.*$' },
  '一行不为空的文字，不含手机号和身份证号（也不写姓名、住址）': {
    widget: 'string',
    pattern: `^(?!(?:.*\\D)?${MOBILE_OR_IDENTITY}(?:[^\\dXx]|$)).*\\S.*$`,
  },
  '岗位或科室，不写个人姓名，如 政务公开岗': {
    widget: 'string',
    pattern:
      '^\\S{0,30}(?:岗|岗位|员|科|股|室|办|局|组|部|站|所|处|队|院|校|园|会|委|中心|政府|公司|负责人|主任|科长|股长|站长|所长|校长|院长|局长|秘书长|书记|[县区市镇乡]长)$',
  },
  '确实存在的日期，写作“年-月-日”，如 2023-05-29': { widget: 'columns-day' },
  '确实存在的日期，写作“年-月-日”，如 2023-05-29；只知道年月或年份的，只写到月或年，如 2023-05、2023':
    {
      widget: 'columns-date',
      pattern: '^(?:19[4-9]|2\\d\\d)\\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?$',
    },
  '存在的一期，如 2026-03、2026Q1（第一季度）、2026H1（上半年）、2026（全年）': {
    widget: 'string',
    pattern: '^\\d{4}(?:-(?:0[1-9]|1[0-2])|Q[1-4]|H[12])?$',
  },
  '小写英文字母、数字和连字符，如 school-list-2023': {
    widget: 'string',
    pattern: ID_PATTERN.source,
  },
  '确实存在的日期和时间，写作“年-月-日 时:分”，24小时制，如 2026-06-12 08:30': {
    widget: 'string',
    pattern:
      '^(?:19[4-9]|2\\d\\d)\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]) (?:[01]\\d|2[0-3]):[0-5]\\d$',
  },
  '“领域/事项”，如 compulsory-education/school-directory': {
    widget: 'string',
    pattern: '^[a-z0-9-]+/[a-z0-9-]+$',
  },
  '信息的编号（文件名去掉扩展名），上级文件前加“上级编号/”': {
    widget: 'columns-entry',
    pattern: '^(?:[a-z0-9-]+/)?[a-z0-9-]+$',
  },
  '“年份/编号”，如 2022/old-name': { widget: 'string', pattern: '^\\d{4}/[a-z0-9-]+$' },
  '机关代字加六角括号年份和序号，如 六政办秘〔2020〕94号': {
    widget: 'string',
    pattern: '^\\S+〔\\d{4}〕\\S*\\d+号$',
  },
  '不为空的文字；分段时在冒号后写 |，下一行起缩进，每段一行': {
    widget: 'text',
    pattern: '\\S',
  },
  '办公电话：区号-号码，如 0000-0000001，可加 -分机；400 电话；加引号的短号，如 "12345"；几个号码用“、”隔开；不写手机号':
    { widget: 'string', pattern: `^${NUMBER}(?:、${NUMBER})*$` },
  '每周星期几、每月第几个（或最后一个）星期几、每月几日（1 到 28）、每年几月几日，如 每月第一个星期三':
    {
      widget: 'string',
      pattern:
        '^每(?:周星期[一二三四五六日]|月(?:第[一二三四]个|最后一个)星期[一二三四五六日]|月(?:[1-9]|1\\d|2[0-8])日|年(?:[1-9]|1[0-2])月(?:[1-9]|1\\d|2[0-8])日)$',
    },
  '加引号的“年-月”，如 "2026-03"': {
    widget: 'string',
    pattern: '^(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])$',
  },
};

/** An address on the web: zod has a form of its own for it, and no Chinese. */
const WEB: TextForm & { expected: string } = {
  widget: 'string',
  pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/]+\\S*$',
  expected: '以 http:// 或 https:// 开头的网址',
};

/** The form of a text, with the sentence that asks for it. @throws Error for one that is not listed */
export function textForm(schema: z.ZodType): TextForm & { readonly expected: string } {
  const definition = schema.def as { format?: string };
  if (definition.format === 'url') return WEB;
  const expected = expectedOf(schema);
  const form = FORMS[expected];
  if (!form)
    throw new Error(`No form for “${expected}”: add it to packages/admin/src/config/forms.ts`);
  return { ...form, expected };
}

/** What a schema says when it is given nothing of its kind. */
export function expectedOf(schema: z.ZodType): string {
  const { error } = schema.safeParse(null);
  return error?.issues[0]?.message ?? '';
}
