import { createHash } from 'node:crypto';
import { WARCRecord, WARCSerializer } from 'warcio';

/** One page or file as a server would have sent it. */
export interface Capture {
  readonly url: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * A capture as one record of a WARC file (ISO 28500:2017), packed by itself as the standard advises, so that a reader
 * can take it out alone. Its number follows from what is in it: the same site makes the same bytes.
 *
 * @param date when the site stood so, `2026-12-31T00:00:00Z`
 */
export function responseRecord({ url, type, bytes }: Capture, date: string): Promise<Uint8Array> {
  const record = WARCRecord.create(
    {
      ...{ url, date, type: 'response', warcVersion: 'WARC/1.1', statusline: 'HTTP/1.1 200 OK' },
      httpHeaders: { 'Content-Type': type, 'Content-Length': String(bytes.byteLength) },
      warcHeaders: { 'WARC-Record-ID': recordId(`${date} ${url}`, bytes) },
      keepHeadersCase: true,
    },
    pieces(bytes),
  );
  return WARCSerializer.serialize(record, { gzip: true, preferPako: true });
}

/** The record that opens a file: what made it and of what it is. */
export function infoRecord(
  filename: string,
  info: Readonly<Record<string, string>>,
  date: string,
): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    {
      ...{ filename, date, warcVersion: 'WARC/1.1' },
      warcHeaders: { 'WARC-Record-ID': recordId(`${date} ${filename}`, Buffer.from('')) },
    },
    info,
  );
  return WARCSerializer.serialize(record, { gzip: true, preferPako: true });
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  yield bytes;
}

/** A number in the form of a UUID (RFC 9562, version 8) that follows from what it stands for. */
function recordId(name: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(`${name}\0`).update(bytes).digest();
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `<urn:uuid:${[...groups, hex.slice(20)].join('-')}>`;
}
