import { z } from 'zod';
import type { CamelKeys } from './camel.ts';
import type { DeadlineSettings } from './deadlines.ts';
import { deadlineSettings } from './deadlines.ts';
import { entryRef, form, id, itemPath, line } from './fields.ts';

const url = () => z.url({ protocol: /^https?$/ });

/**
 * Marks that a government site must carry (国办发〔2017〕47号, 附件 on page tags and footers).
 * Required unless the column is a demonstration (contract 5).
 */
export const marksSchema = z.strictObject({
  'site-id-code': form(/^\d{10}$/, '10 位数字，加引号，如 "3412000001"').meta({
    title: '网站标识码',
    description: '10 位数字',
  }),
  icp: line().meta({ title: 'ICP 备案号' }),
  police: line().optional().meta({ title: '公安备案号' }),
  host: line().meta({ title: '主办单位' }),
  contact: line().meta({ title: '联系方式' }),
});

/** 公报查阅点: where anyone may read the gazette on paper. */
export const readingPlaceSchema = z.strictObject({
  name: line().meta({ title: '名称' }),
  address: line().optional().meta({ title: '地址' }),
  hours: line().optional().meta({ title: '开放时间' }),
  telephone: line().optional().meta({ title: '电话' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

/** `county.yaml`: who the column belongs to and where it stands. */
export const countySchema = z.strictObject({
  id: id().meta({ title: '编号', description: '与文件夹同名' }),
  name: line().meta({ title: '名称' }),
  title: line().optional().meta({ title: '专栏名称' }),
  level: z.enum(['province', 'city', 'county']).meta({ title: '层级' }),
  parent: id().optional().meta({ title: '上级', description: '上级在 content/ 中的文件夹名' }),
  structure: id().meta({ title: '领域结构' }),
  base: form(
    /^\/(?:[a-z0-9-]+\/)*$/,
    '以 / 开头和结尾，中间只有小写英文字母、数字和连字符，如 /anyue/',
  )
    .optional()
    .meta({ title: '地址前缀', description: '以 / 开头和结尾，如 /anyue/' }),
  demo: z.boolean().optional().meta({ title: '演示专栏' }),
  'township-catalogue': z.boolean().optional().meta({ title: '列入乡级目录' }),
  accent: form(/^#[0-9a-f]{6}$/i, '加引号的 # 和六位颜色代码，如 "#8a1f11"')
    .optional()
    .meta({ title: '主题色', description: '如 #8a1f11' }),
  marks: marksSchema.optional().meta({ title: '网站标识' }),
  links: z
    .strictObject({
      interaction: url().optional().meta({ title: '互动交流' }),
      services: url().optional().meta({ title: '在线办事' }),
      application: url().optional().meta({ title: '依申请公开网上受理' }),
    })
    .optional()
    .meta({ title: '入口链接' }),
  emblem: line().optional().meta({ title: '标识图', description: '应用 public/ 中的图片文件名' }),
  indent: z.boolean().optional().meta({ title: '正文首行缩进' }),
  parts: z
    .strictObject({
      guide: entryRef().optional().meta({ title: '政府信息公开指南' }),
      rules: z.array(entryRef()).optional().meta({ title: '政府信息公开制度' }),
      reports: z.array(entryRef()).optional().meta({ title: '政府信息公开年报' }),
      application: entryRef().optional().meta({ title: '依申请公开' }),
    })
    .optional()
    .meta({ title: '固定栏目', description: '各栏目对应的信息编号' }),
  frequent: z.array(itemPath()).optional().meta({ title: '高频事项' }),
  'reading-places': z
    .array(readingPlaceSchema)
    .optional()
    .meta({ title: '公报查阅点', description: '放有政府公报、供公众查阅的场所' }),
  deadlines: deadlineSettings.optional().meta({
    title: '本地时限',
    description: '与通行规定不同的天数',
  }),
});

export type CountyFile = z.infer<typeof countySchema>;

/** One unit: a department, an office, or a public enterprise or institution. Never a person. */
export const unitSchema = z.strictObject({
  id: id().meta({ title: '编号' }),
  name: line().meta({ title: '名称' }),
  aliases: z.array(line()).optional().meta({ title: '别名', description: '文件中的其他写法' }),
  type: z.enum(['政府', '部门', '公共企事业单位']).optional().meta({ title: '类型' }),
  duties: z.array(line()).optional().meta({ title: '职责' }),
  address: line().optional().meta({ title: '地址' }),
  hours: line().optional().meta({ title: '办公时间' }),
  telephone: line().optional().meta({ title: '电话' }),
  post: line().optional().meta({ title: '负责岗位', description: '写岗位，不写个人姓名' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const departmentsSchema = z.array(unitSchema);
export type Department = CamelKeys<z.infer<typeof unitSchema>>;

export const townSchema = z.strictObject({
  id: id().meta({ title: '编号' }),
  name: line().meta({ title: '名称' }),
  villages: z.array(line()).optional().meta({ title: '村（社区）' }),
  address: line().optional().meta({ title: '地址' }),
  hours: line().optional().meta({ title: '办公时间' }),
  telephone: line().optional().meta({ title: '电话' }),
  post: line().optional().meta({ title: '负责岗位' }),
  duties: z.array(line()).optional().meta({ title: '职责' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const townsSchema = z.array(townSchema);
export type Town = CamelKeys<z.infer<typeof townSchema>>;

/** 政府信息公开平台 fixed parts, as ids of entries. */
export interface CountyParts {
  readonly guide?: string;
  readonly rules: readonly string[];
  readonly reports: readonly string[];
  readonly application?: string;
}

/** `county.yaml` in normal form: every default filled in. */
export interface County {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly level: 'province' | 'city' | 'county';
  readonly parent?: string;
  readonly structure: string;
  /** The column's own base, without the environment's `BASE`; starts and ends with `/`. */
  readonly base: string;
  readonly demo: boolean;
  readonly townshipCatalogue: boolean;
  readonly accent?: string;
  readonly marks?: CamelKeys<z.infer<typeof marksSchema>>;
  readonly links: { interaction?: string; services?: string; application?: string };
  /** File in the app's `public/`. */
  readonly emblem?: string;
  /** Whether paragraphs of documents begin two characters in. */
  readonly indent: boolean;
  /** Which entries stand behind the fixed parts of the platform. */
  readonly parts: CountyParts;
  readonly frequent: readonly string[];
  /** Where the gazette lies open on paper. */
  readonly readingPlaces: readonly ReadingPlace[];
  readonly deadlines: DeadlineSettings;
}
