import { mkdir, readdir, readFile, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { deployByRsync, deployToS3, type S3Options } from '../src/deploy/index.ts';
import { snapshot, type Tree, workshop, write } from './fixture.ts';

const FIRST: Tree = {
  'columns.json': '{}',
  '.nojekyll': '',
  'anyue/index.html': 'one',
  'anyue/old.html': 'old',
  'anyue/assets/a.css': 'a{}',
  'anyue/.well-known/m.json': '{}',
  'anyue/data/表 1+.csv': '甲,乙\n',
};
const SECOND: Tree = {
  ...Object.fromEntries(Object.entries(FIRST).filter(([file]) => file !== 'anyue/old.html')),
  'anyue/index.html': 'two',
  'anyue/new.html': 'new',
};

async function siteOf(tree: Tree): Promise<[string, string[]]> {
  const { dir } = await workshop();
  await write(dir, tree);
  return [dir, Object.keys(tree).sort()];
}

describe('an S3-compatible store', () => {
  let options: S3Options;
  let folder: string;

  beforeEach(async () => {
    folder = (await workshop()).dir;
    const server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'columns' }],
    });
    const { port } = await server.run();
    onTestFinished(() => server.close());
    options = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'columns',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    };
  });

  /** What the store gives to anyone who asks: the text and its type. */
  async function get(key: string): Promise<string | undefined> {
    const { AwsClient } = await import('aws4fetch');
    const client = new AwsClient({ ...options, service: 's3' });
    const encoded = key.split('/').map(encodeURIComponent).join('/');
    const answer = await client.fetch(`${options.endpoint}/columns/${encoded}`);
    if (answer.status === 404) return undefined;
    return `${answer.headers.get('content-type')} ${await answer.text()}`;
  }

  /** Every key in the store. */
  async function keys(): Promise<string[]> {
    const { AwsClient } = await import('aws4fetch');
    const client = new AwsClient({ ...options, service: 's3' });
    const answer = await client.fetch(`${options.endpoint}/columns?list-type=2`);
    const found = (await answer.text()).matchAll(/<Key>(.*?)<\/Key>/g);
    return [...found].map(([, key = '']) => key).sort();
  }

  it('takes a site whole, hidden files too, then only what changed, and drops what is gone', async () => {
    expect(await deployToS3(...(await siteOf(FIRST)), options)).toEqual({
      uploaded: 7,
      removed: 0,
      unchanged: 0,
    });
    expect(await get('anyue/index.html')).toBe('text/html;charset=utf-8 one');
    expect(await get('anyue/.well-known/m.json')).toBe('application/json;charset=utf-8 {}');
    expect(await get('anyue/data/表 1+.csv')).toBe('text/csv;charset=utf-8 甲,乙\n');
    expect(await deployToS3(...(await siteOf(SECOND)), options)).toEqual({
      uploaded: 2,
      removed: 1,
      unchanged: 5,
    });
    expect(await get('anyue/index.html')).toContain('two');
    expect(await get('anyue/old.html')).toBeUndefined();
    expect(await keys()).toEqual(['.columns-deploy.json', ...Object.keys(SECOND)].sort());
    expect(await deployToS3(...(await siteOf(SECOND)), options)).toMatchObject({ uploaded: 0 });
  });

  it('keeps what is not ours in the same bucket', async () => {
    const { AwsClient } = await import('aws4fetch');
    const client = new AwsClient({ ...options, service: 's3' });
    await client.fetch(`${options.endpoint}/columns/other/x.txt`, { method: 'PUT', body: 'x' });
    await deployToS3(...(await siteOf(FIRST)), { ...options, prefix: 'site' });
    await deployToS3(...(await siteOf(SECOND)), { ...options, prefix: 'site' });
    expect(await get('other/x.txt')).toContain('x');
    expect(await get('site/anyue/index.html')).toContain('two');
  });

  it('puts what names the parts of a search index in place when they are there', async () => {
    const index = {
      'anyue/pagefind/opening.pf_pack': 'head',
      'anyue/pagefind/search.json': '{}',
      'anyue/pagefind/parts/b/facts.pf_facts': 'facts',
      'anyue/pagefind/cards/c/0.pf_card': 'card',
    };
    const placed: string[] = [];
    const real = globalThis.fetch;
    onTestFinished(() => {
      globalThis.fetch = real;
    });
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const [, key] = /\/columns\/(anyue\/pagefind\/.+)$/.exec(request.url) ?? [];
      const answer = await real(request);
      if (key !== undefined && request.method === 'PUT') placed.push(key);
      return answer;
    };
    await deployToS3(...(await siteOf(index)), options);
    globalThis.fetch = real;
    const heads = placed.slice(-2).sort();
    expect(heads).toEqual(['anyue/pagefind/opening.pf_pack', 'anyue/pagefind/search.json']);
    expect(placed.length).toBe(4);
  });

  it('refuses a wrong key, and the site stays', async () => {
    await deployToS3(...(await siteOf(FIRST)), options);
    const wrong = { ...options, secretAccessKey: 'wrong' };
    await expect(deployToS3(...(await siteOf(SECOND)), wrong)).rejects.toThrow('HTTP 403');
    expect(await get('anyue/index.html')).toContain('one');
  });

  it.each([
    ['an upload', 'PUT', /\.columns-staging\//],
    ['putting a page in place', 'PUT', /\/columns\/anyue\/new\.html$/],
  ])('has the old site whole when %s fails', async (_what, method, pattern) => {
    await deployToS3(...(await siteOf(FIRST)), options);
    const real = globalThis.fetch;
    onTestFinished(() => {
      globalThis.fetch = real;
    });
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === method && pattern.test(request.url)) {
        return new Response('full', { status: 507 });
      }
      return real(request);
    };
    await expect(deployToS3(...(await siteOf(SECOND)), options)).rejects.toThrow('HTTP 507');
    globalThis.fetch = real;
    expect(await get('anyue/index.html')).toContain('one');
    expect(await get('anyue/old.html')).toContain('old');
    expect(await get('anyue/new.html')).toBeUndefined();
    expect(await deployToS3(...(await siteOf(SECOND)), options)).toMatchObject({ removed: 1 });
    expect(await get('anyue/index.html')).toContain('two');
  });
});

