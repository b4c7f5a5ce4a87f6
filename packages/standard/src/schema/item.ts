import { z } from 'zod';
import { channelSchema } from './channel.ts';
import { daySchema, idSchema, itemRefSchema, textSchema } from './common.ts';
import { timingSchema } from './deadline.ts';
import { dueBySchema, periodSchema } from './period.ts';
import { publisherFacts, publisherSortSchema } from './publisher.ts';
import { statutoryClassIdSchema } from './statute.ts';

/** 公开对象: everyone, or a group by the name the source gives it. */
export const audienceSchema = z.union([z.literal('all'), z.strictObject({ group: textSchema })]);

export type Audience = z.infer<typeof audienceSchema>;

/** 公开方式 with its Chinese names. */
export const methodLabels = { proactive: '主动公开', 'on-request': '依申请公开' } as const;

export const methodKindSchema = z.enum(Object.keys(methodLabels) as (keyof typeof methodLabels)[]);

const methodObjectSchema = z.strictObject({
  kind: methodKindSchema,
  /** The method changes: 公示结束后转为依申请公开. */
  becomes: z.strictObject({ kind: methodKindSchema, when: textSchema }).optional(),
  /** A part of the item has another method: 其他听证公开内容为依申请公开. */
  parts: z.array(z.strictObject({ scope: textSchema, kind: methodKindSchema })).optional(),
});

/** 公开方式. */
export type Method = z.infer<typeof methodObjectSchema>;

/** In a file a method may be its bare kind; when loaded it is always an object. */
export const methodSchema = z
  .union([methodKindSchema, methodObjectSchema])
  .transform((value): Method => (typeof value === 'string' ? { kind: value } : value));

/** 公开层级 with its Chinese names. */
export const levelLabels = { county: '县级', town: '乡级', village: '村级' } as const;

export type Level = keyof typeof levelLabels;

export const levelSchema = z.enum(Object.keys(levelLabels) as Level[]);

/** 五公开: the part of the work that an item belongs to. */
export const fiveOpen = ['决策', '执行', '管理', '服务', '结果'] as const;

/** 公开格式. */
export const itemFormats = ['文本', '图表', '音频', '视频'] as const;

/**
 * What fills an item without being filed under it: entries of kinds, registers of forms (by name), whatever
 * is filed in whole domains or under other items, or the publisher's own particulars (地址, 电话 …).
 */
export const filledBySchema = z.strictObject({
  kinds: z.array(idSchema).min(1).optional(),
  forms: z.array(textSchema).min(1).optional(),
  domains: z.array(idSchema).min(1).optional(),
  items: z.array(itemRefSchema).min(1).optional(),
  facts: z.array(z.enum(publisherFacts)).min(1).optional(),
});

export type FilledBy = z.infer<typeof filledBySchema>;

/** The columns of the national form that a row must fill or name among what is `incomplete`. */
export const tableFields = [
  ...(['level1', 'level2', 'elements', 'basis', 'timing'] as const),
  ...(['subject', 'channels', 'audience', 'method', 'levels'] as const),
] as const;

/** The fields of the catalogue form that an officer may read and a county may change. */
export const itemFields = {
  /** 一级事项. */
  level1: textSchema,
  /** 二级事项; some rows have none. */
  level2: textSchema.optional(),
  /** 公开内容（要素）, one by one. A group's head stands before each: `一般公共预算：…收入表`. */
  elements: z.array(textSchema).min(1).optional(),
  /** 公开依据, as printed. */
  basis: textSchema.optional(),
  /** 公开时限. */
  timing: timingSchema.optional(),
  /**
   * 公开主体: a sort of unit (县级应急管理部门), never the bureau of a particular county, for bureaus
   * are cut and named differently everywhere: a county's own come from its structure and units.
   */
  subject: textSchema.optional(),
  channels: z.array(channelSchema).min(1).optional(),
  audience: z.array(audienceSchema).min(1).optional(),
  method: methodSchema.optional(),
  levels: z.array(levelSchema).min(1).optional(),
  /** How often it is due, by which day after the period's end, and as which form of register. */
  every: periodSchema.optional(),
  by: dueBySchema.optional(),
  as: textSchema.optional(),
  /** What fills it without being filed there: see `filledBySchema`. */
  'filled-by': filledBySchema.optional(),
  // Columns that tables of some places have beyond the national eleven.
  /** 三级事项. */
  level3: textSchema.optional(),
  /** 公开时长. */
  'shown-for': textSchema.optional(),
  /** 五公开. */
  five: z.array(z.enum(fiveOpen)).min(1).optional(),
  /** 公开格式. */
  format: z.array(z.enum(itemFormats)).min(1).optional(),
  /** 责任科室. */
  section: textSchema.optional(),
  /** 咨询电话. */
  enquiries: textSchema.optional(),
  /** 监督电话. */
  complaints: textSchema.optional(),
};

