import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BuiltApp } from '@columns/testkit/fixture-app';
import type { GalleryPage, GallerySite } from '@columns/testkit/gallery';
import type { Command, Context } from '../command.ts';

const usage = `用法：columns gallery [--out <文件夹>] [--dist <文件夹> --county <编号>]

把每种页面在手机（320 像素）和桌面上的浅色、深色样子，以及打印的样子，汇成一览：
gallery/index.html 是全部图片，gallery/sheet-*.png 是每种样子一张大图。
  --out <文件夹>     输出位置（默认 gallery）；其中上一次的一览被替换
  --dist <文件夹>    不构建示例县，改用已经构建的网站，如 dist
  --county <编号>    与 --dist 同用：其中的哪个专栏`;

/** The theme's fixture counties, and which of their pages stand for all. */
const FIXTURES = 'packages/theme/test/fixtures';

export const galleryCommand: Command = {
  summary: '为每种页面拍图，汇成一览',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: 'gallery' },
        dist: { type: 'string' },
        county: { type: 'string' },
      },
    });
    if ((values.dist === undefined) !== (values.county === undefined)) {
      context.err(`--dist 和 --county 须同时写。\n\n${usage}\n`);
      return 2;
    }
    const out = resolve(context.root, values.out);
    if (values.dist !== undefined && values.county !== undefined) {
      const site = await builtSite(resolve(context.root, values.dist), values.county, context);
      return site === undefined ? 2 : picture([site], out, context);
    }
    return pictureFixtures(out, context);
  },
};

/** A column inside an assembled site. */
async function builtSite(
  dist: string,
  county: string,
  context: Context,
): Promise<GallerySite | undefined> {
  const list = join(dist, 'columns.json');
  if (!existsSync(list)) {
    context.err(`${dist} 中没有 columns.json：请先运行 columns build。\n`);
    return undefined;
  }
  const { columns } = JSON.parse(readFileSync(list, 'utf8')) as {
    columns: { county: string; base: string; path: string; title: string }[];
  };
  const column = columns.find((each) => each.county === county);
  if (column === undefined) {
    const known = columns.map((each) => each.county).join('、');
    context.err(`${dist} 中没有专栏“${county}”。现有：${known}\n`);
    return undefined;
  }
  // Only this command needs a browser, so only it loads one.
  const { pickPages } = await import('@columns/testkit/gallery');
  const folder = join(dist, column.base);
  return { title: column.title, folder, base: column.path, pages: pickPages(folder) };
}

/** Builds the fixture counties afresh, pictures them and clears them away. */
async function pictureFixtures(out: string, context: Context): Promise<number> {
  const { buildFixtureApp } = await import('@columns/testkit/fixture-app');
  const fixtures = join(context.root, FIXTURES);
  const pages = JSON.parse(readFileSync(join(fixtures, 'pages.json'), 'utf8')) as Record<
    string,
    GalleryPage[]
  >;
  const apps: BuiltApp[] = [];
  try {
    const sites: GallerySite[] = [];
    for (const county of Object.keys(pages)) {
      context.out(`构建 ${county} ……\n`);
      const app = await buildFixtureApp({
        theme: join(context.root, 'packages/theme'),
        county,
        content: join(fixtures, 'content'),
      });
      apps.push(app);
      if (app.code !== 0) {
        context.err(app.output);
        return 1;
      }
      const { base, title } = JSON.parse(readFileSync(join(app.dist, 'site.json'), 'utf8'));
      sites.push({ title, folder: app.dist, base, pages: pages[county] ?? [] });
    }
    return await picture(sites, out, context);
  } finally {
    for (const app of apps) app.remove();
  }
}

async function picture(
  sites: readonly GallerySite[],
  out: string,
  context: Context,
): Promise<number> {
  const { makeGallery } = await import('@columns/testkit/gallery');
  const { weighPages, weightTable } = await import('@columns/testkit/site');
  const { index, sheets, hint } = await makeGallery({
    sites,
    out,
    progress: (line) => context.out(`拍图 ${line}\n`),
  });
  for (const site of sites) {
    context.out(`\n${site.title}，各种页面最重的一页：\n\n${weightTable(weighPages(site))}`);
  }
  context.out(`\n${[index, ...sheets].join('\n')}\n`);
  if (hint !== undefined) context.err(`\n${hint}\n`);
  return 0;
}
