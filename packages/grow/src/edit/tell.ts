import type { Edits } from './edits.ts';
import type { ContentPlan } from './plan.ts';

/** Puts moves and changed texts together as a plan, in words. */
export function tell(
  moves: ContentPlan['moves'],
  edits: Edits,
  remarks: readonly string[],
): ContentPlan {
  const placeOf = new Map(moves.map(({ from, to }) => [from, to]));
  const writes = new Map<string, Uint8Array>();
  const told = moves.map(({ from, to }) => `移动 content/${from}\n  到 content/${to}`);
  const converted: string[] = [];
  for (const [file, lines] of edits.changed()) {
    writes.set(placeOf.get(file) ?? file, lines.bytes());
    told.push(`修改 content/${file}`);
    for (const [line, { before, after }] of [...lines.changed].sort(([a], [b]) => a - b)) {
      if (before !== '') told.push(`  第 ${line} 行 - ${before.trimEnd()}`);
      if (after !== '') told.push(`  第 ${line} 行 + ${after.trimEnd()}`);
    }
    if (lines.encoding !== 'utf-8')
      converted.push(`content/${file} 由 GB18030 改存为 UTF-8 编码。`);
  }
  return { moves, writes, told, remarks: [...remarks, ...converted] };
}