describe('a file that changes after the site was verified', () => {
  /** A site with the digests of its files, and with one of them another since. */
  async function changed(): Promise<[string, string[], ReadonlyMap<string, string>]> {
    const [dir, files] = await siteOf(FIRST);
    const digests = new Map(Object.entries(await snapshot(dir)));
    await write(dir, { 'anyue/data/表 1+.csv': '张三,乙\n' });
    return [dir, files, digests];
  }

  it('is not put into a store, and nothing else is', async () => {
    const [dir, files, digests] = await changed();
    const put: string[] = [];
    const real = globalThis.fetch;
    onTestFinished(() => {
      globalThis.fetch = real;
    });
    globalThis.fetch = async (input, init) => {
      const { method, url } = new Request(input, init);
      if (method === 'PUT' && !url.includes('.columns-staging')) put.push(url);
      return new Response('', { status: method === 'GET' ? 404 : 200 });
    };
    const options = {
      ...{ endpoint: 'http://127.0.0.1:9', bucket: 'columns', region: 'us-east-1' },
      ...{ accessKeyId: 'x', secretAccessKey: 'x', digests },
    };
    await expect(deployToS3(dir, files, options)).rejects.toThrow(
      'anyue/data/表 1+.csv 在核对之后又有改动，没有部署',
    );
    expect(put).toEqual([]);
  });

  it('stops rsync before it begins, and before a release is shown', async () => {
    const [dir, files, digests] = await changed();
    const { dir: server } = await workshop();
    const run = async () => {
      throw new Error('rsync was started');
    };
    await expect(deployByRsync(dir, files, server, run, digests)).rejects.toThrow('又有改动');
    const [whole, all] = await siteOf(FIRST);
    const calls: string[] = [];
    const during = async (_: string, args: readonly string[]) => {
      calls.push(args.at(-1) ?? '');
      await write(whole, { 'anyue/index.html': 'later' });
    };
    await expect(deployByRsync(whole, all, server, during)).rejects.toThrow('anyue/index.html');
    expect(calls).toHaveLength(1);
    expect(calls[0]).toContain('/releases/');
  });
});

