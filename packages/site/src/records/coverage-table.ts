import { COVERAGE_STATES, type Coverage } from '@columns/check/coverage';
import { type ColumnTable, columnTable } from '@columns/export';
import { COVERAGE } from '@columns/export/files';
import { z } from 'zod';

const text = (title: string) => z.string().meta({ title });
const maybe = (title: string) => z.string().nullable().meta({ title });

/** Coverage for machines: one row an item. */
export function coverageTable({ items, asOf }: Pick<Coverage, 'items' | 'asOf'>): ColumnTable {
  return columnTable({
    ...COVERAGE,
    shape: {
      asOf: text('截至'),
      item: text('事项编号'),
      name: text('事项'),
      domain: text('领域编号'),
      domainName: text('领域'),
      units: z.array(z.string()).meta({ title: '牵头单位' }),
      state: z.enum(Object.keys(COVERAGE_STATES)).meta({ title: '状态编号' }),
      stateName: text('状态'),
      entries: z.int().nonnegative().meta({ title: '已公开条数' }),
      newest: maybe('最近公开'),
      renewBy: maybe('应在此前更新'),
      late: maybe('逾期公开的信息编号'),
      timing: maybe('公开时限'),
    },
    rows: () =>
      items.map((item) => ({
        asOf,
        item: item.ref,
        name: item.name,
        domain: item.domain,
        domainName: item.domainName,
        units: item.units.map(({ name }) => name),
        state: item.state,
        stateName: COVERAGE_STATES[item.state],
        entries: item.entries,
        newest: item.newest ?? null,
        renewBy: item.renewBy ?? null,
        late: item.late ?? null,
        timing: item.timing ?? null,
      })),
  });
}
