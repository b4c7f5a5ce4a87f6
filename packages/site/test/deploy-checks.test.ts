import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { WRITTEN_FILE } from '@columns/standard/written';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assetFile, assetsIn, plainlyWhole } from '../src/deploy/assets.ts';
import {
  affectedApps,
  hiddenFiles,
  keepOld,
  matrixOf,
  previousColumns,
  previousPaths,
  readSettings,
  verify,
} from '../src/deploy/index.ts';
import { deploySettings } from '../src/deploy/settings.ts';
import { assemble, type ColumnsFile, serve } from '../src/index.ts';
import { MANIFEST } from '../src/manifest/index.ts';
import { builtApp, siteOf, snapshot, type Tree, workshop, write } from './fixture.ts';

const settings = deploySettings.parse({});
const manifest = { tools: {} };

/** A finished site of two counties; `previous` is the one that stands. */
async function site(more: Tree = {}, pages = 100) {
  const place = await workshop();
  await builtApp(place.appsDir, 'anyue', { pages }, more);
  await builtApp(place.appsDir, 'gaoyao', { pages: 50 });
  await assemble({ ...place, manifest });
  const columns = [siteOf('anyue', { pages: 100 }), siteOf('gaoyao', { pages: 50 })];
  const previous: ColumnsFile = {
    base: '/',
    columns: columns.map((column) => ({ ...column, path: column.base })),
  };
  return { ...place, previous };
}

const codes = ({ refusals }: { refusals: { code: string; where: string }[] }) =>
  refusals.map(({ code, where }) => `${code} ${where}`);

