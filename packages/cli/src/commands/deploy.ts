import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { normalPrefix, normalSite } from '@columns/site';
import type { TargetName, Verified } from '@columns/site/deploy';
import {
  deployByRsync,
  deployToS3,
  hiddenFiles,
  isSigned,
  previousColumns,
  previousOrder,
  previousPaths,
  putInOrder,
  RefusedError,
  readSettings,
  verify,
} from '@columns/site/deploy';
import { askStamp, versionText } from '@columns/site/manifest';
import { ToldError } from '@columns/standard/told';
import type { Command, Context } from '../command.ts';
import { secretKey } from '../manifest-options.ts';
import { warn } from '../warn.ts';

const TARGETS: readonly string[] = ['github-pages', 'rsync', 's3'];

const usage = `用法：columns deploy --target <去处> [--check] [--first]

核对 dist/，全部通过才部署；任何一步失败，原有的网站不变。
  --target github-pages   GitHub Pages（由工作流上传，这里只核对）
  --target rsync          自己的服务器；环境变量 DEPLOY_TO 为 用户@主机:/文件夹，网站根目录指向其中的 current
  --target s3             S3 兼容的对象存储；环境变量 S3_ENDPOINT、S3_BUCKET、S3_REGION、S3_PREFIX（可不写）、
                          S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY
  --check                 只核对，不给部署次序
  --first                 第一次部署，还没有可比较的网站（工作流中为环境变量 FIRST=true）
环境变量 SITE 和 BASE 与构建时相同；核对要读取 SITE 上现有的 columns.json。各项上限写在 deploy.yaml。
部署时写下次序：这是第几次、接在哪一次之后（order.jsonl），用 MANIFEST_KEY 签名；有 TSA_URL（RFC 3161 时间戳服务的网址）的，
再取一个时间戳（index.json.tsr）。`;

export const deployCommand: Command = {
  summary: '核对并部署 dist/',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        target: { type: 'string', default: 'github-pages' },
        check: { type: 'boolean', default: false },
        first: { type: 'boolean', default: false },
      },
    });
    if (!TARGETS.includes(values.target)) {
      context.err(`没有去处“${values.target}”。可用：${TARGETS.join('、')}\n`);
      return 2;
    }
    const target = values.target as TargetName;
    const first = values.first || context.env['FIRST'] === 'true';
    const verified = await verifiedSite(target, first, context);
    const { columns, files, bytes } = verified;
    context.out(`核对通过：专栏 ${columns.length} 个，文件 ${files.length} 个，${bytes} 字节。\n`);
    if (!isSigned(files)) tellUnsigned(context);
    if (context.env['PRIVATE'] === 'true')
      context.out('私有仓库没有 GitHub 签发的来源证明；清单的签名和部署次序照常。\n');
    if (!values.check) await send(target, await ordered(verified, first, context), context);
    return 0;
  },
};

/** Nobody should believe that a site is signed because a key was once made. */
function tellUnsigned(context: Context): void {
  const told =
    '网站清单没有签名：拿到副本的人核对不了它是否出自本网站。' +
    '用 minisign -G -W 生成密钥，把私钥文件的内容存为环境变量（GitHub 上为 secret）MANIFEST_KEY。';
  warn('网站清单没有签名', told, context);
}

async function verifiedSite(
  target: TargetName,
  first: boolean,
  context: Context,
): Promise<Verified> {
  const { env, root } = context;
  const site = normalSite(first ? '' : setting(env, 'SITE'));
  const prefix = normalPrefix(env['BASE']);
  if (!first && (site === undefined || prefix === undefined)) {
    throw new ToldError('SITE 或 BASE 不对：应为协议加域名（https://example.org）和路径（/）。');
  }
  const previous = first ? undefined : await previousColumns(`${site}${prefix}`);
  const paths = previous && (await previousPaths(`${site}${prefix}`));
  const verified = await verify({
    dir: join(root, 'dist'),
    previous,
    before: paths && { paths, contentRoot: join(root, 'content') },
    settings: await readSettings(join(root, 'deploy.yaml')),
    target,
    hidden: await hiddenFiles(join(root, 'apps')),
  });
  if (verified.refusals.length > 0) throw new RefusedError(verified.refusals);
  return verified;
}

/** The site with its place after the one that stands, written into `dist/` (`putInOrder`). */
async function ordered(
  { files, digests }: Verified,
  first: boolean,
  context: Context,
): Promise<Pick<Verified, 'files' | 'digests'>> {
  const { env, root, out } = context;
  const address = env['TSA_URL'];
  const { version, verified } = await putInOrder(
    join(root, 'dist'),
    { files, digests },
    {
      previous: first
        ? undefined
        : await previousOrder(`${normalSite(setting(env, 'SITE'))}${normalPrefix(env['BASE'])}`),
      key: secretKey(env['MANIFEST_KEY']),
      stamp: address ? (head) => stampOr(address, head, context) : undefined,
    },
  );
  out(`次序：第 ${version.number} 次部署，版本号 ${versionText(version)}\n`);
  return verified;
}

/** A warning must not wait for an authority that does not answer: then the site stands without a stamp, and this says so. */
async function stampOr(
  address: string,
  head: Uint8Array,
  context: Context,
): Promise<Uint8Array | undefined> {
  try {
    return await askStamp(address, head);
  } catch (error) {
    if (!(error instanceof ToldError)) throw error;
    warn('没有取得时间戳', `${error.message}这次部署没有时间戳。`, context);
    return undefined;
  }
}

async function send(
  target: TargetName,
  { files, digests }: Pick<Verified, 'files' | 'digests'>,
  { env, root, out }: Context,
) {
  const dir = join(root, 'dist');
  if (target === 'rsync') {
    out(
      `已部署：${await deployByRsync(dir, files, setting(env, 'DEPLOY_TO'), undefined, digests)}\n`,
    );
  } else if (target === 's3') {
    const { uploaded, removed, unchanged } = await deployToS3(dir, files, {
      digests,
      endpoint: setting(env, 'S3_ENDPOINT'),
      bucket: setting(env, 'S3_BUCKET'),
      region: env['S3_REGION'] || 'us-east-1',
      prefix: env['S3_PREFIX'],
      accessKeyId: setting(env, 'S3_ACCESS_KEY_ID'),
      secretAccessKey: setting(env, 'S3_SECRET_ACCESS_KEY'),
    });
    out(`已部署：上传 ${uploaded} 个，删除 ${removed} 个，未变 ${unchanged} 个。\n`);
  }
}

function setting(env: Context['env'], name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ToldError(`没有环境变量 ${name}。`);
  return value;
}
