import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LLMS_FILE, SECURITY_FILE } from '@columns/export/files';
import type { Column } from './column.ts';
import type { BuiltApp } from './read.ts';

/** Where RFC 9116 has it, for the whole site. */
const SECURITY_PATH = `.well-known/${SECURITY_FILE}`;

/** Files at the site's root for programs, made of what the columns' own say. */
export async function machineFiles(
  apps: readonly BuiltApp[],
  {
    columns,
    prefix,
    site,
  }: {
    readonly columns: readonly Column[];
    readonly prefix: string;
    readonly site: string | undefined;
  },
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const told = columns.filter(({ county }) =>
    apps.some((app) => app.site.county === county && besideOf(app, LLMS_FILE)),
  );
  if (told.length > 0) files.set(LLMS_FILE, llmsOf(told, site));
  const said: string[] = [];
  for (const app of apps) said.push(...(await linesOf(app)));
  // The standard knows one place: at the root of a host.
  if (said.length > 0 && prefix === '/') files.set(SECURITY_PATH, securityOf(said, site));
  return files;
}

const besideOf = ({ beside }: BuiltApp, file: string) =>
  beside.find(({ files }) => files.includes(file));

async function linesOf(app: BuiltApp): Promise<string[]> {
  const from = besideOf(app, SECURITY_FILE);
  if (!from) return [];
  return (await readFile(path.join(from.dir, SECURITY_FILE), 'utf8')).trimEnd().split('\n');
}

/** All contacts, each once; it holds as long as the first of them (RFC 9116: one `Expires`, one `Preferred-Languages`). */
function securityOf(lines: readonly string[], site: string | undefined): string {
  const named = (name: string) => [
    ...new Set(lines.filter((line) => line.startsWith(`${name}: `))),
  ];
  const [expires = ''] = named('Expires').sort();
  return [
    ...named('Contact'),
    expires,
    ...(site === undefined ? [] : [`Canonical: ${site}/${SECURITY_PATH}`]),
    ...named('Policy'),
    ...named('Preferred-Languages').slice(0, 1),
    '',
  ].join('\n');
}

function llmsOf(columns: readonly Column[], site: string | undefined): string {
  return [
    '# 基层政务公开专栏',
    '',
    '> 各县区依法公开的政府信息；每个专栏的目录、原文和数据见各自的说明。',
    '',
    '## 专栏',
    '',
    ...columns.map(({ title, path: base }) => `- [${title}](${site ?? ''}${base}${LLMS_FILE})`),
    '',
  ].join('\n');
}
