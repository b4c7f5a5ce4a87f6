import { HEAD_FILE, MANIFEST, ORDER_FILE, readOrder } from '@columns/export/manifest';
import { ToldError } from '@columns/standard/told';
import { isInside } from '@columns/standard/written';
import { COLUMNS_FILE, type ColumnsFile, columnsFile } from '../column.ts';
import { sha256 } from '../manifest/digest.ts';
import { manifestHead, readPart } from '../manifest/format.ts';
import { orderWith, STAMP_FILE } from '../manifest/order.ts';
import { mapAll } from '../map-all.ts';

/** A site whose list cannot be had is not the same as a site that is not there yet. */
export class PreviousError extends ToldError {
  override readonly name = 'PreviousError';
}

const PATIENCE = 30_000;
/** Milliseconds for all of a manifest: a site that sends a byte now and then does not hold up a deployment for days. */
const OVERALL = 900_000;
const LARGEST = 5_000_000;
/** Bytes of a part of the manifest: some 200,000 files. */
const LARGEST_PART = 50_000_000;

/**
 * The list of columns of the site that stands now, or nothing where no site stands (404). Whatever else
 * goes wrong stops a deployment: without the list nobody can tell what would be lost.
 *
 * @param root the whole address of the site, prefix included: `https://example.org/repository/`
 */
export async function previousColumns(
  root: string,
  get: typeof fetch = fetch,
): Promise<ColumnsFile | undefined> {
  const address = new URL(COLUMNS_FILE, root).href;
  try {
    const text = await textAt(address, LARGEST, get);
    return text === undefined ? undefined : columnsFile.parse(JSON.parse(text));
  } catch (error) {
    throw new PreviousError(
      `读不到现在的网站的专栏清单 ${address}（${reasonOf(error)}），因此不能判断会不会丢失内容，没有部署。\n` +
        '怎么办：稍后重试；网站确实还不存在时，它应当回答 404。',
    );
  }
}

/**
 * Every file of the site that stands, by its manifest; nothing where it has none (404). A manifest that is
 * there and cannot be read whole stops a deployment.
 *
 * @param root as of `previousColumns`
 */
export async function previousPaths(
  root: string,
  get: typeof fetch = fetch,
  overall = OVERALL,
): Promise<Set<string> | undefined> {
  const end = AbortSignal.timeout(overall);
  const address = new URL(MANIFEST, root).href;
  try {
    const text = await textAt(`${address}${HEAD_FILE}`, LARGEST, get, end);
    if (text === undefined) return undefined;
    const paths = new Set<string>();
    await mapAll(
      manifestHead.parse(JSON.parse(text)).parts,
      async ({ file, sha256: digest }) => {
        if (!isInside(file)) throw new Error(`${file} 在网站之外`);
        const part = await textAt(`${address}${file}`, LARGEST_PART, get, end);
        if (part === undefined || sha256(part) !== digest) throw new Error(`${file} 不全`);
        for (const { path } of readPart(part)) paths.add(path);
      },
      8,
    );
    return paths;
  } catch (error) {
    throw new PreviousError(
      `读不到现在的网站的文件清单 ${address}（${reasonOf(error)}），因此不能判断会不会丢失内容，没有部署。\n` +
        '怎么办：稍后重试；清单已经损坏的，用 columns deploy --first 部署一次（不与现在的网站比较）。',
    );
  }
}

/** Where the site that stands is in its order. */
export interface PreviousOrder {
  /** The whole order, its last line being the version that stands. */
  readonly order: string;
  /** The time stamp over its head, where it has one. */
  readonly stamp?: Uint8Array;
}

/**
 * The order of the site that stands; nothing where it has no manifest (404). A head that stands and is not the last
 * of the order (it was published by older software, or by hand) is put after it: it was there, too.
 *
 * @param root as of `previousColumns`
 */
export async function previousOrder(
  root: string,
  get: typeof fetch = fetch,
): Promise<PreviousOrder | undefined> {
  const address = new URL(MANIFEST, root).href;
  try {
    const head = await bytesAt(`${address}${HEAD_FILE}`, LARGEST, get);
    if (head === undefined) return undefined;
    const text = (await textAt(`${address}${ORDER_FILE}`, LARGEST_PART, get)) ?? '';
    const stands = sha256(head);
    const isLast = readOrder(text).at(-1)?.head === stands;
    const stamp = isLast ? await bytesAt(`${address}${STAMP_FILE}`, LARGEST, get) : undefined;
    return { order: isLast ? text : orderWith(text, [stands]), ...(stamp ? { stamp } : {}) };
  } catch (error) {
    throw new PreviousError(
      `读不到现在的网站的部署次序 ${address}${ORDER_FILE}（${reasonOf(error)}），因此接不上前一次部署，没有部署。\n` +
        '怎么办：稍后重试；次序已经损坏的，用 columns deploy --first 部署一次（次序从头开始，读者会看到）。',
    );
  }
}

/** A text of the site, or nothing where it answers 404. */
async function textAt(
  address: string,
  most: number,
  get: typeof fetch,
  end?: AbortSignal,
): Promise<string | undefined> {
  const bytes = await bytesAt(address, most, get, end);
  return bytes && Buffer.from(bytes).toString('utf8');
}

async function bytesAt(
  address: string,
  most: number,
  get: typeof fetch,
  end?: AbortSignal,
): Promise<Uint8Array | undefined> {
  const own = AbortSignal.timeout(PATIENCE);
  const signal = end ? AbortSignal.any([own, end]) : own;
  // What a cache on the way still holds is not what stands.
  const headers = { 'cache-control': 'no-cache' };
  const answer = await get(address, { signal, headers, redirect: 'follow' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new Error(`超过 ${most} 字节，过大`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
