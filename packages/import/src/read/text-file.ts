import { decode } from '@columns/content';
import { clean, latin1, markedUtf16, namedEncoding } from '@columns/office/words';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';

/** Text of bytes in UTF-8, GB18030 or UTF-16; line ends are `\n`. */
export function textOfBytes(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  let text: string;
  if ('text' in decoded) text = decoded.text;
  else if (decoded.broken === 'utf-16') text = new TextDecoder(markedUtf16(bytes)).decode(bytes);
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

/** The encoding that a page names in its first bytes; none is in two bytes, whatever it says. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const tag = /<meta[^>]+charset\s*=[^>]*/i.exec(latin1(bytes.subarray(0, 4096)))?.[0];
  const name = tag === undefined ? undefined : namedEncoding(tag);
  return name?.startsWith('utf-16') ? undefined : name;
}
