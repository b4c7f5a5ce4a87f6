import type { KindId } from '../kinds/index.ts';

interface ElementRow {
  readonly kind: KindId;
  /** As it is written in front matter. */
  readonly field: string;
  readonly words: readonly string[];
  /** The field is no must of its kind, but of an entry whose item asks for it: a draft begins with it. */
  readonly begins?: true;
}

/**
 * Words by which catalogues ask for what a field of a kind holds, whatever the field is called: an element with one of
 * these words is there where the field is filled. Rows of code, so that a worker in a browser has them too.
 */
export const ELEMENT_WORDS: readonly ElementRow[] = [
  {
    kind: 'guide',
    field: 'unit',
    words: ['受理部门', '受理机构', '受理单位', '办理部门', '办理单位', '办理机构', '主管部门'],
  },
  { kind: 'guide', field: 'summary', words: ['事项简述'] },
  { kind: 'guide', field: 'code', words: ['项目编码', '事项编码'] },
  {
    kind: 'guide',
    field: 'who',
    words: ['适用范围', '对象范围', '补贴对象', '办理对象', '服务对象'],
  },
  {
    kind: 'guide',
    field: 'basis',
    words: ['设定依据', '法定依据', '政策依据', '法律依据', '办理依据', '审批依据'],
  },
  {
    kind: 'guide',
    field: 'amount',
    words: ['补贴标准', '补助标准', '救助标准', '发放标准', '待遇标准', '保障标准'],
    begins: true,
  },
  { kind: 'guide', field: 'conditions', words: ['申请条件', '办理条件', '受理条件', '审批条件'] },
  {
    kind: 'guide',
    field: 'materials',
    words: ['所需材料', '申请材料', '办理材料', '材料目录', '材料清单', '提交材料'],
  },
  {
    kind: 'guide',
    field: 'flow',
    words: ['办理流程', '基本流程', '办理程序', '申请程序', '审批流程'],
  },
  {
    kind: 'guide',
    field: 'limit',
    words: ['办理时限', '办结时限', '审批时限', '办理期限', '承诺时限', '法定时限'],
  },
  { kind: 'guide', field: 'fee', words: ['收费依据', '收费标准', '收费依据及标准'] },
  {
    kind: 'guide',
    field: 'place',
    words: ['办理地点', '受理地点', '服务地点', '办公地址', '办理方式'],
  },
  {
    kind: 'guide',
    field: 'places',
    words: ['办理地点', '受理地点', '服务地点', '办公地址', '办理方式'],
  },
  { kind: 'guide', field: 'hours', words: ['办理时间', '办公时间', '办事时间', '服务时间'] },
  {
    kind: 'guide',
    field: 'telephone',
    words: ['咨询电话', '联系电话', '联系方式', '咨询途径', '咨询查询途径'],
  },
  {
    kind: 'guide',
    field: 'complaints',
    words: ['监督投诉渠道', '监督电话', '投诉渠道', '监督渠道', '举报电话'],
  },
  { kind: 'guide', field: 'online', words: ['网上办理', '办理方式'] },
  { kind: 'guide', field: 'result', words: ['办理结果', '审批结果'] },
  { kind: 'guide', field: 'delivery', words: ['结果送达'] },
  { kind: 'place', field: 'address', words: ['机构地址', '办公地址', '场所地址'] },
  { kind: 'place', field: 'hours', words: ['开放时间', '服务时间', '办公时间'] },
  { kind: 'place', field: 'telephone', words: ['联系电话', '咨询电话', '联系方式'] },
  { kind: 'project', field: 'owner', words: ['项目法人', '项目单位'] },
  { kind: 'project', field: 'contractor', words: ['施工单位'] },
  { kind: 'project', field: 'supervisor', words: ['监理单位'] },
];

const BY_FIELD = new Map(
  ELEMENT_WORDS.map(({ kind, field, words }) => [`${kind}.${field}`, words]),
);

/** Words of elements that a field of a kind holds; `field` as it is written in front matter. */
export function elementsIn(kind: KindId, field: string): readonly string[] {
  return BY_FIELD.get(`${kind}.${field}`) ?? [];
}
