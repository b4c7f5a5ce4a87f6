import { MANIFEST, type PublicKey, signatureFault } from '@columns/export/manifest';
import { sha256 } from '../manifest/digest.ts';
import {
  type KnownVersion,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  readOrder,
  STAMP_FILE,
  standing,
  type Version,
  versionText,
} from '../manifest/order.ts';
import { readStamp, stampFault } from '../manifest/stamp.ts';
import { type VerifySource, wholeFile } from './source.ts';

/** Bytes of an order (a deployment an hour for ten years has 14 million), of a signature and of a stamp. */
const MOST = { order: 20e6, small: 20_000, stamp: 100_000 } as const;

/** What was found out of a part of the manifest. */
export interface Judged {
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/** Where in its order a site stands; nothing where it says nothing, or nothing that can be read. */
export interface JudgedOrder extends Judged {
  readonly version?: Version;
}

/**
 * Reads the order of a site and compares it with a version that is known. Who shows an old site, or another one to
 * some readers, can show old or other files of all kinds: only what a reader has kept tells.
 *
 * @param head the manifest's head, whole
 * @param key by which the manifest's signature held, if it did
 * @param trusted whether the reader gave that key: then an order without signature is a fault
 */
export async function judgeOrder(
  source: VerifySource,
  head: Uint8Array,
  {
    key,
    trusted,
    after,
  }: { key: PublicKey | undefined; trusted: boolean; after: KnownVersion | undefined },
): Promise<JudgedOrder> {
  const bytes = await wholeFile(source, MANIFEST + ORDER_FILE, MOST.order);
  if (bytes === undefined) {
    return after
      ? { faults: [`没有部署次序（${ORDER_FILE}），不能与已知的版本比较`], notes: [] }
      : { faults: [], notes: ['没有部署次序，未与更早的版本比较'] };
  }
  const faults: string[] = [];
  const notes: string[] = [];
  let versions: Version[];
  try {
    versions = readOrder(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    return { faults: [`部署次序（${ORDER_FILE}）${(error as Error).message}`], notes };
  }
  const version = versions.at(-1);
  if (version?.head !== sha256(head)) {
    return { faults: [`部署次序（${ORDER_FILE}）的最后一次不是这份清单`], notes };
  }
  if (key) {
    const signature = await wholeFile(source, MANIFEST + ORDER_SIGNATURE_FILE, MOST.small);
    if (signature === undefined) (trusted ? faults : notes).push('部署次序没有签名');
    else {
      const fault = signatureFault(bytes, Buffer.from(signature).toString('utf8'), key);
      if (fault !== undefined) faults.push(`部署次序的签名不对：${fault}`);
    }
  }
  if (!after) {
    notes.push('未与更早的版本比较：不能发现网站退回旧版或另有一份；下次用 --after 给出这次的版本');
    return { faults, notes, version };
  }
  const known = `第 ${after.number} 次部署`;
  const stands = standing(versions, after);
  if (stands === 'rolled-back') {
    faults.push(`网站退回了旧版：现在是第 ${version.number} 次部署，已知到${known}`);
  } else if (stands === 'forked') {
    faults.push(`网站另有一份：它的${known}与已知的不是同一份（已知 ${versionText(after)}）`);
  } else {
    notes.push(
      stands === 'same' ? `与已知的${known}是同一版` : `接在已知的${known}之后，中间没有退回或分开`,
    );
  }
  return { faults, notes, version };
}

type Roots = Parameters<typeof stampFault>[2];

export interface JudgedStamp extends Judged {
  /** When an authority says that it had the head. */
  readonly time?: string;
}

/** Reads the time stamp over the head, where there is one, and judges who gave it where the reader trusts someone. */
export async function judgeStamp(
  source: VerifySource,
  head: Uint8Array,
  roots: Roots | undefined,
): Promise<JudgedStamp> {
  const bytes = await wholeFile(source, MANIFEST + STAMP_FILE, MOST.stamp);
  if (bytes === undefined) {
    return roots
      ? { faults: ['没有时间戳，不能证明何时已有这份清单'], notes: [] }
      : { faults: [], notes: [] };
  }
  const stamp = readStamp(bytes, head);
  if (typeof stamp === 'string') return { faults: [stamp], notes: [] };
  const time = stamp.time.toISOString();
  if (!roots) {
    const note = `时间戳写着 ${time}，没有核对是谁签发的：请用 --tsa 给出时间戳服务的根证书`;
    return { faults: [], notes: [note] };
  }
  const fault = await stampFault(stamp, head, roots);
  return fault === undefined
    ? { faults: [], notes: [`时间戳：${time} 已有这份清单`], time }
    : { faults: [fault], notes: [] };
}
