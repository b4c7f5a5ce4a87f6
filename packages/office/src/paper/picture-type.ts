import { latin1 } from '../bytes.ts';

const SIGNS: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
];

/** The extension of a picture that every browser shows, by its first bytes. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const known = SIGNS.find(([, sign]) => sign.every((byte, index) => bytes[index] === byte))?.[0];
  if (known !== undefined) return known;
  const text = latin1(bytes.subarray(0, 12));
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : undefined;
}
