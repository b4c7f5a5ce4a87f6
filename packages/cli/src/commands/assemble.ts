import { assembleApps } from '../assemble.ts';
import type { Command } from '../command.ts';

export const assembleCommand: Command = {
  summary: '把各县区的构建结果合为 dist/',
  usage:
    '用法：columns assemble\n\n环境变量 SITE（网站来源）和 BASE（公共前缀）与构建时相同；\nMANIFEST_KEY（minisign 密钥）给清单签名，COMMIT 给出版本（不写时取自 git）。',
  run: (_args, context) => assembleApps(undefined, context),
};
