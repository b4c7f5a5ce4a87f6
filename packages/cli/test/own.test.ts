import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { isSoftware } from '@columns/grow';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { ADOPT, cloneAt, columns, commitAll, git, MARKS, repository } from './own-repository.ts';

// From this repository to a city's own, and how that one stays current.

const head = git(repository, 'rev-parse', 'HEAD');
/** Twenty commits ago; undefined in a clone that holds only the newest one. */
const older = git(repository, 'rev-list', '--first-parent', '--max-count=21', 'HEAD')
  .split('\n')
  .slice(1)
  .at(-1);

describe('a fresh clone that a city takes into use', () => {
  let root: string;
  let adopted: { code: number; said: string };

  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  beforeAll(async () => {
    root = cloneAt(head);
    adopted = await columns(root, ADOPT);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('has its own counties, with real towns, and no demonstration', () => {
    expect(adopted.said).toContain('网站标识还缺：网站标识码');
    expect(adopted.code).toBe(0);
    expect(readdirSync(join(root, 'content')).sort()).toEqual([
      'README.md',
      'huoshan',
      'jinzhai',
      'liuan',
    ]);
    expect(readdirSync(join(root, 'apps')).sort()).toEqual(['huoshan', 'jinzhai', 'liuan']);
    expect(read('content/jinzhai/county.yaml')).toContain('parent: liuan');
    expect(read('content/jinzhai/towns.yaml')).toContain('梅山');
    expect(existsSync(join(root, 'packages/cli/test'))).toBe(false);
    expect(existsSync(join(root, '.github/workflows/full.yml'))).toBe(false);
  });

  test('has a lockfile of exactly its apps, and what is made from content is new', async () => {
    const { importers } = parse(read('pnpm-lock.yaml')) as { importers: Record<string, object> };
    const apps = Object.keys(importers).filter((name) => name.startsWith('apps/'));
    expect(apps).toEqual(['apps/huoshan', 'apps/jinzhai', 'apps/liuan']);
    const before = parse(readFileSync(join(repository, 'pnpm-lock.yaml'), 'utf8'));
    expect(importers['apps/liuan']).toEqual(before.importers['apps/anyue']);
    expect(importers['packages/theme']).toEqual(before.importers['packages/theme']);
    expect((await columns(root, ['refresh', '--check'])).code).toBe(0);
    expect((await columns(root, ['codeowners', '--check'])).code).toBe(0);
    expect(read('.github/CODEOWNERS')).not.toContain('anyue');
  });

  test('passes the gate, so that its first deployment can be made', async () => {
    const { code, said } = await columns(root, ['check', '--gate']);
    expect(said).toContain('霍山县');
    expect(code).toBe(0);
  });

  test('is told what is set, what is missing and how to set it, without a network', async () => {
    const { code, said } = await columns(root, ['doctor', '--offline']);
    expect(said).toContain('已设置　已启用为自己的仓库');
    expect(said).toContain(
      '缺　　　霍山县：网站标识\n    怎么办：在 content/huoshan/county.yaml 写全 marks',
    );
    expect(said).toContain('已设置　由内容生成的文件是新的');
    expect(code).toBe(1);
  });

  test('is not taken into use twice', async () => {
    commitAll(root);
    const { code, said } = await columns(root, ADOPT);
    expect(said).toContain('这个仓库已经启用');
    expect(code).toBe(2);
  });

  test('gives a county up with all that belongs to it, and says who still names it', async () => {
    const refused = await columns(root, ['remove', 'liuan', '--reason', '撤并']);
    expect([refused.code, refused.said]).toEqual([
      2,
      expect.stringContaining('liuan 是 huoshan、jinzhai 的上级'),
    ]);
    expect((await columns(root, ['remove', 'jinzhai'])).said).toContain('--reason');
    const links = join(root, 'content/huoshan/county.yaml');
    writeFileSync(links, `${readFileSync(links, 'utf8')}# jinzhai/some-policy\n`);
    const { code, said } = await columns(root, ['remove', 'jinzhai', '--reason', '撤并']);
    expect(said).toContain('content/huoshan/county.yaml');
    expect(code).toBe(0);
    expect(existsSync(join(root, 'apps/jinzhai'))).toBe(false);
    expect(parse(read('deploy.yaml')).removed).toEqual([{ county: 'jinzhai', reason: '撤并' }]);
    expect(read('pnpm-lock.yaml')).not.toContain('apps/jinzhai:');
    expect(read('.github/CODEOWNERS')).not.toContain('jinzhai');
    expect((await columns(root, ['check', '--gate'])).code).toBe(0);
  });
});

test('with all marks given, columns are no demonstrations', async () => {
  const root = cloneAt(head);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const { code } = await columns(root, [...ADOPT, ...MARKS]);
  expect(code).toBe(0);
  const county = parse(readFileSync(join(root, 'content/huoshan/county.yaml'), 'utf8'));
  expect(county.demo).toBeUndefined();
  expect(county.marks['site-id-code']).toBe('3415000000');
  expect((await columns(root, ['check', '--gate'])).code).toBe(0);
  const { said } = await columns(root, ['doctor', '--offline']);
  expect(said).toContain('已设置　霍山县：网站标识');
});

describe('what GitHub says of a repository', () => {
  /** A server that answers as GitHub does, or refuses. */
  async function gitHub(answers: Readonly<Record<string, object | number>>): Promise<string> {
    const server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0]?.replace('/repos/o/n', '') ?? '';
      const answer = answers[path] ?? 404;
      if (typeof answer === 'number') response.writeHead(answer).end('{}');
      else response.writeHead(200).end(JSON.stringify(answer));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const ask = async (answers: Readonly<Record<string, object | number>> | string) => {
    const api = typeof answers === 'string' ? answers : await gitHub(answers);
    const env = { GITHUB_REPOSITORY: 'o/n', GITHUB_API_URL: api, GITHUB_TOKEN: 'x' };
    return (await columns(repository, ['doctor'], env)).said;
  };

  test('is told as it is set, half set', async () => {
    const said = await ask({
      '': { default_branch: 'main' },
      '/pages': { build_type: 'workflow' },
      '/actions/secrets': { secrets: [] },
      '/actions/variables': { variables: [] },
      '/rules/branches/main': [
        { type: 'pull_request', parameters: {} },
        { type: 'required_status_checks', parameters: { required_status_checks: [] } },
      ],
    });
    expect(said).toContain('已设置　主分支要经审核');
    expect(said).toContain('缺　　　主分支要通过“内容检查”');
    expect(said).toContain('已设置　GitHub Pages');
    expect(said).toContain('建议　　清单签名的密钥 MANIFEST_KEY');
  });

  test('names what a store still lacks', async () => {
    const said = await ask({
      '/actions/secrets': { secrets: [{ name: 'S3_ACCESS_KEY_ID' }] },
      '/actions/variables': { variables: [{ name: 'DEPLOY_TARGET', value: 's3' }] },
    });
    expect(said).toContain('补上密钥 S3_SECRET_ACCESS_KEY');
    expect(said).toContain('补上变量 S3_ENDPOINT、S3_BUCKET、SITE');
  });

  test('is unknown where the token may not see it, or where nobody answers', async () => {
    const said = await ask({ '/pages': 403, '/actions/secrets': 403, '/actions/variables': 403 });
    expect(said).toContain('未知　　GitHub Pages');
    expect(await ask('http://127.0.0.1:9')).toContain('未知　　o/n 的设置');
  });
});

describe('a city’s repository made from an older commit of ours', () => {
  let root: string;
  const OWN_CSS = ':root { --radius: 0; }\n';
  const CONFIG = `import { disclosureColumn } from '@columns/theme';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [disclosureColumn({ county: 'huoshan', styles: ['./own.css'] })],
});
`;

  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const tree = (folder: string): Record<string, string> =>
    Object.fromEntries(
      git(root, 'ls-files', '-s', folder)
        .split('\n')
        .map((row) => [row.split('\t')[1] ?? '', row.split(' ')[1] ?? '']),
    );

  beforeAll(async () => {
    root = cloneAt(older ?? head);
    if (older === undefined) {
      // Without history, an older version is made: one file was other, one was not there yet.
      write('MAINTAINING.md', 'An older text.\n');
      rmSync(join(root, 'biome.jsonc'));
      commitAll(root);
    }
    expect((await columns(root, ADOPT)).code).toBe(0);
    write('apps/huoshan/own.css', OWN_CSS);
    write('apps/huoshan/astro.config.mjs', CONFIG);
    write('deploy.yaml', read('deploy.yaml').replace('largest-fall: 0.1', 'largest-fall: 0.3'));
    write('LICENSE', `${read('LICENSE')}\nAnd a line of the city’s.\n`);
    write(
      'content/huoshan/_notice/2025/own.md',
      '---\ntitle: 通知\nkind: notice\nform: 通知\npublished: 2025-05-05\nattribute: {type: 主动}\nexample: true\n---\n\n正文。\n',
    );
    commitAll(root);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('is shown what an upgrade would do, and nothing is written', async () => {
    const { code, said } = await columns(root, ['upgrade', '--to', head, '--dry-run']);
    expect(said).toContain('只看，还没有写入');
    expect(said).toMatch(/软件文件：改写或增删 [1-9]\d* 个/);
    expect(said).toContain('自己改过、新版本没有改，照旧（1 个）：\n  LICENSE');
    expect(code).toBe(0);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  test('has the software of the new one afterwards, and its own content, overrides and settings as they were', async () => {
    const content = tree('content/huoshan');
    const { code, said } = await columns(root, ['upgrade', '--to', head]);
    expect(said).not.toContain('还没有重写');
    expect(code).toBe(0);
    commitAll(root);
    expect(tree('content/huoshan')).toEqual(content);
    expect(read('apps/huoshan/own.css')).toBe(OWN_CSS);
    expect(read('apps/huoshan/astro.config.mjs')).toBe(CONFIG);
    expect(read('deploy.yaml')).toContain('largest-fall: 0.3');
    expect(parse(read('columns.yaml')).commit).toBe(head);
    const software = (commit: string, cwd: string) =>
      Object.fromEntries(
        git(cwd, 'ls-tree', '-r', commit)
          .split('\n')
          .map((row) => row.split(/[ \t]/))
          .map(([, , id = '', path = '']) => [path, id] as const)
          .filter(([path]) => isSoftware(path) && path !== 'pnpm-lock.yaml' && path !== 'LICENSE'),
      );
    expect(software('HEAD', root)).toEqual(software(head, repository));
    expect(read('LICENSE')).toContain('And a line of the city’s.');
    expect((await columns(root, ['refresh', '--check'])).code).toBe(0);
    expect((await columns(root, ['check', '--gate'])).code).toBe(0);
  });

  test('is left alone where it is up to date already', async () => {
    expect((await columns(root, ['upgrade', '--to', head])).said).toMatch(/^已经是 /);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });
});

test('the software’s own repository is not upgraded by itself', async () => {
  const { code, said } = await columns(repository, ['upgrade', '--to', head]);
  expect(said).toContain('没有 columns.yaml');
  expect(code).toBe(2);
});
