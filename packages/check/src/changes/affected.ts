import type { ColumnReading, Relations } from '@columns/content';
import type { Finding } from '../finding.ts';

/** Findings of a change, and how many others there were before it. */
export interface Split {
  readonly findings: readonly Finding[];
  /** Warnings that the change did not touch: the baseline (contract 9). */
  readonly older: number;
}

/**
 * Parts findings by a change. Errors always stay, old files too; a warning stays when it is of a changed
 * file, of an entry one of whose files changed, or of an entry that a changed one stands in relation to.
 */
export function splitByChange(
  findings: readonly Finding[],
  changed: readonly string[],
  reading: ColumnReading,
): Split {
  const touched = new Set(changed.map(groupOf));
  const { column } = reading;
  for (const entry of column?.entries ?? []) {
    if (!touched.has(groupOf(entry.file))) continue;
    const relations: Partial<Relations> = column?.relations[entry.id] ?? {};
    const ids = Object.values(relations).flatMap((links) => links.map(({ id }) => id));
    for (const other of column?.entries ?? []) {
      if (ids.includes(other.id)) touched.add(`${groupOf(other.file)} `);
    }
  }
  const isTouched = ({ file }: Finding) => {
    const group = groupOf(file);
    return touched.has(group) || touched.has(`${group} `);
  };
  const kept = findings.filter((finding) => finding.level === 'error' || isTouched(finding));
  return { findings: kept, older: findings.length - kept.length };
}

/** An entry's own file, its CSV and its folder are one: `anyue/_notice/2023/a`. */
function groupOf(file: string): string {
  return /^(.*?\/\d{4}\/[^/.]+)(?:[./]|$)/.exec(file)?.[1] ?? file;
}
