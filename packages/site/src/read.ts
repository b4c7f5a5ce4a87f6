import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { namedFiles, readWritten, WRITTEN_FILE } from '@columns/standard/written';
import { readSiteFile, type SiteFile } from './column.ts';
import { listFiles } from './files.ts';
import { sha256 } from './manifest/digest.ts';
import { type Problem, SiteError } from './problem.ts';
import { ADMIN_FOLDER, DATA_FOLDER, RECORDS_FOLDER } from './records/folders.ts';

/** What a task has left: its files as its own list has them, and nothing else that stands there. */
export interface Written {
  dir: string;
  /** As the reader knows it: `apps/anyue/dist-data`. */
  label: string;
  /** Paths from the folder, with `/`, in the order of their code points. */
  files: string[];
  /** SHA-256 of each file as the task wrote it. */
  digests: ReadonlyMap<string, string>;
}

/** A built app: where it lies, what it says of itself, and its files. */
export interface BuiltApp {
  /** As the reader knows it: `apps/anyue`. */
  label: string;
  site: SiteFile;
  dist: Written;
  /** What is neither a file nor a folder in `dist` (symbolic links, sockets): it cannot be published. */
  others: string[];
  /** What other steps made of the same column (open data, records): merged, `dist` wins. */
  beside: Written[];
}

export interface ReadApps {
  apps: BuiltApp[];
  problems: Problem[];
  /** Files that no task has listed, by folder: left by an older state, or by somebody else. Not taken. */
  strange: Map<string, string[]>;
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
  const read: ReadApps = { apps: [], problems: [], strange: new Map() };
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
  const own = await readListed(dist, `${label}/dist`, read);
  const beside: Written[] = [];
  const known = new Set(own.files);
  for (const folder of [DATA_FOLDER, RECORDS_FOLDER, ADMIN_FOLDER]) {
    const at = path.join(dir, folder);
    if (!(await isFolder(at))) continue;
    const listed = await readListed(at, `${label}/${folder}`, read);
    beside.push({ ...listed, files: listed.files.filter((file) => !known.has(file)) });
    for (const file of listed.files) known.add(file);
  }
  read.apps.push({ label, site: result.value, dist: own, others: own.others, beside });
}

/**
 * A folder as its task has listed it; what is not there, or is there without a list, becomes a problem. Whether
 * its bytes are the listed ones is seen when they are read (`refuseAltered`, `readAsWritten`).
 */
export async function readListed(
  dir: string,
  label: string,
  { problems, strange }: Pick<ReadApps, 'problems' | 'strange'>,
): Promise<Written & { others: string[] }> {
  const there = await listFiles(dir);
  const text = await readFile(path.join(dir, WRITTEN_FILE), 'utf8').catch(() => '');
  const digests = readWritten(text);
  if (!digests?.size) {
    problems.push({
      code: 'not-as-written',
      where: label,
      message: `没有可用的文件清单 ${WRITTEN_FILE}：不知道生成时写了哪些文件`,
      mend: MAKE_AGAIN,
    });
  }
  const listed = digests ?? new Map<string, string>();
  const standing = new Set(there.files);
  const gone = [...listed.keys()].filter((file) => !standing.has(file));
  if (gone.length > 0) problems.push(notAsWritten(label, gone));
  const rest = there.files.filter((file) => !listed.has(file) && file !== WRITTEN_FILE);
  if (rest.length > 0 && digests?.size) strange.set(label, rest);
  const files = there.files.filter((file) => listed.has(file));
  return { dir, label, files, digests: listed, others: there.others };
}

/** The text of a file as its task wrote it. @throws SiteError where it is another one now */
export async function readAsWritten(
  { dir, label, digests }: Written,
  file: string,
): Promise<string> {
  const bytes = await readFile(path.join(dir, file));
  if (sha256(bytes) !== digests.get(file)) throw new SiteError([notAsWritten(label, [file])]);
  return bytes.toString('utf8');
}

const MAKE_AGAIN =
  '删除这个文件夹后重新运行 npx -y pnpm@12 run build；生成之后不要用别的程序改动它';

/** Files that are not, byte for byte, what the task that made them has listed. */
export function notAsWritten(label: string, files: readonly string[]): Problem {
  return {
    code: 'not-as-written',
    where: label,
    message: `${files.length} 个文件不在，或与生成时写下的不同：${namedFiles(files)}`,
    mend: MAKE_AGAIN,
  };
}

async function isFolder(dir: string): Promise<boolean> {
  return stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** `undefined` for what is no JSON: the schema then says that an object was expected. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
