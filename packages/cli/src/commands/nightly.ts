import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CountyReport, Finding } from '@columns/check';
import { checkCounties, markdown } from '@columns/check';
import { listCounties } from '@columns/content';
import type { DeadLink, ExternalLink, NightlyCounty } from '@columns/site/github';
import { BOUNDS, deadLinks, linksIn, turnOf } from '@columns/site/github';
import { calendarYears, missingArrangement } from '@columns/standard';
import type { Command } from '../command.ts';

const usage = `用法：columns nightly --out <文件> [--no-links]

按 AS_OF 这一天检查全部县区，把随时间推移变得不对的地方（栏目久未更新、解读逾期、意见征集没有结果、站外链接失效）
写入一个 JSON 文件，供 columns issues 使用。站外链接每夜至多查 ${BOUNDS.most} 个，轮流查遍。
  --no-links   不查站外链接`;

export const nightlyCommand: Command = {
  summary: '找出随时间推移变得不对的地方',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, 'no-links': { type: 'boolean', default: false } },
    });
    const asOf = context.env['AS_OF'];
    if (values.out === undefined || asOf === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
      context.err(`要有 --out 和环境变量 AS_OF（年-月-日）。\n\n${usage}\n`);
      return 2;
    }
    const content = join(context.root, 'content');
    const known = listCounties(content);
    const { counties } = await checkCounties(context.root, {
      known,
      wanted: known,
      gate: false,
      strict: false,
      asOf,
    });
    const links = values['no-links'] ? [] : turnOf(linksBelow(content), asOf, BOUNDS.most);
    const dead = await deadLinks(links);
    const told = [...counties.map((county) => tell(county, dead, asOf)), calendar(asOf)];
    writeFileSync(values.out, `${JSON.stringify(told, null, 2)}\n`);
    const lines = told.map(({ name, count }) => `${name}：${count} 处\n`);
    context.out(`${asOf}，站外链接查了 ${links.length} 个。\n${lines.join('')}`);
    return 0;
  },
};

function linksBelow(content: string): ExternalLink[] {
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((child) => child.isFile() && /\.(?:mdx?|yaml|csv)$/.test(child.name))
    .map((child) => join(child.parentPath, child.name))
    .sort()
    .flatMap((file) =>
      linksIn(file.slice(content.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')),
    );
}

/** What one county's issue says. Links that were not asked tonight are not told, dead or not. */
function tell(county: CountyReport, dead: readonly DeadLink[], asOf: string): NightlyCounty {
  const late = county.findings.filter(({ rule }) => rule.startsWith('timing/'));
  const own = dead.filter(({ file }) => file.startsWith(`${county.id}/`));
  const sections = [
    `截至 ${asOf}（北京时间）。本条由每夜检查自动维护：改好后自动更新，全部改好后自动关闭。`,
    ...(late.length > 0 ? ['### 随时间推移需要处理', ...late.map(ofFinding)] : []),
    ...(own.length > 0 ? ['### 打不开的站外链接', ...own.map(ofLink)] : []),
  ];
  const { id, name } = county;
  return { id, name, count: late.length + own.length, body: `${sections.join('\n')}\n` };
}

/** The yearly task of whoever maintains the software: without it no page can tell whether a hall is open. */
function calendar(asOf: string): NightlyCounty {
  const missing = missingArrangement(asOf);
  const body = [
    `截至 ${asOf}（北京时间）。放假调休数据到${calendarYears.last}年为止${missing === undefined ? '' : `，还没有${missing}年的`}。`,
    '没有数据的日子，网页对“今天开不开”只说“以公告为准”，工作日期限也算不出。',
    '改法：国务院办公厅公布放假安排后，把 pnpm-workspace.yaml 中的 chinese-days 升到含这一年的版本，运行 npx pnpm@12 install 和 npx pnpm@12 test。',
  ].join('\n\n');
  return {
    id: '_calendar',
    name: '放假调休数据',
    count: missing === undefined ? 0 : 1,
    body: `${body}\n`,
  };
}

function ofFinding({ file, line, message, mend, rule }: Finding): string {
  const place = `<code>content/${markdown(file)}</code> 第 ${line} 行`;
  return `- ${place}：${markdown(message)}<br>改法：${markdown(mend)}（<code>${markdown(rule)}</code>）`;
}

function ofLink({ file, line, url, reason }: DeadLink): string {
  const place = `<code>content/${markdown(file)}</code> 第 ${line} 行`;
  return `- ${place}：<code>${markdown(url)}</code>　${markdown(reason)}`;
}
