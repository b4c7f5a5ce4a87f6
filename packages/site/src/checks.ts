import { checkBase } from './address.ts';
import { COLUMNS_FILE } from './column.ts';
import { MANIFEST } from './manifest/index.ts';
import type { Problem } from './problem.ts';
import type { BuiltApp } from './read.ts';

/** Names at the root of the output that are ours, even when a column stands at `/`. */
const ours = [COLUMNS_FILE, 'columns.csv', 'editor/', MANIFEST];

/** Folders that the host of the pages leaves out without a word. */
const droppedByHosts = /(?:^|\/)\.git(?:hub)?(?:\/|$)/;

/** Everything that keeps these apps from standing side by side. Pure: reads no file. */
export function checkApps(apps: readonly BuiltApp[]): Problem[] {
  return [
    ...apps.flatMap(checkApp),
    ...shared(apps, (app) => app.site.county).map(duplicateCounty),
    ...shared(apps, (app) => app.site.base).map(duplicateBase),
    ...apps.flatMap((inner) => {
      const uppers = uppersOf(inner, apps);
      return apps.flatMap((outer) => checkOverlap(outer, inner, uppers));
    }),
  ];
}

/** The counties above an app's, as far as they are built too. */
function uppersOf({ site }: BuiltApp, apps: readonly BuiltApp[]): ReadonlySet<string> {
  const uppers = new Set<string>();
  for (let at = site.parent; at !== undefined && !uppers.has(at); ) {
    uppers.add(at);
    const above: string = at;
    at = apps.find((app) => app.site.county === above)?.site.parent;
  }
  return uppers;
}

function checkApp(app: BuiltApp): Problem[] {
  const problems: Problem[] = [];
  const base = checkBase(app.site.base, `${app.label}/dist/site.json`);
  if (base) problems.push(base);
  if (!app.dist.files.includes('index.html')) {
    problems.push({
      code: 'no-home-page',
      where: `${app.label}/dist`,
      message: '没有首页 index.html，构建可能只做了一半',
      mend: '重新运行 npx -y pnpm@12 run build',
    });
  }
  for (const file of app.others) {
    problems.push({
      code: 'unusable-file',
      where: `${app.label}/dist/${file}`,
      message: '不是普通文件（如符号链接），不能发布',
      mend: '换成文件本身后重新构建',
    });
  }
  for (const file of app.dist.files.filter((name) => droppedByHosts.test(name))) {
    problems.push({
      code: 'unusable-file',
      where: `${app.label}/dist/${file}`,
      message: '名为 .git 或 .github 的文件夹不会被发布',
      mend: '从应用的 public 文件夹移走后重新构建',
    });
  }
  if (app.site.base === '/') {
    for (const file of app.dist.files.filter((name) => ours.some((own) => isAt(name, own)))) {
      problems.push({
        code: 'reserved-file',
        where: `${app.label}/dist/${file}`,
        message: '站点根目录的这个名称是保留的',
        mend: '给这个文件换一个名称后重新构建',
      });
    }
  }
  return problems;
}

/** `own` ends with `/` when it is a folder. */
function isAt(file: string, own: string): boolean {
  return own.endsWith('/') ? file.startsWith(own) : file === own;
}

/** Groups of two and more apps with the same key. */
function shared(apps: readonly BuiltApp[], key: (app: BuiltApp) => string): BuiltApp[][] {
  const groups = new Map<string, BuiltApp[]>();
  for (const app of apps) groups.set(key(app), [...(groups.get(key(app)) ?? []), app]);
  return [...groups.values()].filter((group) => group.length > 1);
}

function labels(apps: readonly BuiltApp[]): string {
  return apps.map((app) => app.label).join('、');
}

function duplicateCounty(apps: BuiltApp[]): Problem {
  return {
    code: 'duplicate-county',
    where: labels(apps),
    message: `县区代号都是“${apps[0]?.site.county}”`,
    mend: '一个县区只能有一个应用：改正代号，或删除多余的应用',
  };
}

function duplicateBase(apps: BuiltApp[]): Problem {
  return {
    code: 'duplicate-base',
    where: labels(apps),
    message: `base 都是“${apps[0]?.site.base}”，页面会互相覆盖`,
    mend: '在其中一个的 county.yaml 换一个 base',
  };
}

/**
 * A column may stand inside the base of one of its upper levels (`/hunan/` and `/hunan/wuling/`), or of
 * one at `/`, and in nobody else's; then the outer one must hold nothing there. Case is ignored: some disks ignore it too.
 */
function checkOverlap(outer: BuiltApp, inner: BuiltApp, uppers: ReadonlySet<string>): Problem[] {
  const { base } = inner.site;
  if (outer === inner || base === outer.site.base || !base.startsWith(outer.site.base)) return [];
  if (outer.site.base !== '/' && !uppers.has(outer.site.county)) {
    return [
      {
        code: 'base-in-base',
        where: inner.label,
        message: `base“${base}”在 ${outer.label} 的“${outer.site.base}”之内，而它不是上级`,
        mend: `在 content/${inner.site.county}/county.yaml 换一个 base；确是上级的，写明 parent`,
      },
    ];
  }
  const inside = base.slice(outer.site.base.length);
  const all = [...outer.dist.files, ...outer.beside.flatMap((beside) => beside.files)];
  const files = all.filter((file) => `${file.toLowerCase()}/`.startsWith(inside));
  const [first] = files;
  if (first === undefined) return [];
  return [
    {
      code: 'file-in-other-base',
      where: `${outer.label}/dist/${first}`,
      message: `落在 ${inner.label} 的 base“${base}”之内（共 ${files.length} 个文件），会互相覆盖`,
      mend: `在 ${inner.label} 或 ${outer.label} 的 county.yaml 换一个 base`,
    },
  ];
}
