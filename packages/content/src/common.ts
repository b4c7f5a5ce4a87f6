import { AUDIENCE_NAMES, channelLabels, PERIOD_PATTERN } from '@columns/standard';
import { z } from 'zod';
import {
  address,
  count,
  date,
  day,
  docNumber,
  entryRef,
  form,
  id,
  itemPath,
  line,
  post,
  url,
} from './fields.ts';

/** 有效性 of a document (国办发〔2017〕47号 page header; see also 规范性文件管理). */
export const VALIDITY_STATES = ['有效', '已修改', '废止', '失效'] as const;
/** 公开属性, 《政府信息公开条例》 articles 13, 14–16, 27. */
export const ATTRIBUTES = ['主动', '依申请', '不予'] as const;
/** What an entry may have been before it was opened to all. */
const CLOSED = ['依申请', '不予'] as const satisfies readonly (typeof ATTRIBUTES)[number][];
/** What stands for the mark of a document that was seen to bear none. */
export const NO_MARK = '原文未载';
/** The channels of the catalogue but for this site itself, by their Chinese names. */
export const CHANNEL_NAMES = Object.values(channelLabels).filter(
  (name) => name !== channelLabels['government-website'],
) as [string, ...string[]];
export const LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;

/** 公开层级 in words; whoever names a county's or an entry's level takes it from here. */
export const LEVEL_NAMES = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
} as const satisfies Record<(typeof LEVELS)[number], string>;

/**
 * Front matter that every kind shares. Adding a field here edits no kind.
 * Source of the header fields: 《政府信息公开条例》 art. 12 and the usual document header.
 */
