import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';

/** A published site, wherever it stands. Whoever keeps it is not trusted: every answer has its bounds. */
export interface VerifySource {
  /** As the report calls it. */
  readonly name: string;
  /**
   * A file by its path below the root, as pieces; nothing when it is not there.
   * @throws Error (Chinese) where it cannot be had within the bounds
   */
  readonly open: (file: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Every file, where that can be told: a folder can list itself, a server cannot. */
  readonly list?: () => Promise<readonly string[]>;
  /** How many files to ask for at once. */
  readonly atOnce: number;
}

/** A file as a whole, up to `most` bytes. @throws Error (Chinese) where it is larger */
export async function wholeFile(
  { open }: VerifySource,
  file: string,
  most: number,
): Promise<Uint8Array | undefined> {
  const pieces = await open(file);
  if (!pieces) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > most) throw new Error(`${file} 超过 ${most} 字节，没有再读`);
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}

/** The digest of a file, however large, without holding it; more than `most` bytes has none of ours. */
export async function digestOf(
  { open }: VerifySource,
  file: string,
  most: number,
): Promise<string | undefined> {
  const pieces = await open(file);
  if (!pieces) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > most) return '';
    hash.update(piece);
  }
  return hash.digest('hex');
}

/** A copy on a disk. What is no plain file there (a link, a pipe) is not the file that was published. */
export function folderSource(dir: string): VerifySource {
  return {
    name: dir,
    open: async (file) => {
      const found = await lstat(path.join(dir, file)).catch(absent);
      return found?.isFile() ? createReadStream(path.join(dir, file)) : undefined;
    },
    list: async () => {
      const { files, others } = await listFiles(dir);
      return [...files, ...others];
    },
    atOnce: 16,
  };
}

export interface SiteBounds {
  /** Milliseconds without a byte, after which a request is given up. Default 30 seconds. */
  readonly silence?: number | undefined;
  /** Milliseconds that one request may take. Default ten minutes. */
  readonly request?: number | undefined;
  /** Milliseconds that all may take. Default two hours. */
  readonly overall?: number | undefined;
}

/** How often an answer may lead to another address of the same site. */
const REDIRECTS = 5;

/**
 * A live site. What answers 404 or 410 is not there; any other failure is an error, for a site that
 * cannot be reached is not one whose pages were taken away. It may lead to other addresses of its own host,
 * and nowhere else: whoever checks a site does not ask other machines in its name.
 *
 * @param address where the site's root stands, prefix included: `https://example.gov.cn/repository/`
 */
export function siteSource(address: string, bounds: SiteBounds = {}): VerifySource {
  const { silence = 30_000, request = 600_000, overall = 7_200_000 } = bounds;
  const root = address.endsWith('/') ? address : `${address}/`;
  const end = Date.now() + overall;
  return {
    name: root,
    open: async (file) => {
      // A host serves a folder's page at the folder; asking for the file may only lead there.
      const place = file.replace(/(^|\/)index\.html$/, '$1');
      const url = new URL(place.split('/').map(encodeURIComponent).join('/'), root);
      const left = Math.min(request, end - Date.now());
      const waiting = new Patience(silence, left);
      try {
        const response = await follow(url, waiting);
        const gone = response.status === 404 || response.status === 410;
        // The page for what is not found is served with 404, and is there.
        if ((gone && file !== '404.html') || response.body === null) {
          waiting.end();
          await response.body?.cancel();
          return gone ? undefined : none();
        }
        if (!gone && !response.ok) throw new Error(`返回 ${response.status}`);
        return waiting.over(response.body);
      } catch (error) {
        waiting.end();
        throw new Error(`${url.href} ${waiting.reason(error)}`, { cause: error });
      }
    },
    atOnce: 8,
  };
}

async function* none(): AsyncGenerator<Uint8Array> {}

async function follow(url: URL, waiting: Patience): Promise<Response> {
  let at = url;
  for (let step = 0; step <= REDIRECTS; step += 1) {
    const response = await fetch(at, {
      headers: { 'accept-encoding': 'identity' },
      redirect: 'manual',
      signal: waiting.signal,
    });
    const to = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || to === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(to, at) ? new URL(to, at) : undefined;
    const same = next?.host === at.host || next?.origin === `https://${at.hostname}`;
    if (!next || !same) throw new Error(`转到了别的网站：${to.slice(0, 200)}`);
    at = next;
  }
  throw new Error(`转来转去超过 ${REDIRECTS} 次`);
}

/** How long one request is waited for: so long without a byte, so long in all. */
class Patience {
  readonly #stop = new AbortController();
  readonly #silence: number;
  #why = '';
  #quiet: NodeJS.Timeout | undefined;
  readonly #whole: NodeJS.Timeout;

  constructor(silence: number, whole: number) {
    this.#silence = silence;
    this.#whole = setTimeout(
      () => this.#give(`在 ${Math.ceil(whole / 1000)} 秒内没有传完`),
      Math.max(0, whole),
    );
    this.#heard();
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Hands the pieces on as long as they come. */
  async *over(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of body) {
        this.#heard();
        yield piece;
      }
    } catch (error) {
      throw new Error(this.reason(error), { cause: error });
    } finally {
      this.end();
    }
  }

  /** Why it ended, in Chinese where it was given up. */
  reason(error: unknown): string {
    return this.#why || (error instanceof Error ? error.message : String(error));
  }

  end(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#whole);
  }

  #heard(): void {
    clearTimeout(this.#quiet);
    const seconds = Math.ceil(this.#silence / 1000);
    this.#quiet = setTimeout(() => this.#give(`${seconds} 秒没有传来一个字节`), this.#silence);
  }

  #give(why: string): void {
    this.#why = why;
    this.#stop.abort();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
