import type { Position } from '../problem.ts';
import { START } from '../problem.ts';

/** Why the parts of MDX cannot be parsed, by the rule their message names; in Chinese. */
const REASONS = new Map([
  ['end-tag-mismatch', '组件的开始标签和结束标签没有配对'],
  ['unexpected-closing-slash', '多出一个结束标签'],
  ['unexpected-eof', '到文末还缺少尖括号、花括号或引号'],
  ['unexpected-character', '尖括号“<”后面不能是这个字符；注释和“<网址>”的写法在 .mdx 中不能用'],
  ['acorn', '花括号、import 或 export 中是代码'],
  ['non-spread', '组件的属性中有花括号'],
]);

/** What is wrong with a text that the MDX parser gave up on. */
export function mdxReason(error: unknown): string {
  const rule = (error as { ruleId?: string }).ruleId ?? '';
  return REASONS.get(rule) ?? '组件的写法不完整';
}

/** Where; a tag open at the end of the text has its place in the message only: `(3:1-3:6)`. */
export function mdxPlace(error: unknown): Position {
  const { place, message = '' } = error as {
    place?: Position & { start?: Position };
    message?: string;
  };
  const at = place?.start ?? place;
  if (at) return { line: at.line, column: at.column };
  const [, line, column] = /\((\d+):(\d+)-/.exec(message) ?? [];
  return line === undefined ? START : { line: Number(line), column: Number(column) };
}