describe('a server reached by rsync', () => {
  /** Stands in for rsync with local copies: `-r`/`-l` of one source to one destination. */
  function standIn(fail?: (args: readonly string[]) => boolean) {
    const calls: string[][] = [];
    const run = async (program: string, args: readonly string[]) => {
      expect(program).toBe('rsync');
      calls.push([...args]);
      if (fail?.(args)) throw new Error('rsync 失败，退出码 12');
      const { cp } = await import('node:fs/promises');
      const [from = '', to = ''] = args.slice(-2);
      await mkdir(to, { recursive: true });
      if (from.endsWith('/')) await cp(from, to, { recursive: true });
      else {
        await rm(path.join(to, path.basename(from)), { force: true });
        await cp(from, path.join(to, path.basename(from)), { verbatimSymlinks: true });
      }
    };
    return { calls, run };
  }

  it('gets a folder of its own for each release, and `current` points at the newest whole one', async () => {
    const { dir: server } = await workshop();
    const { run, calls } = standIn();
    const first = await deployByRsync(...(await siteOf(FIRST)), server, run);
    expect(await readlink(path.join(server, 'current'))).toBe(`releases/${first}`);
    const second = await deployByRsync(...(await siteOf(SECOND)), server, run);
    expect(second).not.toBe(first);
    expect(await readFile(path.join(server, 'current/anyue/index.html'), 'utf8')).toBe('two');
    expect(await readFile(path.join(server, 'current/anyue/.well-known/m.json'), 'utf8')).toBe(
      '{}',
    );
    expect(await readFile(path.join(server, `releases/${first}/anyue/index.html`), 'utf8')).toBe(
      'one',
    );
    expect(calls[2]).toContain('--link-dest=../../current');
  });

  it('keeps the five newest releases where they lie on this machine', async () => {
    const { dir: server } = await workshop();
    const { run } = standIn();
    const [dir, files] = await siteOf(FIRST);
    const made: string[] = [];
    for (let version = 1; version <= 7; version++) {
      await writeFile(path.join(dir, 'anyue/index.html'), String(version));
      const release = await deployByRsync(dir, files, server, run);
      await utimes(path.join(server, 'releases', release), version, version);
      made.push(release);
    }
    expect((await readdir(path.join(server, 'releases'))).sort()).toEqual(made.slice(2).sort());
    expect(await readFile(path.join(server, 'current/anyue/index.html'), 'utf8')).toBe('7');
  });

  it('keeps `current` where it was when the line breaks', async () => {
    const { dir: server } = await workshop();
    const first = await deployByRsync(...(await siteOf(FIRST)), server, standIn().run);
    const broken = standIn((args) => args.some((arg) => arg.includes('/releases/'))).run;
    await expect(deployByRsync(...(await siteOf(SECOND)), server, broken)).rejects.toThrow('12');
    expect(await readlink(path.join(server, 'current'))).toBe(`releases/${first}`);
  });

  it.each(['-e sh', 'host:relative', '/a/../etc', '/a b', '--rsh=x', '', 'a;b:/c'])(
    'refuses a destination that is none: %j',
    async (destination) => {
      const { run, calls } = standIn();
      await expect(deployByRsync(...(await siteOf(FIRST)), destination, run)).rejects.toThrow(
        '目的地',
      );
      expect(calls).toEqual([]);
    },
  );
});
