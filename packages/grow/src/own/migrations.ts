import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCounties, splitFrontMatter } from '@columns/content';
import { parse } from 'yaml';
import { z } from 'zod';
import { fieldValue, setField } from '../edit/head.ts';
import { Lines } from '../edit/lines.ts';

const field = z.string().regex(/^[a-z][a-z-]*$/);
const change = z.union([
  z.strictObject({ rename: z.strictObject({ from: field, to: field }) }),
  z.strictObject({ value: z.strictObject({ field, from: z.string(), to: z.string() }) }),
  z.strictObject({ remove: field }),
]);

/** What a version changes in front matter, as data: the version that is in use can read it and show what it will do. */
const migration = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** Only entries of these kinds; all where it is absent. */
  kinds: z.array(z.string()).optional(),
  zh: z.string(),
  en: z.string(),
  change,
});

export type Migration = z.infer<typeof migration>;

/** @throws ZodError for what this version does not understand: it is then upgraded in two steps */
export function readMigrations(text: string): Migration[] {
  return z.array(migration).parse(parse(text) ?? []);
}

/** Those that lie between two versions. */
export function migrationsBetween(
  all: readonly Migration[],
  from: string,
  to: string,
): Migration[] {
  return all.filter(
    ({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
  );
}

export function compareVersions(a: string, b: string): number {
  const [one, two] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (one?.[index] ?? 0) - (two?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Entries as the migrations leave them, by path below the repository; those that stay are not there. Only lines of
 * changed fields differ.
 */
export function migrate(root: string, migrations: readonly Migration[]): Map<string, Buffer> {
  const changed = new Map<string, Buffer>();
  if (migrations.length === 0) return changed;
  for (const file of entriesOf(root)) {
    let bytes: Uint8Array = readFileSync(join(root, file));
    let touched = false;
    for (const one of migrations) {
      // What one has changed the next finds as it is now.
      const lines = Lines.of(bytes);
      if (!lines || !isEntry(lines) || !apply(lines, one)) continue;
      touched = true;
      bytes = lines.bytes();
    }
    if (touched) changed.set(file, Buffer.from(bytes));
  }
  return changed;
}

/** What has no front matter is told by the check. */
function isEntry(lines: Lines): boolean {
  return splitFrontMatter(lines.text) !== undefined;
}

/** Whether it had anything to change. */
function apply(lines: Lines, { kinds, change: what }: Migration): boolean {
  if (kinds && !kinds.includes(String(fieldValue(lines, 'kind')))) return false;
  if ('value' in what) {
    if (fieldValue(lines, what.value.field) !== what.value.from) return false;
    setField(lines, what.value.field, what.value.to);
    return true;
  }
  if ('remove' in what) {
    if (fieldValue(lines, what.remove) === undefined) return false;
    setField(lines, what.remove, undefined);
    return true;
  }
  const { from, to } = what.rename;
  if (fieldValue(lines, from) === undefined || fieldValue(lines, to) !== undefined) return false;
  // Only the key's own letters: its value, however it is written, stays.
  const key = new RegExp(`^${from}(?= *:)`);
  for (let line = 2; line <= lines.count; line++) {
    if (!key.test(lines.line(line))) continue;
    lines.set(line, lines.line(line).replace(key, to));
    return true;
  }
  return false;
}

function entriesOf(root: string): string[] {
  const content = join(root, 'content');
  if (!existsSync(content)) return [];
  return listCounties(content).flatMap((county) =>
    readdirSync(join(content, county), { recursive: true, withFileTypes: true })
      .filter((child) => child.isFile() && /\.mdx?$/.test(child.name))
      .map((child) =>
        join(child.parentPath, child.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort(),
  );
}
