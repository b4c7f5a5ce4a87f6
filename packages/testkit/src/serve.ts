/** A folder on a port: as much of a static host as tests need. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import mime from 'mime';

export interface ServeOptions {
  /** Path under which the folder stands, such as `/anyue/`; default `/`. */
  base?: string;
  /** Whether texts go out compressed, as every real host sends them; by default they do not. */
  compress?: boolean;
  /** Headers that a host adds to the answer for a path; by default none. */
  headers?: (path: string) => Readonly<Record<string, string>>;
}

/** One request that was answered. */
export interface ServedRequest {
  path: string;
  status: number;
  /** Bytes of the body, uncompressed on the way. */
  bytes: number;
}

export interface ServedFolder {
  /** Such as `http://127.0.0.1:43210`, without a slash at the end. */
  origin: string;
  /** Everything that was asked so far; may be emptied by setting `length`. */
  requests: ServedRequest[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Reply {
  status: number;
  type: string;
  body: Buffer;
  location?: string;
  encoding?: 'gzip';
}

/** Serves a folder on a free port of this machine only, as a host of static pages would. */
export async function serveFolder(
  folder: string,
  options: ServeOptions = {},
): Promise<ServedFolder> {
  const root = resolve(folder);
  const base = `/${options.base ?? ''}/`.replace(/\/{2,}/gu, '/');
  const requests: ServedRequest[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void reply(root, base, path).then((answer) => {
      requests.push({ path, status: answer.status, bytes: answer.body.length });
      for (const [name, value] of Object.entries(options.headers?.(path) ?? {}))
        response.setHeader(name, value);
      send(response, options.compress ? compressed(answer) : answer, request.method === 'HEAD');
    });
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, requests, close, [Symbol.asyncDispose]: close };
}

async function reply(root: string, base: string, path: string): Promise<Reply> {
  const inside = insidePath(root, base, path);
  const kind = inside === undefined ? undefined : await kindOf(inside);
  if (inside === undefined || kind === undefined) return notFound(root);
  if (kind === 'file') return file(inside, 200);
  if (!path.endsWith('/')) {
    return { status: 301, type: 'text/plain', body: Buffer.alloc(0), location: `${path}/` };
  }
  const index = join(inside, 'index.html');
  return (await kindOf(index)) === 'file' ? file(index, 200) : notFound(root);
}

/** The file a path means, or nothing where it lies outside of the base or of the folder. */
function insidePath(root: string, base: string, path: string): string | undefined {
  if (!`${path}/`.startsWith(base)) return undefined;
  try {
    const target = resolve(root, `./${decodeURIComponent(path.slice(base.length))}`);
    return target === root || target.startsWith(root + sep) ? target : undefined;
  } catch {
    return undefined;
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

async function file(path: string, status: number): Promise<Reply> {
  return { status, type: typeOf(path), body: await readFile(path) };
}

/** The media type of a file; every text that tests serve is UTF-8. */
function typeOf(path: string): string {
  // Tests may serve sources whose types were stripped.
  const type = path.endsWith('.ts') ? 'text/javascript' : mime.getType(path);
  if (type === null) return 'application/octet-stream';
  return /^text\/|json$|xml$/u.test(type) ? `${type}; charset=utf-8` : type;
}

async function notFound(root: string): Promise<Reply> {
  const page = join(root, '404.html');
  if ((await kindOf(page)) === 'file') return file(page, 404);
  return { status: 404, type: 'text/plain; charset=utf-8', body: Buffer.from('Not found') };
}

function compressed(answer: Reply): Reply {
  if (!/^text\/|json|javascript|xml/u.test(answer.type)) return answer;
  return { ...answer, body: gzipSync(answer.body), encoding: 'gzip' };
}

function send(
  response: ServerResponse,
  { status, type, body, location, encoding }: Reply,
  head: boolean,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
    ...(location !== undefined && { location }),
    ...(encoding !== undefined && { 'content-encoding': encoding }),
  });
  response.end(head ? undefined : body);
}
