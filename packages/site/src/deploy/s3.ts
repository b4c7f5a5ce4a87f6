import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { headersAt } from '@columns/export';
import { ToldError } from '@columns/standard/told';
import { AwsClient } from 'aws4fetch';
import { z } from 'zod';
import { sha256, sha256OfFile } from '../manifest/digest.ts';
import { mapAll } from '../map-all.ts';
import { contentType } from '../types.ts';
import { changedSince } from './changed.ts';

export interface S3Options {
  /** `https://s3.example.cn`, without the bucket. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Folder in the bucket that the site stands in, without slashes around it; empty for its root. */
  prefix?: string | undefined;
  /** SHA-256 of each file as it was verified; without it, as it is when the deployment begins. */
  digests?: ReadonlyMap<string, string> | undefined;
}

export interface S3Result {
  uploaded: number;
  removed: number;
  unchanged: number;
}

/** What we put into the bucket last time, by path; only these are ever removed. Kept out of the pages. */
const MANIFEST = '.columns-deploy.json';
/** What names the parts of a search index. */
const INDEX_HEAD = /(?:^|\/)pagefind\/(?:search\.json|opening\.pf_pack)$/;
const STAGING = '.columns-staging/';
const FORMER = '.columns-former/';
/** Aside, a file goes by a digest of its path: stores differ in how they read names they copy from. */
const aside = (folder: string) => (file: string) => folder + sha256(file);
const staged = aside(STAGING);
const former = aside(FORMER);
const manifestSchema = z.record(z.string(), z.string());
type Manifest = z.infer<typeof manifestSchema>;

/**
 * Puts a site into an S3-compatible store, as near to all or nothing as a store without transactions
 * allows: changed files are uploaded aside first, so that a broken connection or a full store changes
 * nothing a citizen sees; then they are put in place by copies inside the store, pages last; if one of
 * those fails, what was replaced is put back. Files that are no longer part of the site go at the very end.
 *
 * @throws Error with what the store said, or naming a file that has changed since it was verified; the site that
 *   stood is then whole
 */
export async function deployToS3(
  dir: string,
  files: readonly string[],
  options: S3Options,
): Promise<S3Result> {
  const store = new Store(options);
  const before = await store.manifest();
  const after: Manifest = {};
  for (const file of files) {
    after[file] = options.digests?.get(file) ?? (await sha256OfFile(path.join(dir, file)));
  }
  const changed = files.filter((file) => before[file] !== after[file]).sort(pagesLast);
  const gone = Object.keys(before).filter((file) => !(file in after));
  const replaced = changed.filter((file) => file in before);
  try {
    await fewAtOnce(changed, async (file) => {
      const body = await readFile(path.join(dir, file));
      if (sha256(body) !== after[file]) throw new ToldError(changedSince(file));
      await store.put(staged(file), body, file);
    });
    await fewAtOnce(replaced, (file) => store.copy(file, former(file)));
    await publish(store, changed, before);
    await store.putText(MANIFEST, JSON.stringify(after));
    await fewAtOnce(gone, (file) => store.remove(file));
  } finally {
    const leftovers = [
      ...changed.map((file) => staged(file)),
      ...replaced.map((file) => former(file)),
    ];
    // What stays aside is no page and is written over next time.
    await fewAtOnce(leftovers, (file) => store.remove(file)).catch(() => undefined);
  }
  return {
    uploaded: changed.length,
    removed: gone.length,
    unchanged: files.length - changed.length,
  };
}

/** Assets before pages, parts of an index before what names them: nothing names a file that is not there yet. */
async function publish(store: Store, changed: readonly string[], before: Manifest): Promise<void> {
  const begun: string[] = [];
  const place = async (file: string) => {
    begun.push(file);
    await store.copy(staged(file), file);
  };
  try {
    await fewAtOnce(
      changed.filter((file) => !isLast(file)),
      place,
    );
    await fewAtOnce(changed.filter(isLast), place);
  } catch (error) {
    await fewAtOnce(begun, (file) =>
      file in before ? store.copy(former(file), file) : store.remove(file),
    );
    throw error;
  }
}

function isLast(file: string): boolean {
  return file.endsWith('.html') || file === 'columns.json' || INDEX_HEAD.test(file);
}

function pagesLast(a: string, b: string): number {
  return Number(isLast(a)) - Number(isLast(b)) || (a < b ? -1 : 1);
}

/** A store answers few requests at once before it refuses. */
const fewAtOnce = <T>(files: readonly string[], work: (file: string) => Promise<T>): Promise<T[]> =>
  mapAll(files, work, 8);

class Store {
  readonly #client: AwsClient;
  readonly #root: string;
  readonly #path: string;

  constructor({ endpoint, bucket, prefix = '', ...keys }: S3Options) {
    this.#client = new AwsClient({ ...keys, service: 's3', retries: 3 });
    this.#path = `/${bucket}/${prefix === '' ? '' : `${prefix}/`}`;
    this.#root = endpoint.replace(/\/$/, '');
  }

  async manifest(): Promise<Manifest> {
    const answer = await this.#ask(MANIFEST, { method: 'GET' }, [404]);
    return answer.status === 404 ? {} : manifestSchema.parse(JSON.parse(await answer.text()));
  }

  async put(key: string, body: BodyInit, name: string): Promise<void> {
    await this.#ask(key, { method: 'PUT', body, headers: headersOf(name) });
  }

  async putText(key: string, body: string): Promise<void> {
    await this.#ask(key, { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
  }

  async copy(from: string, to: string): Promise<void> {
    const source = encoded(this.#path + from);
    const answer = await this.#ask(to, { method: 'PUT', headers: { 'x-amz-copy-source': source } });
    // A store may answer 200 at once and tell of the failure in the body.
    const text = await answer.text();
    if (text.includes('<Error>'))
      throw new ToldError(`对象存储不能复制 ${from}：${text.slice(0, 300)}`);
  }

  async remove(key: string): Promise<void> {
    await this.#ask(key, { method: 'DELETE' }, [404]);
  }

  async #ask(key: string, init: RequestInit, fine: readonly number[] = []): Promise<Response> {
    const answer = await this.#client
      .fetch(this.#root + encoded(this.#path + key), init)
      .catch((error: unknown) => {
        throw new ToldError(
          `连不上对象存储 ${this.#root}（${causeOf(error)}）。核对 S3_ENDPOINT 和网络后重试。`,
        );
      });
    if (answer.ok || fine.includes(answer.status)) return answer;
    const text = (await answer.text()).slice(0, 300);
    throw new ToldError(`对象存储拒绝 ${init.method} ${key}：HTTP ${answer.status} ${text}`);
  }
}

/** `fetch` says only that it failed; why stands in the cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
}

function headersOf(name: string): Record<string, string> {
  return {
    'content-type': contentType(name) ?? 'application/octet-stream',
    'cache-control': headersAt(`/${name}`)['Cache-Control'] as string,
  };
}

function encoded(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