describe('before a site is deployed', () => {
  it('all is well with a whole one', async () => {
    const { outDir, previous } = await site();
    const verified = await verify({ dir: outDir, previous, settings, target: 'github-pages' });
    expect(verified.refusals).toEqual([]);
    expect(verified.columns).toHaveLength(2);
    expect(verified.bytes).toBeGreaterThan(0);
  });

  it('a county that would be lost stops it, unless deploy.yaml says why', async () => {
    const { outDir, previous } = await site();
    const old = { ...previous.columns[0], county: 'jinzhai', name: '金寨县' };
    const more = {
      ...previous,
      columns: [...previous.columns, old as (typeof previous.columns)[0]],
    };
    const options = { dir: outDir, previous: more, target: 's3' as const };
    expect(codes(await verify({ ...options, settings }))).toEqual([
      'county-lost 金寨县（jinzhai）',
    ]);
    const said = deploySettings.parse({ removed: [{ county: 'jinzhai', reason: '并入六安市' }] });
    expect(codes(await verify({ ...options, settings: said }))).toEqual([]);
  });

  it.each([
    [90, {}, []],
    [89, {}, ['pages-fell anyue县（anyue）']],
    [89, { 'largest-fall': 0.2 }, []],
    [89, { fewer: [{ county: 'anyue', pages: 89, reason: '合并目录页' }] }, []],
    [
      88,
      { fewer: [{ county: 'anyue', pages: 89, reason: '合并目录页' }] },
      ['pages-fell anyue县（anyue）'],
    ],
  ])('%i of 100 pages with %j', async (pages, given, expected) => {
    const { outDir, previous } = await site({}, pages);
    const options = {
      dir: outDir,
      previous,
      settings: deploySettings.parse(given),
      target: 's3' as const,
    };
    expect(codes(await verify(options))).toEqual(expected);
  });

  it('a file that a page or style sheet needs and that is not there stops it, once for each', async () => {
    const { outDir, previous } = await site({
      'index.html':
        '<script src="/anyue/assets/a.js"></script><img src="assets/b.png" srcset="/anyue/c.png 2x">',
      '2023/a/index.html':
        '<link rel=stylesheet href="/anyue/assets/a.js?x"><a href="../../x.pdf">x</a>',
      'assets/b.png': 'x',
      'assets/s.css': '@font-face{src:url(gone.woff2)}',
    });
    const verified = await verify({ dir: outDir, previous, settings, target: 's3' });
    expect(verified.refusals.map(({ message }) => message)).toEqual([
      '用到的文件“anyue/assets/a.js”不在站点里',
      '用到的文件“anyue/x.pdf”不在站点里',
      '用到的文件“anyue/assets/gone.woff2”不在站点里',
      '用到的文件“anyue/c.png”不在站点里',
    ]);
  });

  it('more bytes than the host takes stop it', async () => {
    const { outDir, previous } = await site();
    const small = deploySettings.parse({ 'size-limits': { 'github-pages': 100 } });
    const options = { dir: outDir, previous, settings: small };
    expect(codes(await verify({ ...options, target: 'github-pages' }))).toEqual([
      'too-large 整个站点',
    ]);
    expect(codes(await verify({ ...options, target: 's3' }))).toEqual([]);
  });

  it('hidden files that were left behind stop it', async () => {
    const { appsDir, outDir, previous } = await site({ '.well-known/a.json': '{}' });
    const hidden = await hiddenFiles(appsDir);
    expect(hidden).toEqual(['anyue/.well-known/a.json']);
    const options = { previous, settings, hidden, target: 'github-pages' as const };
    expect(codes(await verify({ ...options, dir: outDir }))).toEqual([]);
    const copy = path.join(outDir, '../copy');
    const { files } = await verify({ ...options, dir: outDir });
    for (const file of files.filter((name) => !/(?:^|\/)\./.test(name))) {
      await write(copy, {
        [file]: await (await import('node:fs/promises')).readFile(path.join(outDir, file)),
      });
    }
    expect(codes(await verify({ ...options, dir: copy }))).toEqual([
      'hidden-missing .nojekyll',
      'hidden-missing .well-known/disclosure-manifest/index.json',
      'hidden-missing anyue/.well-known/a.json',
    ]);
  });

  it.each([
    ['an attachment that was altered', 'anyue/2023/a/a.pdf', (file) => appendFile(file, ' ')],
    ['a page that was altered', 'anyue/index.html', (file) => appendFile(file, ' ')],
    ['a file that is gone', 'anyue/2023/a/a.pdf', (file) => rm(file)],
    ['a file that was added', 'anyue/2023/b.pdf', (file) => writeFile(file, '')],
  ] satisfies [string, string, (file: string) => Promise<void>][])(
    '%s after it was put together stops it',
    async (_, file, change) => {
      const { outDir, previous } = await site({ '2023/a/a.pdf': 'pdf' });
      await change(path.join(outDir, file));
      const verified = await verify({ dir: outDir, previous, settings, target: 's3' });
      expect(codes(verified)).toEqual([`not-as-listed ${file}`]);
    },
  );

  it('a manifest that is not whole stops it', async () => {
    const { outDir, previous } = await site();
    await appendFile(path.join(outDir, MANIFEST, 'anyue/2023.sha256'), '\n');
    const verified = await verify({ dir: outDir, previous, settings, target: 's3' });
    expect(codes(verified)).toEqual([`not-as-listed ${MANIFEST}index.json`]);
  });

  it('a folder that is no site stops it', async () => {
    const { dir } = await workshop();
    expect(codes(await verify({ dir, settings, target: 's3' }))).toEqual([`not-assembled ${dir}`]);
  });

  it('settings that are wrong are named, all at once', async () => {
    const { dir } = await workshop();
    const file = path.join(dir, 'deploy.yaml');
    expect(await readSettings(file)).toMatchObject({ 'largest-fall': 0.1, 'keep-failed': true });
    await writeFile(file, 'largest-fall: 3\nremoved: [{county: Anyue}]\n');
    await expect(readSettings(file)).rejects.toThrow(/deploy\.yaml 有 3 个问题[\s\S]*largest-fall/);
  });

  it('this repository has settings that can be read', async () => {
    const file = new URL('../../../deploy.yaml', import.meta.url).pathname;
    expect((await readSettings(file))['size-limits']['github-pages']).toBe(1_000_000_000);
  });
});

