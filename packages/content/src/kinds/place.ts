import { z } from 'zod';
import type { Datum, Position } from '../coordinates/index.ts';
import { CHINA, DATUMS, isWithin } from '../coordinates/index.ts';
import { day, degrees, entryRef, hours, line, telephone } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

/** In the order in which the map lists them. */
export const PLACE_FORMS = [
  ...(['政务服务中心', '部门服务窗口', '便民服务中心', '政务公开专区'] as const),
  ...(['信息查阅点', '村级查阅点', '公报查阅点', '档案馆', '图书馆', '其他'] as const),
] as const;

/**
 * 政务地图 of service places (安岳县2023年方案, 附件2“编发‘政务地图’”): one file a place, so that
 * each has an address of its own, a source and a reviewer, and can be withdrawn when it moves.
 */
export const place = defineKind({
  id: 'place',
  name: '服务场所',
  group: 'services',
  hint: '政务地图上的一个场所：地址、电话、时间、能办什么、坐标',
  csv: false,
  body: 'optional',
  references: ['guides'],
  names: { guides: ['guide'] },
  shape: {
    form: z.enum(PLACE_FORMS).meta({ title: '场所类型' }),
    address: line().optional().meta({ title: '地址' }),
    hours: hours('开放时间'),
    telephone: telephone().optional().meta({ title: '电话' }),
    services: z.array(line()).min(1).meta({ title: '能办什么', description: '每项一行' }),
    guides: z.array(entryRef()).min(1).optional().meta({
      title: '在这里办的事项',
      description: '办事指南的编号；指南中已经写了本场所的，不必再写',
    }),
    equipment: z.array(line()).min(1).optional().meta({
      title: '设施设备',
      description: '每种一行，如 电脑2台、打印机、自助终端、标识标牌',
    }),
    'on-display': z.array(line()).min(1).optional().meta({
      title: '摆放的资料',
      description: '每种一行，如 办事服务指南、办事一本通、政府公报',
    }),
    staff: line().optional().meta({
      title: '咨询服务人员',
      description: '写岗位和人数，不写姓名，如 咨询岗1人',
    }),
    opened: day().optional().meta({ title: '启用日期' }),
    accepted: z
      .strictObject({
        date: day().meta({ title: '验收日期' }),
        by: line().meta({ title: '验收单位' }),
        result: line().optional().meta({ title: '验收结论' }),
      })
      .optional()
      .meta({ title: '验收' }),
    access: line().optional().meta({ title: '无障碍设施', description: '如 坡道、低位窗口' }),
    location: z
      .strictObject({
        datum: z.enum(DATUMS).meta({
          title: '坐标系',
          description:
            '坐标从哪里来：高德、腾讯地图写 GCJ-02，百度地图写 BD-09，手机卫星定位写 WGS-84，测绘成果写 CGCS2000',
        }),
        longitude: degrees().meta({ title: '经度', description: '东经，十进制度数' }),
        latitude: degrees().meta({ title: '纬度', description: '北纬，十进制度数' }),
      })
      .optional()
      .meta({ title: '坐标' }),
  },
  contradictions: (data) => [
    ...(data.location ? outsideChina(data.location) : []),
    ...inOrder(data, ['opened', '启用日期'], [['accepted', 'date'], '验收日期']),
    ...ofNoVillage(data),
  ],
});

/** A village's query point without its village: nobody would find it. */
function ofNoVillage(data: {
  readonly form: string;
  readonly town?: string | undefined;
  readonly village?: string | undefined;
}): Contradiction[] {
  if (data.form !== '村级查阅点' || (data.town !== undefined && data.village !== undefined))
    return [];
  const field = data.town === undefined ? 'town' : 'village';
  return [
    {
      path: [field],
      message: `村级查阅点没有写在哪个${field === 'town' ? '乡镇（街道）' : '村（社区）'}`,
      expected: 'town（towns.yaml 中的编号）和 village（村名）',
    },
  ];
}

/** Numbers that cannot be a place in China; the usual slip is to swap the two. */
function outsideChina(at: Position & { readonly datum: Datum }): Contradiction[] {
  if (isWithin(at, CHINA)) return [];
  const swapped = isWithin({ longitude: at.latitude, latitude: at.longitude }, CHINA);
  return [
    {
      path: ['location', 'longitude'],
      message: swapped
        ? `经度 ${at.longitude}、纬度 ${at.latitude} 写反了`
        : `经度 ${at.longitude}、纬度 ${at.latitude} 不在中国境内`,
      expected: `经度 ${CHINA.west}—${CHINA.east}，纬度 ${CHINA.south}—${CHINA.north}`,
    },
  ];
}