export const commonShape = {
  title: line().meta({ title: '标题', description: '与公文标题一致' }),
  'index-number': line().optional().meta({ title: '索引号' }),
  topic: line().optional().meta({ title: '主题分类', description: '如 综合政务/政务公开' }),
  unit: id().optional().meta({
    title: '发布机构',
    description: 'departments.yaml 或 towns.yaml 中的单位编号',
  }),
  'doc-number': docNumber().optional().meta({ title: '发文字号' }),
  formed: date().optional().meta({ title: '成文日期' }),
  published: date().meta({
    title: '发布日期',
    description: '原文没有写明日期的，只写知道的年份或年月，不编造月和日',
  }),
  validity: z
    .strictObject({
      state: z.enum(VALIDITY_STATES).meta({ title: '状态' }),
      until: date().optional().meta({ title: '有效期至或废止日期' }),
      by: entryRef().optional().meta({ title: '依据的文件' }),
    })
    .optional()
    .meta({ title: '有效性' }),
  keywords: z.array(line()).optional().meta({ title: '关键词' }),
  summary: line().optional().meta({ title: '内容概述' }),
  attribute: z
    .strictObject({
      type: z.enum(ATTRIBUTES).meta({ title: '公开方式' }),
      grounds: line().optional().meta({ title: '理由或法律依据' }),
      reassess: day().optional().meta({ title: '下次评估日期' }),
      mark: line()
        .optional()
        .meta({
          title: '文件印有的标注',
          description: `文件自己印有的，照原样写，如 （此件主动公开）；核对过没有印的写“${NO_MARK}”`,
        }),
      was: z
        .strictObject({
          type: z.enum(CLOSED).meta({ title: '原来的公开方式' }),
          until: day().meta({ title: '改为主动公开的日期' }),
          applications: count()
            .optional()
            .meta({ title: '此前收到的申请件数', description: '同一内容一共有多少件申请' }),
        })
        .optional()
        .meta({
          title: '由依申请转为主动公开',
          description: '原来依申请公开或不予公开，后来改为主动公开的，写从哪天起、之前有多少件申请',
        }),
    })
    .meta({ title: '公开属性' }),
  review: z
    .strictObject({
      by: line().meta({ title: '审核单位或岗位', description: '写岗位，不写个人姓名' }),
      date: day().meta({ title: '审核日期' }),
      secrecy: z.enum(['通过', '删减后通过']).meta({ title: '保密审查' }),
    })
    .optional()
    .meta({ title: '发布审核' }),
  level: z.enum(LEVELS).optional().meta({ title: '公开层级' }),
  town: id().optional().meta({ title: '乡镇（街道）' }),
  village: line().optional().meta({ title: '村（社区）' }),
  follows: z.array(entryRef()).min(1).optional().meta({
    title: '承接的信息',
    description: '本信息承接哪条信息，如公示的结果写公示的编号，决算写预算的编号；两边都显示',
  }),
  matter: id().optional().meta({ title: '同一事项编号', description: '同一件事在各级用同一编号' }),
  example: z.boolean().optional().meta({ title: '示例', description: '内容并非真实文件时写 true' }),
  source: line().optional().meta({ title: '来源', description: '依据的文件和其中的位置' }),
  /** The text is not that of the public document it stands for. `source` says where in it. */
  abridged: z
    .strictObject({
      of: line().meta({ title: '原件', description: '原件的文号；没有文号的写标题' }),
      address: url().optional().meta({ title: '原件网址' }),
    })
    .optional()
    .meta({
      title: '摘编',
      description: '正文不是原件全文时填写，标题旁标明“摘编，非原文全文”；还要写来源',
    }),
  exemption: z
    .strictObject({
      type: z.enum(['惩戒性公示', '强制性信息披露']).meta({ title: '类型' }),
      reason: line().meta({ title: '理由和依据' }),
    })
    .optional()
    .meta({ title: '个人信息公开的例外' }),
  attachments: z
    .array(
      z.strictObject({
        file: line().meta({
          title: '文件',
          description: '同名文件夹内的文件名；在编辑页面上传的，自动换成拼音，重名的自动编号',
        }),
        name: line().meta({ title: '名称' }),
        reviewed: z
          .strictObject({
            post: post().meta({ title: '查看岗位' }),
            date: day().meta({ title: '查看日期' }),
          })
          .optional()
          .meta({
            title: '已由人看过',
            description: '图片、扫描件、旧格式等程序读不全的附件，由人看过后填写',
          }),
      }),
    )
    .optional()
    .meta({ title: '附件' }),
  discloses: z.array(id()).min(1).optional().meta({
    title: '发布机构自己目录中的事项',
    description: '发布的单位、乡镇、村或公共企事业单位自己目录中的事项编号',
  }),
  period: form(
    PERIOD_PATTERN,
    '存在的一期，如 2026-03、2026Q1（第一季度）、2026H1（上半年）、2026（全年）',
  )
    .meta({ type: ['string', 'integer'] })
    .optional()
    .meta({ title: '所属时期', description: '按月、季、半年或年公开的，写是哪一期，如 2026-03' }),
  board: z
    .strictObject({
      from: day().meta({ title: '开始张贴' }),
      until: day().optional().meta({ title: '张贴到' }),
      photo: line().optional().meta({
        title: '照片',
        description: '张贴后拍的照片，先列为附件，这里写它的文件名',
      }),
    })
    .optional()
    .meta({ title: '公开栏张贴', description: '在村务、政务公开栏张贴的起止日期和照片' }),
  also: z.array(itemPath()).optional().meta({ title: '同时列入的事项' }),
  audience: z.array(z.enum(AUDIENCE_NAMES)).min(1).optional().meta({
    title: '面向人群',
    description: '主要与哪些人有关，可选几个；列在“为谁服务”的各页',
  }),
  'also-in': z
    .array(
      z.strictObject({
        channel: z.enum(CHANNEL_NAMES).meta({ title: '渠道' }),
        where: line()
          .optional()
          .meta({ title: '具体在哪里', description: '如 县广播电视台、县政务服务中心大厅' }),
        day: day().meta({ title: '发布日期' }),
        address: url().optional().meta({ title: '网址' }),
      }),
    )
    .min(1)
    .optional()
    .meta({
      title: '另外的公开渠道',
      description: '除本网站外还在哪里公开过；与标准目录规定的公开渠道对照',
    }),
  withdrawn: z
    .strictObject({
      date: day().meta({ title: '撤回日期' }),
      reason: line().meta({ title: '撤回原因' }),
    })
    .optional()
    .meta({ title: '撤回' }),
  formerly: z.array(address()).optional().meta({ title: '曾用地址' }),
};

/** The common fields whose date may be known only in part: YAML reads a bare year there as a number. */
export const DATE_FIELDS: readonly (readonly string[])[] = [
  ['published'],
  ['formed'],
  ['period'],
  ['validity', 'until'],
  ['reposted-from', 'published'],
];