describe('assets', () => {
  it('are not looked for in scripts, comments and on other hosts', () => {
    const text =
      '<!-- <img src="a.png"> --><script>const a = \' src="b.png"\';</script><img src=\'c.png\'>';
    expect(assetsIn('a.html', text)).toEqual(['c.png']);
  });

  it.each([
    '各单位网页中的图片请写成 src="logo.png" 的形式。',
    'href="a.pdf" 与 srcset="b.png 2x" 与 data="c.swf"',
    '<p title=\'x src="logo.png"\'>x</p>',
    '<textarea> src="logo.png" </textarea>',
    '<style>/* url(logo.png) */</style>',
    '<p data="logo.png" data-src="logo.png">x</p>',
  ])('words of a text are no file that is missing: %s', async (text) => {
    const { outDir, previous } = await site({ '2023/b/index.html': `<p> ${text}</p>` });
    const { refusals } = await verify({ dir: outDir, previous, settings, target: 's3' });
    expect(refusals).toEqual([]);
  });

  it.each([
    ...[
      '<img src=logo.png>',
      '<IMG SRC="logo.png">',
      "<img src='logo.png'>",
      '<img/src="logo.png">',
    ],
    ...['<img alt="x"src="logo.png">', '<img src = "logo.png">', '<img src="&#108;ogo.png">'],
    ...['<img src="\n logo.png ">', '<img srcset="logo.png 1x, /anyue/index.html 2x">'],
    ...[
      '<link rel=preload imagesrcset="logo.png 1x">',
      '<style>a{background:url(logo.png)}</style>',
    ],
    ...['<object data="logo.png"></object>', '<svg><image xlink:href="logo.png"/></svg>'],
    ...['<template><img src="logo.png"></template>', '<video poster=logo.png></video>'],
    ...['<svg><style>x</style><image href="logo.png"/></svg>', '<!-- --!><img src="logo.png">'],
  ])('a file that a browser would ask for is missing however it is written: %s', async (html) => {
    const { outDir, previous } = await site({ '2023/b/index.html': html });
    const { refusals } = await verify({ dir: outDir, previous, settings, target: 's3' });
    expect(refusals.map(({ message }) => message)).toEqual([
      '用到的文件“anyue/2023/b/logo.png”不在站点里',
    ]);
  });

  it('the plain reading never says of a page what a parser would not', () => {
    const pieces = [
      ...[
        '<img src="a.png">',
        ' src="b.png"',
        "<p title='",
        "'>",
        '<!--',
        '-->',
        '<script>',
        '</script>',
      ],
      ...[
        '<a href=c.pdf>',
        '<textarea>',
        '</textarea>',
        '"',
        '<img srcset="a.png 1x">',
        '<x y="',
        'z',
      ],
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    let plain = 0;
    for (let round = 0; round < 3000; round += 1) {
      const html = Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join(
        '',
      );
      const isThere = (address: string) => address === 'a.png';
      if (!plainlyWhole(html, isThere)) continue;
      plain += 1;
      expect(
        assetsIn('a.html', html).filter((one) => !isThere(one)),
        html,
      ).toEqual([]);
    }
    expect(plain).toBeGreaterThan(300);
  });

  it.each([
    ['https://a.example/x.js', undefined],
    ['//a.example/x.js', undefined],
    ['data:image/png;base64,x', undefined],
    ['/other/x.js', undefined],
    ['/repo/anyue/', undefined],
    ['/repo/anyue/index.html', undefined],
    ['/repo/x.js?v=1#a', 'x.js'],
    ['../x%20y.css', 'x y.css'],
    ['x.png', 'anyue/x.png'],
  ])('%s means %s', (address, file) => {
    expect(assetFile(address, 'anyue/index.html', '/repo/')).toBe(file);
  });
});

describe('the site that stands', () => {
  async function host(status: number, body: string): Promise<string> {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it('is read from its columns.json', async () => {
    const { previous } = await site();
    expect(await previousColumns(await host(200, JSON.stringify(previous)))).toEqual(previous);
  });

  it('is none where the address is not found', async () => {
    expect(await previousColumns(await host(404, ''))).toBeUndefined();
  });

  it.each([
    [500, ''],
    [200, '<html>'],
    [200, '{}'],
  ])('that answers %i %j stops a deployment', async (status, body) => {
    await expect(previousColumns(await host(status, body))).rejects.toThrow('没有部署');
  });

  it('that does not answer stops a deployment', async () => {
    await expect(previousColumns('http://127.0.0.1:9/')).rejects.toThrow('没有部署');
  });
});

describe('a path of the site that stands', () => {
  const OLD = [
    ...[
      'anyue/index.html',
      'anyue/2023/a/index.html',
      'anyue/2026/f/index.html',
      'anyue/2026/f/a.pdf',
    ],
    ...['anyue/data/f.csv', 'anyue/towns/x/index.html', 'anyue/units/u/feed.xml', 'robots.txt'],
    ...['anyue/assets/x.js', 'anyue/pagefind/parts/y', 'anyue/kinds/notice/3/index.html'],
    ...['editor/decap.js', 'columns.csv', '.well-known/disclosure-manifest/anyue/2026.sha256'],
  ];
  const lostOf = async (content: Tree, given: object = {}) => {
    const { dir, outDir, previous } = await site({ '2026/f/index.html': 'f' });
    await write(path.join(dir, 'content/anyue'), content);
    const before = { paths: OLD, contentRoot: path.join(dir, 'content') };
    const options = { dir: outDir, previous, before, target: 's3' as const };
    const verified = await verify({ ...options, settings: deploySettings.parse(given) });
    return verified.refusals.map(({ code, where }) => `${code} ${where.replace('anyue/', '')}`);
  };
  const entry = (lines: string) => `---\ntitle: 甲\n${lines}\n---\n\n正文。\n`;
  const GONE = [
    '- {path: towns/x/, date: 2026-01-01, reason: 合并}',
    '- {path: units/u/, date: 2026-01-01, reason: 撤销}',
  ].join('\n');

  it('stops a deployment where it is gone without a word; what machines name anew does not', async () => {
    expect(await lostOf({})).toEqual([
      'path-lost 2026/f/a.pdf',
      'path-lost data/f.csv',
      'path-lost towns/x/index.html',
      'path-lost units/u/feed.xml',
    ]);
  });

  it.each([
    ['withdrawn', '_notice/2026/f.md', 'withdrawn: {date: 2026-01-01, reason: 有误}'],
    ['withheld', '_notice/2026/f.md', 'attribute: {type: 依申请, grounds: x}'],
    [
      'withdrawn, though it cannot be read',
      '_notice/2026/f.md',
      'x: [\nwithdrawn: {date: 2026-01-01}',
    ],
    ['moved', '_notice/2026/g.md', 'formerly: [2026/f]'],
  ])('may go with its entry that is %s', async (_how, file, lines) => {
    expect(await lostOf({ [file]: entry(lines), 'gone.yaml': GONE })).toEqual([]);
  });

  it('may go where gone.yaml names it, the settings do, or the county is removed', async () => {
    const all = `${GONE}\n- {path: 2026/f/a.pdf, date: 2026-01-01, reason: 有误}\n`;
    expect(await lostOf({ 'gone.yaml': all })).toEqual(['path-lost data/f.csv']);
    const gone = [{ path: 'data/f.csv', reason: '改为 JSON' }];
    expect(await lostOf({ 'gone.yaml': all }, { gone })).toEqual([]);
    expect(await lostOf({}, { removed: [{ county: 'anyue', reason: '合并' }] })).toEqual([]);
  });

  it('names twenty and counts the rest', async () => {
    const { dir, outDir, previous } = await site();
    const paths = Array.from({ length: 30 }, (_, index) => `anyue/2026/x${index}/a.pdf`);
    const before = { paths, contentRoot: dir };
    const { refusals } = await verify({ dir: outDir, previous, before, settings, target: 's3' });
    expect(refusals).toHaveLength(21);
    expect(refusals.at(-1)?.message).toContain('另有 10 个地址');
  });

  it('is read from its manifest, part by part, and a manifest that is not whole stops it', async () => {
    const place = await workshop();
    await builtApp(place.appsDir, 'anyue');
    await assemble({ ...place, manifest });
    const served = await serve({ dir: place.outDir, port: 0 });
    onTestFinished(() => served.close());
    const paths = await previousPaths(served.url);
    expect(paths).toContain('anyue/2023/a/index.html');
    expect(paths).toContain('robots.txt');
    const part = path.join(place.outDir, '.well-known/disclosure-manifest/anyue/2023.sha256');
    await writeFile(part, '');
    await expect(previousPaths(served.url)).rejects.toThrow('不全');
    expect(await previousPaths(`${served.url}nowhere/`)).toBe(undefined);
    // However many parts there are: all of them together have a time.
    const late = () => new Promise<Response>(() => undefined);
    const slow: typeof fetch = (_, init) =>
      Promise.race([
        late(),
        new Promise<never>((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        ),
      ]);
    await expect(previousPaths(served.url, slow, 50)).rejects.toThrow('没有部署');
  });
});

describe('a county that failed', () => {
  it('keeps its old version, byte for byte, while the others are new', async () => {
    const { appsDir, outDir } = await site({ '.well-known/a.json': '{}' });
    const good = await snapshot(path.join(outDir, 'anyue'));
    await write(path.join(appsDir, 'anyue/dist'), { 'index.html': 'half', 'site.json': '{' });
    await write(path.join(appsDir, 'anyue/dist-data'), { 'data/new.json': '{}' });
    await builtApp(appsDir, 'gaoyao', { pages: 51 }, { 'new/index.html': 'new' });
    const options = { appsDir, outDir, failed: ['anyue'], base: '/', contentRoot: 'none' };
    expect(await keepOld(options)).toMatchObject({ kept: ['anyue'], lost: [] });
    await assemble({ appsDir, outDir, manifest });
    expect(await snapshot(path.join(outDir, 'anyue'))).toEqual(good);
    expect(await snapshot(outDir)).toHaveProperty('gaoyao/new/index.html');
  });

  it('keeps nothing of what its content has taken down since', async () => {
    const open = (id: string) =>
      `---\nkind: notice\ntitle: ${id}\npublished: 2023-05-29\nattribute: {type: 主动}\n---\n\n文。\n`;
    const row = (id: string) => ({
      ...{ id, title: `标题${id}`, address: `2023/${id}/`, formerly: [`2022/${id}`] },
      ...{ file: `anyue/_notice/2023/${id}.md`, sha256: 'f'.repeat(64) },
    });
    const ids = ['stays', 'moved', 'withdrawn', 'withheld', 'broken', 'deleted'];
    const own = (id: string): Tree =>
      Object.fromEntries(
        [`2023/${id}/index.html`, `2023/${id}/a.pdf`, `2022/${id}/index.html`, `2023/${id}.md`]
          .concat([`data/${id}.csv`, `history/${id}/index.html`])
          .map((file) => [file, `原文${id}`]),
      );
    const { dir, appsDir, outDir } = await site({
      ...Object.assign({}, ...ids.map(own)),
      'data/column/entries.json': JSON.stringify({ rows: ids.map(row) }),
      'pagefind/words': ids.map((id) => `原文${id}`).join(''),
    });
    const contentRoot = path.join(dir, 'content');
    await write(path.join(contentRoot, 'anyue'), {
      '_notice/2023/stays.md': open('stays'),
      'budget/_general/2023/moved.md': open('moved'),
      '_notice/2023/withdrawn.md': open('x').replace(
        '---\n\n',
        'withdrawn: {date: 2023-06-01, reason: 有误}\n---\n\n',
      ),
      '_notice/2023/withheld.md': open('x').replace('主动', '不予'),
      '_notice/2023/broken.md': open('x').replace('kind', 'title: "'),
    });
    const options = { appsDir, outDir, failed: ['anyue'], base: '/', contentRoot };
    const { kept, takenDown } = await keepOld(options);
    expect(kept).toEqual(['anyue']);
    expect(takenDown.get('anyue')).toEqual(['withdrawn', 'withheld', 'broken', 'deleted']);
    await assemble({ appsDir, outDir, manifest });
    const files = Object.keys(await snapshot(path.join(outDir, 'anyue')));
    const texts = await Promise.all(
      files.map((file) => readFile(path.join(outDir, 'anyue', file), 'utf8')),
    );
    expect(texts.join('\n').match(/原文[a-z]+/g)).toEqual(
      expect.arrayContaining(['原文stays', '原文moved']),
    );
    expect(texts.join('\n')).not.toMatch(/原文(?:withdrawn|withheld|broken|deleted)/);
    const page = await readFile(path.join(outDir, 'anyue/2023/withdrawn/index.html'), 'utf8');
    expect(page).toContain('本信息不再公开');

    // The next time nothing but `kept.json` tells what stands where.
    await write(path.join(contentRoot, 'anyue'), {
      'budget/_general/2023/moved.md': open('moved').replace('主动', '依申请'),
      'gone.yaml': '- {path: 2023/stays/a.pdf, date: 2023-06-01, reason: 有误}\n',
    });
    expect((await keepOld(options)).takenDown.get('anyue')).toEqual(['moved']);
    await assemble({ appsDir, outDir, manifest });
    const now = await snapshot(path.join(outDir, 'anyue'));
    expect(now).toHaveProperty('2023/stays/index.html');
    expect(now).not.toHaveProperty('2023/stays/a.pdf');
    expect(now).not.toHaveProperty('2023/moved/a.pdf');
  });

  it('is deployed though files made of all its entries are missing, and pages link to them', async () => {
    const row = { id: 'a', title: '甲', address: '2023/a/', formerly: [], sha256: 'f'.repeat(64) };
    const { dir, appsDir, outDir, previous } = await site({
      'index.html': '<script src="pagefind/pagefind.js"></script><a href="2023/a/a.pdf">x</a>',
      'data/column/entries.json': JSON.stringify({
        rows: [{ ...row, file: 'anyue/_notice/2023/a.md' }],
      }),
      'data/column/entries.csv': 'x',
      'pagefind/pagefind.js': 'x',
      '2023/a/a.pdf': 'x',
      'units/a/feed.xml': 'x',
    });
    const { files: paths } = await verify({ dir: outDir, settings, target: 's3' });
    const contentRoot = path.join(dir, 'content');
    await write(contentRoot, {
      'anyue/_notice/2023/a.md':
        '---\ntitle: 甲\nwithdrawn: {date: 2023-06-01, reason: 有误}\n---\n',
    });
    await keepOld({ appsDir, outDir, failed: ['anyue'], base: '/', contentRoot });
    await assemble({ appsDir, outDir, manifest });
    const before = { paths, contentRoot };
    const verified = await verify({ dir: outDir, previous, before, settings, target: 's3' });
    expect(verified.refusals).toEqual([]);
    expect(verified.files).not.toContain('anyue/data/column/entries.csv');
  });

  it('is not given an old version that is not what the manifest of the site lists', async () => {
    const changes: readonly ((outDir: string) => Promise<unknown>)[] = [
      (outDir) => writeFile(path.join(outDir, 'anyue/2023/a/index.html'), '改过'),
      (outDir) => writeFile(path.join(outDir, 'anyue/data/f.json'), '{}'),
      (outDir) => write(outDir, { 'anyue/2023/new/index.html': '添上' }),
      (outDir) => rm(path.join(outDir, 'anyue/2023/a/index.html')),
      (outDir) => rm(path.join(outDir, '.well-known'), { recursive: true }),
      (outDir) =>
        writeFile(path.join(outDir, '.well-known/disclosure-manifest/anyue/2023.sha256'), ''),
    ];
    for (const change of changes) {
      const { appsDir, outDir } = await site({ 'data/f.json': '{"a":1}' });
      await change(outDir);
      const built = await snapshot(path.join(appsDir, 'anyue/dist'));
      const options = { appsDir, outDir, failed: ['anyue'], base: '/', contentRoot: 'none' };
      const { kept, lost, altered } = await keepOld(options);
      expect({ kept, lost }).toEqual({ kept: [], lost: ['anyue'] });
      expect(altered.get('anyue')?.[0]).toMatch(/^anyue\//);
      expect(await snapshot(path.join(appsDir, 'anyue/dist'))).toEqual(built);
    }
  });

  it('at the root keeps its own files and no other column’s', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'luan', { base: '/' });
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir, manifest });
    const { [WRITTEN_FILE]: _, ...all } = await snapshot(path.join(appsDir, 'luan/dist'));
    // Frames are not published: the old version has none to give back.
    const good = Object.entries(all).filter(([file]) => !file.startsWith('frame/'));
    await keepOld({ appsDir, outDir, failed: ['luan'], base: '/', contentRoot: 'none' });
    const kept = await snapshot(path.join(appsDir, 'luan/dist'));
    expect(kept).toMatchObject(Object.fromEntries(good));
    expect(Object.keys(kept).filter((file) => file.startsWith('anyue/'))).toEqual([]);
    await assemble({ appsDir, outDir, manifest });
  });

  it('and is the only one keeps the pages over all columns too, for no other has a frame for them', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir, manifest });
    const before = await snapshot(outDir);
    await keepOld({ appsDir, outDir, failed: ['anyue'], base: '/', contentRoot: 'none' });
    await assemble({ appsDir, outDir, manifest });
    const after = await snapshot(outDir);
    for (const file of ['index.html', '404.html']) expect(after[file]).toBe(before[file]);
  });

  it('without an old version, or with one for another address, is named', async () => {
    const { appsDir, outDir } = await site();
    const options = { appsDir, outDir, failed: ['jinzhai'], base: '/', contentRoot: 'none' };
    expect(await keepOld(options)).toMatchObject({ kept: [], lost: ['jinzhai'] });
    const moved = { ...options, failed: ['anyue'], base: '/repo/' };
    expect(await keepOld(moved)).toMatchObject({ kept: [], lost: ['anyue'] });
  });
});

