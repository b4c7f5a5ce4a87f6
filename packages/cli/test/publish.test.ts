import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { columns, repository } from './own-repository.ts';

/* What the workflow `release` does with a tag. */

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  version: string;
};

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: { tag_name?: string; name?: string; body?: string };
}

/** Publishes under a tag with a server that answers as GitHub does; gives what it was asked. */
async function publish(tag: string, status = 201) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method = '', url = '' } = request;
    asked.push({ method, path: url, body: text === '' ? {} : JSON.parse(text) });
    if (method === 'GET') response.writeHead(404).end('{}');
    else response.writeHead(status).end(JSON.stringify({ id: 1 }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { code, said } = await columns(repository, ['changelog', '--publish'], {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REF_NAME: tag,
    GITHUB_REPOSITORY: 'o/n',
    GITHUB_TOKEN: 'x',
  });
  return { code, said, sent: asked.filter(({ method }) => method !== 'GET') };
}

test('the tag of a version becomes a release with what the changelog says of it, in both languages', async () => {
  const { code, said, sent } = await publish(`v${version}`);
  expect([code, said]).toEqual([0, `已发布 v${version}。\n`]);
  expect(sent).toHaveLength(1);
  const [{ path, body } = { path: '', body: {} }] = sent;
  expect(path).toBe('/repos/o/n/releases');
  expect(body.tag_name).toBe(`v${version}`);
  for (const heading of ['编写人员 / Officers', '读者 / Readers', '维护人员 / Maintainers'])
    expect(body.body).toContain(`### ${heading}`);
  const { said: shown } = await columns(repository, ['changelog']);
  expect(shown.trim()).toBe(body.body?.trim());
});

test('a tag that is not the version of the software publishes nothing', async () => {
  const { code, said, sent } = await publish('v9.9.9');
  expect(code).not.toBe(0);
  expect(said).toContain(`标签应为 v${version}`);
  expect(sent).toEqual([]);
});

test('what GitHub refuses is told in a sentence', async () => {
  const { code, said } = await publish(`v${version}`, 403);
  expect(code).not.toBe(0);
  expect(said).toContain('403');
  expect(said).not.toMatch(/^ +at /m);
});
