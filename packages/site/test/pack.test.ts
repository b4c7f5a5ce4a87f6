import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { MANIFEST } from '../src/manifest/index.ts';
import { PackError, pack } from '../src/pack/index.ts';
import { relativePage } from '../src/pack/relative.ts';
import { folderSource, isWhole, verifySite } from '../src/verify/index.ts';
import { builtApp, snapshot, workshop } from './fixture.ts';

async function packed() {
  const { dir, appsDir, outDir } = await workshop();
  await builtApp(
    appsDir,
    'anyue',
    {},
    {
      'index.html':
        '<link href="/r/anyue/a.css"><a href="/r/anyue/2023/a/#x">甲</a><a href="/r/luan/">乙</a>',
      'a.css': 'a{background:url(/r/anyue/b.png)}',
      'b.png': 'png',
    },
  );
  await builtApp(appsDir, 'luan');
  await assemble({ appsDir, outDir, base: '/r/', manifest: { tools: {} } });
  const copy = path.join(dir, 'copy');
  await pack(outDir, 'anyue', copy, { tools: {} });
  return { copy, outDir };
}

describe('an offline copy', () => {
  it('leads from page to page by relative links, and says of what it lacks that it does', async () => {
    const { copy } = await packed();
    const page = await readFile(path.join(copy, 'anyue/index.html'), 'utf8');
    expect(page).toBe(
      '<link href="../anyue/a.css"><a href="../anyue/2023/a/index.html#x">甲</a><a href="../not-packed.html">乙</a>',
    );
    expect(await readFile(path.join(copy, 'anyue/a.css'), 'utf8')).toContain('url(../anyue/b.png)');
  });

  it('brings its own manifest, which finds it whole', async () => {
    const { copy } = await packed();
    expect(isWhole(await verifySite(folderSource(copy)))).toBe(true);
  });

  it('brings a server that knows the types of the files in it', async () => {
    const { copy } = await packed();
    const starter = await readFile(path.join(copy, '启动检索.mjs'), 'utf8');
    expect(starter).toContain(
      "const types = {\n  '.css': 'text/css;charset=utf-8',\n  '.html': 'text/html;charset=utf-8',\n  '.json': 'application/json;charset=utf-8',\n  '.png': 'image/png',\n};",
    );
  });

  it('is not made of a column that there is not, nor over a folder of something else', async () => {
    const { outDir } = await packed();
    await expect(pack(outDir, 'nowhere', `${outDir}-x`, { tools: {} })).rejects.toThrow(PackError);
    await expect(pack(outDir, 'anyue', outDir, { tools: {} })).rejects.toThrow('不予覆盖');
  });

  it.each([
    ['a picture was altered', (dist) => appendFile(path.join(dist, 'anyue/b.png'), ' ')],
    ['a page was altered', (dist) => appendFile(path.join(dist, 'anyue/index.html'), ' ')],
    ['a file was added', (dist) => writeFile(path.join(dist, 'anyue/c.png'), 'png')],
    ['a file is gone', (dist) => rm(path.join(dist, 'anyue/a.css'))],
    ['there is no manifest', (dist) => rm(path.join(dist, MANIFEST), { recursive: true })],
  ] satisfies [string, (dist: string) => Promise<void>][])(
    'is not made of a site in which %s since it was put together',
    async (_, change) => {
      const { outDir, copy } = await packed();
      const before = await snapshot(copy);
      await change(outDir);
      await expect(pack(outDir, 'anyue', copy, { tools: {} })).rejects.toThrow(PackError);
      expect(await snapshot(copy)).toEqual(before);
    },
  );

  it('leaves addresses of other sites as they are', () => {
    const html = '<a href="https://www.gov.cn/">国</a><a href="#x">页内</a>';
    expect(relativePage(html, 'a/index.html', '/', () => false)).toBe(html);
  });

  it('leaves what a text quotes as it is, and reads attributes as a browser does', () => {
    const text = '<p>写成 href="/a/x/" 或 src="/a/%zz"。<!-- <a href="/a/"> --></p>';
    const has = (file: string) => ['a/x/index.html', '安.png'].includes(file);
    expect(relativePage(text, 'a/index.html', '/', has)).toBe(text);
    const links = '<a class=b href=/a/x/?q=1&amp;r#s>x</a><img alt="" src=\'/%E5%AE%89.png\'>';
    expect(relativePage(links, 'a/index.html', '/', has)).toBe(
      '<a class=b href="../a/x/index.html?q=1&amp;r#s">x</a><img alt="" src="../%E5%AE%89.png">',
    );
    expect(relativePage('<a href="/a/%zz">x</a>', 'a/index.html', '/', has)).toBe(
      '<a href="../not-packed.html">x</a>',
    );
  });
});
