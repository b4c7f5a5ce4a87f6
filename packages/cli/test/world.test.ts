import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { digestOf } from '@columns/content';
import { FRAMES } from '@columns/site/fixture-frames';
import { WRITTEN_FILE, writtenText } from '@columns/standard/written';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { gitCredentials } from '../src/github.ts';
import { main } from '../src/index.ts';
import { worldFault } from '../src/world-fault.ts';

// What is wrong outside the program is told in a sentence, without a place in our code.

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-world-'));
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  mkdirSync(join(root, 'content'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

async function columns(args: readonly string[], env: Record<string, string> = {}) {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const code = await main(args, { root, env, colour: false, out: say, err: say });
  return { code, said };
}

/** A site of one column that every deployment takes. */
async function site(): Promise<void> {
  const column = {
    ...{ county: 'a', name: '甲县', level: 'county', base: '/a/', title: '甲县', demo: true },
    ...{ entries: 1, pages: 1 },
  };
  const files = {
    'index.html': '<!doctype html><title>甲县</title>',
    'site.json': JSON.stringify(column),
    ...FRAMES,
  };
  const dist = join(root, 'apps/a/dist');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
  const digests = Object.entries(files).map(([name, text]) => [name, digestOf(text)] as const);
  writeFileSync(join(dist, WRITTEN_FILE), writtenText(digests));
  writeFileSync(join(root, 'apps/a/package.json'), '{}');
  expect((await columns(['assemble'])).said).toContain('专栏 1 个');
}

const closed = async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

describe('a port that is taken', () => {
  test('is told before anything is built, where it was asked for by name', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, said } = await columns(['start'], { PORT: String(port) });
    expect(said).toMatch(new RegExp(`^端口 ${port} 已被其他程序占用`));
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

describe('a repository without content', () => {
  test.each(['check', 'check --changed HEAD', 'nightly --out n.json'])(
    'is no success, and is told what to do: %s',
    async (args) => {
      rmSync(join(root, 'content'), { recursive: true });
      const { code, said } = await columns(args.split(' '), { AS_OF: '2026-07-01' });
      expect(said).toMatch(/没有文件夹 .*content：.*取回它（git restore content）后重新运行。/);
      expect(said).not.toContain('    at ');
      expect(code).toBe(1);
    },
  );
});

describe('a deployment', () => {
  test.each([
    [{ DEPLOY_TO: 'nowhere', PATH: '' }, 'rsync 的目的地“nowhere”不对'],
    [{ DEPLOY_TO: '/srv/www', PATH: '/nonexistent' }, '这台电脑上没有 rsync，没有部署。'],
  ])('by rsync that cannot be says why: %j', async (env, told) => {
    await site();
    const before = process.env['PATH'];
    process.env['PATH'] = env.PATH || before;
    onTestFinished(() => {
      process.env['PATH'] = before;
    });
    const { code, said } = await columns(['deploy', '--target', 'rsync', '--first'], env);
    expect(said).toContain(told);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('to a store that does not answer names it', async () => {
    await site();
    const S3_ENDPOINT = `http://127.0.0.1:${await closed()}`;
    const { code, said } = await columns(['deploy', '--target', 's3'], {
      ...{ FIRST: 'true', S3_ENDPOINT, S3_BUCKET: 'b' },
      ...{ S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' },
    });
    expect(said).toContain(`连不上对象存储 ${S3_ENDPOINT}（ECONNREFUSED）`);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });

  test('without a signature says so in the log, at the head of the run and in its summary', async () => {
    await site();
    const summary = join(root, 'summary.md');
    const { code, said } = await columns(['deploy', '--check', '--first'], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(said).toContain('注意：网站清单没有签名');
    expect(said).toContain('::warning title=网站清单没有签名::');
    expect(code).toBe(0);
    const signature = '.well-known/disclosure-manifest/index.json.minisig';
    writeFileSync(join(root, 'dist', signature), 'x');
    expect((await columns(['deploy', '--check', '--first'])).said).not.toContain('没有签名');
  });
});

test('a tool that is not installed is told with what installs it', async () => {
  const { code, said } = await columns(['affected']);
  expect(said).toBe('turbo 没有安装：先运行 npx -y pnpm@12 install\n');
  expect(said).not.toContain('    at ');
  expect(code).toBe(1);
});

test.each([
  [{ code: 'ENOSPC', path: '/srv/x' }, '磁盘已满：/srv/x。'],
  [{ code: 'EADDRINUSE', port: 4321 }, '端口 4321 已被其他程序占用'],
  [{ code: 'ENOENT', syscall: 'spawn git', path: 'git' }, '这台电脑上没有 git。'],
  [{ code: 'ENOTFOUND', hostname: 'example.invalid' }, '找不到主机 example.invalid。'],
  [{ code: 'CERT_HAS_EXPIRED' }, '证书已过期'],
])('%j is told as a sentence, also where it is only the cause', (fields, told) => {
  const cause = Object.assign(new Error('x'), fields);
  expect(worldFault(cause)).toContain(told);
  expect(worldFault(new TypeError('fetch failed', { cause }))).toContain(told);
});

test('an error of our own is none of the world', () => {
  expect(worldFault(new TypeError('x is not a function'))).toBeUndefined();
  expect(worldFault(Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }))).toBe(
    undefined,
  );
});

test('git is given the run’s token for the server it belongs to, and no other', async () => {
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.writeHead(401).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const ask = async (host: string) => {
    const own = gitCredentials({
      ...{ GITHUB_TOKEN: 'secret', GITHUB_SERVER_URL: `http://127.0.0.1:${port}` },
    });
    await promisify(execFile)('git', ['ls-remote', `http://${host}:${port}/o/n`], {
      env: { ...process.env, ...own },
    }).catch(() => undefined);
  };
  await ask('127.0.0.1');
  await ask('localhost');
  expect(heard[0]).toBe(`basic ${Buffer.from('x-access-token:secret').toString('base64')}`);
  expect(heard.at(-1)).toBeUndefined();
  expect(gitCredentials({ GITHUB_SERVER_URL: 'https://github.com' })).toEqual({});
});
