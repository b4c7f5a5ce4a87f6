import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { makeTempDir, type TempDir } from '@columns/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedEditor, serveEditor } from '../src/local/serve.ts';
import { FIXTURES } from './facts.ts';

let folder: TempDir;
let served: ServedEditor;

beforeAll(async () => {
  folder = await makeTempDir('local');
  cpSync(FIXTURES, join(folder.path, 'content'), { recursive: true });
  const shared = join(folder.path, 'shared/editor');
  mkdirSync(shared, { recursive: true });
  writeFileSync(join(shared, 'shared.json'), '{"decap":"d.js","script":"e.js","style":"e.css"}');
  writeFileSync(join(shared, 'e.js'), 'start();');
  served = await serveEditor({
    contentRoot: join(folder.path, 'content'),
    county: 'qingshan',
    sharedDir: join(folder.path, 'shared'),
  });
});
afterAll(async () => {
  await served?.close();
  await folder?.remove();
});

/** Asks as a program would, with whatever headers. */
function ask(path: string, headers: Record<string, string> = {}, body?: unknown) {
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
    expect(served.url).toMatch(/\/qingshan\/admin\/$/);
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

  test.each(['../outside.md', 'content/../../outside.md', '/etc/passwd'])(
    'reads nothing outside of the repository: %s',
    async (path) => {
      const { status, text } = await ask('/api/v1', JSON_TYPE, asking('getEntry', { path }));
      expect(status === 200 ? JSON.parse(text).data : null).toBeNull();
    },
  );

  test('serves nothing outside of its folders', async () => {
    expect((await ask('/editor/..%2f..%2f..%2fcontent/qingshan/county.yaml')).status).toBe(404);
    expect((await ask('/content/qingshan/county.yaml')).status).toBe(404);
  });
});
