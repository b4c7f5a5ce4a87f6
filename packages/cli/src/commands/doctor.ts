import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

export const doctorCommand: Command = {
  summary: '看自己的仓库还缺哪些设置，各怎么设',
  usage: `用法：columns doctor [--offline]

先看仓库里的文件，再（联得上时）问 GitHub 仓库设置：分支规则、Pages 或对象存储、密钥。缺了要紧的，退出码为 1。
  --offline   不问 GitHub
环境变量 GITHUB_TOKEN（或 GH_TOKEN）：能读设置的令牌，没有时公开仓库也能看到一部分；GITHUB_REPOSITORY 不写时取自 origin。`,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { offline: { type: 'boolean', default: false } },
    });
    const { statesOfFiles } = await import('../doctor/files.ts');
    const { statesOfGitHub } = await import('../doctor/github.ts');
    const { stateText } = await import('../doctor/state.ts');
    const states = await statesOfFiles(context);
    if (!values.offline) states.push(...(await statesOfGitHub(context)));
    context.out(stateText(states));
    return states.some(({ is }) => is === 'missing') ? 1 : 0;
  },
};
