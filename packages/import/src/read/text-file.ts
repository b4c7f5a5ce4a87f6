import { decode } from '@columns/content';
import { clean } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';

/** Text of bytes in UTF-8, GB18030 or UTF-16; line ends are `\n`. */
export function textOfBytes(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  let text: string;
  if ('text' in decoded) text = decoded.text;
  else if (decoded.broken === 'utf-16') text = utf16(bytes);
  else {
    const where = decoded.broken === 'utf-8' ? `第 ${decoded.line} 行的字节不完整` : '不是文字文件';
    throw new ImportFailure(
      'encoding',
      `文件无法读成文字：${where}`,
      '用记事本或 WPS 打开，另存为 UTF-8 编码的文本后再导入',
    );
  }
  return clean(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'));
}

function utf16(bytes: Uint8Array): string {
  const name = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(name).decode(bytes);
}

/**
 * Text of a page. It may say itself how its bytes are written; like a browser, a few that do not fit are
 * shown as a sign that is none of the text, and told.
 */
export function textOfPage(bytes: Uint8Array): { text: string; remarks: Remark[] } {
  const decoded = decode(bytes);
  const declared = declaredEncoding(bytes);
  const own = 'text' in decoded && (decoded.encoding === 'utf-8' || /^gb/.test(declared ?? 'gb'));
  if (own || declared === undefined || ('broken' in decoded && decoded.broken === 'utf-16'))
    return { text: textOfBytes(bytes), remarks: [] };
  const text = new TextDecoder(declared).decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  if (bad > Math.max(3, text.length / 100)) return { text: textOfBytes(bytes), remarks: [] };
  const remarks = [
    remark('note', `网页编码为 ${declared.toUpperCase()}，已转为 UTF-8`),
    ...(bad === 0
      ? []
      : [remark('changed', `有 ${bad} 处字节读不成文字，写作“□”，请对照原网页改正`)]),
  ];
  return { text: clean(text.replaceAll('\ufffd', '□').replaceAll(/\r\n?/g, '\n')), remarks };
}

/** The encoding that a page names in its first bytes, if a browser knows it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined || /^utf-?16/.test(name)) return undefined;
  if (/^gb/.test(name)) return 'gb18030';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
