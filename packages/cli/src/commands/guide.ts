import type { Command } from '../command.ts';

export const guideCommand: Command = {
  summary: '为《content/README.md》拍摄图片',
  usage: `用法：columns guide

按 guide/pictures.yaml 打开真实的编辑页面和建成的网页，把图片存入 guide/。先运行 build。
机器上须有中文字体（如 fonts-noto-cjk）。`,
  async run(_args, context) {
    const { takePictures } = await import('../guide/pictures.ts');
    for (const name of await takePictures(context)) context.out(`guide/${name}.png\n`);
    return 0;
  },
};
