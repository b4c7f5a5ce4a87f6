import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../src/index.ts';

let root: string;
let env: Record<string, string>;
let asked: string[];
/** What the stand-in for GitHub says of the only open pull request. */
let files: { filename: string }[];
let closed: number[];
const SHA = 'a'.repeat(40);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'columns-show-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'preview/anyue'), { recursive: true });
  mkdirSync(join(root, 'shown'));
  writeFileSync(
    join(root, 'preview/anyue/index.html'),
    '<html><head></head><body>文</body></html>',
  );
  files = [{ filename: 'content/anyue/_notice/2026/a.md' }];
  closed = [];
  asked = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      const url = request.url ?? '';
      const answer = url.includes('/files')
        ? files
        : url.includes('state=closed')
          ? closed.map((number) => ({ number, head: { sha: SHA } }))
          : url.includes('/pulls')
            ? [{ number: 7, head: { sha: SHA } }]
            : {};
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ GITHUB_REPOSITORY: 'county/content', GITHUB_TOKEN: 't', GITHUB_OUTPUT: join(root, 'out') },
    ...{ HEAD_OWNER: 'clerk', HEAD_BRANCH: 'cms/a', HEAD_SHA: SHA },
    ...{ PREVIEW_TARGET: 'folder', PREVIEW_TO: join(root, 'shown'), PREVIEW_KEY: 'k'.repeat(32) },
    ...{ PREVIEW_SITE: 'https://preview.example.org/', SITE: 'https://www.example.org' },
  };
});

async function show(...args: string[]) {
  let out = '';
  const code = await main(['show', ...args], {
    root,
    env,
    colour: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      out += text;
    },
  });
  return { code, out };
}

const shown = () => readdirSync(join(root, 'shown'));
const from = () => show('--from', join(root, 'preview'));

describe('columns show', () => {
  test('puts a pull request’s pages at an address that only it tells', async () => {
    expect(await from()).toMatchObject({ code: 0 });
    const [folder] = shown();
    expect(folder).toMatch(/^[0-9a-f]{40}$/);
    expect(readFileSync(join(root, 'out'), 'utf8')).toContain(
      `url=https://preview.example.org/${folder}/\nsha=${SHA}\n`,
    );
    env['PREVIEW_URL'] = `https://preview.example.org/${folder}/`;
    expect(await show('--tell')).toMatchObject({ code: 0 });
    expect(asked.at(-1)).toContain(`POST /repos/county/content/statuses/${SHA}`);
    expect(asked.at(-1)).toContain(env['PREVIEW_URL']);
  });

  test('removes it when the pull request is closed', async () => {
    await from();
    closed = [7];
    expect(await show()).toMatchObject({ code: 0 });
    expect(shown()).toEqual([]);
  });

  test.each([
    'packages/theme/src/index.ts',
    '.github/workflows/preview.yml',
    'content/anyue/_notice/2026/a.mdx',
    'content/anyue/../../package.json',
  ])('shows nothing that was made with a changed %s', async (filename) => {
    files = [...files, { filename }];
    const { code, out } = await from();
    expect(code).toBe(0);
    expect(out).toContain('没有放上去');
    expect(shown()).toEqual([]);
  });

  test('shows nothing of a run that belongs to no open pull request', async () => {
    env['HEAD_SHA'] = 'b'.repeat(40);
    expect((await from()).out).toContain('不属于打开的送审稿');
    expect(shown()).toEqual([]);
  });

  test('does nothing without a target, and never stands on the site’s own origin', async () => {
    env['PREVIEW_SITE'] = 'https://www.example.org/previews/';
    expect(await from()).toMatchObject({ code: 1 });
    delete env['PREVIEW_TARGET'];
    expect(await from()).toMatchObject({ code: 0 });
    expect(shown()).toEqual([]);
  });
});
