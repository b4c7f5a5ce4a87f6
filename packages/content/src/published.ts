import { decode } from './read/decode.ts';

/** Endings of attachments that are plain text: servers tell readers one encoding for all of a kind. */
const TEXT = /\.(?:csv|txt|vtt)$/i;
const encoder = new TextEncoder();

/**
 * The bytes of an attachment as they are published. A text in GB18030, as old editors and Excel in China
 * save it, goes out as UTF-8: hosts say UTF-8 of every text, and a browser would show it garbled. A CSV gets
 * the mark by which Excel knows UTF-8. All else is published byte for byte.
 */
export function publishedBytes(file: string, bytes: Uint8Array): Uint8Array {
  if (!TEXT.test(file)) return bytes;
  const decoded = decode(bytes);
  if (!('text' in decoded) || decoded.encoding === 'utf-8') return bytes;
  return encoder.encode(/\.csv$/i.test(file) ? `\ufeff${decoded.text}` : decoded.text);
}

/** How many bytes that is; the file is only read where it may be other than it stands. */
export function publishedSize(
  file: string,
  { size, bytes }: { readonly size: number; readonly bytes: () => Uint8Array },
): number {
  return TEXT.test(file) ? publishedBytes(file, bytes()).length : size;
}
