import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { FORMATS } from '@columns/check/attachments';
import { contentType } from '@columns/export/media-types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assemble, listColumns, serve, serveGrowing } from '../src/index.ts';
import { builtApp, workshop, write } from './fixture.ts';

async function served(base = '/') {
  const { dir, appsDir, outDir } = await workshop();
  await builtApp(
    appsDir,
    'anyue',
    {},
    {
      'data/list.csv': '﻿名称\n',
      'pagefind/pagefind.js': '',
      'pagefind/wasm.zh.pagefind': new Uint8Array([31, 139]),
      'pagefind/pagefind.zh_1.pf_meta': new Uint8Array([31, 139]),
      'app.wasm': new Uint8Array([0, 97, 115, 109]),
      '.well-known/security.txt': 'Contact: none',
    },
  );
  await assemble({ appsDir, outDir, base });
  await write(dir, { 'secret.txt': 'secret', 'dist-private/secret.txt': 'secret' });
  const server = await serve({ dir: outDir, port: 0, base });
  onTestFinished(() => server.close());
  const at = (address: string) => new URL(address, `http://127.0.0.1:${server.port}`).href;
  const get = (address: string, init: RequestInit = {}) =>
    fetch(at(address), { redirect: 'manual', ...init });
  return { ...server, outDir, get };
}

/** Sends bytes as they are, and waits for whatever comes. */
function bytes(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text, 'latin1'));
    socket.setTimeout(2000, () => socket.destroy());
    socket.setEncoding('latin1').on('data', (part) => {
      said += part;
    });
    socket.on('error', () => undefined).on('close', () => resolve(said));
  });
}

/** Sends a path as it stands: `fetch` would tidy it up first. */
function raw(port: number, address: string): Promise<{ status: number; body: string; to: string }> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path: address }, (res) => {
      let body = '';
      res.on('data', (part) => {
        body += String(part);
      });
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, body, to: res.headers.location ?? '' }),
      );
    });
    req.on('error', reject).end();
  });
}

