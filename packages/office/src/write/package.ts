import { strToU8, zipSync } from 'fflate';

/** A zip must name a time; this is the earliest it can. No clock: the same texts, the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** The parts of an Office file, by their paths and in this order, as the zip it is. */
export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries(parts).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: NO_TIME });
}

/** Text as XML holds it between tags; characters that XML 1.0 cannot hold are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Text as XML holds it between quotation marks. */
export function escapedValue(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}
