import type { ColumnInstitution } from '@columns/content';
import { getColumn } from './column.ts';

export interface SectorGroup {
  readonly id: string;
  readonly name: string;
  readonly institutions: readonly ColumnInstitution[];
}

/** 公共企事业单位 by trade, in the order of the county's own list. */
export function institutionGroups(): SectorGroup[] {
  const { institutions } = getColumn();
  const sectors = new Map(institutions.map(({ sector }) => [sector.id, sector.name]));
  return [...sectors].map(([id, name]) => ({
    id,
    name,
    institutions: institutions.filter(({ sector }) => sector.id === id),
  }));
}
