import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PreviewTarget } from '../src/preview/index.ts';
import {
  BANNER,
  marked,
  preparePreview,
  previewFolder,
  previewSite,
  putPreview,
  removePreview,
} from '../src/preview/index.ts';
import { type Tree, workshop, write } from './fixture.ts';

const KEY = 'k'.repeat(32);
const FOLDER = previewFolder(KEY, 'county/content', 7);
const PAGE = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body class="a">${body}</body></html>`;
const SITE: Tree = {
  'columns.json': '{}',
  'anyue/index.html': PAGE('<a href="/anyue/2026/a/">文</a><a href="/huoshan/">别县</a>'),
  'anyue/2026/a/index.html': PAGE('<img src="/anyue/2026/a/b.png" alt="图">'),
  'anyue/2026/a/b.png': 'x',
  'anyue/style.css': 'a{background:url(/anyue/x.png)}',
};

async function prepared(tree: Tree = SITE) {
  const { dir } = await workshop();
  await write(path.join(dir, 'from'), tree);
  const to = path.join(dir, 'to');
  const files = await preparePreview(path.join(dir, 'from'), to);
  return { dir, to, files, read: (file: string) => readFile(path.join(to, file), 'utf8') };
}

describe('the pages of a preview', () => {
  it('say on each that they are not published, and ask not to be indexed', async () => {
    const { files, read } = await prepared();
    for (const file of files.filter((name) => name.endsWith('.html'))) {
      const text = await read(file);
      expect([file, text]).toEqual([file, expect.stringContaining(BANNER)]);
      expect([file, text]).toEqual([file, expect.stringContaining('content="noindex')]);
    }
    expect(await read('robots.txt')).toContain('Disallow: /');
  });

  it('lead to each other wherever they stand, and tell what was not built', async () => {
    const { read } = await prepared();
    expect(await read('anyue/index.html')).toContain('href="../anyue/2026/a/index.html"');
    expect(await read('anyue/index.html')).toContain('href="../not-packed.html"');
    expect(await read('anyue/2026/a/index.html')).toContain('src="../../../anyue/2026/a/b.png"');
    expect(await read('anyue/style.css')).toContain('url(../anyue/x.png)');
    expect(await read('index.html')).toContain('href="anyue/index.html"');
  });

  it('have their notice whatever they look like', () => {
    for (const html of ['<p>没有头</p>', '<HTML><HEAD></HEAD><BODY x="y">文</BODY></HTML>', '']) {
      expect(marked(html)).toContain(BANNER);
      expect(marked(html)).toContain('noindex');
    }
  });

  it('are plain files: a link in an archive is refused, and what is no build', async () => {
    const { dir } = await workshop();
    const from = path.join(dir, 'from');
    await mkdir(from);
    await symlink('/etc/hostname', path.join(from, 'a.html'));
    await expect(preparePreview(from, path.join(dir, 'to'))).rejects.toThrow('不是普通文件');
    const { dir: other } = await workshop();
    await writeFile(path.join(other, 'x.txt'), 'x');
    await expect(preparePreview(other, path.join(dir, 'to'))).rejects.toThrow('没有网页');
  });
});

describe('the address of a preview', () => {
  it('is the same for a pull request, another for each, and not known without the key', () => {
    expect(FOLDER).toMatch(/^[0-9a-f]{40}$/);
    expect(previewFolder(KEY, 'county/content', 7)).toBe(FOLDER);
    expect(previewFolder(KEY, 'county/content', 8)).not.toBe(FOLDER);
    expect(previewFolder('j'.repeat(32), 'county/content', 7)).not.toBe(FOLDER);
    expect(() => previewFolder('short', 'county/content', 7)).toThrow('PREVIEW_KEY 太短');
  });

  it('is of another origin than the site, and safe', () => {
    expect(previewSite('https://p.example.org/x', 'https://www.example.org')).toBe(
      'https://p.example.org/x/',
    );
    expect(() => previewSite('https://www.example.org/p/', 'https://www.example.org')).toThrow(
      '不能与网站同源',
    );
    expect(() => previewSite('http://p.example.org/', undefined)).toThrow('https://');
  });
});

describe.each(['folder', 's3'] as const)('a preview in a %s', (kind) => {
  async function target(): Promise<{ target: PreviewTarget; keys: () => Promise<string[]> }> {
    const { dir } = await workshop();
    if (kind === 'folder') {
      const keys = async () =>
        (await readdir(dir, { recursive: true, withFileTypes: true }))
          .filter((child) => child.isFile())
          .map((child) => path.join(child.parentPath, child.name).slice(dir.length + 1))
          .sort();
      return { target: { kind, to: dir }, keys };
    }
    const server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory: dir },
      configureBuckets: [{ name: 'previews' }],
    });
    const { port } = await server.run();
    onTestFinished(() => server.close());
    const options = {
      ...{ endpoint: `http://127.0.0.1:${port}`, bucket: 'previews', region: 'us-east-1' },
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    };
    const keys = async () => {
      const { AwsClient } = await import('aws4fetch');
      const client = new AwsClient({ ...options, service: 's3' });
      const text = await (await client.fetch(`${options.endpoint}/previews?list-type=2`)).text();
      return [...text.matchAll(/<Key>(.*?)<\/Key>/g)]
        .map(([, key = '']) => key)
        .filter((key) => !key.endsWith('.columns-deploy.json'))
        .sort();
    };
    return { target: { kind, options }, keys };
  }

  it('stands in its folder, is put anew, and goes without touching others', async () => {
    const { target: to, keys } = await target();
    const { to: dir, files } = await prepared();
    const other = previewFolder(KEY, 'county/content', 8);
    await putPreview(dir, files, FOLDER, to);
    await putPreview(dir, files, other, to);
    expect(await keys()).toEqual(
      [
        ...files.map((file) => `${FOLDER}/${file}`),
        ...files.map((file) => `${other}/${file}`),
      ].sort(),
    );
    const { to: less, files: fewer } = await prepared({ 'anyue/index.html': PAGE('新') });
    await putPreview(less, fewer, FOLDER, to);
    expect((await keys()).filter((key) => key.startsWith(FOLDER))).toEqual(
      fewer.map((file) => `${FOLDER}/${file}`),
    );
    await removePreview(FOLDER, to);
    await removePreview(previewFolder(KEY, 'county/content', 9), to);
    expect(await keys()).toEqual(files.map((file) => `${other}/${file}`));
  });
});
