import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { unhidden } from '@columns/check/visible';
import { FIGURES_SUFFIX } from '@columns/export/page';
import { lockBeside, takeLock } from '@columns/standard/lock';
import { namedFiles } from '@columns/standard/written';
import { joinBase, normalPrefix, normalSite } from './address.ts';
import { checkApps } from './checks.ts';
import { COLUMNS_FILE, type Column, inOrder } from './column.ts';
import { figurePages, isForAssembling } from './figure-pages.ts';
import { machineFiles } from './machine-files.ts';
import { type ManifestOptions, writeManifest } from './manifest/index.ts';
import { mapAll } from './map-all.ts';
import { type Made, NextSite, type Placement } from './next-site.ts';
import { copy, linkOrCopy, type Place } from './place.ts';
import { portalFiles } from './portal/index.ts';
import { type Problem, SiteError, writeReason } from './problem.ts';
import { type BuiltApp, notAsWritten, readApps, readListed, type Written } from './read.ts';
import { rootFiles } from './root/index.ts';

export interface AssembleOptions {
  /** Folder of the apps; each builds into its own `dist`. */
  appsDir: string;
  /** The folder to make. What stood there is replaced as a whole, at the very end. */
  outDir: string;
  /** `BASE`: what stands before every address (`/`, `/repository/`). Default `/`. */
  base?: string | undefined;
  /** `SITE`: the origin (`https://example.org`), if known. */
  site?: string | undefined;
  /**
   * Hard links in place of copies: three times as fast, but then the output shares its bytes with
   * the apps' `dist`, and a build that writes those in place would alter the last good site.
   * For machines that are thrown away. Default false.
   */
  link?: boolean | undefined;
  /** Folders of the apps that are wanted, for a preview of some; default all. */
  only?: readonly string[] | undefined;
  /** A folder whose files go to the root beside the columns: what the editors of all counties share. */
  shared?: string | undefined;
  /**
   * A file that keeps what was placed, so that the next run copies and reads only what has changed since;
   * safe to delete.
   */
  memory?: string | undefined;
  /** Hears, in Chinese, that another run is waited for. */
  told?: ((line: string) => void) | undefined;
  /** What the manifest says of its making; without it none is written. */
  manifest?: ManifestOptions | undefined;
}

export interface Assembled {
  outDir: string;
  columns: Column[];
  /** Files in `outDir`. */
  files: number;
}

/**
 * Puts all built columns together in one folder: each under its base, with an index page, a page
 * for what is not found, `robots.txt`, `.nojekyll` and `columns.json`. Files stand at the root of
 * the folder whatever `base` says, for a host serves the folder under it; only links carry it.
 * A column at `/` brings its own `index.html` (and `404.html`, `robots.txt` if it has them).
 * The pages of an upper level over its counties are filled with what these left of themselves (`portal/`).
 *
 * The same apps give the same bytes. Of two runs for one `outDir`, one waits.
 *
 * @throws SiteError with all problems; `outDir` is then as it was before.
 */
export function assemble(options: AssembleOptions): Promise<Assembled> {
  return assembleWith(options, options.link ? linkOrCopy : copy);
}

/** `assemble` with its way of placing files given from outside, so that tests can make it fail. */
export async function assembleWith(options: AssembleOptions, place: Place): Promise<Assembled> {
  const lock = await takeLock(lockBeside(options.outDir), { told: options.told });
  try {
    return await assembleAlone(options, place);
  } finally {
    lock.release();
  }
}

async function assembleAlone(options: AssembleOptions, place: Place): Promise<Assembled> {
  const outDir = path.resolve(options.outDir);
  const next = new NextSite(outDir, { place, memory: options.memory });
  await next.recover().catch((error: unknown) => failed(outDir, error));
  const read = await readApps(path.resolve(options.appsDir), options.only);
  const { apps, problems } = read;
  const shared =
    options.shared !== undefined && existsSync(options.shared) ? options.shared : undefined;
  const editor = shared && (await readListed(shared, path.basename(shared), read));
  const prefix = normalPrefix(options.base);
  const site = options.site ? normalSite(options.site) : undefined;
  problems.push(...checkApps(apps));
  if (prefix === undefined) problems.push(badPrefix(options.base ?? ''));
  if (options.site && site === undefined) problems.push(badSite(options.site));
  problems.push(...(await checkOutput(outDir)));
  if (prefix === undefined || problems.length > 0) throw new SiteError(problems);

  const columns = inOrder(apps.map((app) => app.site)).map((column) => ({
    ...column,
    path: joinBase(prefix, column.base),
  }));
  const some = options.only !== undefined;
  const own = await ownFiles(apps, { columns, prefix, site, some, outDir });
  const portals = await portalFiles({ apps, columns, site, some });

  const byCounty = new Map(columns.map((column) => [column.county, column]));
  const made = new Map<string, Made>();
  const taken: Taken[] = [];
  for (const app of apps) {
    const under = app.site.base.slice(1);
    const portal = portals.get(app) ?? new Map<string, string>();
    for (const [file, text] of portal) own.set(under + file, text);
    const published = ({ files }: Written) => files.filter((file) => !isForAssembling(file));
    const files = published(app.dist).filter((file) => !portal.has(file));
    taken.push({ written: { ...app.dist, files }, under });
    for (const written of app.beside) {
      taken.push({ written: { ...written, files: published(written) }, under });
    }
    const column = byCounty.get(app.site.county);
    const pages = column && (await figurePages(app, column, prefix));
    for (const [name, page] of pages ?? []) made.set(name, page);
  }
  if (editor) taken.push({ written: editor, under: '' });
  tellStrange(read.strange, options.told);
  const placements: Placement[] = taken.map(({ written, under }) => ({
    ...{ files: written.files, from: written.dir, under },
  }));

  try {
    await next.fill(placements, own, made);
    await refuseAltered(next, taken);
    if (options.manifest) {
      const digestOf = (file: string) => next.sha256(file);
      await writeManifest(next.folder, prefix, columns, options.manifest, digestOf);
    }
    await next.swapIn();
  } catch (error) {
    await next.discard();
    if (error instanceof SiteError) throw error;
    failed(outDir, error);
  }
  const files = placements.reduce(
    (sum, placement) => sum + placement.files.length,
    own.size + made.size,
  );
  return { outDir, columns, files };
}

