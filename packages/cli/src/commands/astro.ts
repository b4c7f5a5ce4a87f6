import type { Command } from '../command.ts';
import { runBin } from '../spawn.ts';

/** Apps call Astro through here, so that it never sends telemetry, on any system. */
export const astroCommand: Command = {
  summary: '在当前应用中运行 astro（不发送遥测）',
  usage: '用法：columns astro <命令> [选项]，在 apps/<县区> 中运行',
  run: (args, context) => runBin('astro', args, process.cwd(), context),
};
