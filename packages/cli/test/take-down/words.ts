/** Whether words stand anywhere in a folder: in names, texts, and what is packed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Zip } from '@columns/office';

/** Where each word stands, `file: …text around it…`; a line a file. */
export function placesOf(words: readonly string[], ...folders: readonly string[]): string[] {
  const forms = words.flatMap(formsOf);
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((child) => child.isFile())
      .map((child) => join(child.parentPath, child.name))
      .sort()
      .flatMap((file) => {
        const name = relative(folder, file);
        const text = [name, ...textsIn(readFileSync(file))].find((one) => holds(one, forms));
        return text === undefined ? [] : [`${name}: …${around(text, forms)}…`];
      }),
  );
}

/** A word as it can be written in addresses, JSON and HTML. */
function formsOf(word: string): string[] {
  const code = (radix: number) => [...word].map((sign) => sign.codePointAt(0)?.toString(radix));
  return [
    word,
    encodeURIComponent(word),
    code(16)
      .map((one) => `\\u${one}`)
      .join(''),
    code(16)
      .map((one) => `&#x${one};`)
      .join(''),
    code(10)
      .map((one) => `&#${one};`)
      .join(''),
  ];
}

/** What a file says: its bytes as text, and what they unpack to. */
function textsIn(bytes: Buffer): string[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsIn(gunzipSync(bytes));
  const text = bytes.toString('utf8');
  if (!text.startsWith('PK')) return [text];
  const zip = new Zip(bytes, 100);
  return [
    text,
    ...zip.names(),
    ...zip.names().flatMap((name) => textsIn(Buffer.from(zip.read(name)))),
  ];
}

function holds(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form));
}

function around(text: string, forms: readonly string[]): string {
  const at = Math.min(...forms.map((form) => text.indexOf(form)).filter((index) => index >= 0));
  return text.slice(Math.max(0, at - 40), at + 20).replaceAll(/\s+/g, ' ');
}
