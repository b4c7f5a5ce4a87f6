import { type RepositorySettings, repositorySettings } from '@columns/site/github';
import { ToldError } from '@columns/standard/told';
import type { Context } from '../command.ts';
import { git } from '../repository.ts';
import { type State, state } from './state.ts';

const STORE = ['S3_ENDPOINT', 'S3_BUCKET', 'SITE'];
const STORE_KEYS = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
/** The job of `check.yml` that every change must pass. */
const CHECK = '内容检查';

/** What GitHub says of the repository's settings; what it does not say is unknown, and how to set it is told. */
export async function statesOfGitHub(context: Context): Promise<State[]> {
  const { env, root } = context;
  const repository =
    env['GITHUB_REPOSITORY'] ?? repositoryIn(git(root, 'remote', 'get-url', 'origin'));
  if (repository === undefined) return [];
  const settings = await repositorySettings({
    api: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository,
    token: env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '',
  }).catch((error: unknown) => {
    if (!(error instanceof ToldError)) throw error;
    return error.message;
  });
  if (typeof settings !== 'string') return statesOf(repository, settings);
  return [
    {
      part: 'GitHub',
      what: `${repository} 的设置`,
      is: 'unknown',
      how: `${settings}联网后再运行，并以环境变量 GITHUB_TOKEN 给出能读设置的令牌`,
    },
  ];
}

/** `owner/name` of an address on GitHub; of another host nothing. */
export function repositoryIn(remote: string | undefined): string | undefined {
  return /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote ?? '')?.[1];
}

function statesOf(repository: string, settings: RepositorySettings): State[] {
  const { variables, secrets, pages, rules, defaultBranch } = settings;
  const at = `https://github.com/${repository}/settings`;
  const store = variables?.get('DEPLOY_TARGET') === 's3';
  const lacking = STORE.filter((name) => !variables?.has(name));
  const lackingKeys = STORE_KEYS.filter((name) => !secrets?.has(name));
  return [
    state(
      'GitHub',
      '主分支叫 main',
      defaultBranch === undefined ? undefined : defaultBranch === 'main',
      `${at}：Default branch 改为 main，工作流只部署 main`,
    ),
    state(
      'GitHub',
      '主分支要经审核',
      rules?.types.has('pull_request'),
      `${at}/rules：为 main 建规则，勾选 Require a pull request before merging、Require review from Code Owners`,
    ),
    state(
      'GitHub',
      `主分支要通过“${CHECK}”`,
      rules?.checks.has(CHECK),
      `${at}/rules：勾选 Require status checks to pass，加上 ${CHECK}`,
    ),
    state(
      'GitHub',
      '不许强制推送',
      rules?.types.has('non_fast_forward'),
      `${at}/rules：勾选 Block force pushes`,
      'should',
    ),
    store
      ? state(
          'GitHub',
          '对象存储的变量和密钥',
          secrets === undefined ? undefined : lacking.length + lackingKeys.length === 0,
          `${at}/secrets/actions 补上密钥 ${lackingKeys.join('、')}，${at}/variables/actions 补上变量 ${lacking.join('、')}`,
        )
      : state(
          'GitHub',
          'GitHub Pages',
          pages === undefined ? undefined : pages === 'workflow',
          `${at}/pages：Source 选 GitHub Actions；改用对象存储的，在 ${at}/variables/actions 写 DEPLOY_TARGET=s3`,
        ),
    state(
      'GitHub',
      '清单签名的密钥 MANIFEST_KEY',
      secrets?.has('MANIFEST_KEY'),
      `minisign -G -W 生成，私钥文件的内容存为 ${at}/secrets/actions 的 MANIFEST_KEY；没有它清单就不签名`,
      'should',
    ),
    state(
      'GitHub',
      '网站的地址 SITE',
      variables === undefined
        ? undefined
        : variables.has('SITE') || (!store && pages === 'workflow'),
      `${at}/variables/actions 写 SITE（https://…）；GitHub Pages 不用写`,
    ),
  ];
}
