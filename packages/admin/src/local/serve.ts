import { execFileSync } from 'node:child_process';
import { timingSafeEqual } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve, sep } from 'node:path';
import { contentType } from '@columns/export/media-types';
import { SHARED_FOLDER, type SharedFiles } from '../build/bundle.ts';
import { adminFiles } from '../build/county.ts';
import { adminPolicy } from '../policy.ts';
import { localSettings } from '../settings.ts';
import { refusedPath } from './allowed.ts';
import { listEntries } from './entry-list.ts';
import { fileInterface } from './file-interface.ts';
import { keptToken } from './kept-token.ts';

export interface ServeOptions {
  /** `content/`; the folder above it is what the editor sees. */
  readonly contentRoot: string;
  readonly county: string;
  /** Where `bundle` put the shared files. */
  readonly sharedDir: string;
  /** A built site to show beside the editor, where there is one. */
  readonly site?: string;
  /** The county's own stylesheets, as one text. */
  readonly styles?: string;
  /** Each entry on a branch of its own, as on the web; otherwise files are written as they stand. */
  readonly git?: boolean;
  readonly port?: number;
  /** Where the token is kept between two starts, so that pages that are open still work; nowhere by default. */
  readonly tokenFile?: string;
  /** What one save may weigh, in bytes as they are sent. */
  readonly mostBytes?: number;
}

export interface ServedEditor {
  /** The address to open, with the token that lets a browser in. */
  readonly url: string;
  /** The same without: for a browser that is in. */
  readonly address: string;
  close(): Promise<void>;
}

const JSON_TYPE = 'application/json;charset=utf-8';
/** A save of a long register with its attachments; Decap sends them as base64. */
const MOST_BYTES = 120_000_000;

/**
 * Serves a county's editor on this machine alone, with Decap's file interface on the same origin: what
 * another page, another name for this machine, or another program or user of it asks is refused. A token
 * that only who started it has seen becomes a cookie of the browser that opens the address.
 */
export async function serveEditor(options: ServeOptions): Promise<ServedEditor> {
  const { contentRoot, county, sharedDir, styles, git = false, mostBytes = MOST_BYTES } = options;
  const repository = dirname(resolve(contentRoot));
  const shared = JSON.parse(
    readFileSync(join(sharedDir, SHARED_FOLDER, 'shared.json'), 'utf8'),
  ) as SharedFiles;
  const settings = localSettings(git, git ? branchOf(repository) : 'main');
  const ask = await fileInterface(repository, git);
  const token = keptToken(options.tokenFile);
  let port = 0;
  let origin = '';

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': JSON_TYPE });
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : '出现意外' }));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, origin: from } = request.headers;
    if (`http://${host}` !== origin || (from !== undefined && from !== origin)) {
      response.writeHead(403).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const cookie = `columns-editor-${port}`;
    const given = searchParams.get('token');
    if (request.method === 'GET' && given !== null && isToken(given)) {
      const value = `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(302, { location: pathname, 'set-cookie': value }).end();
      return;
    }
    if (!isToken(cookieOf(request, cookie))) {
      if (pathname === '/api/v1')
        return refuse(
          response,
          403,
          '这个页面的通行证失效了（编辑程序重新启动过）。写的内容已留作草稿：用终端里显示的新网址打开，再恢复',
        );
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('请用终端里显示的网址（带 token）打开编辑页面。');
      return;
    }
    if (request.method === 'POST' && pathname === '/api/v1') {
      if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
        return refuse(response, 415, '编辑程序不认识这个请求');
      const body = await bodyOf(request, mostBytes);
      if (body === undefined)
        return refuse(
          response,
          413,
          `一次保存的内容太多（上限约 ${Math.round((mostBytes * 3) / 4 / 2 ** 20)} MB）：每个附件不超过 20 MB，几个大的分几次加`,
        );
      const asked = recordIn(body);
      if (asked === undefined) return refuse(response, 400, '编辑程序没有读懂这个请求，没有保存');
      const refused = refusedPath(asked, repository, county);
      if (refused !== undefined) {
        return refuse(response, 403, `编辑页面只写 content/${county}/ 中的文件，不写 ${refused}`);
      }
      const { status, json } = await ask(asked);
      response.writeHead(status, { 'content-type': JSON_TYPE });
      response.end(JSON.stringify(json));
      return;
    }
    const files = adminFiles(contentRoot, county, shared, settings, styles);
    const base = baseOf(files);
    if (pathname === '/' || pathname === `${base}admin`) {
      response.writeHead(302, { location: `${base}admin/` }).end();
      return;
    }
    if (pathname.startsWith(`${base}admin/`)) {
      const name = pathname.slice(`${base}admin/`.length) || 'index.html';
      const text = files.get(name);
      if (text !== undefined) return send(response, name, text);
    }
    if (pathname === `${base}data/column/entries.json`) {
      return send(
        response,
        'entries.json',
        JSON.stringify({ rows: listEntries(contentRoot, county) }),
      );
    }
    const file =
      inside(sharedDir, pathname) ?? (options.site ? inside(options.site, pathname) : undefined);
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
      return;
    }
    const stream = createReadStream(file);
    // A file that cannot be read after all ends one answer, not the editor.
    stream.once('error', () => response.destroy());
    response.writeHead(200, { 'content-type': contentType(file) ?? 'application/octet-stream' });
    stream.pipe(response);
  }

  const isToken = (text: string) =>
    text.length === token.length && timingSafeEqual(Buffer.from(text), Buffer.from(token));

  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', ready);
  });
  port = (server.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
  const base = baseOf(adminFiles(contentRoot, county, shared, settings, styles));
  return {
    url: `${origin}${base}admin/?token=${token}`,
    address: `${origin}${base}admin/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Says in Chinese why something is not done; the editor shows it. */
function refuse(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { 'content-type': JSON_TYPE });
  response.end(JSON.stringify({ error }));
}

function cookieOf({ headers }: IncomingMessage, name: string): string {
  const pairs = (headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([one]) => one === name)?.[1] ?? '';
}

function send(response: ServerResponse, name: string, text: string): void {
  response.writeHead(200, {
    'content-type': contentType(name) ?? 'text/plain;charset=utf-8',
    'cache-control': 'no-store',
    ...(name.endsWith('.html') ? { 'content-security-policy': adminPolicy() } : {}),
  });
  response.end(text);
}

const baseOf = (files: ReadonlyMap<string, string>): string =>
  (JSON.parse(files.get('editor.json') ?? '{}') as { facts: { base: string } }).facts.base;

/** What was asked, as an object; nothing for any other text. */
function recordIn(body: string): Record<string, unknown> | undefined {
  try {
    const asked: unknown = JSON.parse(body);
    const isRecord = typeof asked === 'object' && asked !== null && !Array.isArray(asked);
    return isRecord ? (asked as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A file below a folder, its `index.html` for a folder; nothing outside of it. */
function inside(folder: string, pathname: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const path = resolve(folder, `.${name}`);
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) return undefined;
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return statSync(path).isFile() ? path : undefined;
  const index = join(path, 'index.html');
  return pathname.endsWith('/') && existsSync(index) ? index : undefined;
}

async function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end all the same: a browser that is cut off says only that it could not reach us.
    if (size > most) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > most ? undefined : Buffer.concat(chunks).toString('utf8');
}

function branchOf(repository: string): string {
  return execFileSync('git', ['rev-parse', '--abbrev-ref', 'HEAD'], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();
}
