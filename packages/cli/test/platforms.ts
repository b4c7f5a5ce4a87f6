/** The systems that this repository runs on, and what the lockfile has for each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Platform {
  readonly os: string;
  readonly cpu: string;
}

export const PLATFORMS: readonly Platform[] = ['darwin', 'win32', 'linux'].flatMap((os) =>
  ['x64', 'arm64'].map((cpu) => ({ os, cpu })),
);

export const nameOf = ({ os, cpu }: Platform): string => `${os}-${cpu}`;

/** What is read of the lockfile. */
export interface Lockfile {
  readonly importers: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, unknown>> }>
  >;
  readonly packages: Readonly<Record<string, Limits>>;
  readonly snapshots: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

export interface Limits {
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export function readLockfile(root: string): Lockfile {
  return parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) as Lockfile;
}

/** Whether a list of systems or processors, as npm writes them, lets one in. */
function allows(list: readonly string[] | undefined, one: string): boolean {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${one}`)) return false;
  return list.includes(one) || list.every((word) => word.startsWith('!'));
}

/** Whether a package is for a system; without `libc`, for any kind of Linux. */
export function fits({ os, cpu, libc }: Limits, platform: Platform, wanted?: string): boolean {
  if (!allows(os, platform.os) || !allows(cpu, platform.cpu)) return false;
  return platform.os !== 'linux' || wanted === undefined || allows(libc, wanted);
}

/** A package that comes as one build for each system: its builds by name, and the systems without one. */
export interface Family {
  readonly name: string;
  readonly builds: readonly string[];
  readonly lacks: readonly string[];
  /** Of Linux with musl, such as Alpine. */
  readonly lacksMusl: readonly string[];
}

/** Every family that the lockfile has, by the name of the package that asks for the builds. */
export function families(lock: Lockfile): Family[] {
  const limited = (key: string) => {
    const one = lock.packages[key];
    return one?.os || one?.cpu?.some((cpu) => cpu !== 'wasm32') ? one : undefined;
  };
  const asked = new Map<string, Set<string>>();
  const ask = (name: string, key: string) => {
    if (limited(key)) asked.set(name, (asked.get(name) ?? new Set()).add(key));
  };
  for (const [key, { optionalDependencies = {} }] of Object.entries(lock.snapshots)) {
    const parent = key.replace(/\(.*/, '');
    // A build that asks for the library of its own system is no family.
    if (limited(parent)) continue;
    for (const [name, version] of Object.entries(optionalDependencies)) {
      ask(parent.slice(0, parent.lastIndexOf('@')), `${name}@${version.replace(/\(.*/, '')}`);
    }
  }
  for (const name of Object.keys(lock.importers['.']?.optionalDependencies ?? {})) {
    const keys = Object.keys(lock.packages).filter((key) => key.startsWith(`${name}@`));
    for (const key of keys) ask('node', key);
  }
  return [...asked]
    .map(([name, keys]) => {
      const builds = [...keys].flatMap((key) => lock.packages[key] ?? []);
      const has = (platform: Platform, libc: string) =>
        builds.some((one) => fits(one, platform, libc));
      const linux = PLATFORMS.filter(({ os }) => os === 'linux');
      return {
        name,
        builds: [...keys],
        lacks: PLATFORMS.filter((platform) => !has(platform, 'glibc')).map(nameOf),
        lacksMusl: linux.filter((platform) => !has(platform, 'musl')).map(nameOf),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The manifests of all installed packages, by `name@version`. */
export function installedManifests(root: string): Map<string, { optionalDependencies: string[] }> {
  const store = join(root, 'node_modules/.pnpm');
  const found = new Map<string, { optionalDependencies: string[] }>();
  for (const folder of readdirSync(store)) {
    const key = /^(@?[^@]+@[^_]+)/.exec(folder)?.[1]?.replace('+', '/');
    if (key === undefined) continue;
    const name = key.slice(0, key.lastIndexOf('@'));
    const file = join(store, folder, 'node_modules', name, 'package.json');
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // Left over from another installation, or the folder of all links.
      continue;
    }
    const { optionalDependencies = {} } = JSON.parse(text) as { optionalDependencies?: object };
    found.set(key, { optionalDependencies: Object.keys(optionalDependencies) });
  }
  return found;
}