export const itemFieldNames = Object.keys(itemFields) as (keyof typeof itemFields)[];

/** From a date on another one stands in its place. */
export const itemReplacementSchema = z.strictObject({ by: itemRefSchema, from: daySchema });

/** A row of a catalogue file. */
export const itemRowSchema = z.strictObject({
  id: idSchema,
  /** 序号 in the source table. */
  seq: z.int().positive().optional(),
  ...itemFields,
  /** What is only one place's own in the basis that was read: an example, not the standard. */
  'sample-basis': textSchema.optional(),
  /**
   * The unit of the one place where the row was read: never another county's subject. Beside a
   * `subject` it is what that page prints, and `subject` names its sort.
   */
  'sample-subject': textSchema.optional(),
  /** The edition of the catalogue that has this row (广东版), where it is not the common one. */
  edition: textSchema.optional(),
  /** All of the row was read, whole, on a government page. */
  confirmed: z.boolean(),
  /** Fields that were empty, cut off or only a sample in the source. What is cut is left out. */
  incomplete: z.array(z.enum(itemFieldNames)).min(1).optional(),
  /** The source was cut off somewhere in this row. */
  truncated: z.literal(true).optional(),
  note: textSchema.optional(),
  /** Government pages where the row can be read. */
  sources: z.array(z.url()).min(1).optional(),
  replaced: itemReplacementSchema.optional(),
  /** In a set: only these publishers have the row. */
  for: z.array(publisherSortSchema).min(1).optional(),
  /** Of a row that nobody has read whole: the publishers of which it is known all the same that it binds them. */
  binds: z.array(publisherSortSchema).min(1).optional(),
  /** The classes of 条例 that it fulfils: 20.2 of all, 21.3 of counties, 21t.1 of towns. */
  statute: z.array(statutoryClassIdSchema).min(1).optional(),
});

export type ItemRow = z.infer<typeof itemRowSchema>;

/** Where an item comes from: the standard, a level above the county, the county, or the publisher itself. */
export type ItemOrigin = 'standard' | 'upper' | 'county' | 'publisher';

/** An item (公开事项): a leaf of the catalogue, in its domain. */
export type Item = ItemRow & {
  /** The id of its domain or set; null for a township row that belongs to no domain. */
  domain: string | null;
  /** The source's name for a domain that is none of ours. */
  'domain-name'?: string | undefined;
  origin: ItemOrigin;
  /** Of one that is not the standard's: the name of the place or publisher that added it. */
  from?: string | undefined;
  /** The fields that were changed, and the names of those who changed them, uppermost first. */
  changed?: string[] | undefined;
  changedBy?: string[] | undefined;
};

/** A row of the township example: it says its domain itself, for one file holds all of them. */
export const townshipRowSchema = itemRowSchema.extend({
  domain: idSchema.nullable(),
  'domain-name': textSchema.optional(),
});

/** How large the official table of a domain is, as far as a source says so. */
export const officialSizeSchema = z.strictObject({
  /** 一级事项. */
  level1: z.int().positive().optional(),
  /** 二级事项: the rows. */
  rows: z.int().positive().optional(),
  /** The highest official number that was seen: there are so many rows or more. */
  'at-least': z.int().positive().optional(),
  /** The guide or page that says so. */
  source: textSchema,
});

export type OfficialSize = z.infer<typeof officialSizeSchema>;

/** `data/catalogue/<domain>.yaml`. */
export const catalogueFileSchema = z
  .strictObject({
    domain: idSchema,
    /** A table for the domain has been issued and found. */
    issued: z.boolean(),
    /** What plans say of a domain that has no table. */
    notes: z.array(textSchema).optional(),
    official: officialSizeSchema.optional(),
    /** 一级事项 that the national guide names, whether rows of them are known or not. */
    classes: z.array(textSchema).min(1).optional(),
    items: z.array(itemRowSchema),
  })
  .refine((file) => file.issued === file.items.length > 0, {
    path: ['items'],
    message: 'a catalogue is issued when it has items, and only then',
  });

/** `data/sets/<id>.yaml`: items of a sort of publisher that belong to no domain. */
export const setFileSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  source: textSchema,
  for: z.array(publisherSortSchema).min(1),
  items: z.array(itemRowSchema).min(1),
});

/** `data/township/example.yaml`. */
export const townshipFileSchema = z.strictObject({
  name: textSchema,
  'leads-of': textSchema,
  source: textSchema,
  sources: z.array(z.url()).min(1),
  items: z.array(townshipRowSchema),
});

/** The reference `<domain>/<id>` of an item; a township row of no domain gives `_/<id>`. */
export function itemRef(item: Pick<Item, 'domain' | 'id'>): string {
  return `${item.domain ?? '_'}/${item.id}`;
}
