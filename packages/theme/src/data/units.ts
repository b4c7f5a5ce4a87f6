import type { Column, ColumnDomain, UnitName } from '@columns/content';

export interface UnitDomains {
  readonly unit: UnitName;
  readonly domains: readonly ColumnDomain[];
}

/** The domains that each unit leads, units in the order of the structure. */
export function domainsByUnit(column: Column): UnitDomains[] {
  const groups = new Map<string, { unit: UnitName; domains: ColumnDomain[] }>();
  for (const domain of column.domains) {
    for (const unit of domain.leads) {
      const group = groups.get(unit.name);
      if (group) group.domains.push(domain);
      else groups.set(unit.name, { unit, domains: [domain] });
    }
  }
  return [...groups.values()];
}
