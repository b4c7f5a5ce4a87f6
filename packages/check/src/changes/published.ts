import { readPlace } from '@columns/content';
import { parse } from 'yaml';

/** Lists whose rows have pages of their own, with the folder that these stand in. */
const LISTS: Readonly<Record<string, string>> = {
  'departments.yaml': 'units',
  'towns.yaml': 'towns',
  'institutions.yaml': 'institutions',
};

/**
 * What a county's files publish beside entries' pages, by address, with the file each comes from:
 * attachments, registers' tables, and from lists whose texts are given the pages of their rows.
 */
export function publishedBeside(
  paths: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const published = new Map<string, string>();
  const entries = new Set(
    paths.flatMap((path) => {
      const place = /\.mdx?$/.test(path) ? readPlace(path) : undefined;
      return place === undefined || 'fault' in place ? [] : [path.replace(/\.mdx?$/, '')];
    }),
  );
  for (const path of paths) {
    const [, entry = '', file = ''] = /^((?:.*\/)?\d{4}\/[^/.]+)\/(.+)$/.exec(path) ?? [];
    if (entries.has(entry)) published.set(`${entry.split('/').slice(-2).join('/')}/${file}`, path);
    const table = path.endsWith('.csv') ? path.slice(0, -4) : undefined;
    if (table !== undefined && entries.has(table)) {
      published.set(`data/${table.split('/').at(-1)}.csv`, path);
    }
  }
  for (const [file, text] of texts) {
    const folder = LISTS[file];
    if (folder !== undefined) {
      for (const row of rowsOf(text)) addRow(published, folder, row, file);
    }
    if (file === 'county.yaml') {
      const structure = (parsed(text) as { structure?: unknown } | null)?.structure;
      if (typeof structure === 'string') published.set(`domains/（${structure}）`, file);
    }
  }
  return published;
}

function addRow(published: Map<string, string>, folder: string, row: Row, file: string): void {
  if (typeof row.id === 'string') published.set(`${folder}/${row.id}/`, file);
  for (const village of Array.isArray(row.villages) ? (row.villages as Row[]) : []) {
    if (typeof village?.id === 'string') published.set(`villages/${village.id}/`, file);
  }
}

interface Row {
  readonly id?: unknown;
  readonly villages?: unknown;
}

function rowsOf(text: string): Row[] {
  const value = parsed(text);
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
