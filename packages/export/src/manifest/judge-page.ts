import { judgeOrder, type OrderVerdict } from './judge-order.ts';
import {
  MinisignError,
  type PublicKey,
  publicKeyLine,
  readPublicKey,
  signatureFault,
} from './minisign.ts';
import { type KnownVersion, versionText } from './order.ts';

/** What a site gives of a page and of the manifest that lists it; nothing for a file that is not there. */
export interface GivenPage {
  readonly page: Uint8Array;
  /** Below the root folder: `anyue/2026/a/index.html`. */
  readonly path: string;
  /** The part that must list it, beside the head: `anyue/2026.sha256`. */
  readonly partFile: string;
  readonly part?: Uint8Array | undefined;
  readonly head?: Uint8Array | undefined;
  readonly signature?: string | undefined;
  readonly key?: string | undefined;
  readonly order?: Uint8Array | undefined;
  readonly orderSignature?: string | undefined;
  /** The version of the site that was seen last on this device. */
  readonly known?: KnownVersion | undefined;
}

/** `proven`: as the manifest lists it. `signed`: and the manifest is signed by the key that the site shows. */
export interface PageVerdict {
  readonly state: 'signed' | 'proven' | 'altered' | 'unknown';
  /** One Chinese sentence: what is proved and what is not. */
  readonly text: string;
  /** The version that was seen, to be kept for the next time; nothing where nothing is proved, or of no order. */
  readonly seen?: string;
}

const LATER = '网站可能正在更新，请过几分钟再核对，仍是这样的请告诉发布单位';

/**
 * Judges a page by the manifest of the site that it came from. A site proves no more of itself than that its parts
 * fit: the key is its own too, and so is this program.
 *
 * @param digest SHA-256 of bytes, as lower-case hexadecimal digits
 */
export async function judgePage(
  { page, path, partFile, part, head, signature, key, order, orderSignature, known }: GivenPage,
  digest: (bytes: Uint8Array) => Promise<string>,
): Promise<PageVerdict> {
  if (!head)
    return {
      state: 'unknown',
      text: '不能核对：本网站没有给出校验清单，这一页是不是原样无从比较。',
    };
  const signer = judgeSigner(head, signature, key);
  if (signer.fault !== undefined) {
    return {
      state: 'altered',
      text: `不能证明这一页是原样：清单的签名不对（${signer.fault}），清单可能被改动过；${LATER}。`,
    };
  }
  const listed = partDigest(head, partFile);
  if (listed === 'unreadable')
    return { state: 'altered', text: `不能证明这一页是原样：校验清单读不懂；${LATER}。` };
  if (listed === undefined || !part) {
    return {
      state: 'altered',
      text: `不能证明这一页是原样：清单中没有列出这一页的那一部分；${LATER}。`,
    };
  }
  if ((await digest(part)) !== listed) {
    return {
      state: 'altered',
      text: `不能证明这一页是原样：列出这一页的那部分清单与总表不符，可能被改动过；${LATER}。`,
    };
  }
  const own = pageDigest(part, path);
  if (own === undefined)
    return { state: 'altered', text: `不能证明这一页是原样：清单没有列出这一页；${LATER}。` };
  if ((await digest(page)) !== own) {
    return {
      state: 'altered',
      text: `这一页与清单不符：这个网址现在给出的网页不是清单所列的那一份，可能在网站上或途中被改动过；${LATER}。`,
    };
  }
  const by = signer.by;
  const placed = judgeOrder({ order, signature: orderSignature, head, key: by, known });
  const [fault] = placed.faults;
  if (fault !== undefined) {
    return {
      state: 'altered',
      text: `这个网址现在给出的网页与清单一字节不差，但不能证明是现在的版本：${fault}；${LATER}。`,
    };
  }
  const { version } = placed;
  const seen = version ? { seen: versionText(version) } : {};
  const compared = comparison(placed, known);
  if (by !== undefined) {
    return {
      state: 'signed',
      text: `这个网址现在给出的网页与清单一字节不差，清单由公钥 ${publicKeyLine(by)} 签名；${compared}；但公钥和核对程序都来自本网站，只证明这一页没有被单独改动，不证明是谁发布、是否属实：请与公告、函件上的公钥比较。`,
      ...seen,
    };
  }
  return {
    state: 'proven',
    text: `这个网址现在给出的网页与清单一字节不差；${compared}；但${signer.lacks}，只证明网页和清单相符，能改网页的人也能改清单，不证明是谁发布、是否属实。`,
    ...seen,
  };
}

/** What is known of earlier versions, as a part of a Chinese sentence. */
function comparison(
  { version, standing, isUnsigned = false }: OrderVerdict,
  known: KnownVersion | undefined,
): string {
  if (!version) return '没有部署次序，未与更早的版本比较';
  const unsigned = isUnsigned ? '，部署次序没有签名' : '';
  if (!known)
    return `这是第 ${version.number} 次部署，本机第一次核对，未与更早的版本比较${unsigned}`;
  return standing === 'same'
    ? `与本机上次核对的第 ${known.number} 次部署是同一版${unsigned}`
    : `接在本机上次核对的第 ${known.number} 次部署之后，没有退回或分开${unsigned}`;
}

type Signer =
  | { readonly fault: string }
  | { readonly fault?: undefined; readonly by: PublicKey }
  | { readonly fault?: undefined; readonly by?: undefined; readonly lacks: string };

function judgeSigner(
  head: Uint8Array,
  signature: string | undefined,
  key: string | undefined,
): Signer {
  if (signature === undefined) {
    return key === undefined ? { lacks: '清单没有签名' } : { fault: '网站有公钥，清单却没有签名' };
  }
  if (key === undefined) return { lacks: '清单虽有签名，本网站却没有给出公钥，不能核对签名' };
  try {
    const signer = readPublicKey(key);
    const fault = signatureFault(head, signature, signer);
    return fault === undefined ? { by: signer } : { fault };
  } catch (error) {
    if (!(error instanceof MinisignError)) throw error;
    return { fault: '网站上的公钥不是 minisign 的公钥' };
  }
}

/** The digest of a part as the head says it. */
function partDigest(head: Uint8Array, file: string): string | 'unreadable' | undefined {
  try {
    const read = JSON.parse(text(head)) as {
      format?: unknown;
      parts?: { file?: unknown; sha256?: unknown }[];
    };
    if (read.format !== 1 || !Array.isArray(read.parts)) return 'unreadable';
    const digest = read.parts.find((one) => one.file === file)?.sha256;
    return typeof digest === 'string' ? digest : undefined;
  } catch {
    return 'unreadable';
  }
}

/** The digest of a file as a part says it: `<64 digits>  <path>`, a line for each. */
function pageDigest(part: Uint8Array, path: string): string | undefined {
  const line = text(part)
    .split('\n')
    .find((one) => one[0] !== '#' && one.slice(64) === `  ${path}`);
  return line?.slice(0, 64);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
