import { isMap, isSeq, parseDocument } from 'yaml';
import { yaml } from '../write/front-matter.ts';

type Row = Readonly<Record<string, unknown>>;
export interface Additions {
  readonly add: readonly Row[];
  readonly change: readonly Row[];
  readonly drop: readonly Row[];
}

/** The domain that a row of `catalogue.yaml` is about. */
function domainOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const { domain, item } = row as { domain?: unknown; item?: unknown };
  if (typeof domain === 'string') return domain;
  return typeof item === 'string' ? item.split('/')[0] : undefined;
}

/** Whether a county's file says something of a domain already. */
export function hasDomain(text: string, domain: string): boolean {
  const value: unknown = parseDocument(text).toJS();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([part, rows]) =>
      part !== 'replace' && Array.isArray(rows) && rows.some((row) => domainOf(row) === domain),
  );
}

/**
 * The county's file with the rows of one domain put in place of what it said of that domain.
 * Comments and the rows of other domains stay as they are.
 */
export function mergeCatalogue(text: string, domain: string, rows: Additions): string {
  if (text.trim() === '') {
    const parts = Object.entries(rows).filter(([, list]) => list.length > 0);
    return parts.length === 0 ? '' : yaml(Object.fromEntries(parts));
  }
  const document = parseDocument(text);
  if (!isMap(document.contents)) return mergeCatalogue('', domain, rows);
  for (const part of ['add', 'change', 'drop'] as const) {
    const list = document.get(part, true);
    const kept = isSeq(list)
      ? list.items.filter((row) => domainOf(JSON.parse(JSON.stringify(row))) !== domain)
      : [];
    const added = rows[part].map((row) => document.createNode(row));
    if (isSeq(list)) {
      list.items = [...kept, ...added];
      if (list.items.length === 0) document.delete(part);
    } else if (added.length > 0) document.set(part, document.createNode(rows[part]));
  }
  return document.toString({ lineWidth: 0 });
}
