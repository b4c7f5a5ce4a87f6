import { z } from 'zod';
import type { CamelKeys } from './camel.ts';
import type { Bounds } from './coordinates/index.ts';
import type { DeadlineSettings } from './deadlines.ts';
import { deadlineSettings } from './deadlines.ts';
import type { Door } from './doors.ts';
import { doorSchema } from './doors.ts';
import {
  basePath,
  day,
  degrees,
  email,
  entryRef,
  form,
  hours,
  id,
  itemPath,
  line,
  telephone,
  url,
} from './fields.ts';
import { receptionSchema } from './reception.ts';

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
  'party-mark': url().meta({ title: '党政机关网站标识', description: '标识所链接的网址' }),
  'find-errors': url().optional().meta({
    title: '我为政府网站找错',
    description: '不写时为全国统一的网址加上网站标识码',
  }),
});

/** 公报查阅点: where anyone may read the gazette on paper. */
export const readingPlaceSchema = z.strictObject({
  name: line().meta({ title: '名称' }),
  address: line().optional().meta({ title: '地址' }),
  hours: hours('开放时间'),
  telephone: line().optional().meta({ title: '电话' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

/** Whose matters they are: everyday life's, or business's. */
const SIDES = ['民生', '涉企'] as const;

/** A matter that people ask for most; its guide, policy and register are found, or named here. */
export const frequentSchema = z.union([
  itemPath(),
  z.strictObject({
    item: itemPath().meta({ title: '事项' }),
    name: line().optional().meta({ title: '名称', description: '群众的叫法，不写时用事项名称' }),
    guide: entryRef().optional().meta({ title: '办事指南' }),
    policy: entryRef().optional().meta({ title: '政策文件' }),
    register: entryRef().optional().meta({ title: '名录清单' }),
    side: z.enum(SIDES).optional().meta({
      title: '民生或涉企',
      description: '企业常办的写“涉企”；不写时为“民生”',
    }),
  }),
]);

export type FrequentItem = Exclude<z.infer<typeof frequentSchema>, string> & {
  /** Where it stands in `county.yaml`: for findings; not in the column's file. */
  readonly lines?: { readonly item: number };
};

/** 政务地图: what the county says of its map as a whole. */
export const mapSchema = z.strictObject({
  'approval-number': line().optional().meta({
    title: '审图号',
    description: '公开地图经审核后取得，如 川S〔2026〕00001号',
  }),
  bounds: z
    .strictObject({
      west: degrees().meta({ title: '西界经度' }),
      south: degrees().meta({ title: '南界纬度' }),
      east: degrees().meta({ title: '东界经度' }),
      north: degrees().meta({ title: '北界纬度' }),
    })
    .optional()
    .meta({ title: '四至', description: '本县区的经纬度范围（CGCS2000 或 WGS-84）' }),
});

/** 常住人口: what the county's money is reckoned per head by. */
export const populationSchema = z.strictObject({
  residents: z.int().min(1).meta({ title: '常住人口', description: '人数，写整数，如 502300' }),
  year: z.int().min(1949).max(2100).meta({ title: '年份', description: '哪一年末，如 2025' }),
  source: line().meta({ title: '来源', description: '如“安岳县2025年国民经济和社会发展统计公报”' }),
  example: z.boolean().optional().meta({ title: '示例' }),
});

export type Population = z.infer<typeof populationSchema>;

/** 数据开放: on what terms the data may be used, and who answers for them. */
export const openDataSchema = z.strictObject({
  licence: z
    .strictObject({
      name: line().meta({
        title: '许可',
        description: '许可的名称，或用一句话说明可以怎样使用，如“可以免费使用，须注明来源”',
      }),
      address: url()
        .optional()
        .meta({ title: '许可全文', description: '许可全文的网址；通用许可用它的官方网址' }),
    })
    .optional()
    .meta({ title: '使用许可', description: '别人可以怎样使用本专栏的数据' }),
  contact: z
    .strictObject({
      name: line().meta({ title: '联系单位', description: '写单位或岗位，不写个人姓名' }),
      telephone: telephone().optional().meta({ title: '电话' }),
      email: email().optional().meta({ title: '电子邮箱' }),
    })
    .optional()
    .meta({ title: '数据联系方式', description: '不写时为咨询电话的主管单位' }),
});

export type OpenData = z.infer<typeof openDataSchema>;

/** 安全联系方式: where to report a fault of the site (RFC 9116, `security.txt`). */
export const securitySchema = z.strictObject({
  contact: z
    .array(
      form(
        /^(?:mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https:\/\/\S+|tel:\+?[\d-]+)$/,
        'mailto:邮箱、https:// 开头的网址或 tel:电话，如 mailto:security@example.gov.cn',
      ),
    )
    .min(1)
    .meta({ title: '联系方式', description: '最先用的写在最前' }),
  expires: day().meta({
    title: '有效期至',
    description: '到这一天之前核对并改写，一般不超过一年',
  }),
  policy: url().optional().meta({ title: '说明', description: '怎样报告、怎样处理的网页' }),
});

/** 公开专区: how its screen behaves. */
export const kioskSchema = z.strictObject({
  idle: z.int().min(30).max(600).optional().meta({
    title: '无人操作返回时间（秒）',
    description: '30 到 600，不写时为 90',
  }),
});

/** `county.yaml`: who the column belongs to and where it stands. */
export const countySchema = z.strictObject({
  id: id().meta({ title: '编号', description: '与文件夹同名' }),
  name: line().meta({ title: '名称' }),
  title: line().optional().meta({ title: '专栏名称' }),
  level: z.enum(['province', 'city', 'county']).meta({ title: '层级' }),
  parent: id().optional().meta({ title: '上级', description: '上级在 content/ 中的文件夹名' }),
  structure: id().meta({ title: '领域结构' }),
  model: id().optional().meta({
    title: '范例县区',
    description:
      '照哪个县区的写法，写它在 content/ 中的文件夹名；起草一条信息时给出它的同一事项；不写时同上级',
  }),
  base: basePath()
    .optional()
    .meta({ title: '地址前缀', description: '以 / 开头和结尾，如 /anyue/' }),
  demo: z.boolean().optional().meta({ title: '演示专栏' }),
  accent: form(/^#[0-9a-f]{6}$/i, '加引号的 # 和六位颜色代码，如 "#8a1f11"')
    .optional()
    .meta({ title: '主题色', description: '如 #8a1f11' }),
  marks: marksSchema.optional().meta({ title: '网站标识' }),
  links: z.array(doorSchema).optional().meta({
    title: '其他平台入口',
    description: '互动交流、在线办事、依申请公开网上受理和其他平台，每个一项',
  }),
  consult: z
    .strictObject({
      office: id().optional().meta({ title: '主管单位', description: 'departments.yaml 中的编号' }),
      hotline: id().optional().meta({ title: '热线', description: 'departments.yaml 中的编号' }),
    })
    .optional()
    .meta({
      title: '咨询电话',
      description: '发布机构没有登记电话的，网页印主管单位和热线的电话；没有热线的用上级的热线',
    }),
  'known-sites': z
    .array(
      form(
        /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/,
        '网站域名，不带 https:// 和路径，如 gov.cn 或 www.example.cn',
      ),
    )
    .optional()
    .meta({
      title: '已知网站',
      description: '前往这些域名及其下级域名时不再提示；不写时为 gov.cn',
    }),
  emblem: line().optional().meta({ title: '标识图', description: '应用 public/ 中的图片文件名' }),
  indent: z
    .boolean()
    .optional()
    .meta({ title: '正文首行缩进', description: '不写时缩进；不缩进的写 false' }),
  parts: z
    .strictObject({
      guide: entryRef().optional().meta({ title: '政府信息公开指南' }),
      rules: z.array(entryRef()).optional().meta({ title: '政府信息公开制度' }),
      reports: z.array(entryRef()).optional().meta({ title: '政府信息公开年报' }),
      application: entryRef().optional().meta({ title: '依申请公开' }),
    })
    .optional()
    .meta({ title: '固定栏目', description: '各栏目对应的信息编号' }),
  frequent: z.array(frequentSchema).optional().meta({
    title: '高频事项',
    description: '“领域/事项”；指南、政策、名录按事项查找，也可以逐个写明',
  }),
  map: mapSchema.optional().meta({ title: '政务地图' }),
  population: populationSchema.optional().meta({
    title: '常住人口',
    description: '写了的，“钱花到哪里了”按它算人均；以统计公报为准',
  }),
  kiosk: kioskSchema.optional().meta({ title: '公开专区' }),
  'place-standard': id().optional().meta({
    title: '场所标准',
    description: '政务公开专区和查阅点按哪个方案建设，如 hunan-2020；不写时同上级',
  }),
  'open-data': openDataSchema.optional().meta({
    title: '数据开放',
    description: '数据的使用许可和联系方式，印在“数据开放”页，写入数据目录',
  }),
  security: securitySchema.optional().meta({
    title: '网站安全联系方式',
    description: '发现网站安全问题的人向谁报告；写入 .well-known/security.txt',
  }),
  reviewers: reviewers(),
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

/** GitHub teams, from which `CODEOWNERS` is made. */
function reviewers() {
  const team = form(/^@[A-Za-z0-9-]+\/[\w.-]+$/, '加引号的“组织/团队”，如 "@anyue-gov/education"');
  return z.array(team).optional().meta({
    title: '审核团队',
    description: 'GitHub 上审核本处内容的团队，如 "@anyue-gov/education"',
  });
}

/** Who receives applications at an organ. */
function openness() {
  return receptionSchema.optional().meta({
    title: '政府信息公开工作机构',
    description: '受理公开申请的机构；列在“依申请公开”页，并填入申请表',
  });
}

/** One unit: a department, an office, or a public enterprise or institution. Never a person. */
export const unitSchema = z.strictObject({
  id: id().meta({ title: '编号' }),
  name: line().meta({ title: '名称' }),
  aliases: z.array(line()).optional().meta({ title: '别名', description: '文件中的其他写法' }),
  type: z
    .enum(['政府', '部门', '开发区管委会', '公共企事业单位'])
    .optional()
    .meta({ title: '类型' }),
  duties: z.array(line()).optional().meta({ title: '职责' }),
  domains: z.array(id()).optional().meta({
    title: '负责领域',
    description: '由本单位审核的领域，如 compulsory-education',
  }),
  reviewers: reviewers(),
  address: line().optional().meta({ title: '地址' }),
  hours: hours('办公时间'),
  telephone: line().optional().meta({ title: '电话' }),
  fax: line().optional().meta({ title: '传真' }),
  online: line().optional().meta({
    title: '互联网联系方式',
    description: '电子邮箱或网上受理的网址',
  }),
  post: line().optional().meta({ title: '负责岗位', description: '写岗位，不写个人姓名' }),
  openness: openness(),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const departmentsSchema = z.array(unitSchema);
/** Where the facts of who receives applications stand: for findings; not in the column's file. */
interface OpennessLine {
  readonly lines?: { readonly id: number; readonly openness: number };
}

export type Department = CamelKeys<z.infer<typeof unitSchema>> & OpennessLine;

/** 村（社区）: by name alone, or with an id, which gives it a page. */
export const villageSchema = z.strictObject({
  id: id().meta({ title: '编号', description: '在县区内不重复，用作地址' }),
  name: line().meta({ title: '名称' }),
  address: line().optional().meta({ title: '地址' }),
  hours: hours('办公时间'),
  telephone: line().optional().meta({ title: '电话' }),
  post: line().optional().meta({ title: '负责岗位' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const townSchema = z.strictObject({
  id: id().meta({ title: '编号' }),
  name: line().meta({ title: '名称' }),
  villages: z
    .array(z.union([line(), villageSchema]))
    .optional()
    .meta({ title: '村（社区）', description: '只写名称，或写编号和资料；有编号的有自己的页面' }),
  address: line().optional().meta({ title: '地址' }),
  hours: hours('办公时间'),
  telephone: line().optional().meta({ title: '电话' }),
  post: line().optional().meta({ title: '负责岗位' }),
  duties: z.array(line()).optional().meta({ title: '职责' }),
  openness: openness(),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const townsSchema = z.array(townSchema);
type TownFile = CamelKeys<z.infer<typeof townSchema>>;

/** A village; one that is known by name alone has no page. */
export type Village = Omit<z.infer<typeof villageSchema>, 'id'> & { readonly id?: string };

/** A town with its villages in normal form. */
export type Town = Omit<TownFile, 'villages'> &
  OpennessLine & { readonly villages?: readonly Village[] };

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
  /** The county whose entries are shown to whoever begins one. */
  readonly model?: string;
  /** The column's own base, without the environment's `BASE`; starts and ends with `/`. */
  readonly base: string;
  readonly demo: boolean;
  readonly accent?: string;
  readonly marks?: CamelKeys<z.infer<typeof marksSchema>>;
  /** Doors to other platforms (`doorFor`). */
  readonly links: readonly Door[];
  /** Ids of the units whose numbers are printed where a publisher has none. */
  readonly consult: { readonly office?: string; readonly hotline?: string };
  /** Hosts, each with all below it, that a reader may leave for without being asked. */
  readonly knownSites: readonly string[];
  /** File in the app's `public/`. */
  readonly emblem?: string;
  /** Whether paragraphs of documents begin two characters in. */
  readonly indent: boolean;
  /** Which entries stand behind the fixed parts of the platform. */
  readonly parts: CountyParts;
  readonly frequent: readonly FrequentItem[];
  /** How many live there, and by what source. */
  readonly population?: Population;
  readonly map: { readonly approvalNumber?: string; readonly bounds?: Bounds };
  /** Seconds after which the kiosk returns to its start. */
  readonly kiosk: { readonly idle: number };
  /** What its own plan asks of zones and query points, by its id in the standard. */
  readonly placeStandard?: string;
  /** On what terms the data may be used; a demonstration has terms without saying them. */
  readonly openData: OpenData;
  /** Where faults of the site's security are reported. */
  readonly security?: z.infer<typeof securitySchema> & { readonly line?: number };
  /** Where the gazette lies open on paper. */
  readonly readingPlaces: readonly ReadingPlace[];
  readonly deadlines: DeadlineSettings;
}
