import {
  judgeOrder,
  type KnownVersion,
  MANIFEST,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  type PublicKey,
  type Version,
} from '@columns/export/manifest';
import { STAMP_FILE } from '../manifest/order.ts';
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
 * Judges the order of a site.
 *
 * @param head the manifest's head, whole
 * @param key by which the manifest's signature held, if it did
 * @param trusted whether the reader gave that key: then an order without signature is a fault
 */
export async function siteOrder(
  source: VerifySource,
  head: Uint8Array,
  {
    key,
    trusted,
    after,
  }: { key: PublicKey | undefined; trusted: boolean; after: KnownVersion | undefined },
): Promise<JudgedOrder> {
  const order = await wholeFile(source, MANIFEST + ORDER_FILE, MOST.order);
  const signed = key && (await wholeFile(source, MANIFEST + ORDER_SIGNATURE_FILE, MOST.small));
  const signature = signed && Buffer.from(signed).toString('utf8');
  const judged = judgeOrder({ order, signature, head, key, known: after });
  const { version } = judged;
  const faults = [...judged.faults];
  const notes: string[] = [];
  if (judged.isUnsigned) (trusted ? faults : notes).push('部署次序没有签名');
  if (!after && order === undefined) notes.push('没有部署次序，未与更早的版本比较');
  else if (!after && version)
    notes.push('未与更早的版本比较：不能发现网站退回旧版或另有一份；下次用 --after 给出这次的版本');
  if (after && judged.standing === 'same') notes.push(`与已知的第 ${after.number} 次部署是同一版`);
  if (after && judged.standing === 'later')
    notes.push(`接在已知的第 ${after.number} 次部署之后，中间没有退回或分开`);
  return { faults, notes, ...(version ? { version } : {}) };
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
