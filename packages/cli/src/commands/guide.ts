import type { Command } from '../command.ts';

export const guideCommand: Command = {
  summary: '为《content/README.md》拍摄图片',
  usage: `用法：columns guide [图片名称……]

按 guide/pictures.yaml 打开真实的编辑页面和建成的网页，把图片存入 guide/；写了名称的只拍这几张。
拍网页的先运行 build。编辑页面用的是内容的副本，拍摄不改动任何信息。机器上须有中文字体（如 fonts-noto-cjk）。`,
  async run(args, context) {
    const { takePictures } = await import('../guide/pictures.ts');
    for (const name of await takePictures(context, args)) context.out(`guide/${name}.png\n`);
    return 0;
  },
};
