import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readSiteFile, type SiteFile } from './column.ts';
import { type FileList, listFiles } from './files.ts';
import type { Problem } from './problem.ts';
import { ADMIN_FOLDER, DATA_FOLDER, RECORDS_FOLDER } from './records/folders.ts';

/** A built app: where it lies, what it says of itself, and its files. */
export interface BuiltApp extends FileList {
  /** As the reader knows it: `apps/anyue`. */
  label: string;
  dist: string;
  site: SiteFile;
  /** What other steps made of the same column (open data, records): merged, `dist` wins. */
  beside: { dir: string; files: string[] }[];
}

export interface ReadApps {
  apps: BuiltApp[];
  problems: Problem[];
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * Reads every app of a folder. An app is a folder with a `package.json`: a folder that a branch
 * left behind with nothing but `node_modules` in it is none. `only` names the folders that are wanted.
 */
export async function readApps(appsDir: string, only?: readonly string[]): Promise<ReadApps> {
  const names = await readdir(appsDir).catch(() => []);
  const read: ReadApps = { apps: [], problems: [] };
  const parent = path.basename(appsDir);
  for (const name of names.sort()) {
    if (only && !only.includes(name)) continue;
    const dir = path.join(appsDir, name);
    if (await isFile(path.join(dir, 'package.json'))) await readApp(dir, `${parent}/${name}`, read);
  }
  if (read.apps.length === 0 && read.problems.length === 0) {
    read.problems.push({
      code: 'no-columns',
      where: parent,
      message: '没有找到任何专栏应用',
      mend: '在仓库根目录运行；每个专栏应有一个含 package.json 的应用文件夹',
    });
  }
  return read;
}

async function readApp(dir: string, label: string, read: ReadApps): Promise<void> {
  const dist = path.join(dir, 'dist');
  const siteLabel = `${label}/dist/site.json`;
  const source = await readFile(path.join(dist, 'site.json'), 'utf8').catch(() => undefined);
  if (source === undefined) {
    read.problems.push({
      code: 'no-build',
      where: label,
      message: '没有构建结果（缺 dist/site.json）',
      mend: `先运行 npx -y pnpm@12 run build，并改正它报告的问题；不再需要这个专栏时，删除 ${label}`,
    });
    return;
  }
  const result = readSiteFile(parseJson(source));
  if ('faults' in result) {
    for (const fault of result.faults) {
      read.problems.push({
        code: 'bad-site-file',
        where: siteLabel,
        message: fault,
        mend: `重新构建 ${label}；仍然如此，请维护人员检查主题写出的 site.json`,
      });
    }
    return;
  }
  const own = await listFiles(dist);
  const beside: BuiltApp['beside'] = [];
  const known = new Set(own.files);
  for (const folder of [DATA_FOLDER, RECORDS_FOLDER, ADMIN_FOLDER]) {
    const at = path.join(dir, folder);
    const { files } = await listFiles(at).catch(() => ({ files: [] }));
    beside.push({ dir: at, files: files.filter((file) => !known.has(file)) });
    for (const file of files) known.add(file);
  }
  read.apps.push({ label, dist, site: result.value, ...own, beside });
}

/** `undefined` for what is no JSON: the schema then says that an object was expected. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
