import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { shown } from '@columns/check/visible';
import { isGone, isOfEntry, readGone, saidOfEntries } from '@columns/content';
import { HEAD_FILE, MANIFEST } from '@columns/export/manifest';
import { ToldError } from '@columns/standard/told';
import { namedFiles } from '@columns/standard/written';
import { COLUMNS_FILE, type ColumnsFile, columnsFile } from '../column.ts';
import { listFiles } from '../files.ts';
import { sha256OfFile } from '../manifest/digest.ts';
import { isListed } from '../manifest/format.ts';
import { KEPT_FILE } from '../manifest/sources.ts';
import { listedIn } from '../manifest/standing.ts';
import { mapAll } from '../map-all.ts';
import { assetFile, assetsIn, plainlyWhole } from './assets.ts';
import { type LostPath, lostPaths } from './lost-paths.ts';
import type { DeploySettings } from './settings.ts';
import { COMPOUND } from './taken-down.ts';

export type TargetName = 'github-pages' | 'rsync' | 's3';

export interface VerifyOptions {
  /** Every file of the site that stands (`previousPaths`), with `content/`, which names what was taken down. */
  before?: { readonly paths: Iterable<string>; readonly contentRoot: string } | undefined;
  /** The folder that `assemble` made. */
  dir: string;
  /** The site that stands now; absent at the first deployment. */
  previous?: ColumnsFile | undefined;
  settings: DeploySettings;
  target: TargetName;
  /** Hidden files that the columns brought (`hiddenFiles`), by their paths in the site. */
  hidden?: readonly string[] | undefined;
}

export type RefusalCode =
  | 'not-assembled'
  | 'county-lost'
  | 'path-lost'
  | 'pages-fell'
  | 'dangling-asset'
  | 'too-large'
  | 'hidden-missing'
  | 'not-as-listed';

/** A reason not to deploy: where, what, and what to do; the texts are Chinese. */
export interface Refusal {
  code: RefusalCode;
  where: string;
  message: string;
  mend: string;
}

export interface Verified {
  /** Empty when the site may be deployed. */
  refusals: Refusal[];
  /** Paths from the folder, hidden ones too. */
  files: string[];
  /** SHA-256 of each as it was verified: what is sent is that, or nothing. */
  digests: ReadonlyMap<string, string>;
  bytes: number;
  columns: ColumnsFile['columns'];
}

/** Whether a finished site may take the place of the one that stands. Reads; changes nothing. */
export async function verify(options: VerifyOptions): Promise<Verified> {
  const { dir, previous, settings, target } = options;
  const source = await readFile(path.join(dir, COLUMNS_FILE), 'utf8').catch(() => undefined);
  if (source === undefined) {
    const refusal: Refusal = {
      code: 'not-assembled',
      where: dir,
      message: '没有拼装好的站点（缺 columns.json）',
      mend: '先运行 npx -y pnpm@12 run build',
    };
    return { refusals: [refusal], files: [], digests: new Map(), bytes: 0, columns: [] };
  }
  const now = columnsFile.parse(JSON.parse(source));
  const { files, others } = await listFiles(dir);
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(dir, file))).size;
  const hashes = await mapAll(files, (file) => sha256OfFile(path.join(dir, file)));
  const digests = new Map(files.map((file, index) => [file, hashes[index] as string]));
  const limit = settings['size-limits'][target];
  const { before } = options;
  const lost =
    previous && before
      ? pathsLost(
          lostPaths({
            before: before.paths,
            contentRoot: before.contentRoot,
            ...{ files, settings, columns: previous.columns },
          }),
        )
      : [];
  // What an old version of a failed county still links to, though it was taken out of it.
  const isTaken = before ? takenFrom(now, files, before.contentRoot) : () => false;
  const refusals = [
    ...(previous ? compare(previous, now, settings) : []),
    ...lost,
    ...others.map(notAFile),
    ...missingHidden(files, options.hidden),
    ...(await unlisted(dir, digests)),
    ...(await dangling(dir, files, now.base, isTaken)),
    ...(limit !== undefined && bytes > limit ? [tooLarge(bytes, limit)] : []),
  ];
  return { refusals, files, digests, bytes, columns: now.columns };
}

function compare(previous: ColumnsFile, now: ColumnsFile, settings: DeploySettings): Refusal[] {
  return previous.columns.flatMap((old): Refusal[] => {
    const { county, name } = old;
    const same = now.columns.find((column) => column.county === county);
    if (!same) {
      if (settings.removed.some((one) => one.county === county)) return [];
      return [
        {
          code: 'county-lost',
          where: `${name}（${county}）`,
          message: '现在的网站上有这个专栏，新的站点里没有',
          mend: `恢复 apps/${county} 和 content/${county}；确要撤下时，在 deploy.yaml 的 removed 写明县区和理由`,
        },
      ];
    }
    const allowed = settings.fewer.find((one) => one.county === county)?.pages;
    const least = Math.ceil(old.pages * (1 - settings['largest-fall']));
    if (same.pages >= Math.min(least, allowed ?? least)) return [];
    return [
      {
        code: 'pages-fell',
        where: `${name}（${county}）`,
        message: `页面从 ${old.pages} 个减为 ${same.pages} 个，超过允许的 ${settings['largest-fall'] * 100}%`,
        mend: `查明哪些内容不见了；确属有意时，在 deploy.yaml 的 fewer 写明县区、页面数（${same.pages}）和理由`,
      },
    ];
  });
}

