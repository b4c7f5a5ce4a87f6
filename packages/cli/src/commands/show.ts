import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changesContentOnly, closedPulls, openPull, tellPreview } from '@columns/site/github';
import {
  type PreviewTarget,
  preparePreview,
  previewFolder,
  previewSite,
  putPreview,
  removePreview,
} from '@columns/site/preview';
import { ToldError } from '@columns/standard/told';
import type { Command, Context } from '../command.ts';
import { setOutput } from '../github.ts';

const usage = `用法：columns show [--from <文件夹>] [--tell]

把送审稿的网页放到另一个域名、猜不出的地址，供领导打开看；已关闭的送审稿一并撤下。不运行送审稿中的任何程序。
  --from <文件夹>   送审稿构建好的网页；不写时只撤下
  --tell            只在送审稿上写明地址（环境变量 PREVIEW_URL、HEAD_SHA）
环境变量：PREVIEW_SITE（https://…，不能与 SITE 同源）、PREVIEW_KEY（至少 32 个字符）、
PREVIEW_TARGET（s3 或 folder）；s3 用 PREVIEW_S3_ENDPOINT、_BUCKET、_REGION、_PREFIX、_ACCESS_KEY_ID、_SECRET_ACCESS_KEY；
folder 用 PREVIEW_TO（/文件夹 或 用户@主机:/文件夹）。送审稿：HEAD_OWNER、HEAD_BRANCH、HEAD_SHA；
GITHUB_REPOSITORY、GITHUB_TOKEN、GITHUB_API_URL。没有写 PREVIEW_TARGET 时什么也不做，网页仍在运行的附件中。`;

export const showCommand: Command = {
  summary: '把送审稿放到猜不出的地址给人看',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, tell: { type: 'boolean', default: false } },
    });
    const { env, out } = context;
    if (!env['PREVIEW_TARGET']) {
      out('没有设定预览的去处（PREVIEW_TARGET），网页仍在运行的附件中。\n');
      return 0;
    }
    try {
      if (values.tell) {
        await tellPreview(github(env), setting(env, 'HEAD_SHA'), setting(env, 'PREVIEW_URL'));
        return 0;
      }
      await removeClosed(context);
      if (values.from !== undefined) await show(values.from, context);
      return 0;
    } catch (error) {
      context.err(`${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  },
};

async function removeClosed({ env, out }: Context): Promise<void> {
  const target = targetOf(env);
  const pulls = await closedPulls(github(env));
  for (const pull of pulls) await removePreview(folderOf(env, pull), target);
  out(`已关闭的送审稿 ${pulls.length} 个，都没有预览了。\n`);
}

async function show(from: string, context: Context): Promise<void> {
  const { env, out } = context;
  const site = previewSite(setting(env, 'PREVIEW_SITE'), env['SITE']);
  const head = {
    owner: setting(env, 'HEAD_OWNER'),
    branch: setting(env, 'HEAD_BRANCH'),
    sha: setting(env, 'HEAD_SHA'),
  };
  const pull = await openPull(github(env), head);
  if (pull === undefined) {
    out('这次运行不属于打开的送审稿，没有放上去。\n');
    return;
  }
  if (!(await changesContentOnly(github(env), pull))) {
    out(
      '送审稿改动了内容以外的文件，网页不是由主分支的程序生成的，没有放上去；仍在运行的附件中。\n',
    );
    return;
  }
  const folder = folderOf(env, pull);
  const made = await mkdtemp(join(tmpdir(), 'columns-show-'));
  try {
    const dir = join(made, 'site');
    const files = await preparePreview(from, dir);
    await putPreview(dir, files, folder, targetOf(env));
    out(`已放上 ${files.length} 个文件。\n`);
    setOutput('url', `${site}${folder}/`, context);
    setOutput('sha', head.sha, context);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

const folderOf = (env: Context['env'], pull: number): string =>
  previewFolder(setting(env, 'PREVIEW_KEY'), setting(env, 'GITHUB_REPOSITORY'), pull);

function github(env: Context['env']) {
  return {
    api: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository: setting(env, 'GITHUB_REPOSITORY'),
    token: setting(env, 'GITHUB_TOKEN'),
  };
}

function targetOf(env: Context['env']): PreviewTarget {
  const kind = setting(env, 'PREVIEW_TARGET');
  if (kind === 'folder') return { kind, to: setting(env, 'PREVIEW_TO') };
  if (kind !== 's3') throw new ToldError(`PREVIEW_TARGET“${kind}”不对：应为 s3 或 folder。`);
  return {
    kind,
    options: {
      endpoint: setting(env, 'PREVIEW_S3_ENDPOINT'),
      bucket: setting(env, 'PREVIEW_S3_BUCKET'),
      region: env['PREVIEW_S3_REGION'] || 'us-east-1',
      prefix: env['PREVIEW_S3_PREFIX'] ?? '',
      accessKeyId: setting(env, 'PREVIEW_S3_ACCESS_KEY_ID'),
      secretAccessKey: setting(env, 'PREVIEW_S3_SECRET_ACCESS_KEY'),
    },
  };
}

function setting(env: Context['env'], name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ToldError(`没有环境变量 ${name}。`);
  return value;
}
