import { createHash, randomBytes } from 'node:crypto';
import { ToldError } from '@columns/standard/told';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/*
 * Time stamps of an authority over the manifest's head (RFC 3161), by PKI.js. The answer is kept as it came, so that
 * `openssl ts -verify -data index.json -in index.json.tsr -CAfile <roots>` judges it without us.
 */

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const PATIENCE = 30_000;
/** Bytes of an answer: a token with its certificates has some thousand. */
const LARGEST = 100_000;

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/**
 * What is asked of an authority: a stamp over the digest of `head`, with the certificates to judge it by.
 *
 * @param nonce comes back in the answer, which so cannot be an older one
 */
export function stampRequest(head: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: exact(digestOf(head)) }),
    }),
    nonce: new Integer({ valueHex: exact(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * A stamp of the authority at `address` over `head`, as it came. @throws ToldError where there is none, or none that
 * is over `head`
 */
export async function askStamp(
  address: string,
  head: Uint8Array,
  { get = fetch, nonce = newNonce() }: { get?: typeof fetch; nonce?: Uint8Array } = {},
): Promise<Uint8Array> {
  const fail = (reason: string) =>
    new ToldError(`时间戳服务 ${address} 没有给出时间戳：${reason}。核对 TSA_URL，稍后重试。`);
  const answer = await get(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: exact(stampRequest(head, nonce)),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: Error) => {
    throw fail(error.message);
  });
  if (!answer.ok) throw fail(`HTTP ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const stamp = bytes.byteLength > LARGEST ? '过大' : readStamp(bytes, head);
  if (typeof stamp === 'string') throw fail(stamp);
  if (stamp.nonce !== hex(nonce)) throw fail('回答的不是这次的请求');
  return bytes;
}

function newNonce(): Uint8Array {
  const nonce = randomBytes(8);
  // A first bit that is set would make it a negative number, which some authorities refuse.
  nonce[0] = (nonce[0] as number) & 0x7f || 1;
  return nonce;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A stamp that is over a head; who gave it is not judged yet. */
export interface Stamp {
  /** When the authority says that it had the head. */
  readonly time: Date;
  readonly nonce: string | undefined;
  readonly token: SignedData;
}

/** Reads a stamp over `head`, or says in Chinese why it is none. */
export function readStamp(bytes: Uint8Array, head: Uint8Array): Stamp | string {
  try {
    const answer = TimeStampResp.fromBER(exact(bytes));
    const { timeStampToken } = answer;
    if (answer.status.status > 1 || !timeStampToken) return '时间戳服务拒绝了请求';
    const token = new SignedData({ schema: timeStampToken.content });
    const { eContentType, eContent } = token.encapContentInfo;
    if (eContentType !== TST_INFO || !eContent) return '不是时间戳';
    const info = TSTInfo.fromBER(eContent.getValue());
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const own = Buffer.from(hashedMessage.valueBlock.valueHexView);
    if (hashAlgorithm.algorithmId !== SHA_256) return '时间戳用的不是 SHA-256';
    if (!own.equals(digestOf(head))) return '时间戳不是这份清单的';
    const nonce = info.nonce && hex(info.nonce.valueBlock.valueHexView);
    return { time: info.genTime, nonce, token };
  } catch {
    return '时间戳不是 RFC 3161 的格式，或不完整';
  }
}

/** Certificates of authorities that a reader trusts, as PEM. @throws Error (Chinese) where there is none */
export function readRoots(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g);
  const roots = [...blocks].map(([, body = '']) =>
    Certificate.fromBER(exact(Buffer.from(body, 'base64'))),
  );
  if (roots.length === 0) throw new Error('里面没有 PEM 格式的证书');
  return roots;
}

/**
 * What is wrong with who gave a stamp, in Chinese; nothing when it was an authority that the reader trusts, and whose
 * certificate held when it stamped.
 */
export async function stampFault(
  { time, token }: Stamp,
  head: Uint8Array,
  roots: readonly Certificate[],
): Promise<string | undefined> {
  const judged = await token
    .verify({
      signer: 0,
      data: exact(head),
      trustedCerts: [...roots],
      checkChain: true,
      checkDate: time,
      extendedMode: true,
    })
    .catch((error: object) => ({ signatureVerified: false, signerCertificate: null, ...error }));
  const { signerCertificate, signatureVerified } = judged;
  if (signerCertificate && !heldAt(signerCertificate, time)) {
    return '时间戳服务的证书在盖时间戳时已经过期，或还没有生效';
  }
  if (signatureVerified !== true) return '时间戳的签名不对，或不是所信任的时间戳服务签发的';
  return signerCertificate && isForStamps(signerCertificate)
    ? undefined
    : '签发时间戳的证书不是用于时间戳的';
}

function heldAt({ notBefore, notAfter }: Certificate, time: Date): boolean {
  return notBefore.value <= time && time <= notAfter.value;
}

function isForStamps({ extensions = [] }: Certificate): boolean {
  const use = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue;
  return use instanceof ExtKeyUsage && use.keyPurposes.includes(TIME_STAMPING);
}

/** Bytes in a buffer of their own, as PKI.js takes them. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
