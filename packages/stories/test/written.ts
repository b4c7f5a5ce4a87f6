import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '@columns/content';
import { parse } from 'yaml';

/** The demonstration's content, as it is in the repository. */
export const CONTENT = join(import.meta.dirname, '../../../content');

/** A written entry: its front matter, its text and its path below `content/`. */
export interface Written {
  readonly path: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Every entry of a county. */
export function entriesOf(county: string): Written[] {
  return readdirSync(join(CONTENT, county), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/\d{4}\/[^/]+\.mdx?$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(CONTENT, county, path), 'utf8');
      const split = splitFrontMatter(text);
      if (!split) throw new Error(`${county}/${path}`);
      const end = text.indexOf('\n---', 4);
      return { path: `${county}/${path}`, head: parse(text.slice(4, end)), body: split.body };
    });
}

/** A register's rows, by the end of its path; cells by the names of the columns. */
export function rowsOf(county: string, name: string): Record<string, string>[] {
  const found = readdirSync(join(CONTENT, county), { recursive: true, encoding: 'utf8' }).find(
    (path) => path.endsWith(`/${name}.csv`),
  );
  if (found === undefined) throw new Error(`${county}：没有 ${name}.csv`);
  const [head = [], ...rows] = readFileSync(join(CONTENT, county, found), 'utf8')
    .trim()
    .split('\n')
    .map(cells);
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ''])));
}

/** Cells of a line of CSV; quotes as they are written by `csv`. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** A column added up over some rows, to the cent. */
export function total(rows: readonly Record<string, string>[], column: string): number {
  return Math.round(rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0) * 100) / 100;
}
