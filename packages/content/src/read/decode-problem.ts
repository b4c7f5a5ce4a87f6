import type { Problem } from '../problem.ts';

const REASONS = {
  binary: '含有二进制内容，可能是改了扩展名的 Word 或 Excel 文件',
  'utf-16': '编码是 UTF-16（Excel 的“Unicode 文本”）',
  'utf-8': '是 UTF-8 编码，但有几个字节损坏',
  'not-utf-8': '不是 UTF-8 编码；.mdx 文件只能用 UTF-8',
  unknown: '既不是 UTF-8 也不是 GB18030 编码',
} as const;

export function decodeProblem(
  file: string,
  decoded: { readonly broken: keyof typeof REASONS; readonly line: number },
): Problem {
  return {
    code: 'shape/encoding',
    file,
    line: decoded.line,
    column: 1,
    value: REASONS[decoded.broken],
  };
}
