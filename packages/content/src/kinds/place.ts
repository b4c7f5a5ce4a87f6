import { z } from 'zod';
import type { Datum, Position } from '../coordinates/index.ts';
import { CHINA, DATUMS, isWithin } from '../coordinates/index.ts';
import { degrees, line, telephone } from '../fields.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

const FORMS = [
  '政务服务中心',
  '便民服务中心',
  '部门服务窗口',
  '政务公开专区',
  '公报查阅点',
  '其他',
] as const;

/**
 * 政务地图 of service places (安岳县2023年方案, 附件2“编发‘政务地图’”): one file a place, so that
 * each has an address of its own, a source and a reviewer, and can be withdrawn when it moves.
 */
export const place = defineKind({
  id: 'place',
  name: '服务场所',
  hint: '政务地图上的一个场所：地址、电话、时间、能办什么、坐标',
  csv: false,
  body: 'optional',
  references: [],
  shape: {
    form: z.enum(FORMS).meta({ title: '场所类型' }),
    address: line().optional().meta({ title: '地址' }),
    hours: line().optional().meta({ title: '开放时间' }),
    telephone: telephone().optional().meta({ title: '电话' }),
    services: z.array(line()).min(1).meta({ title: '能办什么', description: '每项一行' }),
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
  contradictions: ({ location }) => (location ? outsideChina(location) : []),
});

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
