import type { Column } from '@columns/content';
import { isKind, isOpen } from '@columns/content';

/** How often a unit interpreted policies in a year, and who spoke. */
export interface InterpretationYear {
  readonly unit: string;
  readonly year: string;
  readonly all: number;
  readonly heads: number;
  readonly experts: number;
}

/** Interpretations by unit and year as of a day, the newest year first. */
export function interpretationYears(column: Column, asOf: string): InterpretationYear[] {
  const rows = new Map<
    string,
    { -readonly [K in keyof InterpretationYear]: InterpretationYear[K] }
  >();
  for (const entry of column.entries) {
    if (!isKind(entry, 'interpretation') || !isOpen(entry)) continue;
    const { unit, published, speaker } = entry.data;
    if (unit === undefined || published > asOf) continue;
    const year = published.slice(0, 4);
    const key = `${year} ${unit}`;
    const row = rows.get(key) ?? { unit, year, all: 0, heads: 0, experts: 0 };
    rows.set(key, row);
    row.all += 1;
    if (speaker === '主要负责人') row.heads += 1;
    if (speaker === '专家') row.experts += 1;
  }
  return [...rows.values()].sort((a, b) => (a.year === b.year ? 0 : a.year < b.year ? 1 : -1));
}
