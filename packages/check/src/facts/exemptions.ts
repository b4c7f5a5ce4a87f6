import type { ColumnReading } from '@columns/content';
import { redact } from '../personal/index.ts';
import type { EntryFacts } from './entry-facts.ts';

/** An entry whose personal data may stand by law, and what it holds. */
export interface Exemption {
  readonly file: string;
  readonly title: string;
  readonly type: string;
  readonly reason: string;
  /** How many of each: `id-number`, `mobile`, `bank-card`, `address`. */
  readonly holds: Readonly<Record<string, number>>;
}

/** Every entry with an `exemption`; recorded also where nothing was found in it. */
export function exemptionsOf(
  { column }: ColumnReading,
  facts: ReadonlyMap<string, EntryFacts>,
  attachments: ReadonlyMap<string, Readonly<Record<string, number>>>,
): Exemption[] {
  return (column?.entries ?? []).flatMap(({ file, data }) => {
    if (data.exemption === undefined) return [];
    const { type, reason } = data.exemption;
    const holds = added(facts.get(file)?.exempted ?? {}, attachments.get(file) ?? {});
    return [{ file: redact(file), title: redact(data.title), type, reason: redact(reason), holds }];
  });
}

export function added(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
