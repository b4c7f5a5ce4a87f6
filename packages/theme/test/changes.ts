/** What an editor may do between two builds, and whether the second gives what a fresh one gives. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ShareReport } from '../src/rendering/share.ts';
import type { BuiltApp } from './build.ts';
import { listFiles } from './files.ts';

/** Changes one file's text; what is to be replaced must be there. */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
  writeFileSync(file, text.replace(from, to));
}

export function move(county: string, from: string, to: string): void {
  mkdirSync(dirname(join(county, to)), { recursive: true });
  renameSync(join(county, from), join(county, to));
}

export function remove(county: string, file: string): void {
  rmSync(join(county, file));
}

export function write(county: string, file: string, text: string): void {
  mkdirSync(dirname(join(county, file)), { recursive: true });
  writeFileSync(join(county, file), text);
}

/** Paths of files that two sites do not have alike. */
export function differences(one: string, other: string): string[] {
  const files = [listFiles(one), listFiles(other)] as const;
  const all = [...new Set(files.flat())].sort();
  const here = new Set(files[0]);
  const there = new Set(files[1]);
  return all.filter(
    (file) =>
      !here.has(file) ||
      !there.has(file) ||
      !readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
  );
}

/** Addresses that the last build of an app made anew, in all its shares. */
export function madeAnew({ folder }: BuiltApp): string[] {
  const shares = join(folder, '.columns/shares');
  return listFiles(shares)
    .filter((file) => /^made-\d+\.json$/.test(file))
    .flatMap((file) => {
      const report = JSON.parse(readFileSync(join(shares, file), 'utf8')) as ShareReport;
      return Object.keys(report.made);
    })
    .sort();
}
