import { STORY_COUNTIES } from './facts.ts';
import { plannedFiles } from './plan.ts';
import { writeFiles } from './write.ts';

interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const USAGE = `用法：node packages/stories/bin/stories.ts [县区…]

由 packages/stories/data 中的事实和文字写出演示内容。手工改过的文件不动，逐个列出。
不写县区时写全部：${STORY_COUNTIES.join('、')}`;

/** Writes the demonstration of some counties, or of all. The exit code. */
export function main(args: readonly string[], contentRoot: string, { out, err }: Output): number {
  const unknown = args.filter((name) => !STORY_COUNTIES.includes(name));
  if (unknown.length > 0) {
    err(`没有“${unknown.join('、')}”的事实。\n\n${USAGE}`);
    return 2;
  }
  for (const county of args.length > 0 ? args : STORY_COUNTIES) {
    const { written, kept, removed } = writeFiles(contentRoot, county, plannedFiles(county));
    out(`${county}：写出 ${written.length} 个文件，去掉 ${removed.length} 个。`);
    for (const path of kept) out(`  手工改过，没有动：content/${path}`);
  }
  return 0;
}
