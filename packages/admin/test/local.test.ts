import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { inspect } from '@columns/check';
import { word } from '@columns/office/fixture';
import { loadStandard } from '@columns/standard';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptToken } from '../src/local/kept-token.ts';
import { portOf, portTaken } from '../src/local/port.ts';
import { type ServedEditor, serveEditor } from '../src/local/serve.ts';
import { FIXTURES } from './facts.ts';

let folder: TempDir;
let served: ServedEditor;

beforeAll(async () => {
  folder = await makeTempDir('local');
  cpSync(FIXTURES, join(folder.path, 'content'), { recursive: true });
  const shared = join(folder.path, 'shared/editor');
  mkdirSync(shared, { recursive: true });
  writeFileSync(
    join(shared, 'shared.json'),
    '{"decap":"d.js","script":"e.js","parts":[],"style":"e.css"}',
  );
  writeFileSync(join(shared, 'e.js'), 'start();');
  served = await serveEditor({
    contentRoot: join(folder.path, 'content'),
    county: 'qingshan',
    sharedDir: join(folder.path, 'shared'),
    mostBytes: 1_000_000,
  });
});
afterAll(async () => {
  await served?.close();
  await folder?.remove();
});

/** Asks as the browser does that has opened the address. */
function ask(path: string, headers: Record<string, string> = {}, body?: unknown) {
  const { port, searchParams } = new URL(served.url);
  const cookie = `columns-editor-${port}=${searchParams.get('token')}`;
  return askPlainly(path, { cookie, ...headers }, body);
}

/** Asks as any program of the machine would, with whatever headers. */
function askPlainly(path: string, headers: Record<string, string> = {}, body?: unknown) {
  const { port } = new URL(served.url);
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers },
        (answer) => {
          let text = '';
          answer.on('data', (data) => {
            text += data;
          });
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    },
  );
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const asking = (action: string, params: object) => ({
  branch: 'main',
  action,
  params: { branch: 'main', ...params },
});
const NOTICE = 'content/qingshan/_notice/2025/autumn-notice.md';

