import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  HEAD_FILE,
  MANIFEST,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  readOrder,
  type Version,
} from '@columns/export/manifest';
import { sha256 } from '../manifest/digest.ts';
import { type SecretKey, signBytes } from '../manifest/minisign.ts';
import { orderWith, STAMP_FILE } from '../manifest/order.ts';
import type { PreviousOrder } from './previous.ts';
import type { Verified } from './verify.ts';

export interface OrderOptions {
  /** Of the site that stands; without it the order begins. */
  readonly previous: PreviousOrder | undefined;
  /** Without a key the order stands unsigned. */
  readonly key?: SecretKey | undefined;
  /** Asks an authority for a time stamp over the head. */
  readonly stamp?: ((head: Uint8Array) => Promise<Uint8Array | undefined>) | undefined;
}

export interface Ordered {
  readonly version: Version;
  /** Files and digests of the site with those of its order. */
  readonly verified: Pick<Verified, 'files' | 'digests'>;
}

/**
 * Gives a site that has been judged its place after the one that stands: number, predecessor, signature and time
 * stamp, in files of their own beside the manifest. They alone depend on when and after what a site is published, so
 * a site built again can be compared with it byte for byte but for them. The same site again is no new version.
 */
export async function putInOrder(
  dir: string,
  { files, digests }: Pick<Verified, 'files' | 'digests'>,
  { previous, key, stamp }: OrderOptions,
): Promise<Ordered> {
  const headBytes = await readFile(path.join(dir, MANIFEST, HEAD_FILE));
  const head = sha256(headBytes);
  const before = previous?.order ?? '';
  const isSame = readOrder(before).at(-1)?.head === head;
  const order = isSame ? before : orderWith(before, [head]);
  const version = readOrder(order).at(-1) as Version;
  const own = new Map<string, string | Uint8Array>([[ORDER_FILE, order]]);
  if (key) {
    const comment = `disclosure-order number:${version.number}`;
    own.set(ORDER_SIGNATURE_FILE, signBytes(Buffer.from(order), key, comment));
  }
  const at = (name: string) => path.join(dir, MANIFEST, name);
  const there = (name: string) => readFile(at(name)).catch(() => undefined);
  // An earlier step on another machine, which has the key, may have put it in order already.
  const isDone = (await there(ORDER_FILE))?.toString('utf8') === order;
  const signed = isDone && !key ? await there(ORDER_SIGNATURE_FILE) : undefined;
  if (signed) own.set(ORDER_SIGNATURE_FILE, signed);
  const stamped =
    (isSame && previous?.stamp) ||
    (isDone && (await there(STAMP_FILE))) ||
    (await stamp?.(headBytes));
  if (stamped) own.set(STAMP_FILE, stamped);
  const all = new Map(digests);
  for (const name of [ORDER_FILE, ORDER_SIGNATURE_FILE, STAMP_FILE]) {
    const file = MANIFEST + name;
    const bytes = own.get(name);
    all.delete(file);
    if (bytes === undefined) {
      await rm(at(name), { force: true });
      continue;
    }
    await writeFile(at(name), bytes);
    all.set(file, sha256(bytes));
  }
  const added = [...all.keys()].filter(
    (file) => !files.includes(file) && file.startsWith(MANIFEST),
  );
  const kept = files.filter((file) => all.has(file));
  return { version, verified: { files: [...kept, ...added].sort(), digests: all } };
}