describe('what a change touches', () => {
  const task = (name: string, owner: string) => ({ name, package: { name: owner } });
  const answer = (items: object[]) => JSON.stringify({ data: { affectedTasks: { items } } });

  it('is read from Turborepo’s answer: apps with a build, each once', () => {
    const items = [
      task('check', '@counties/luan'),
      task('build', '@counties/luan'),
      task('build', '@counties/anyue'),
      task('check', '@counties/gaoyao'),
      task('build', '@columns/theme'),
    ];
    expect(affectedApps(answer(items))).toEqual(['anyue', 'luan']);
    expect(affectedApps(answer([]))).toEqual([]);
  });

  it('becomes at most so many jobs, each app in one', () => {
    const apps = Array.from({ length: 45 }, (_, index) => `c${index}`);
    const jobs = matrixOf(apps, 20);
    expect(jobs).toHaveLength(20);
    expect(jobs.flatMap(({ apps: own }) => own.split(' ')).sort()).toEqual([...apps].sort());
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(20);
    expect(matrixOf(['a'], 20)).toEqual([{ name: 'a', apps: 'a' }]);
    expect(
      matrixOf(
        Array.from({ length: 3000 }, (_, i) => `c${i}`),
        999,
      ),
    ).toHaveLength(256);
  });
});
