/** Several files in one, so that what every question needs first comes with one request. */

/**
 * The pack of an index: its manifest and what its newest part is opened with, under the paths that they
 * have in the index as well. A reader that has no pack reads them there, one after another.
 */
export const PACK = 'opening.pf_pack';

/** Writes files into a pack: their paths and sizes as a line of JSON, then their bytes. */
export function writePack(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
): Uint8Array {
  const sizes = files.map(([path, bytes]) => [path, bytes.length]);
  const head = new TextEncoder().encode(`${JSON.stringify(sizes)}\n`);
  const pack = new Uint8Array(files.reduce((sum, [, { length }]) => sum + length, head.length));
  let at = head.length;
  pack.set(head);
  for (const [, bytes] of files) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

/**
 * The files of a pack, by path.
 * @throws Error if it is not whole
 */
export function readPack(pack: Uint8Array<ArrayBuffer>): Map<string, Uint8Array<ArrayBuffer>> {
  const end = pack.indexOf(10);
  const sizes: [string, number][] = JSON.parse(new TextDecoder().decode(pack.subarray(0, end)));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = end + 1;
  for (const [path, size] of sizes) {
    files.set(path, pack.slice(at, at + size));
    at += size;
  }
  if (at !== pack.length) throw new Error(`A pack of ${at} bytes has ${pack.length}.`);
  return files;
}
