import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Command, Context } from '../command.ts';
import { runBin } from '../spawn.ts';

/** What Node reads once and keeps: after a change there the server begins again. */
const PACKAGES = ['check', 'content', 'export', 'office', 'standard'];

export const devCommand: Command = {
  summary: '启动一个县区的实时预览',
  usage: `用法：columns dev <县区编号> [astro dev 的选项]

内容和主题的改动即时显示；packages/ 中 ${PACKAGES.join('、')} 的改动会重新启动预览。内容有错误时，网页上用中文列出。
公开情况、台账、开放数据由 columns records、columns data 生成后可看，编辑页面用 columns admin。`,
  async run(args, context) {
    const [county, ...rest] = args;
    const apps = join(context.root, 'apps');
    const folder = join(apps, county ?? '');
    if (county === undefined || !existsSync(join(folder, 'astro.config.mjs'))) {
      const known = readdirSync(apps).join('、');
      context.err(
        `${county === undefined ? '请写明县区编号' : `apps/ 中没有 ${county}`}。现有：${known}\n`,
      );
      return 2;
    }
    const changes = new PackageChanges(context.root);
    try {
      for (;;) {
        const restart = new AbortController();
        changes.next(() => restart.abort());
        const code = await runBin(
          'astro',
          ['dev', ...rest],
          folder,
          context,
          {},
          undefined,
          restart.signal,
        );
        if (!restart.signal.aborted) return code;
        context.out('程序有改动，重新启动预览。\n');
      }
    } finally {
      changes.close();
    }
  },
};

/** Hears of changes in the packages that Node keeps; several in a row count as one. */
export class PackageChanges {
  readonly #watchers;
  #heard: () => void = () => undefined;
  #waiting: NodeJS.Timeout | undefined;

  constructor(root: Context['root']) {
    const folders = PACKAGES.flatMap((name) =>
      ['src', 'data'].map((part) => join(root, 'packages', name, part)),
    );
    this.#watchers = folders
      .filter((folder) => existsSync(folder))
      .map((folder) =>
        watch(folder, { recursive: true, persistent: false }, () => {
          clearTimeout(this.#waiting);
          this.#waiting = setTimeout(() => this.#heard(), SETTLED);
        }),
      );
  }

  /** Hears of the next change, and no more of those before. */
  next(heard: () => void): void {
    clearTimeout(this.#waiting);
    this.#heard = heard;
  }

  close(): void {
    clearTimeout(this.#waiting);
    for (const watcher of this.#watchers) watcher.close();
  }
}

/** Milliseconds: editors save in several steps, and a branch changes many files. */
const SETTLED = 300;
