import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As the package itself says it; `未写明` when it does not. */
  readonly licence: string;
}

export const licencesCommand: Command = {
  summary: '列出全部依赖包的许可证',
  usage: '用法：columns licences [--write]\n\n--write 写入 LICENCES.md，否则显示在屏幕上。',
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { write: { type: 'boolean', default: false } },
    });
    const text = licencesText(installedLicences(context.root));
    if (values.write) await writeFile(join(context.root, 'LICENCES.md'), text);
    else context.out(text);
    return 0;
  },
};

/** Every package that is installed, its tools and those for tests too, each version once. */
export function installedLicences(root: string): Licensed[] {
  const store = join(root, 'node_modules/.pnpm');
  const found = new Map<string, Licensed>();
  for (const folder of readdirSync(store)) {
    for (const name of packagesIn(join(store, folder, 'node_modules'), folder)) {
      const one = readLicence(join(store, folder, 'node_modules', name, 'package.json'));
      if (one) found.set(`${one.name}@${one.version}`, one);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Of the packages in a folder of the store, the one it is for; the others are links. */
function packagesIn(dir: string, folder: string): string[] {
  const [, scope, name] = /^(?:(@[^+]+)\+)?([^@]+)@/.exec(folder) ?? [];
  if (name === undefined) return [];
  const whole = scope === undefined ? name : `${scope}/${name}`;
  try {
    return readdirSync(join(dir, whole)).includes('package.json') ? [whole] : [];
  } catch {
    return [];
  }
}

function readLicence(file: string): Licensed | undefined {
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const { name, version, license, licenses, os, cpu } = data;
  if (typeof name !== 'string' || typeof version !== 'string') return undefined;
  const family = os === undefined && cpu === undefined ? name : withoutSystem(name);
  return { name: family, version, licence: licenceText(license ?? licenses) };
}

/** A build for one system stands for those of all: `@turbo/linux-64` is `@turbo/*`. */
function withoutSystem(name: string): string {
  const system = /(?:bin-)?(?:linux(?:musl)?|darwin|win(?:dows|32)?)-(?:x64|arm64|64)(?:-\w+)?/;
  return name.replace(system, '*');
}

function licenceText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(licenceText).join(' OR ');
  if (typeof value === 'object' && value !== null && 'type' in value) return String(value.type);
  return '未写明';
}

function licencesText(all: readonly Licensed[]): string {
  const counts = new Map<string, number>();
  for (const { licence } of all) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  const summary = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    '# Licences of what is installed',
    '',
    'Made by `columns licences --write`; tools and test programs too. Few of these reach a reader.',
    '',
    '| licence | packages |',
    '| --- | --- |',
    ...summary.map(([licence, count]) => `| ${licence} | ${count} |`),
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...all.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n');
}
