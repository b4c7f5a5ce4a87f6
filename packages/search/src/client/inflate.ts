/** Unpacking gzip, in every browser. */

/** Bytes as they were before they were packed; others as they are: some hosts unpack on the way. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // Safari has it from 16.4 on; only older ones load other code for it.
  if (typeof DecompressionStream === 'undefined') return (await import('fflate')).gunzipSync(bytes);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
