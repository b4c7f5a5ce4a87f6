import {
  HEAD_FILE,
  judgePage,
  KEY_FILE,
  type KnownVersion,
  MANIFEST,
  ORDER_FILE,
  ORDER_SIGNATURE_FILE,
  readKnown,
  SIGNATURE_FILE,
} from '@columns/export/manifest';

/** What the page asks of this worker. */
export interface Asked {
  /** The address of the root folder, and the manifest's part that must list the page: `/anyue/2026.sha256`. */
  readonly part: string;
  /** Of the page, without its question and its place. */
  readonly address: string;
  /** The version of the site that was seen last on this device, as it was kept. */
  readonly known: string | undefined;
}

/** What the worker says. */
export interface Answered {
  readonly text: string;
  /** The version that was seen now, to be kept. */
  readonly seen?: string;
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await verifyPage(data));
});

/** Fetches a page anew, and what the site's manifest says of it, and says in one Chinese sentence what that proves. */
async function verifyPage({ part, address, known }: Asked): Promise<Answered> {
  const [, root = '/', partFile = ''] = /^(.*\/)([^/]+\/[^/]+)$/.exec(part) ?? [];
  const beside = root + MANIFEST;
  try {
    const [page, head, listed, signature, key, order, orderSignature] = await Promise.all([
      bytesAt(address),
      bytesAt(beside + HEAD_FILE),
      bytesAt(beside + partFile),
      bytesAt(beside + SIGNATURE_FILE),
      bytesAt(beside + KEY_FILE),
      bytesAt(beside + ORDER_FILE),
      bytesAt(beside + ORDER_SIGNATURE_FILE),
    ]);
    if (!page) return { text: '没有核对：网站现在不给出这一页，可能已经移走；请刷新后再看。' };
    return await judgePage(
      {
        page,
        path: fileOf(address.slice(root.length)),
        partFile,
        part: listed,
        head,
        signature: signature && textOf(signature),
        key: key && textOf(key),
        order,
        orderSignature: orderSignature && textOf(orderSignature),
        known: known === undefined ? undefined : versionOf(known),
      },
      digest,
    );
  } catch {
    return { text: '没有核对：网页或清单没有取到，请检查网络后再按一次。' };
  }
}

/** What cannot be read is as good as nothing. */
function versionOf(kept: string): KnownVersion | undefined {
  try {
    return readKnown(kept);
  } catch {
    return undefined;
  }
}

/** The file that a host gives for an address. */
function fileOf(path: string): string {
  const file = decodeURI(path);
  if (file === '' || file.endsWith('/')) return `${file}index.html`;
  return file.endsWith('.html') ? file : `${file}/index.html`;
}

/** What hosts answer of files that are not there; a store says 403 to who may not list it. */
const NOT_THERE = [403, 404, 410];

/**
 * A file as the site gives it now; nothing where it is not there. @throws Error where there is no telling
 */
async function bytesAt(address: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(address, { cache: 'no-store' });
  if (NOT_THERE.includes(answer.status)) return undefined;
  if (!answer.ok) throw new Error(String(answer.status));
  // Some hosts answer with a page of theirs instead of saying that a file is not there.
  const isPage = /^text\/html\b/.test(answer.headers.get('content-type') ?? '');
  if (isPage && address.includes(MANIFEST)) return undefined;
  return new Uint8Array(await answer.arrayBuffer());
}

async function digest(bytes: Uint8Array): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(whole, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
