import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NightlyCounty } from '@columns/site/github';
import { keepIssues } from '@columns/site/github';
import type { Command } from '../command.ts';

const usage = `用法：columns issues --from <文件>

每个县区一条 GitHub 议题：没有就新建，有变化就改写，没有问题就关闭。<文件> 由 columns nightly 写出。
环境变量 GITHUB_REPOSITORY、GITHUB_TOKEN；GITHUB_API_URL 不写时为 https://api.github.com。`;

export const issuesCommand: Command = {
  summary: '把每夜检查的结果记入每个县区的一条议题',
  usage,
  async run(args, { env, err, out }) {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' } } });
    const repository = env['GITHUB_REPOSITORY'];
    const token = env['GITHUB_TOKEN'];
    if (values.from === undefined || !repository || !token) {
      err(`${usage}\n`);
      return 2;
    }
    const counties = JSON.parse(readFileSync(values.from, 'utf8')) as NightlyCounty[];
    const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
    const { created, updated, closed, unchanged } = await keepIssues(
      { api, repository, token },
      counties,
    );
    out(`新建 ${created.length}，改写 ${updated.length}，关闭 ${closed.length}，`);
    out(`未变 ${unchanged.length}。\n`);
    return 0;
  },
};