describe('the preview server', () => {
  it('serves the index page, each column and its pages', async () => {
    const { url, port, outDir, get } = await served();
    expect(url).toBe(`http://localhost:${port}/`);
    expect(await (await get('/')).text()).toContain('基层政务公开专栏');
    expect(await (await get('/anyue/2023/a/')).text()).toBe('<article>anyue</article>');
    for (const column of await listColumns(outDir, `http://127.0.0.1:${port}`))
      expect((await fetch(column.url)).status).toBe(200);
  });

  it.each([
    ['/anyue/', 'text/html;charset=utf-8'],
    ['/columns.csv', 'text/csv;charset=utf-8'],
    ['/columns.json', 'application/json;charset=utf-8'],
    ['/robots.txt', 'text/plain;charset=utf-8'],
    ['/anyue/data/list.csv', 'text/csv;charset=utf-8'],
    ['/anyue/app.wasm', 'application/wasm'],
    ['/anyue/pagefind/pagefind.js', 'text/javascript;charset=utf-8'],
    ['/anyue/pagefind/wasm.zh.pagefind', 'application/octet-stream'],
    ['/anyue/pagefind/pagefind.zh_1.pf_meta', 'application/octet-stream'],
    ['/anyue/.well-known/security.txt', 'text/plain;charset=utf-8'],
  ])('gives %s the type %s', async (address, type) => {
    const { get } = await served();
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('says of every format that may be attached what it is, as a store does', async () => {
    const { outDir, get } = await served();
    for (const format of FORMATS.keys()) {
      await write(outDir, {
        [`anyue/2026/a/form.${format}`]: 'x',
        [`anyue/2026/a/FORM.${format.toUpperCase()}`]: 'x',
      });
      for (const name of [`form.${format}`, `FORM.${format.toUpperCase()}`]) {
        const type = (await get(`/anyue/2026/a/${name}`)).headers.get('content-type');
        expect(type, name).not.toBe('application/octet-stream');
        expect(type, name).toMatch(/^(?:application|audio|image|text|video)\//);
        expect(type, name).toBe(contentType(`anyue/2026/a/${name}`));
      }
    }
  });

  it('redirects a folder to its closing slash, and keeps the query', async () => {
    const { get } = await served();
    const response = await get('/anyue?q=%E4%BD%8E%E4%BF%9D');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/anyue/?q=%E4%BD%8E%E4%BF%9D');
  });

  it('never redirects to another host', async () => {
    const { port } = await served();
    expect((await raw(port, '//anyue')).to).toBe('/anyue/');
  });

  it('answers what does not exist with 404.html and status 404', async () => {
    const { get } = await served();
    const response = await get('/anyue/nothing/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这个页面');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/anyue/../../secret.txt',
    '/../dist-private/secret.txt',
    '/%2e%2e/dist-private/secret.txt',
    '/%00',
    '/%E4%BD',
  ])('does not leave its folder: %s', async (address) => {
    const { port } = await served();
    const { status, body } = await raw(port, address);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  const RANGES = [
    ...['bytes=9-1', 'bytes=-5', 'bytes=5-', 'bytes=0-0', 'bytes=-0', 'bytes=-', 'bytes=', 'x'],
    ...['bytes=99999999999999999999-', 'bytes=0-1,3-4', 'bytes=1e3-', 'lines=1-2', 'bytes=--1'],
    ...['bytes=999999-', 'bytes=5-5', 'bytes=NaN-NaN', ' bytes = 3 - 1', 'bytes=1-0'],
  ];
  const TARGETS = [
    ...['/%00', '/%', '/%zz', '/%c0%ae%c0%ae/', '*', '//', '///x', '/?', '?', '/#', '/\\..\\x'],
    ...[
      `/${'a'.repeat(5000)}`,
      `/${'a/'.repeat(2000)}`,
      '/anyue/index.html/x',
      '/anyue/%0d%0ax: y',
    ],
    ...['http://other.example/', 'http://[', 'x', '/anyue/con', '/anyue/%2f', '/\u00e5\u00ff'],
  ];

  it.each([
    ...RANGES.map((range) => `GET /anyue/ HTTP/1.1\r\nHost: x\r\nRange: ${range}`),
    ...TARGETS.map((target) => `GET ${target} HTTP/1.1\r\nHost: x`),
    ...['HEAD', 'POST', 'TRACE', 'OPTIONS', 'BREW'].map((m) => `${m} /anyue/ HTTP/1.1\r\nHost: x`),
    ...['GET / HTTP/9.9', 'GET /', '', '\0\0\0', 'GET / HTTP/1.1', 'PRI * HTTP/2.0\r\n\r\nSM'],
    'GET / HTTP/1.1\r\nHost: x\r\nIf-None-Match: "\xff',
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(30_000)}`,
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\nhalf',
  ])('stands after any request: %j', async (head) => {
    const { port, get } = await served();
    const said = await bytes(port, `${head}\r\nConnection: close\r\n\r\n`);
    expect(said).not.toContain('secret');
    expect((await get('/anyue/')).status).toBe(200);
  });

  it('sends the whole file where a range says nothing', async () => {
    const { get } = await served();
    const whole = await (await get('/anyue/')).text();
    for (const range of ['bytes=9-1', 'bytes=-5', 'bytes=0-0']) {
      const answer = await get('/anyue/', { headers: { range } });
      expect([answer.status, await answer.text()]).toEqual([200, whole]);
    }
    const part = await get('/anyue/', { headers: { range: 'bytes=2-5' } });
    expect([part.status, await part.text()]).toEqual([206, whole.slice(2, 6)]);
  });

  it('sends the policy of a folder’s place below any prefix, and of no entry called like it', async () => {
    const { get } = await served('/data/');
    const policy = async (address: string) =>
      (await get(address)).headers.get('content-security-policy') ?? 'none';
    expect(await policy('/data/anyue/admin/')).toBe('none');
    expect(await policy('/data/anyue/search/')).toContain('wasm');
    expect(await policy('/data/anyue/2023/admin/')).toContain("frame-ancestors 'self'");
  });

  it('answers HEAD without a body', async () => {
    const { get } = await served();
    for (const [address, status] of [
      ['/anyue/', 200],
      ['/nothing', 404],
    ] as const) {
      const response = await get(address, { method: 'HEAD' });
      expect(response.status).toBe(status);
      expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
      expect(await response.text()).toBe('');
    }
  });

  it('refuses other methods', async () => {
    const { get } = await served();
    const response = await get('/anyue/', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('lets browsers keep a page, but ask first', async () => {
    const { get } = await served();
    const response = await get('/anyue/');
    const etag = response.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/anyue/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('answers under the prefix only, and leads there from /', async () => {
    const { url, port, get } = await served('/repo/');
    expect(url).toBe(`http://localhost:${port}/repo/`);
    expect((await get('/repo/anyue/')).status).toBe(200);
    expect((await get('/repo/anyue')).headers.get('location')).toBe('/repo/anyue/');
    expect((await get('/')).headers.get('location')).toBe('/repo/');
    expect((await get('/repo')).headers.get('location')).toBe('/repo/');
    expect((await get('/anyue/')).status).toBe(404);
  });

  it('shows a new output without being started again', async () => {
    const { outDir, get } = await served();
    const appsDir = path.join(path.dirname(outDir), 'apps');
    await builtApp(appsDir, 'anyue', {}, { 'index.html': 'new' });
    await assemble({ appsDir, outDir });
    expect(await (await get('/anyue/')).text()).toBe('new');
  });

  it('says which setting to change when the port is taken', async () => {
    const { port, outDir } = await served();
    await expect(serve({ dir: outDir, port })).rejects.toThrow(
      new RegExp(`端口 ${port} 已被其他程序占用.*PORT.*${port + 1}`),
    );
  });

  it('says what to do when there is nothing to serve', async () => {
    const { dir } = await workshop();
    const nothing = path.join(dir, 'dist');
    await expect(serve({ dir: nothing, port: 0 })).rejects.toThrow(
      '先运行 npx -y pnpm@12 run build',
    );
    await expect(listColumns(nothing, 'http://localhost')).rejects.toThrow('先运行');
  });
});

describe('a server that is there before the site', () => {
  it('shows each column from all that its tasks made, as soon as they have, and then the whole site', async () => {
    const { dir, appsDir, outDir } = await workshop();
    await builtApp(appsDir, 'anyue', {}, { 'page/index.html': 'page' });
    await write(dir, { 'apps/anyue/dist-data/data/all.csv': 'data' });
    const server = await serveGrowing({ port: 0, base: '/repository/' });
    onTestFinished(() => server.close());
    const get = (address: string) => fetch(new URL(address, server.url), { redirect: 'manual' });
    const early = await get('anyue/');
    expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('正在构建')]);
    const folders = ['dist', 'dist-data'].map((name) => path.join(appsDir, 'anyue', name));
    expect(server.show('/anyue/', folders)).toBe(`${server.url}anyue/`);
    expect(await (await get('anyue/page/')).text()).toBe('page');
    expect((await get('anyue/page')).headers.get('location')).toBe('/repository/anyue/page/');
    expect(await (await get('anyue/data/all.csv')).text()).toBe('data');
    expect((await get('anyue/none')).status).toBe(404);
    expect(await (await get('jinzhai/')).text()).toContain('href="/repository/anyue/"');
    await rm(path.join(appsDir, 'anyue/dist-data'), { recursive: true });
    await assemble({ appsDir, outDir, base: '/repository/' });
    server.become(outDir);
    expect((await get('')).status).toBe(200);
    expect((await get('jinzhai/')).status).toBe(404);
  });

  it('takes the next port where its own is taken', async () => {
    const first = await serveGrowing({ port: 0 });
    onTestFinished(() => first.close());
    const next = await serveGrowing({ port: first.port, onward: true });
    onTestFinished(() => next.close());
    expect(next.port).toBeGreaterThan(first.port);
    await expect(serveGrowing({ port: first.port })).rejects.toThrow(`端口 ${first.port} 已被`);
  });
});
