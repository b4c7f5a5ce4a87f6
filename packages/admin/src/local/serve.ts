import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve, sep } from 'node:path';
import { contentType } from '@columns/export/media-types';
import { SHARED_FOLDER, type SharedFiles } from '../build/bundle.ts';
import { adminFiles } from '../build/county.ts';
import { adminPolicy } from '../policy.ts';
import { localSettings } from '../settings.ts';
import { listEntries } from './entry-list.ts';
import { fileInterface } from './file-interface.ts';

export interface ServeOptions {
  /** `content/`; the folder above it is what the editor sees. */
  readonly contentRoot: string;
  readonly county: string;
  /** Where `bundle` put the shared files. */
  readonly sharedDir: string;
  /** A built site to show beside the editor, where there is one. */
  readonly site?: string;
  /** Each entry on a branch of its own, as on the web; otherwise files are written as they stand. */
  readonly git?: boolean;
  readonly port?: number;
}

export interface ServedEditor {
  readonly url: string;
  close(): Promise<void>;
}

const JSON_TYPE = 'application/json;charset=utf-8';
/** A save of a long register with its attachments; Decap sends them as base64. */
const MOST_BYTES = 50_000_000;

/**
 * Serves a county's editor on this machine alone, with Decap's file interface on the same origin: what
 * another page, or another name for this machine, asks of it is refused.
 */
export async function serveEditor(options: ServeOptions): Promise<ServedEditor> {
  const { contentRoot, county, sharedDir, git = false } = options;
  const repository = dirname(resolve(contentRoot));
  const shared = JSON.parse(
    readFileSync(join(sharedDir, SHARED_FOLDER, 'shared.json'), 'utf8'),
  ) as SharedFiles;
  const settings = localSettings(git, git ? branchOf(repository) : 'main');
  const ask = await fileInterface(repository, git);
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
    const { pathname } = new URL(request.url ?? '/', origin);
    if (request.method === 'POST' && pathname === '/api/v1') {
      const body = await bodyOf(request);
      if (
        !(request.headers['content-type'] ?? '').startsWith('application/json') ||
        body === undefined
      ) {
        response.writeHead(415).end();
        return;
      }
      const { status, json } = await ask(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(status, { 'content-type': JSON_TYPE });
      response.end(JSON.stringify(json));
      return;
    }
    const files = adminFiles(contentRoot, county, shared, settings);
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
    response.writeHead(200, { 'content-type': contentType(file) ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }

  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', ready);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = baseOf(adminFiles(contentRoot, county, shared, settings));
  return {
    url: `${origin}${base}admin/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
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

/** A file below a folder, its `index.html` for a folder; nothing outside of it. */
function inside(folder: string, pathname: string): string | undefined {
  const path = resolve(folder, `.${decodeURIComponent(pathname)}`);
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep)) return undefined;
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path;
  const index = join(path, 'index.html');
  return pathname.endsWith('/') && existsSync(index) ? index : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function branchOf(repository: string): string {
  return execFileSync('git', ['rev-parse', '--abbrev-ref', 'HEAD'], {
    cwd: repository,
    encoding: 'utf8',
  }).trim();
}
