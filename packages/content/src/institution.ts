import type { Standard } from '@columns/standard';
import { z } from 'zod';
import type { CamelKeys } from './camel.ts';
import { hours, id, line, telephone, url } from './fields.ts';

/**
 * 公共企事业单位: a school, a hospital, a supplier of water … It is no organ of government, so it
 * stands in a list of its own; what it publishes are entries whose `unit` it is.
 */
export const institutionSchema = z.strictObject({
  id: id().meta({ title: '编号' }),
  name: line().meta({ title: '名称' }),
  sector: id().meta({
    title: '行业',
    description:
      '行业的编号，如 education、health、water、power、gas、heating、environment、transport',
  }),
  supervisor: id().optional().meta({
    title: '主管部门',
    description: 'departments.yaml 中的单位编号',
  }),
  duties: z.array(line()).min(1).optional().meta({ title: '职能' }),
  address: line().optional().meta({ title: '地址' }),
  hours: hours('服务时间'),
  telephone: telephone().optional().meta({ title: '服务电话' }),
  complaints: telephone().optional().meta({ title: '监督投诉电话' }),
  post: line().optional().meta({ title: '负责岗位', description: '写岗位，不写个人姓名' }),
  website: url().optional().meta({ title: '网站' }),
  example: z.boolean().optional().meta({ title: '示例' }),
  source: line().optional().meta({ title: '来源' }),
});

export const institutionsSchema = z.array(institutionSchema);
export type Institution = CamelKeys<z.infer<typeof institutionSchema>> & {
  /** Where it stands in `institutions.yaml`: for findings; not in the column's file. */
  readonly lines?: { readonly id: number };
};

/** An institution with its trade's name and the rule that binds it. */
export type ColumnInstitution = Omit<Institution, 'sector'> & {
  readonly sector: { readonly id: string; readonly name: string; readonly rule: string };
};

export function withSector(
  institution: Institution,
  { institutions }: Standard,
): ColumnInstitution {
  const sector = institutions.sectors.find(({ id }) => id === institution.sector);
  const { id, name, rule } = sector ?? {
    id: institution.sector,
    name: institution.sector,
    rule: '',
  };
  return { ...institution, sector: { id, name, rule } };
}
