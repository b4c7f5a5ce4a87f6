import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { contentType } from '@columns/export/media-types';
import { composePage, FIGURES_SUFFIX, FRAME_FOLDER, Parts, pageSchema } from '@columns/export/page';
import type { ViteDevServer } from 'vite';

/** Where other tasks leave what stands beside the pages. */
const FOLDERS = ['dist-records', 'dist-data'];

/** What they make, below the county's base, with the command that makes it. */
const MADE: readonly { readonly path: RegExp; readonly what: string; readonly command: string }[] =
  [
    {
      path: /^(?:coverage|ledger|history)\//,
      what: '公开情况、台账和修订记录',
      command: 'columns records --county',
    },
    {
      path: /^data\/(?:$|column\/)/,
      what: '开放数据',
      command: 'columns data --county',
    },
    { path: /^admin\//, what: '编辑页面', command: 'admin' },
  ];

export interface BesideInput {
  /** The app's folder. */
  readonly app: string;
  readonly county: string;
  /** Before every address of the column. */
  readonly base: string;
}

/**
 * In `dev` only pages are made as they are asked for. What other tasks make is shown as they left it, and where they
 * have left nothing the page says how it is made.
 */
export function besidePages(server: ViteDevServer, { app, county, base }: BesideInput): void {
  server.middlewares.use((request, response, next) => {
    const path = pathOf(request.url ?? '/', base);
    const made = path === undefined ? undefined : MADE.find((one) => one.path.test(path));
    if (path === undefined || made === undefined) {
      next();
      return;
    }
    const file = FOLDERS.map((folder) => fileAt(join(app, folder), path)).find(
      (found) => found !== undefined,
    );
    const figures = FOLDERS.map((folder) => fileAt(join(app, folder), path + FIGURES_SUFFIX)).find(
      (found) => found !== undefined,
    );
    if (figures !== undefined) {
      const frame = `http://${request.headers.host}${base}${FRAME_FOLDER}`;
      composed(figures, frame, base).then(
        (html) => {
          response.setHeader('Content-Type', 'text/html;charset=utf-8');
          response.end(html);
        },
        (error: unknown) => next(error),
      );
    } else if (file === undefined) tell(response, made, county);
    else {
      response.setHeader('Content-Type', contentType(file) ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    }
  });
}

/** A page of figures in the frame as it is now. */
async function composed(figures: string, frame: string, base: string): Promise<string> {
  const parts = new Parts(await (await fetch(frame)).text());
  const page = pageSchema.parse(JSON.parse(await readFile(figures, 'utf8')));
  return composePage(parts, { prefix: '/', base }, page);
}

/** Below the base, decoded; nothing of what lies outside it. */
function pathOf(url: string, base: string): string | undefined {
  const [pathname = '/'] = url.split('?');
  try {
    const decoded = decodeURIComponent(
      pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1),
    );
    return decoded.split(/[/\\]/).includes('..') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function fileAt(folder: string, path: string): string | undefined {
  const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function tell(response: ServerResponse, made: (typeof MADE)[number], county: string): void {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html;charset=utf-8');
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>实时预览中还没有这一页</title><h1>实时预览中还没有这一页</h1><p>${made.what}不随改动即时生成。要看，运行：</p><p><code>npx -y pnpm@12 ${made.command} ${county}</code></p><p>然后刷新本页；内容改动后再运行一次。</p></html>`,
  );
}
