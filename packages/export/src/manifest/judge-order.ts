import { type PublicKey, signatureFault } from './minisign.ts';
import {
  type KnownVersion,
  ORDER_FILE,
  readOrder,
  type Standing,
  sha256,
  standing,
  type Version,
  versionText,
} from './order.ts';

/** What a site gives of its order, and what whoever judges it knows. */
export interface GivenOrder {
  readonly order: Uint8Array | undefined;
  readonly signature: string | undefined;
  /** The manifest's head, whole. */
  readonly head: Uint8Array;
  /** The key by which the manifest's signature held, if it did. */
  readonly key: PublicKey | undefined;
  /** A version that was seen before. */
  readonly known: KnownVersion | undefined;
}

/** Where in its order a site stands; nothing where it says nothing, or nothing that can be read. */
export interface OrderVerdict {
  /** In Chinese. */
  readonly faults: readonly string[];
  readonly version?: Version;
  /** To the known version, where there is one. */
  readonly standing?: Standing;
  /** The manifest is signed and the order is not. */
  readonly isUnsigned?: boolean;
}

/**
 * Reads the order of a site and compares it with a version that is known. Who shows an old site, or another one to
 * some readers, can show old or other files of all kinds: only what a reader has kept tells.
 */
export function judgeOrder({ order, signature, head, key, known }: GivenOrder): OrderVerdict {
  if (order === undefined)
    return { faults: known ? [`没有部署次序（${ORDER_FILE}），不能与已知的版本比较`] : [] };
  let versions: Version[];
  try {
    versions = readOrder(new TextDecoder().decode(order));
  } catch (error) {
    return { faults: [`部署次序（${ORDER_FILE}）${(error as Error).message}`] };
  }
  const version = versions[versions.length - 1];
  if (version?.head !== sha256(head))
    return { faults: [`部署次序（${ORDER_FILE}）的最后一次不是这份清单`] };
  const isUnsigned = key !== undefined && signature === undefined;
  const faults: string[] = [];
  const fault = key && signature !== undefined && signatureFault(order, signature, key);
  if (fault) faults.push(`部署次序的签名不对：${fault}`);
  if (!known) return { faults, version, isUnsigned };
  const stands = standing(versions, known);
  if (stands === 'rolled-back') {
    faults.push(
      `网站退回了旧版：现在是第 ${version.number} 次部署，已知到第 ${known.number} 次部署`,
    );
  } else if (stands === 'forked') {
    faults.push(
      `网站另有一份：它的第 ${known.number} 次部署与已知的不是同一份（已知 ${versionText(known)}）`,
    );
  }
  return { faults, version, standing: stands, isUnsigned };
}
