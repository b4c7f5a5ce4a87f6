import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FRAME_FILE } from '@columns/export/page';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../src/column.ts';
import { assemble, listColumns } from '../src/index.ts';
import { beside, builtApp, siteOf, snapshot, workshop, write } from './fixture.ts';
import { FRAMES } from './frame.ts';

describe('putting columns together', () => {
  it('lays each column under its base, with every file of its build', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await builtApp(appsDir, 'gaoyao', { base: '/zq/gaoyao/' });
    const { files, columns } = await assemble({ appsDir, outDir });
    const made = Object.keys(await snapshot(outDir));
    expect(made).toEqual([
      '.nojekyll',
      '404.html',
      'anyue/2023/a/index.html',
      'anyue/index.html',
      'anyue/site.json',
      'columns.csv',
      'columns.json',
      'index.html',
      'robots.txt',
      'zq/gaoyao/2023/a/index.html',
      'zq/gaoyao/index.html',
      'zq/gaoyao/site.json',
    ]);
    expect(files).toBe(made.length);
    expect(columns.map((column) => column.path)).toEqual(['/anyue/', '/zq/gaoyao/']);
  });

  it('keeps hidden folders', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', {}, { '.well-known/security.txt': 'Contact: none' });
    await assemble({ appsDir, outDir });
    const kept = path.join(outDir, 'anyue/.well-known/security.txt');
    expect(await readFile(kept, 'utf8')).toBe('Contact: none');
  });

  it('lays files out without the prefix, which only links and addresses carry', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir, base: '/columns-repo/', site: 'https://example.org' });
    expect(await readdir(outDir)).toContain('anyue');
    const html = await readFile(path.join(outDir, 'index.html'), 'utf8');
    expect(html).toContain('<i class="address">/columns-repo/anyue/</i>');
    expect(html).toContain('href="/columns-repo/columns.csv"');
    expect(html).toContain('<i class="address">https://example.org/columns-repo/</i>');
    const listed = await listColumns(outDir, 'http://localhost:4321');
    expect(listed.map((column) => column.url)).toEqual([
      'http://localhost:4321/columns-repo/anyue/',
    ]);
  });

  it('takes a prefix without its last slash, or an empty one', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    expect((await assemble({ appsDir, outDir, base: '/repo' })).columns[0]?.path).toBe(
      '/repo/anyue/',
    );
    expect((await assemble({ appsDir, outDir, base: '' })).columns[0]?.path).toBe('/anyue/');
  });

  it('lets a column at / bring its own front page, beside others', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'luan', { base: '/', level: 'city' }, { '404.html': 'own' });
    await builtApp(appsDir, 'jinzhai');
    const { files } = await assemble({ appsDir, outDir });
    expect(await readFile(path.join(outDir, 'index.html'), 'utf8')).toContain('<title>luan');
    expect(await readFile(path.join(outDir, '404.html'), 'utf8')).toBe('own');
    expect(await readFile(path.join(outDir, 'jinzhai/index.html'), 'utf8')).toContain('jinzhai');
    expect(files).toBe(Object.keys(await snapshot(outDir)).length);
  });

  it('passes over folders that are no apps', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await write(appsDir, { 'left/node_modules/a/index.js': '', 'README.md': '' });
    expect((await assemble({ appsDir, outDir })).columns).toHaveLength(1);
  });

  it('gives the same bytes every time, whatever the order of the folders', async () => {
    const one = await workshop();
    const two = await workshop();
    const counties = ['anyue', 'gaoyao', 'lukou', 'wuling'];
    for (const county of counties) await builtApp(one.appsDir, county);
    for (const county of counties.toReversed()) await builtApp(two.appsDir, county);
    await assemble(one);
    const first = await snapshot(one.outDir);
    await assemble(one);
    expect(await snapshot(one.outDir)).toEqual(first);
    await assemble(two);
    expect(await snapshot(two.outDir)).toEqual(first);
    const columns = [
      siteOf('hunan', { level: 'province' }),
      siteOf('luan', { level: 'city' }),
      siteOf('anyue'),
      siteOf('wuling'),
    ];
    expect(inOrder(columns.toReversed())).toEqual(columns);
  });

  it('shares no bytes with the builds, unless asked to link', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    const links = async () => (await stat(path.join(outDir, 'anyue/index.html'))).nlink;
    await assemble({ appsDir, outDir });
    expect(await links()).toBe(1);
    await assemble({ appsDir, outDir, link: true });
    expect(await links()).toBe(2);
  });

  it('takes out what a column no longer holds', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await assemble({ appsDir, outDir });
    await write(outDir, { 'anyue/stray.html': 'x' });
    await assemble({ appsDir, outDir });
    expect(await readdir(path.join(outDir, 'anyue'))).not.toContain('stray.html');
  });
});

describe('the figures that data and records leave', () => {
  const figures = (title: string) =>
    JSON.stringify({
      ...{ path: 'coverage/', title, crumbs: [{ title: '上一页', path: 'ledger/' }] },
      body: [{ is: 'words', words: ['见', { text: '<甲>', path: 'a/' }] }],
    });
  const page = (outDir: string) => path.join(outDir, 'anyue/coverage/index.html');

  it('become pages in the frame of their column, and neither they nor the frame are published', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue');
    await beside(appsDir, 'anyue', { 'dist-records/coverage/index.page.json': figures('情况') });
    await assemble({ appsDir, outDir, base: '/repo/' });
    const html = await readFile(page(outDir), 'utf8');
    expect(html).toContain('<h1>情况</h1>');
    expect(html).toContain('<a href="/repo/anyue/ledger/">上一页</a>');
    expect(html).toContain('见<a href="/repo/anyue/a/">&lt;甲&gt;</a>');
    const files = Object.keys(await snapshot(outDir));
    expect(files.filter((file) => /page\.json|frame/.test(file))).toEqual([]);
  });

  it('are composed again when they or the frame change, and else stay as they are', async () => {
    const { dir, appsDir, outDir } = await workshop();
    const memory = path.join(dir, 'memory.json');
    const inode = async () => (await stat(page(outDir))).ino;
    await builtApp(appsDir, 'anyue');
    await beside(appsDir, 'anyue', { 'dist-records/coverage/index.page.json': figures('一') });
    await assemble({ appsDir, outDir, memory });
    const first = await inode();
    await assemble({ appsDir, outDir, memory });
    expect(await inode()).toBe(first);
    await beside(appsDir, 'anyue', { 'dist-records/coverage/index.page.json': figures('二') });
    await assemble({ appsDir, outDir, memory });
    expect(await readFile(page(outDir), 'utf8')).toContain('<h1>二</h1>');
    const frame = FRAMES[FRAME_FILE]?.replace('<main>', '<main class="new">');
    await builtApp(appsDir, 'anyue', {}, { [FRAME_FILE]: frame ?? '' });
    await assemble({ appsDir, outDir, memory });
    expect(await readFile(page(outDir), 'utf8')).toContain('<main class="new">');
  });

  it('are told apart from a frame that has not all places, which names what is missing', async () => {
    const { appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', {}, { [FRAME_FILE]: '<main></main>' });
    await beside(appsDir, 'anyue', { 'dist-records/coverage/index.page.json': figures('一') });
    await expect(assemble({ appsDir, outDir })).rejects.toThrow('框架页没有“link”');
  });
});
