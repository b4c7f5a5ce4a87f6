import type { Inside, Take } from './passage.ts';

/** The least length of a stretch of text that is looked at. */
const LEAST = 5;

/**
 * What can be read of .doc, .xls, .ppt and .wps files without understanding them: stretches of text in
 * one or two bytes a character, and the numbers of a sheet's NUMBER records ([MS-XLS] 2.4.180).
 */
export function readLegacy(bytes: Uint8Array, take: Take): Inside {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const text of stretches(buffer)) take({ text, where: '文件中' });
  for (
    let at = buffer.indexOf(NUMBER_RECORD);
    at !== -1;
    at = buffer.indexOf(NUMBER_RECORD, at + 1)
  ) {
    if (at + 18 > buffer.length) break;
    const number = buffer.readDoubleLE(at + 10);
    if (Number.isSafeInteger(number) && number >= 1e10)
      take({ text: String(number), where: '数字单元格中' });
  }
  const vba = Buffer.from('_VBA_PROJECT', 'utf16le');
  return { active: buffer.includes(vba) ? ['宏（VBA）'] : [] };
}

const NUMBER_RECORD = Buffer.from([0x03, 0x02, 0x0e, 0x00]);

function* stretches(buffer: Buffer): Generator<string> {
  for (const match of buffer.toString('latin1').matchAll(/[\x20-\x7e]{11,}/g)) yield match[0];
  for (const shift of [0, 1]) {
    const text = buffer.subarray(shift).toString('utf16le');
    for (const match of text.matchAll(/[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g)) {
      if (match[0].length >= LEAST) yield match[0];
    }
  }
}