function pathsLost(lost: readonly LostPath[]): Refusal[] {
  const shown = lost.slice(0, SHOWN).map(({ path, county }): Refusal => {
    const place = county === undefined ? 'deploy.yaml 的 gone' : `content/${county}/gone.yaml`;
    return {
      code: 'path-lost',
      where: path,
      message: '现在的网站上有这个地址，新的站点里没有，也没有说明',
      mend: `恢复它；确要撤下的，在 ${place} 写明 path 和理由，信息整条撤下的写 withdrawn，改名的写 formerly`,
    };
  });
  const rest = lost.length - shown.length;
  const more = shown.at(-1);
  if (rest <= 0 || !more) return shown;
  return [...shown, { ...more, where: '其余地址', message: `另有 ${rest} 个地址同样没有了` }];
}

/** Whether a file of the site is one that its county says was taken down. */
function takenFrom(
  { columns }: ColumnsFile,
  files: readonly string[],
  contentRoot: string,
): (file: string) => boolean {
  const all = new Set(files);
  const named = new Map<string, (below: string) => boolean>();
  const places = columns.toSorted((a, b) => b.base.length - a.base.length);
  return (file) => {
    const place = places.find(({ base }) => `/${file}`.startsWith(base));
    if (!place) return false;
    let isNamed = named.get(place.county);
    if (!isNamed) {
      const gone = readGone(contentRoot, place.county);
      const said = saidOfEntries(contentRoot, place.county).filter(
        ({ state }) => state !== 'moved',
      );
      const kept = all.has(`${place.base.slice(1)}${KEPT_FILE}`);
      isNamed = (below) =>
        isGone(below, gone) ||
        (kept && COMPOUND.test(below)) ||
        said.some((entry) => isOfEntry(below, entry));
      named.set(place.county, isNamed);
    }
    return isNamed(file.slice(place.base.length - 1));
  };
}

function notAFile(file: string): Refusal {
  return {
    code: 'dangling-asset',
    where: file,
    message: '不是普通文件（如符号链接），部署后会丢失',
    mend: '换成文件本身后重新构建',
  };
}

/** What packers leave out first: hidden files, without which GitHub Pages drops yet more. */
function missingHidden(files: readonly string[], hidden: readonly string[] = []): Refusal[] {
  const have = new Set(files);
  return ['.nojekyll', MANIFEST + HEAD_FILE, ...hidden]
    .filter((file) => !have.has(file))
    .map((where) => ({
      code: 'hidden-missing' as const,
      where,
      message: '以“.”开头的文件不见了',
      mend: '打包或复制时要包括隐藏文件（include-hidden-files: true），然后重新拼装',
    }));
}

/** What is no longer, byte for byte, what was put together: nobody has judged it. */
async function unlisted(dir: string, digests: ReadonlyMap<string, string>): Promise<Refusal[]> {
  // Without the manifest's head that is told already.
  if (!digests.has(MANIFEST + HEAD_FILE)) return [];
  const listed = await listedIn(dir);
  const wrong = listed
    ? [...new Set([...listed.keys(), ...[...digests.keys()].filter(isListed)])]
        .filter((file) => listed.get(file) !== digests.get(file))
        .sort()
    : [MANIFEST + HEAD_FILE];
  if (wrong.length === 0) return [];
  return [
    {
      code: 'not-as-listed',
      where: namedFiles(wrong),
      message: `${wrong.length} 个文件与拼装时写下的清单不符`,
      mend: '重新运行 npx -y pnpm@12 run build；拼装之后不要改动 dist',
    },
  ];
}

const SHOWN = 20;

async function dangling(
  dir: string,
  files: readonly string[],
  prefix: string,
  isTaken: (file: string) => boolean,
): Promise<Refusal[]> {
  const have = new Set(files);
  const first = new Map<string, string>();
  for (const file of files) {
    if (!/\.(?:html|css)$/.test(file)) continue;
    const text = await readFile(path.join(dir, file), 'utf8');
    const missing = (address: string) => {
      const asset = assetFile(address, file, prefix);
      return asset === undefined || have.has(asset) ? undefined : asset;
    };
    const isThere = (address: string) => missing(address) === undefined;
    if (file.endsWith('.html') && plainlyWhole(text, isThere)) continue;
    for (const address of assetsIn(file, text)) {
      const asset = missing(address);
      if (asset === undefined || first.has(asset) || isTaken(asset)) continue;
      first.set(asset, file);
    }
  }
  const shown = [...first].slice(0, SHOWN).map(([asset, page]) => dangles(page, asset));
  const rest = first.size - shown.length;
  return rest > 0 ? [...shown, dangles('其余页面', `另有 ${rest} 个文件`)] : shown;
}

function dangles(page: string, asset: string): Refusal {
  return {
    code: 'dangling-asset',
    where: page,
    message: `用到的文件“${asset}”不在站点里`,
    mend: '重新构建这个专栏；仍然如此，请检查链接或应用的 public 文件夹',
  };
}

function tooLarge(bytes: number, limit: number): Refusal {
  return {
    code: 'too-large',
    where: '整个站点',
    message: `共 ${bytes} 字节，超过托管方的上限 ${limit} 字节`,
    mend: '把较大的县区部署到自己的域名（columns deploy --target s3 或 rsync）',
  };
}

/** All reasons in one message. */
export class RefusedError extends ToldError {
  override readonly name = 'RefusedError';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    const lines = shown(refusals).map(
      ({ where, message, mend }) => `  ${where}：${message}\n    怎么办：${mend}`,
    );
    super(`没有部署，共 ${refusals.length} 个问题（原有的网站没有改动）：\n${lines.join('\n')}`);
    this.refusals = refusals;
  }
}
