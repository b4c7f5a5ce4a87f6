import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ToldError } from '@columns/standard/told';
import type { Command, Context } from '../command.ts';
import { versionOf } from '../repository.ts';

export const changelogCommand: Command = {
  summary: '显示一个版本的更新说明，或发布它',
  usage: `用法：columns changelog [--version <版本>] [--publish]

显示 CHANGELOG.md 中这一版的说明，不写版本时为 package.json 的版本。
  --publish   在 GitHub 上建立发布：标签（GITHUB_REF_NAME）须为 v 加版本；环境变量 GITHUB_REPOSITORY、GITHUB_TOKEN`,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { version: { type: 'string' }, publish: { type: 'boolean', default: false } },
    });
    const { readChangelog } = await import('@columns/grow');
    const version = values.version ?? versionOf(context.root);
    const text = readFileSync(join(context.root, 'CHANGELOG.md'), 'utf8');
    const notes = readChangelog(text).find((one) => one.version === version);
    if (notes === undefined) throw new ToldError(`CHANGELOG.md 没有 ${version} 的说明：先写上。`);
    if (values.publish) await publish(version, notes.text, context);
    else context.out(`${notes.text}\n`);
    return 0;
  },
};

async function publish(version: string, text: string, { env, out }: Context): Promise<void> {
  const tag = env['GITHUB_REF_NAME'];
  if (tag !== `v${version}`)
    throw new ToldError(
      `标签“${tag ?? ''}”与 package.json 的版本 ${version} 不一致：标签应为 v${version}。`,
    );
  const repository = env['GITHUB_REPOSITORY'];
  const token = env['GITHUB_TOKEN'];
  if (!repository || !token) throw new ToldError('没有环境变量 GITHUB_REPOSITORY、GITHUB_TOKEN。');
  const { publishRelease } = await import('@columns/site/github');
  const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  await publishRelease({ api, repository, token }, tag, text);
  out(`已发布 ${tag}。\n`);
}
