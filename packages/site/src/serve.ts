import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { headersAt } from '@columns/export';
import sirv from 'sirv';
import { normalPrefix } from './address.ts';
import { contentType } from './types.ts';

export interface ServeOptions {
  /** A folder that `assemble` made. */
  dir: string;
  /** Default 4321; 0 takes any free one. */
  port?: number | undefined;
  /** The prefix that `assemble` was given: the server answers under it, as the host will. */
  base?: string | undefined;
}

export interface Served {
  /** `http://localhost:4321/`, with the prefix. */
  url: string;
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * A small server for looking at the finished site, on this machine only. It does what a static
 * host does: index pages of folders, a redirect to the closing `/`, `404.html` with status 404.
 * It reads the folder at each request, so a new build shows at once, and asks browsers to
 * revalidate. It sends the headers that `columns headers` writes for a server. It prints nothing.
 *
 * @throws Error (Chinese) if the folder is missing, `base` is no path, or the port is taken
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const dir = path.resolve(options.dir);
  const prefix = normalPrefix(options.base);
  if (prefix === undefined) throw new Error(`BASE“${options.base}”不是路径：应形如 /repository/`);
  if (!(await isFolder(dir))) {
    throw new Error(`没有可以预览的站点（${dir}）：先运行 npx -y pnpm@12 run build`);
  }
  const answer = handler(dir, prefix);
  const server = createServer((req, res) => {
    res.on('error', () => undefined);
    answer(req, res).catch(() => {
      // A file that went while it was sent, a path that no system takes: one answer fails, not the server.
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  const port = await listen(server, options.port ?? 4321);
  return {
    url: `http://localhost:${port}${prefix}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handler(dir: string, prefix: string) {
  const files = sirv(dir, {
    dev: true,
    etag: true,
    dotfiles: true,
    setHeaders: (res, pathname) => {
      const type = contentType(pathname);
      if (type) res.setHeader('Content-Type', type);
    },
  });
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { pathname, query } = split(req.url ?? '/');
    // The prefix may be called like a folder of ours; only what is below it counts.
    const below = pathname.startsWith(prefix) ? `/${pathname.slice(prefix.length)}` : pathname;
    for (const [name, value] of Object.entries(headersAt(below))) res.setHeader(name, value);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (!pathname.startsWith(prefix)) {
      if (`${pathname}/` === prefix || pathname === '/') redirect(res, prefix + query);
      else await notFound(dir, req, res);
      return;
    }
    const inner = `/${pathname.slice(prefix.length)}`;
    const decoded = decode(inner);
    if (decoded === undefined) {
      res.writeHead(400).end();
      return;
    }
    // Relative links of an index page only work below the closing slash.
    if (!inner.endsWith('/') && (await isFolder(path.join(dir, decoded)))) {
      redirect(res, `${pathname}/${query}`);
      return;
    }
    // What is there but cannot be opened would end the server inside `sirv`.
    if (!(await isReadable(path.join(dir, decoded)))) {
      await notFound(dir, req, res);
      return;
    }
    keepSaneRange(req);
    req.url = inner + query;
    files(req, res, () => notFound(dir, req, res));
  };
}

/**
 * A range that is empty, begins at the end or is of another unit may be ignored (RFC 9110, 14.2); `sirv` fails
 * at some of them, and takes others for what they do not say.
 */
function keepSaneRange({ headers }: IncomingMessage): void {
  const [, first, last] = /^bytes=(\d{1,15})-([1-9]\d{0,14})?$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || (last !== undefined && Number(last) < Number(first)))
    delete headers.range;
}

/** Whether `sirv` can open what it finds here: the file, or the index page of a folder. */
async function isReadable(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return true;
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** Runs of `/` become one: `//host/` in a redirect would lead to another host. */
function split(url: string): { pathname: string; query: string } {
  const at = url.indexOf('?');
  const pathname = at < 0 ? url : url.slice(0, at);
  return { pathname: pathname.replaceAll(/\/{2,}/g, '/'), query: at < 0 ? '' : url.slice(at) };
}

/** `undefined` for what is badly encoded or would leave the folder. */
function decode(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname);
    const leaves = decoded.split(/[/\\]/).includes('..') || decoded.includes('\0');
    return leaves ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(302, { Location: location }).end();
}

async function notFound(dir: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readFile(path.join(dir, '404.html')).catch(() => Buffer.from('404'));
  res.writeHead(404, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Length': body.byteLength,
    'Cache-Control': 'no-cache',
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, error) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function portTaken(port: number, cause: Error): Error {
  const other = port < 65535 ? port + 1 : port - 1;
  return new Error(
    `端口 ${port} 已被其他程序占用：关闭那个程序，或把环境变量 PORT 设为别的端口（如 ${other}）后重新运行`,
    { cause },
  );
}
