import { isDisclosed } from '@columns/content';
import { z } from 'zod';
import { columnTable, count, maybe, text } from './column-table.ts';

/** Who publishes: departments, towns and public institutions. */
export const unitsTable = columnTable({
  name: 'units',
  title: '单位',
  description: '部门、乡镇（街道）和公共企事业单位，以及各自公开信息的条数',
  shape: {
    id: text('编号'),
    name: text('名称'),
    type: z.enum(['部门', '乡镇（街道）', '公共企事业单位']).meta({ title: '类别' }),
    address: maybe('地址'),
    telephone: maybe('电话'),
    entries: count('公开信息条数'),
  },
  rows: ({ departments, towns, institutions, entries }) => {
    const counts = new Map<string, number>();
    for (const { data } of entries.filter(isDisclosed)) {
      if (data.unit !== undefined) counts.set(data.unit, (counts.get(data.unit) ?? 0) + 1);
    }
    const groups = [
      { type: '部门' as const, units: departments },
      { type: '乡镇（街道）' as const, units: towns },
      { type: '公共企事业单位' as const, units: institutions },
    ];
    return groups.flatMap(({ type, units }) =>
      units.map((unit) => ({
        id: unit.id,
        name: unit.name,
        type,
        address: ('address' in unit ? unit.address : undefined) ?? null,
        telephone: ('telephone' in unit ? unit.telephone : undefined) ?? null,
        entries: counts.get(unit.id) ?? 0,
      })),
    );
  },
});