/** What a task has left, and where below the site it goes. */
interface Taken {
  written: Written;
  under: string;
}

/**
 * What was placed is, byte for byte, what the tasks wrote. It is the new site's own files that are read: what
 * happens to the tasks' folders from now on reaches nobody.
 */
async function refuseAltered(next: NextSite, taken: readonly Taken[]): Promise<void> {
  const problems: Problem[] = [];
  for (const { written, under } of taken) {
    const { label, files, digests } = written;
    const same = await mapAll(
      files,
      async (file) => (await next.sha256(under + file)) === digests.get(file),
    );
    const wrong = files.filter((_, index) => same[index] !== true);
    if (wrong.length > 0) problems.push(notAsWritten(label, wrong));
  }
  if (problems.length > 0) throw new SiteError(problems);
}

/** A cache that puts an older state back leaves there what that state had not: it is no fault of anyone. */
function tellStrange(
  strange: ReadonlyMap<string, readonly string[]>,
  told: AssembleOptions['told'],
): void {
  for (const [label, files] of strange) {
    told?.(
      unhidden(`${label}：${files.length} 个文件不是这次生成的，没有收入：${namedFiles(files)}`),
    );
  }
}

interface Facts {
  columns: Column[];
  prefix: string;
  site: string | undefined;
  some: boolean;
  outDir: string;
}

/** Our own files at the root, by name; those that a column at `/` brings itself are left to it. */
async function ownFiles(apps: readonly BuiltApp[], facts: Facts): Promise<Map<string, string>> {
  const { columns, prefix, site } = facts;
  const list = { base: prefix, ...(site === undefined ? {} : { site }), columns };
  const files = new Map([
    ['.nojekyll', ''],
    [COLUMNS_FILE, `${JSON.stringify(list, null, 2)}\n`],
    // Demonstrations are kept out of search engines by `noindex`, which a robot must fetch to see.
    ['robots.txt', robots(apps, columns, site)],
  ]);
  for (const [file, text] of await machineFiles(apps, facts)) files.set(file, text);
  const recorded = recordedOf(apps);
  for (const [name, text] of await rootFiles(apps, { ...facts, recorded })) files.set(name, text);
  const root = apps.find((app) => app.site.base === '/');
  const ofRoot = root ? [root.dist, ...root.beside] : [];
  for (const name of ofRoot.flatMap((one) => one.files)) files.delete(name);
  return files;
}

/** Columns whose data and records were made: only these have their pages. */
function recordedOf(apps: readonly BuiltApp[]): ReadonlySet<string> {
  const has = (app: BuiltApp, file: string) => app.beside.some(({ files }) => files.includes(file));
  const pages = ['coverage/', 'ledger/', 'data/'].map((folder) => folder + FIGURES_SUFFIX);
  return new Set(
    apps.filter((app) => pages.every((page) => has(app, page))).map(({ site }) => site.county),
  );
}

/** Lets every robot in, and names the sitemap of each column that has one. */
function robots(
  apps: readonly BuiltApp[],
  columns: readonly Column[],
  site: string | undefined,
): string {
  const mapped = new Set(
    apps
      .filter(({ beside }) => beside.some(({ files }) => files.includes('sitemap.xml')))
      .map((app) => app.site.county),
  );
  const maps = columns.flatMap(({ county, path: base }) =>
    site !== undefined && mapped.has(county) ? [`Sitemap: ${site}${base}sitemap.xml\n`] : [],
  );
  return `User-agent: *\nAllow: /\n${maps.join('')}`;
}

/** A slip in a path must not replace a folder that is not ours. */
async function checkOutput(outDir: string): Promise<Problem[]> {
  const names = await readdir(outDir).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : ['?'],
  );
  if (names.length === 0 || names.includes(COLUMNS_FILE)) return [];
  return [
    {
      code: 'foreign-output',
      where: outDir,
      message: '这里已有的内容不是上一次拼装的结果，不予覆盖',
      mend: '换一个输出文件夹；确认无用后，也可以自行删除它再运行',
    },
  ];
}

function badPrefix(base: string): Problem {
  return {
    code: 'bad-prefix',
    where: 'BASE',
    message: `“${base}”不是路径`,
    mend: '把环境变量 BASE 设为“/”或形如 /repository/ 的路径',
  };
}

function badSite(site: string): Problem {
  return {
    code: 'bad-site',
    where: 'SITE',
    message: `“${site}”不是网站的地址`,
    mend: '把环境变量 SITE 设为协议加域名，如 https://example.org；路径写在 BASE 里',
  };
}

function failed(outDir: string, error: unknown): never {
  const problem: Problem = {
    code: 'write-failed',
    where: outDir,
    message: writeReason(error),
    mend: '腾出空间、关闭占用它的程序（如预览）后重新运行',
  };
  throw new SiteError([problem], { cause: error });
}