describe('the editor on one’s own machine', () => {
  test('listens on this machine alone', () => {
    expect(new URL(served.url).hostname).toBe('127.0.0.1');
    expect(served.url).toMatch(/\/qingshan\/admin\/\?token=[\w-]{32}$/);
    expect(served.address).toMatch(/\/qingshan\/admin\/$/);
  });

  test('serves the page with its policy, the shared files and the list of entries', async () => {
    const page = await ask('/qingshan/admin/');
    expect(page.status).toBe(200);
    expect(String(page.headers['content-security-policy'])).toContain("'unsafe-eval'");
    expect((await ask('/editor/e.js')).text).toBe('start();');
    const { rows } = JSON.parse((await ask('/qingshan/data/column/entries.json')).text);
    expect(rows).toContainEqual(expect.objectContaining({ id: 'autumn-notice', kind: 'notice' }));
  });

  test('reads an entry through Decap’s file interface', async () => {
    const { status, text } = await ask('/api/v1', JSON_TYPE, asking('getEntry', { path: NOTICE }));
    expect(status).toBe(200);
    expect(JSON.parse(text).data).toBe(readFileSync(join(folder.path, NOTICE), 'utf8'));
  });

  test('refuses another page of the same browser', async () => {
    const headers = { ...JSON_TYPE, origin: 'http://evil.example' };
    expect((await ask('/api/v1', headers, asking('getEntry', { path: NOTICE }))).status).toBe(403);
  });

  test('refuses another name for this machine', async () => {
    const headers = { ...JSON_TYPE, host: 'evil.example' };
    expect((await ask('/api/v1', headers, asking('getEntry', { path: NOTICE }))).status).toBe(403);
  });

  test('refuses what a form of another page could send', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await ask('/api/v1', headers, asking('getEntry', { path: NOTICE }))).status).toBe(415);
  });

  test.each(['', '{', 'null', '[]', '"a"'])(
    'says in Chinese what it cannot read: %j',
    async (text) => {
      const { status, text: said } = await ask('/api/v1', JSON_TYPE, text);
      expect(status).toBe(400);
      expect(JSON.parse(said).error).toBe('编辑程序没有读懂这个请求，没有保存');
    },
  );

  test('says in Chinese that a save is too big, once it has read it', async () => {
    const big = asking('persistEntry', { text: 'a'.repeat(1_100_000) });
    const { status, text } = await ask('/api/v1', JSON_TYPE, big);
    expect(status).toBe(413);
    expect(JSON.parse(text).error).toContain('每个附件不超过 20 MB');
  });

  test('tells a page whose token is of before what to do', async () => {
    const { status, text } = await askPlainly(
      '/api/v1',
      JSON_TYPE,
      asking('getEntry', { path: NOTICE }),
    );
    expect(status).toBe(403);
    expect(JSON.parse(text).error).toContain('草稿');
  });

  test('is at the same port at each start, and lets in who was in before', async () => {
    expect(portOf('anyue')).toBe(portOf('anyue'));
    for (const county of ['anyue', 'qingshan', 'sample']) {
      expect(portOf(county)).toBeGreaterThan(1024);
      expect(portOf(county)).toBeLessThan(49_152);
    }
    expect(portTaken(43_000)).toContain('--port 0');
    const file = join(folder.path, 'kept/token');
    const token = keptToken(file);
    expect(keptToken(file)).toBe(token);
    expect(keptToken(undefined)).not.toBe(token);
    if (process.platform === 'win32') return;
    expect(statSync(file).mode & 0o077).toBe(0);
    // What others could have read or written is no secret.
    chmodSync(file, 0o644);
    expect(keptToken(file)).not.toBe(token);
  });

  test.each(['../outside.md', 'content/../../outside.md', '/etc/passwd'])(
    'reads nothing outside of the repository: %s',
    async (path) => {
      const { status, text } = await ask('/api/v1', JSON_TYPE, asking('getEntry', { path }));
      expect(status === 200 ? JSON.parse(text).data : null).toBeNull();
    },
  );

  test('lets no program in that has not seen the token, and gives it to a browser as a cookie', async () => {
    const { pathname, search } = new URL(served.url);
    for (const cookie of ['', 'columns-editor=x', 'columns-editor-1=', 'x']) {
      for (const path of [pathname, `${pathname}?token=`, `${pathname}?token=${'a'.repeat(32)}`]) {
        const page = await askPlainly(path, { cookie });
        expect([page.status, page.text]).toEqual([
          403,
          expect.stringContaining('终端里显示的网址'),
        ]);
      }
      const asked = asking('getEntry', { path: NOTICE });
      expect((await askPlainly('/api/v1', { ...JSON_TYPE, cookie }, asked)).status).toBe(403);
    }
    const opened = await askPlainly(pathname + search);
    expect([opened.status, opened.headers['location']]).toEqual([302, pathname]);
    expect(String(opened.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  test('writes below its county’s folder and nowhere else', async () => {
    const entry = (path: string, more: object = {}) =>
      asking('persistEntry', {
        dataFiles: [{ slug: 'x', path, raw: '---\n', ...more }],
        assets: [],
        options: { commitMessage: 'x', useWorkflow: false, status: 'draft' },
      });
    const media = (path: string) =>
      asking('persistMedia', { asset: { path, content: 'eA==', encoding: 'base64' }, options: {} });
    mkdirSync(join(folder.path, 'packages/cli/bin'), { recursive: true });
    if (process.platform !== 'win32') {
      symlinkSync(folder.path, join(folder.path, 'content/qingshan/link'));
    }
    const outside = [
      ...[
        '.git/hooks/pre-commit',
        'packages/cli/bin/columns.ts',
        'content/notes.md',
        'package.json',
      ],
      ...['content/other/county.yaml', 'content/qingshan2/a.md', 'content/qingshan/../other/a.md'],
      ...['content/qingshan', 'content/qingshan/', 'content/qingshan/.gitattributes', '/etc/x'],
      ...['content/qingshan/link/x.md', 'content\\qingshan\\a.md', 'content/qingshan//a.md', ''],
    ];
    for (const path of outside) {
      const asked = [
        ...[entry(path), entry('content/qingshan/ok.md', { newPath: path }), media(path)],
        ...[
          asking('deleteFile', { path, options: {} }),
          asking('deleteFiles', { paths: [path], options: {} }),
        ],
      ];
      for (const one of asked) {
        const { status } = await ask('/api/v1', JSON_TYPE, one);
        expect(status, `${one.action} ${path}`).toBe(403);
      }
    }
    expect(existsSync(join(folder.path, 'packages/cli/bin/columns.ts'))).toBe(false);
    const path = 'content/qingshan/_notice/2025/from-editor.md';
    expect((await ask('/api/v1', JSON_TYPE, entry(path))).status).toBe(200);
    expect(existsSync(join(folder.path, path))).toBe(true);
  });

  test.each(['/%', '/%zz', '/%00', '/editor/%c0', '//', '/editor'])(
    'stands after %s',
    async (odd) => {
      await ask(odd).catch(() => undefined);
      expect((await ask('/editor/e.js')).text).toBe('start();');
    },
  );

  test('serves nothing outside of its folders', async () => {
    expect((await ask('/editor/..%2f..%2f..%2fcontent/qingshan/county.yaml')).status).toBe(404);
    expect((await ask('/content/qingshan/county.yaml')).status).toBe(404);
  });
});

describe('an attachment that is uploaded in the editor', () => {
  /** Made up; the last figure is the right one for the others. */
  const NUMBER = '340102199207115460';
  const FOLDER = 'content/qingshan/_notice/2025/autumn-notice';
  const upload = (name: string, bytes: Uint8Array) =>
    ask(
      '/api/v1',
      JSON_TYPE,
      asking('persistMedia', {
        asset: {
          path: `${FOLDER}/${name}`,
          content: Buffer.from(bytes).toString('base64'),
          encoding: 'base64',
        },
        options: { commitMessage: 'x' },
      }),
    );
  /** What the check that stands before every build says of the file. */
  const told = async (name: string) => {
    const content = join(folder.path, 'content');
    // As on the officer's machine: with what was read the time before.
    const options = { gate: true, memory: join(folder.path, 'memory.json'), software: 'same' };
    const { findings } = await inspect(content, 'qingshan', loadStandard(), options);
    return findings
      .filter(({ file }) => file.endsWith(`/autumn-notice/${name}`))
      .map(({ rule }) => rule);
  };

  test.each([
    [
      'personal data in a Word file',
      'a.docx',
      word({ paragraphs: [`张三 ${NUMBER}`] }),
      'personal/id-number',
    ],
    [
      'macros',
      'b.docx',
      word({ more: { 'word/vbaProject.bin': new Uint8Array([1]) } }),
      'safety/macro',
    ],
    ['a kind of file that is not taken', 'c.exe', Buffer.from('MZ'), 'safety/file-kind'],
  ])('lies there byte for byte, and is judged as any other: %s', async (_, name, bytes, rule) => {
    expect((await upload(name, bytes)).status).toBe(200);
    expect(Buffer.compare(readFileSync(join(folder.path, FOLDER, name)), Buffer.from(bytes))).toBe(
      0,
    );
    expect(await told(name)).toContain(rule);
  });

  test('that replaces a good one of the same length is judged anew', async () => {
    const text = (words: string) => Buffer.from(`名单：${words}\n`);
    await upload('d.txt', text('x'.repeat(NUMBER.length)));
    expect(await told('d.txt')).not.toContain('personal/id-number');
    await upload('d.txt', text(NUMBER));
    expect(await told('d.txt')).toContain('personal/id-number');
  });
});
