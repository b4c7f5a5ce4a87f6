import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AssembleOptions, assemble, SiteError } from '../src/index.ts';
import { beside, builtApp, list, siteOf, workshop, write } from './fixture.ts';

async function problemsOf(options: AssembleOptions): Promise<SiteError> {
  const error = await assemble(options).catch((thrown: unknown) => thrown);
  if (error instanceof SiteError) return error;
  throw new Error(`expected a SiteError, got ${String(error)}`);
}

async function codesOf(options: AssembleOptions): Promise<string[]> {
  return (await problemsOf(options)).problems.map((problem) => problem.code);
}

describe('what keeps columns from being put together', () => {
  it('names all problems at once, each with what to do', async () => {
    const { appsDir, outDir } = await workshop();
    await write(appsDir, { 'unbuilt/package.json': '{}' });
    await builtApp(appsDir, 'anyue', { base: '/Anyue' });
    await builtApp(appsDir, 'gaoyao');
    await builtApp(appsDir, 'gaoyao2', { county: 'gaoyao', base: '/gaoyao/' });
    const { message } = await problemsOf({ appsDir, outDir, base: 'repo', site: 'example.org' });
    expect(message).toMatchInlineSnapshot(`
      "站点没有拼装，共 6 个问题（原有的站点没有改动）：
        apps/unbuilt：没有构建结果（缺 dist/site.json）
          怎么办：先运行 npx -y pnpm@12 run build，并改正它报告的问题；不再需要这个专栏时，删除 apps/unbuilt
        apps/anyue/dist/site.json：base“/Anyue”不是路径
          怎么办：在 county.yaml 把 base 写成以“/”开头和结尾的小写字母、数字、连字符，如 /anyue/
        apps/gaoyao、apps/gaoyao2：县区代号都是“gaoyao”
          怎么办：一个县区只能有一个应用：改正代号，或删除多余的应用
        apps/gaoyao、apps/gaoyao2：base 都是“/gaoyao/”，页面会互相覆盖
          怎么办：在其中一个的 county.yaml 换一个 base
        BASE：“repo”不是路径
          怎么办：把环境变量 BASE 设为“/”或形如 /repository/ 的路径
        SITE：“example.org”不是网站的地址
          怎么办：把环境变量 SITE 设为协议加域名，如 https://example.org；路径写在 BASE 里"
    `);
  });

  it('an apps folder without apps', async () => {
    expect(await codesOf(await workshop())).toEqual(['no-columns']);
  });

  it('an app that was not built', async () => {
    const { appsDir, outDir } = await workshop();
    await write(appsDir, { 'anyue/package.json': '{}' });
    const { message } = await problemsOf({ appsDir, outDir });
    expect(message).toContain('apps/anyue：没有构建结果');
    expect(message).toContain('npx -y pnpm@12 run build');
  });

  it('a site.json that is no JSON', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', {}, { 'site.json': '{' });
    expect(await codesOf({ appsDir, outDir })).toEqual(['bad-site-file']);
  });

  it('a site.json with wrong values: each is named, in Chinese', async () => {
    const { appsDir, outDir } = await workshop();
    const wrong = { ...siteOf('anyue'), level: 'village', newest: '2023年5月', extra: 1 };
    await builtApp(appsDir, 'anyue', {}, { 'site.json': JSON.stringify(wrong) });
    const { problems } = await problemsOf({ appsDir, outDir });
    expect(problems.map((problem) => problem.message)).toMatchInlineSnapshot(`
      [
        "level：无效选项：期望以下之一 "province"|"city"|"county"",
        "newest：应为日期，如 2023-05-29",
        "出现未知的键(key): "extra"",
      ]
    `);
  });

  it('a build without a home page', async () => {
    const { appsDir, outDir } = await workshop();
    await write(path.join(appsDir, 'anyue'), {
      'package.json': '{}',
      'dist/site.json': JSON.stringify(siteOf('anyue')),
    });
    await list(path.join(appsDir, 'anyue/dist'));
    expect(await codesOf({ appsDir, outDir })).toEqual(['no-home-page']);
  });

  it.each(['anyue', '/anyue', '/Anyue/', '/安岳/', '//', '/a/../b/', '/a b/', ''])(
    'a base that is no path: “%s”',
    async (base) => {
      const { appsDir, outDir } = await workshop();
      await builtApp(appsDir, 'anyue', { base });
      expect(await codesOf({ appsDir, outDir })).toEqual(['bad-base']);
    },
  );

  it.each([
    ...[
      '/search/',
      '/2023/',
      '/data/anyue/',
      '/anyue/admin/',
      '/anyue/2027/',
      '/zq/gaoyao/ledger/',
    ],
    ...['/editor/', '/anyue/history/', '/anyue/assets/', '/sitemap/', '/anyue/units/x/'],
  ])('a reserved base: %s', async (base) => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', { base });
    expect(await codesOf({ appsDir, outDir })).toEqual(['reserved-base']);
  });

  it('two columns with one id', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'a');
    await builtApp(appsDir, 'b', { county: 'a' });
    expect(await codesOf({ appsDir, outDir })).toEqual(['duplicate-county']);
  });

  it('two columns with one base', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'a');
    await builtApp(appsDir, 'b', { base: '/a/' });
    expect(await codesOf({ appsDir, outDir })).toEqual(['duplicate-base']);
  });

  it.each(['wuling/index.html', 'WuLing/x.html', 'wuling'])(
    'a file of one column where another stands: %s',
    async (file) => {
      const { appsDir, outDir } = await workshop();
      await builtApp(appsDir, 'hunan', {}, { [file]: 'x' });
      await builtApp(appsDir, 'wuling', { base: '/hunan/wuling/', parent: 'hunan' });
      const { problems } = await problemsOf({ appsDir, outDir });
      expect(problems.map((problem) => problem.code)).toEqual(['file-in-other-base']);
      expect(problems[0]?.where).toBe(`apps/hunan/dist/${file}`);
    },
  );

  it('a base inside another county’s, which is none of its upper levels', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'hunan', { level: 'province' });
    await builtApp(appsDir, 'changde', { base: '/cd/', parent: 'hunan', level: 'city' });
    await builtApp(appsDir, 'wuling', { base: '/hunan/wuling/', parent: 'changde' });
    await builtApp(appsDir, 'zhen', { base: '/cd/zhen/' });
    const { problems } = await problemsOf({ appsDir, outDir });
    expect(problems.map(({ code, where }) => [code, where])).toEqual([
      ['base-in-base', 'apps/zhen'],
    ]);
  });

  it('a file of the upper level’s data, records or editor where another stands', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'hunan', { level: 'province' });
    await beside(appsDir, 'hunan', { 'dist-data/wuling/list.csv': 'x' });
    await builtApp(appsDir, 'wuling', { base: '/hunan/wuling/', parent: 'hunan' });
    expect(await codesOf({ appsDir, outDir })).toEqual(['file-in-other-base']);
  });

  it('a file of a column at / under a name of ours', async () => {
    const { appsDir, outDir } = await workshop();
    const more = { 'columns.json': '{}', '.well-known/disclosure-manifest/index.json': '{}' };
    await builtApp(appsDir, 'luan', { base: '/' }, more);
    expect(await codesOf({ appsDir, outDir })).toEqual(['reserved-file', 'reserved-file']);
  });

  it('a symbolic link, and a folder that hosts leave out', async () => {
    const { dir, appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', {}, { 'x/.git/config': '' });
    await write(dir, { secret: 'x' });
    await symlink(path.join(dir, 'secret'), path.join(appsDir, 'anyue/dist/link'));
    expect(await codesOf({ appsDir, outDir })).toEqual(['unusable-file', 'unusable-file']);
  });

  it.each(['repo', 'https://example.org/', '/a b/', '/../'])('a bad BASE: “%s”', async (base) => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    expect(await codesOf({ appsDir, outDir, base })).toEqual(['bad-prefix']);
  });

  it.each(['example.org', 'ftp://example.org', 'https://example.org/repo/'])(
    'a bad SITE: %s',
    async (site) => {
      const { appsDir, outDir } = await workshop();
      await builtApp(appsDir, 'anyue');
      expect(await codesOf({ appsDir, outDir, site })).toEqual(['bad-site']);
    },
  );

  it('an output folder that holds something else: it is left alone', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await write(outDir, { 'thesis.txt': 'x' });
    expect(await codesOf({ appsDir, outDir })).toEqual(['foreign-output']);
  });
});
