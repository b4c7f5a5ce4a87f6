import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { headersAt } from '@columns/export';
import { ToldError } from '@columns/standard/told';
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

export interface GrowingOptions extends Omit<ServeOptions, 'dir'> {
  /** Whether a port that is taken is passed over for the next ones. */
  onward?: boolean | undefined;
}

/** A server that is there before the site is, and shows each column as soon as it is built. */
export interface Growing extends Served {
  /**
   * Shows a column below its own base (`/anyue/`).
   *
   * @param folders what its tasks have made; of a file in several, the first one's
   * @returns the column's address
   */
  show(base: string, folders: readonly string[]): string;
  /** From now on the site is a folder that `assemble` made. */
  become(dir: string): void;
}

/**
 * A small server for looking at the finished site, on this machine only. It does what a static
 * host does: index pages of folders, a redirect to the closing `/`, `404.html` with status 404.
 * It reads the folder at each request, so a new build shows at once, and asks browsers to
 * revalidate. It sends the headers that `columns headers` writes for a server. It prints nothing.
 *
 * @throws ToldError (Chinese) if the folder is missing, `base` is no path, or the port is taken
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const dir = path.resolve(options.dir);
  if (!(await isFolder(dir))) {
    throw new ToldError(`没有可以预览的站点（${dir}）：先运行 npx -y pnpm@12 run build`);
  }
  const { show: _show, become, ...served } = await serveGrowing(options);
  become(dir);
  return served;
}

/** As `serve`, but begun before there is anything to look at. @throws ToldError as `serve` does */
export async function serveGrowing(options: GrowingOptions = {}): Promise<Growing> {
  const prefix = normalPrefix(options.base);
  if (prefix === undefined)
    throw new ToldError(`BASE“${options.base}”不是路径：应形如 /repository/`);
  let whole: Answer | undefined;
  /** The deepest base first: one column may stand inside another's. */
  let columns: { readonly base: string; readonly answer: Answer }[] = [];
  const answer: Answer = (req, res) => {
    if (whole) return whole(req, res);
    const url = req.url ?? '/';
    const column = columns.find(({ base }) => `${split(url).pathname}/`.startsWith(base));
    if (column) return column.answer(req, res);
    return waiting(
      columns.map(({ base }) => base),
      res,
    );
  };
  const server = createServer((req, res) => {
    res.on('error', () => undefined);
    answer(req, res).catch(() => {
      // A file that went while it was sent, a path that no system takes: one answer fails, not the server.
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  const port = await listen(server, options.port ?? 4321, options.onward ? ONWARD : 0);
  const origin = `http://localhost:${port}`;
  return {
    url: `${origin}${prefix}`,
    port,
    show(base, folders) {
      const below = prefix + base.slice(1);
      const others = columns.filter((one) => one.base !== below);
      columns = [...others, { base: below, answer: handler(folders, below) }].sort(
        (a, b) => b.base.length - a.base.length,
      );
      return `${origin}${below}`;
    },
    become(dir) {
      whole = handler([path.resolve(dir)], prefix);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How many ports are tried after one that is taken. */
const ONWARD = 20;

type Answer = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** What stands where nothing is built yet; it looks again by itself. */
async function waiting(bases: readonly string[], res: ServerResponse): Promise<void> {
  const links = bases.map((base) => `<li><a href="${base}">${base}</a></li>`).join('');
  res.writeHead(503, {
    'Content-Type': 'text/html;charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '3',
  });
  res.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>正在构建</title><h1>正在构建</h1><p>这里还没有构建好，好了会自动打开。已经可以看的：</p><ul>${links}</ul></html>`,
  );
}

/** Answers below a prefix from folders; of a file in several, the first one's. */
function handler(dirs: readonly string[], prefix: string): Answer {
  const [first = ''] = dirs;
  const folders = dirs.map((dir) =>
    sirv(dir, {
      dev: true,
      etag: true,
      dotfiles: true,
      setHeaders: (res, pathname) => {
        const type = contentType(pathname);
        if (type) res.setHeader('Content-Type', type);
      },
    }),
  );
  return async (req, res) => {
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
      else await notFound(first, req, res);
      return;
    }
    const inner = `/${pathname.slice(prefix.length)}`;
    const decoded = decode(inner);
    if (decoded === undefined) {
      res.writeHead(400).end();
      return;
    }
    const places = dirs.map((dir) => path.join(dir, decoded));
    // Relative links of an index page only work below the closing slash.
    if (!inner.endsWith('/') && (await all(places, isFolder)).includes(true)) {
      redirect(res, `${pathname}/${query}`);
      return;
    }
    // What is there but cannot be opened would end the server inside `sirv`.
    if ((await all(places, isReadable)).includes(false)) {
      await notFound(first, req, res);
      return;
    }
    keepSaneRange(req);
    req.url = inner + query;
    const next = (number: number): void => {
      const folder = folders[number];
      if (folder) folder(req, res, () => next(number + 1));
      else void notFound(first, req, res);
    };
    next(0);
  };
}

const all = <T>(places: readonly string[], ask: (place: string) => Promise<T>): Promise<T[]> =>
  Promise.all(places.map(ask));

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

/** Listens on a port, or on one of the `more` after it. */
async function listen(server: Server, port: number, more: number): Promise<number> {
  for (let at = port; ; at++) {
    try {
      return await listenOn(server, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (at >= port + more || at >= 65535) throw portTaken(at, error as Error);
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function portTaken(port: number, cause: Error): ToldError {
  const other = port < 65535 ? port + 1 : port - 1;
  return new ToldError(
    `端口 ${port} 已被其他程序占用：关闭那个程序，或把环境变量 PORT 设为别的端口（如 ${other}）后重新运行`,
    { cause },
  );
}
