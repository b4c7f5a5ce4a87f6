import type { Command } from '../command.ts';
import { buildCommand } from './build.ts';
import { previewCommand } from './preview.ts';

export const startCommand: Command = {
  summary: '构建全部县区并在本机查看',
  usage: '用法：columns start\n\n环境变量 PORT、SITE、BASE 同 build 和 preview。',
  async run(_args, context) {
    const code = await buildCommand.run([], context);
    return code === 0 ? previewCommand.run([], context) : code;
  },
};
