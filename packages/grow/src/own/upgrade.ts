import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from '../fault.ts';
import { lockfileWith } from './lockfile.ts';
import { merge } from './merge.ts';
import { isSoftware } from './paths.ts';

/** Files of one version of the software, by path below the repository. */
export type Release = ReadonlyMap<string, Buffer>;

export interface UpgradeOptions {
  /** The apps of the repository, for its lockfile. */
  readonly apps: readonly string[];
  /** Paths of the software that both have changed and where the new version is to win. */
  readonly overwrite: boolean;
}

export interface UpgradePlan {
  /** Bytes to write; `undefined` takes a file away. */
  readonly files: ReadonlyMap<string, Buffer | undefined>;
  /** Changed here and in the new version, in different places: both stay. */
  readonly merged: readonly string[];
  /** Changed here alone: they stay as they are. */
  readonly kept: readonly string[];
  /** Changed here and there in one place, where the new version wins: what stood here is kept beside it. */
  readonly overwritten: readonly string[];
}

const LOCKFILE = 'pnpm-lock.yaml';
/** Ending of what was overwritten. */
const ASIDE = '.own';

/**
 * What an upgrade changes: files of the software that are as the version in use brought them become those of the
 * next; those that were changed here are merged or kept. Own files are never looked at. Writes nothing.
 * @throws GrowFaults naming every file that cannot be merged
 */
export function planUpgrade(
  root: string,
  base: Release,
  next: Release,
  { apps, overwrite }: UpgradeOptions,
): UpgradePlan {
  const files = new Map<string, Buffer | undefined>();
  const merged: string[] = [];
  const kept: string[] = [];
  const conflicts: string[] = [];
  const paths = [...new Set([...base.keys(), ...next.keys()])].filter(isSoftware).sort();
  for (const path of paths) {
    if (path === LOCKFILE) continue;
    const place = join(root, path);
    const own = existsSync(place) ? readFileSync(place) : undefined;
    const became = merge({ base: base.get(path), own, next: next.get(path) });
    if (became.is === 'new') files.set(path, became.bytes);
    else if (became.is === 'merged') {
      files.set(path, became.bytes);
      merged.push(path);
    } else if (became.is === 'conflict') {
      conflicts.push(path);
      if (own !== undefined) files.set(`${path}${ASIDE}`, own);
      files.set(path, next.get(path));
    } else if (!sameBytes(own, next.get(path))) kept.push(path);
  }
  if (!overwrite)
    refuse(
      conflicts.map(
        (path) =>
          `${path}：这里和新版本都改了同一处。把改动移到 apps/ 的覆盖中并改回原样，或加 --overwrite（用新版本的，原来的另存为 ${path}${ASIDE}）`,
      ),
    );
  const lockfile = next.get(LOCKFILE)?.toString('utf8');
  if (lockfile !== undefined) {
    const text = lockfileWith(lockfile, apps);
    const place = join(root, LOCKFILE);
    const there = existsSync(place) ? readFileSync(place, 'utf8') : undefined;
    if (there !== text) files.set(LOCKFILE, Buffer.from(text));
  }
  return { files, merged, kept, overwritten: conflicts };
}

function sameBytes(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.equals(b));
}

/** Writes files into the repository, and takes away those without bytes. */
export function writeFiles(root: string, files: ReadonlyMap<string, Buffer | undefined>): void {
  for (const [path, bytes] of files) {
    const place = join(root, path);
    if (bytes === undefined) {
      rmSync(place, { force: true });
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}
