import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countySchema, departmentsSchema, listCounties, readYamlFile } from '@columns/content';
import { OWN_FILE, readOwn, refresh } from '@columns/grow';
import { readSettings } from '@columns/site/deploy';
import { loadStandard } from '@columns/standard';
import type { Context } from '../command.ts';
import { ownersText } from '../commands/codeowners.ts';
import { git, packageManagerOf } from '../repository.ts';
import { type State, state } from './state.ts';

const WORKFLOWS = ['check.yml', 'deploy.yml', 'nightly.yml', 'preview.yml', 'show.yml'];

/** What the files of the repository say; no network is asked. */
export async function statesOfFiles({ root }: Context): Promise<State[]> {
  return [...repositoryStates(root), ...countyStates(root), ...(await deployStates(root))];
}

function repositoryStates(root: string): State[] {
  const branch = git(root, 'rev-parse', '--abbrev-ref', 'HEAD');
  const stale = refresh(root, loadStandard(), { write: false });
  const owners = join(root, '.github/CODEOWNERS');
  const fresh = existsSync(owners) && readFileSync(owners, 'utf8') === ownersText(root);
  const folder = join(root, '.github/workflows');
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const lacking = WORKFLOWS.filter((name) => !there.includes(name));
  const pinned = packageManagerOf(root);
  const loose = there.filter((name) => {
    const calls = readFileSync(join(folder, name), 'utf8').match(/npx -y pnpm@\S+/g) ?? [];
    return calls.some((call) => call !== `npx -y ${pinned}`);
  });
  return [
    state(
      '仓库',
      '已启用为自己的仓库',
      readOwn(root) !== undefined,
      `没有 ${OWN_FILE}：在刚取得的仓库中运行 npx -y pnpm@12 columns adopt`,
    ),
    state('仓库', 'git 仓库', branch !== undefined, '在这个文件夹里 git init 并提交'),
    state(
      '仓库',
      '远端 origin',
      git(root, 'remote', 'get-url', 'origin') !== undefined,
      '在托管平台新建仓库，然后 git remote add origin <地址> 并推送',
    ),
    state(
      '仓库',
      '由内容生成的文件是新的',
      stale.length === 0,
      `${stale.slice(0, 3).join('、')} 已过时：运行 npx -y pnpm@12 generate 并提交`,
    ),
    state(
      '仓库',
      '审核人名单是新的',
      fresh,
      '运行 npx -y pnpm@12 generate 并提交 .github/CODEOWNERS',
    ),
    state(
      '仓库',
      '工作流齐全',
      lacking.length === 0,
      `缺 ${lacking.join('、')}：从软件的仓库取回；用 Forgejo、Gitea 或 GitLab 的见 MAINTAINING.md`,
    ),
    state(
      '仓库',
      `工作流用 ${pinned}`,
      loose.length === 0,
      `${loose.join('、')} 改为 npx -y ${pinned}`,
    ),
    state(
      '仓库',
      '网上编辑的登录（admin.yaml）',
      existsSync(join(root, 'admin.yaml')),
      '编写人员要在网页上编辑时，按 packages/admin/README.md 写 admin.yaml；只在本机编辑的不用',
      'should',
    ),
  ];
}

function countyStates(root: string): State[] {
  const content = join(root, 'content');
  return listCounties(content).flatMap((id) => {
    const county = readYamlFile(content, `${id}/county.yaml`, countySchema, [])?.value;
    const name = county?.name ?? id;
    const units =
      readYamlFile(content, `${id}/departments.yaml`, departmentsSchema, [])?.value ?? [];
    const made = units.filter((unit) => unit.example === true);
    const file = `content/${id}/county.yaml`;
    return [
      state('县区', `${name}：${file} 读得出来`, county !== undefined, '运行 columns check 并改正'),
      state(
        '县区',
        `${name}：网站标识`,
        county?.marks !== undefined && county.demo !== true,
        `在 ${file} 写全 marks（网站标识码、备案号、主办单位、联系方式、标识网址）并去掉 demo: true`,
      ),
      state(
        '县区',
        `${name}：单位已核对`,
        units.length > 0 && made.length === 0,
        `content/${id}/departments.yaml 有 ${made.length} 个单位还是示例：核对名称、职责、电话后去掉 example`,
      ),
      state(
        '县区',
        `${name}：审核人`,
        (county?.reviewers ?? []).length > 0,
        `在 ${file} 写 reviewers: ["@组织/团队"]，再 npx -y pnpm@12 generate；没有时由有合并权限的人审核`,
        'should',
      ),
      state(
        '县区',
        `${name}：应用`,
        existsSync(join(root, 'apps', id, 'package.json')),
        `没有 apps/${id}：没有它就不发布这个县区`,
      ),
    ];
  });
}

async function deployStates(root: string): Promise<State[]> {
  const settings = await readSettings(join(root, 'deploy.yaml')).catch(() => undefined);
  return [
    state(
      '部署',
      'deploy.yaml 读得出来',
      settings !== undefined,
      '运行 npx -y pnpm@12 columns deploy --check 看哪里不对',
    ),
  ];
}
