import { decode } from '@columns/content';
import { ImportFailure } from '../failure.ts';
import { clean } from '../shape/spaces.ts';

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
