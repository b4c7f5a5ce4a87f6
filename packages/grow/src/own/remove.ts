import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countySchema, listCounties, readYamlFile } from '@columns/content';
import { refuse } from '../fault.ts';
import { lockfileWith } from './lockfile.ts';

export interface Removal {
  readonly folders: readonly string[];
  readonly written: Readonly<Record<string, string>>;
  /** Files of other counties that name it, for people to look through. */
  readonly naming: readonly string[];
}

/**
 * What goes with a county: its content, its app, its part of the lockfile; and the word in `deploy.yaml` that its
 * column is taken down on purpose. Writes nothing. @throws GrowFaults
 */
export function planRemoval(root: string, id: string, reason: string | undefined): Removal {
  const content = join(root, 'content');
  const known = listCounties(content);
  const faults: string[] = [];
  if (!known.includes(id)) faults.push(`content/ 中没有 ${id}。现有：${known.join('、')}`);
  if (!reason?.trim()) faults.push('请用 --reason 写明理由，它写进 deploy.yaml，部署时照此放行');
  const county = (each: string) =>
    readYamlFile(content, `${each}/county.yaml`, countySchema, [])?.value;
  const below = known.filter((each) => each !== id && county(each)?.parent === id);
  if (below.length > 0)
    faults.push(
      `${id} 是 ${below.join('、')} 的上级：先改它们 county.yaml 的 parent，或先去掉它们`,
    );
  if (known.length === 1 && known[0] === id) faults.push('这是最后一个县区，不能去掉');
  refuse(faults);
  const written: Record<string, string> = {};
  const lockfile = join(root, 'pnpm-lock.yaml');
  const apps = readdirSync(join(root, 'apps')).filter(
    (each) => each !== id && !each.startsWith('.'),
  );
  if (existsSync(lockfile))
    written['pnpm-lock.yaml'] = lockfileWith(readFileSync(lockfile, 'utf8'), apps);
  written['deploy.yaml'] = withRemoved(textOf(join(root, 'deploy.yaml')), id, reason ?? '');
  const base = county(id)?.base ?? `/${id}/`;
  const mentions = new RegExp(`\\b${id}/[a-z0-9-]|\\(${base}`);
  const naming = known
    .filter((each) => each !== id)
    .flatMap((each) =>
      readdirSync(join(content, each), { recursive: true, withFileTypes: true })
        .filter((child) => child.isFile() && /\.(?:mdx?|yaml|csv)$/.test(child.name))
        .map((child) => join(child.parentPath, child.name))
        .filter((file) => mentions.test(readFileSync(file, 'utf8')))
        .map((file) => file.slice(root.length + 1).replaceAll('\\', '/')),
    );
  return { folders: [`content/${id}`, `apps/${id}`], written, naming };
}

export function removeCounty(root: string, { folders, written }: Removal): void {
  for (const [file, text] of Object.entries(written)) writeFileSync(join(root, file), text);
  for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** One row more in `removed`, whether it stands as `[]`, as rows or not at all. */
function withRemoved(text: string, id: string, reason: string): string {
  const row = `  - { county: ${id}, reason: ${JSON.stringify(reason)} }\n`;
  if (/^removed: *\[\] *$/m.test(text))
    return text.replace(/^removed: *\[\] *\n?/m, `removed:\n${row}`);
  if (/^removed: *$/m.test(text)) return text.replace(/^removed: *\n/m, `removed:\n${row}`);
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}removed:\n${row}`;
}
