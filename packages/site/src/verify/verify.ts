import { isDeepStrictEqual } from 'node:util';
import {
  HEAD_FILE,
  KEY_FILE,
  type KnownVersion,
  MANIFEST,
  MinisignError,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  type PublicKey,
  readPublicKey,
  SIGNATURE_FILE,
  signatureFault,
  type Version,
} from '@columns/export/manifest';
import { isInside } from '@columns/standard/written';
import { sha256 } from '../manifest/digest.ts';
import { type ListedFile, type ManifestHead, manifestHead, readPart } from '../manifest/format.ts';
import { STAMP_FILE } from '../manifest/order.ts';
import { mapAll } from '../map-all.ts';
import { type JudgedStamp, judgeStamp, siteOrder } from './order.ts';
import { digestOf, type VerifySource, wholeFile } from './source.ts';

/** Bytes of the head, of a part, of all parts, and of a published file that are read at most. */
const MOST = { head: 20e6, part: 50e6, parts: 500e6, small: 20_000, file: 4e9 } as const;

export interface Verified {
  readonly source: string;
  readonly head?: ManifestHead;
  /** Where the site says that it stands among its versions. */
  readonly version?: Version;
  /** What is wrong with the manifest itself, each a Chinese sentence: it then proves nothing. */
  readonly faults: readonly string[];
  /** What does not spoil the manifest but must be said. */
  readonly notes: readonly string[];
  /** Whether a signature was there and holds. */
  readonly signed: boolean;
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
  /** A version that the reader has seen: the site must be that one or follow from it. */
  readonly after?: KnownVersion | undefined;
  /** Certificates of authorities whose time stamps the reader trusts (`readRoots`). */
  readonly roots?: Parameters<typeof judgeStamp>[2];
}

/** Compares a site or a copy with its manifest, and the manifest with its signature. */
export async function verifySite(
  source: VerifySource,
  { key, counties, after, roots }: VerifyOptions = {},
): Promise<Verified> {
  const none = { signed: false, checked: 0, altered: [], removed: [], added: [], listed: false };
  const bytes = await wholeFile(source, MANIFEST + HEAD_FILE, MOST.head);
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
  const order = await siteOrder(source, bytes, {
    ...{ key: signature.key, trusted: key !== undefined, after },
  });
  const stamp: JudgedStamp = await judgeStamp(source, bytes, roots);
  const faults = [...signature.faults, ...order.faults, ...stamp.faults];
  const wanted = head.parts.filter(
    ({ file }) => counties === undefined || counties.includes(file.split('/')[0] ?? ''),
  );
  const files: ListedFile[] = [];
  let left: number = MOST.parts;
  for (const part of wanted) {
    const text = isInside(part.file)
      ? await wholeFile(source, MANIFEST + part.file, Math.min(MOST.part, left))
      : undefined;
    left -= text?.byteLength ?? 0;
    if (text === undefined) faults.push(`清单缺少 ${part.file}`);
    else if (sha256(text) !== part.sha256) faults.push(`清单的 ${part.file} 被改动`);
    else faults.push(...addPart(files, part, text));
  }
  if (faults.length === 0 && files.length === 0) {
    faults.push(
      counties === undefined
        ? '清单里一个文件也没有，等于什么也没有核对'
        : `清单里没有 ${counties.join('、')} 的文件，什么也没有核对`,
    );
  }
  const states = await mapAll(
    files,
    async ({ path, sha256: digest }) => {
      const found = await digestOf(source, path, MOST.file);
      if (found === undefined) return 'removed';
      return found === digest ? 'same' : 'altered';
    },
    source.atOnce,
  );
  const known = [
    ...files.map(({ path }) => path),
    ...[HEAD_FILE, ...head.parts.map(({ file }) => file), ...signature.files, ...OF_DEPLOYING].map(
      (file) => MANIFEST + file,
    ),
  ];
  const added = faults.length === 0 ? await addedFiles(source, known, counties) : undefined;
  return {
    source: source.name,
    head,
    faults,
    ...(order.version ? { version: order.version } : {}),
    notes: [...signature.notes, ...order.notes, ...stamp.notes],
    signed: signature.files.length > 0 && signature.faults.length === 0,
    checked: files.length,
    altered: files.filter((_, i) => states[i] === 'altered'),
    removed: files.filter((_, i) => states[i] === 'removed'),
    added: added ?? [],
    listed: added !== undefined,
  };
}

/** What deploying alone writes: no part of what is built. */
const OF_DEPLOYING = [ORDER_FILE, ORDER_SIGNATURE_FILE, STAMP_FILE] as const;

/** Adds what a part lists; gives what is wrong with it. */
function addPart(
  files: ListedFile[],
  { file, files: count }: ManifestHead['parts'][number],
  text: Uint8Array,
): string[] {
  try {
    const listed = readPart(Buffer.from(text).toString('utf8'));
    for (const one of listed) files.push(one);
    return listed.length === count
      ? []
      : [`清单的 ${file} 列有 ${listed.length} 个文件，总表说是 ${count} 个`];
  } catch (error) {
    return [`清单的 ${file}：${(error as Error).message}`];
  }
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
): Promise<{
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  readonly files: readonly string[];
  /** By which it held. */
  readonly key?: PublicKey;
}> {
  const signature = await wholeFile(source, MANIFEST + SIGNATURE_FILE, MOST.small);
  if (signature === undefined) {
    if (trusted) return { faults: ['清单没有签名'], notes: [], files: [] };
    const note = '清单没有签名：只能发现传输和保存中的改动，不能证明由谁发布';
    return { faults: [], notes: [note], files: [] };
  }
  const files = [SIGNATURE_FILE, KEY_FILE];
  const notes: string[] = [];
  let key = trusted;
  const own = await wholeFile(source, MANIFEST + KEY_FILE, MOST.small);
  let shownKey: PublicKey | undefined;
  try {
    shownKey = own && readPublicKey(Buffer.from(own).toString('utf8'));
  } catch (error) {
    if (!(error instanceof MinisignError)) throw error;
    return { faults: [`网站上的公钥无效：${error.message}`], notes: [], files };
  }
  if (!key) {
    if (!shownKey) return { faults: ['清单有签名而没有公钥：请用 --key 给出'], notes: [], files };
    key = shownKey;
    notes.push('签名用网站上的公钥核对：要证明由谁发布，请用 --key 给出从别处得到的公钥');
  }
  const fault = signatureFault(head, Buffer.from(signature).toString('utf8'), key);
  const faults = fault === undefined ? [] : [`清单的签名不对：${fault}`];
  if (trusted && shownKey && !isDeepStrictEqual(trusted, shownKey)) {
    // Others will check by the key that they find there.
    faults.push('网站上的公钥不是 --key 给出的那一个');
  }
  return { faults, notes, files, ...(faults.length === 0 ? { key } : {}) };
}

/** Only when all was asked for can a file be one too many. */
async function addedFiles(
  source: VerifySource,
  files: readonly string[],
  counties: readonly string[] | undefined,
): Promise<string[] | undefined> {
  const { list } = source;
  if (!list || counties) return undefined;
  // An empty file is a word to a host, which does not serve it: not in the manifest. With words it is none.
  const mark = '.nojekyll';
  const isMark = (await digestOf(source, mark, 0)) === sha256('');
  const known = new Set([...files, ...(isMark ? [mark] : [])]);
  return (await list()).filter((file) => !known.has(file));
}
