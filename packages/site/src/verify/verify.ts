import { mapAll, sha256 } from '../manifest/digest.ts';
import {
  HEAD_FILE,
  isInside,
  isListed,
  KEY_FILE,
  type ListedFile,
  MANIFEST,
  type ManifestHead,
  manifestHead,
  readPart,
  SIGNATURE_FILE,
} from '../manifest/format.ts';
import {
  MinisignError,
  type PublicKey,
  readPublicKey,
  signatureFault,
} from '../manifest/minisign.ts';
import type { VerifySource } from './source.ts';

export interface Verified {
  readonly source: string;
  readonly head?: ManifestHead;
  /** What is wrong with the manifest itself, each a Chinese sentence: it then proves nothing. */
  readonly faults: readonly string[];
  /** What does not spoil the manifest but must be said. */
  readonly notes: readonly string[];
  /** Files the manifest lists that were looked at. */
  readonly checked: number;
  readonly altered: readonly ListedFile[];
  readonly removed: readonly ListedFile[];
  /** Files the manifest does not list; of a live site this cannot be told. */
  readonly added: readonly string[];
  /** Whether the source could list its files. */
  readonly listed: boolean;
}

export interface VerifyOptions {
  /** The key the reader trusts. Without it the site's own is used, which proves less. */
  readonly key?: PublicKey | undefined;
  /** Only the parts of these counties. */
  readonly counties?: readonly string[] | undefined;
}

/** Compares a site or a copy with its manifest, and the manifest with its signature. */
export async function verifySite(
  source: VerifySource,
  { key, counties }: VerifyOptions = {},
): Promise<Verified> {
  const none = { checked: 0, altered: [], removed: [], added: [], listed: false };
  const bytes = await source.read(MANIFEST + HEAD_FILE);
  if (bytes === undefined) {
    return {
      source: source.name,
      ...none,
      notes: [],
      faults: [`没有清单（${MANIFEST}${HEAD_FILE}）`],
    };
  }
  const head = readHead(bytes);
  if (typeof head === 'string') return { source: source.name, ...none, notes: [], faults: [head] };
  const signature = await checkSignature(source, bytes, key);
  const faults = [...signature.faults];
  const wanted = head.parts.filter(
    ({ file }) => counties === undefined || counties.includes(file.split('/')[0] ?? ''),
  );
  const files: ListedFile[] = [];
  for (const part of wanted) {
    const text = isInside(part.file) ? await source.read(MANIFEST + part.file) : undefined;
    if (text === undefined) faults.push(`清单缺少 ${part.file}`);
    else if (sha256(text) !== part.sha256) faults.push(`清单的 ${part.file} 被改动`);
    else files.push(...readPart(Buffer.from(text).toString('utf8')));
  }
  const states = await mapAll(
    files,
    async ({ path, sha256: digest }) => {
      const found = await source.read(path);
      if (found === undefined) return 'removed';
      return sha256(found) === digest ? 'same' : 'altered';
    },
    source.atOnce,
  );
  const added = faults.length === 0 ? await addedFiles(source, files, counties) : undefined;
  return {
    source: source.name,
    head,
    faults,
    notes: signature.notes,
    checked: files.length,
    altered: files.filter((_, i) => states[i] === 'altered'),
    removed: files.filter((_, i) => states[i] === 'removed'),
    added: added ?? [],
    listed: added !== undefined,
  };
}

function readHead(bytes: Uint8Array): ManifestHead | string {
  try {
    return manifestHead.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return `清单（${MANIFEST}${HEAD_FILE}）不是本平台的格式`;
  }
}

async function checkSignature(
  source: VerifySource,
  head: Uint8Array,
  trusted: PublicKey | undefined,
): Promise<{ faults: string[]; notes: string[] }> {
  const signature = await source.read(MANIFEST + SIGNATURE_FILE);
  if (signature === undefined) {
    if (trusted) return { faults: ['清单没有签名'], notes: [] };
    return { faults: [], notes: ['清单没有签名：只能发现传输和保存中的改动，不能证明由谁发布'] };
  }
  const notes: string[] = [];
  let key = trusted;
  if (!key) {
    const own = await source.read(MANIFEST + KEY_FILE);
    if (own === undefined) return { faults: ['清单有签名而没有公钥：请用 --key 给出'], notes: [] };
    try {
      key = readPublicKey(Buffer.from(own).toString('utf8'));
    } catch (error) {
      if (!(error instanceof MinisignError)) throw error;
      return { faults: [`网站上的公钥无效：${error.message}`], notes: [] };
    }
    notes.push('签名用网站上的公钥核对：要证明由谁发布，请用 --key 给出从别处得到的公钥');
  }
  const fault = signatureFault(head, Buffer.from(signature).toString('utf8'), key);
  return { faults: fault === undefined ? [] : [`清单的签名不对：${fault}`], notes };
}

/** Only when all was asked for can a file be one too many. */
async function addedFiles(
  { list }: VerifySource,
  files: readonly ListedFile[],
  counties: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (!list || counties) return undefined;
  const known = new Set(files.map(({ path }) => path));
  return (await list()).filter((file) => !known.has(file) && isListed(file));
}
