import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { COUNTY, notice, policy, register } from '@columns/content/fixture';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesSince, checkCounties, GitError } from '../src/index.ts';
import { mobile, Numbers } from './personal/made-up.ts';

const MOBILE = mobile(new Numbers(17));
let root: string;

const at = (file: string) => join(root, 'content', file);
const git = (...args: string[]) => {
  const name = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...name, ...args], { cwd: root, stdio: 'pipe' });
};
function write(file: string, text: string): void {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'columns-changes-'));
  for (const folder of ['check', 'content', 'office', 'standard']) {
    mkdirSync(join(root, 'packages', folder), { recursive: true });
    writeFileSync(join(root, 'packages', folder, 'package.json'), '{}');
  }
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  write(
    'shi/county.yaml',
    'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\n',
  );
  write('shili/county.yaml', `${COUNTY}parent: shi\n`);
  write('other/county.yaml', COUNTY.replace('id: shili', 'id: other').replace('示例县', '别县'));
  write('shili/_notice/2023/a.md', notice(['title: 甲'], '银行帐户。\n'));
  write('shili/_notice/2023/b.md', notice(['title: 乙', 'formerly: [2022/old]'], '内容部暑。\n'));
  write('other/_notice/2023/c.md', notice(['title: 丙'], '银行帐户。\n'));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const known = ['other', 'shi', 'shili'];

/** What a check of the changes since the first commit tells. */
async function changed() {
  const changes = changesSince(root, 'HEAD');
  const report = await checkCounties(root, {
    known,
    wanted: known,
    gate: false,
    strict: false,
    changes,
  });
  return report.counties.map(({ id, findings, older }) => ({
    id,
    older,
    found: findings.map(({ rule, file, message }) => `${rule} ${file} ${message}`),
  }));
}

describe('a check of a change', () => {
  it('looks at no county when nothing changed', async () => {
    expect(await changed()).toEqual([]);
  });

  it('tells the warnings of changed files and counts the others, in the county that changed', async () => {
    write('shili/_notice/2023/a.md', notice(['title: 甲'], '银行帐户和台帐。\n'));
    const [county, ...others] = await changed();
    expect(others).toEqual([]);
    expect(county?.id).toBe('shili');
    expect(county?.found).toEqual([
      'language/typo shili/_notice/2023/a.md “帐户” 可能是错别字',
      'language/typo shili/_notice/2023/a.md “台帐” 可能是错别字',
    ]);
    expect(county?.older).toBeGreaterThan(0);
  });

  it('tells errors of files that did not change too', async () => {
    write('shili/_notice/2023/b.md', notice(['title: 乙', 'formerly: [2022/old]'], `${MOBILE}\n`));
    git('add', '.');
    git('commit', '--quiet', '-m', 'an error that is there');
    write('shili/_notice/2023/new.md', notice(['title: 新'], '好。\n'));
    const [county] = await changed();
    expect(county?.found).toEqual([
      expect.stringMatching(/^personal\/mobile shili\/_notice\/2023\/b\.md/),
    ]);
  });

  it('looks at the counties below one that changed, and at an entry whose relation changed', async () => {
    write('shi/_notice/2023/d.md', notice(['title: 丁']));
    expect((await changed()).map(({ id }) => id)).toEqual(['shi', 'shili']);
  });

  it('looks at every county when the rules themselves changed', async () => {
    writeFileSync(join(root, 'packages/check/package.json'), '{ }');
    expect((await changed()).map(({ id }) => id)).toEqual(known);
  });

  it('refuses a base that is none', () => {
    for (const base of ['nowhere', '--output=x', '']) {
      expect(() => changesSince(root, base)).toThrow(GitError);
    }
  });
});

describe('an address that was published', () => {
  const lost = async () => {
    const counties = await changed();
    return counties.flatMap(({ found }) =>
      found.filter((text) => text.startsWith('shape/address-lost')),
    );
  };

  it('is lost when its entry is removed', async () => {
    rmSync(at('shili/_notice/2023/a.md'));
    expect(await lost()).toEqual([
      'shape/address-lost shili/_notice/2023/a.md 地址 “2023/a/” 已经公开过，现在打不开了',
    ]);
  });

  it('is lost when its entry is renamed, unless the new one says where it came from', async () => {
    renameSync(at('shili/_notice/2023/a.md'), at('shili/_notice/2023/a2.md'));
    expect(await lost()).toHaveLength(1);
    write('shili/_notice/2023/a2.md', notice(['title: 甲', 'formerly: [2023/a]']));
    expect(await lost()).toEqual([]);
  });

  it('stays when its entry is filed elsewhere, or withdrawn with a reason', async () => {
    mkdirSync(at('shili/budget/_general/2023'), { recursive: true });
    renameSync(at('shili/_notice/2023/a.md'), at('shili/budget/_general/2023/a.md'));
    expect(await lost()).toEqual([]);
    write(
      'shili/_notice/2023/b.md',
      notice(['title: 乙', 'formerly: [2022/old]', 'withdrawn: {date: 2023-06-01, reason: 有误}']),
    );
    expect(await lost()).toEqual([]);
  });

  it('stays when its file is of the other ending, or says only that it is not public', async () => {
    renameSync(at('shili/_notice/2023/a.md'), at('shili/_notice/2023/a.mdx'));
    expect(await lost()).toEqual([]);
    write(
      'shili/_notice/2023/b.md',
      notice(
        ['title: 乙', 'formerly: [2022/old]', 'attribute: {type: 不予, grounds: 内部管理信息}'],
        '',
      ),
    );
    expect(await lost()).toEqual([]);
  });

  it('is lost when an entry forgets its own former address', async () => {
    write('shili/_notice/2023/b.md', notice(['title: 乙']));
    expect(await lost()).toEqual([
      'shape/address-lost shili/_notice/2023/b.md 地址 “2022/old/” 已经公开过，现在打不开了',
    ]);
  });

  it('is not called lost where a file is only broken: that is told by itself', async () => {
    write('shili/_notice/2023/b.md', notice(['title: 乙', 'formerly: [2022/old', 'x']));
    const [county] = await changed();
    expect(county?.found.map((text) => text.split(' ', 1)[0])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^shape\/yaml-syntax/)]),
    );
    expect(await lost()).toEqual([]);
  });

  it('is lost with its county, and with the county’s own base', async () => {
    write('shili/county.yaml', `${COUNTY}parent: shi\nbase: /elsewhere/\n`);
    expect(await lost()).toEqual([
      'shape/address-lost shili/county.yaml 地址 “/shili/” 已经公开过，现在打不开了',
    ]);
    rmSync(at('other'), { recursive: true });
    const changes = changesSince(root, 'HEAD');
    const now = ['shi', 'shili'];
    const report = await checkCounties(root, {
      known: now,
      wanted: now,
      gate: false,
      strict: false,
      changes,
    });
    expect(report.counties.at(-1)).toMatchObject({
      id: 'other',
      findings: [{ rule: 'shape/address-lost', file: 'other/_notice/2023/c.md' }],
    });
  });
});

describe('whatever else was published', () => {
  const FILE = 'shili/_notice/2023/f.md';
  const withFile = (...lines: string[]) =>
    notice(['title: 附', 'attachments: [{file: a.txt, name: 名单}]', ...lines]);
  const lost = async () => {
    const counties = await changed();
    return counties.flatMap(({ found }) =>
      found.flatMap((text) => /^shape\/address-lost \S+ 地址 “(.+?)”/.exec(text)?.[1] ?? []),
    );
  };
  const named = (path: string) =>
    write('shili/gone.yaml', `- {path: "${path}", date: 2023-06-01, reason: 名单有误}\n`);

  beforeEach(() => {
    write(FILE, withFile());
    write('shili/_notice/2023/f/a.txt', '名单');
    write('shili/_register/2023/r.md', register(['title: 名录']));
    write('shili/_register/2023/r.csv', '名称\n一小\n');
    write('shili/departments.yaml', '- {id: minzheng, name: 示例县民政局}\n');
    write(
      'shili/towns.yaml',
      '- id: chengguan\n  name: 城关镇\n  villages:\n    - {id: yicun, name: 乙村}\n',
    );
    git('add', '.');
    git('commit', '--quiet', '-m', 'with files');
  });

  it.each([
    [
      'an attachment that is deleted',
      '2023/f/a.txt',
      () => {
        rmSync(at('shili/_notice/2023/f'), { recursive: true });
        write(FILE, notice(['title: 附']));
      },
    ],
    [
      'an attachment that is renamed',
      '2023/f/a.txt',
      () => {
        renameSync(at('shili/_notice/2023/f/a.txt'), at('shili/_notice/2023/f/b.txt'));
        write(FILE, withFile().replace('a.txt', 'b.txt'));
      },
    ],
    [
      'a register’s table whose entry becomes a notice',
      'data/r.csv',
      () => {
        rmSync(at('shili/_register/2023/r.csv'));
        rmSync(at('shili/_register/2023/r.md'));
        write('shili/_notice/2023/r.md', notice(['title: 名录']));
      },
    ],
    [
      'the page of a unit',
      'units/minzheng/',
      () => write('shili/departments.yaml', '- {id: minzheng2, name: 示例县民政局}\n'),
    ],
    [
      'the page of a town',
      'towns/chengguan/',
      () =>
        write(
          'shili/towns.yaml',
          '- id: chengguan2\n  name: 城关镇\n  villages:\n    - {id: yicun, name: 乙村}\n',
        ),
    ],
    [
      'the page of a village',
      'villages/yicun/',
      () => write('shili/towns.yaml', '- {id: chengguan, name: 城关镇, villages: [乙村]}\n'),
    ],
  ] as const)('%s is lost, unless gone.yaml names it', async (_what, address, change) => {
    change();
    expect(await lost()).toEqual([address]);
    named('other/path.pdf');
    expect(await lost()).toEqual([address]);
    named(address);
    expect(await lost()).toEqual([]);
  });

  it('the pages of domains are lost with another structure', async () => {
    write('shili/county.yaml', COUNTY.replace('national-26', 'luan-30'));
    expect(await lost()).toEqual(['domains/（national-26）']);
    named('domains/');
    expect(await lost()).toEqual([]);
  });

  it.each(['withdrawn: {date: 2023-06-01, reason: 有误}', 'attribute: {type: 不予, grounds: x}'])(
    'goes with an entry that says so itself: %s',
    async (line) => {
      rmSync(at('shili/_notice/2023/f'), { recursive: true });
      write(FILE, notice(['title: 附', line]));
      expect(await lost()).toEqual([]);
    },
  );

  it('goes with an entry that moved and says from where', async () => {
    rmSync(at(FILE));
    renameSync(at('shili/_notice/2023/f'), at('shili/_notice/2023/g'));
    write('shili/_notice/2023/g.md', withFile('formerly: [2023/f]'));
    expect(await lost()).toEqual([]);
  });

  it('is told once with an entry that is deleted', async () => {
    rmSync(at('shili/_notice/2023/f'), { recursive: true });
    rmSync(at(FILE));
    rmSync(at('shili/_register/2023/r.csv'));
    rmSync(at('shili/_register/2023/r.md'));
    expect((await lost()).sort()).toEqual(['2023/f/', '2023/r/']);
  });

  it('a gone.yaml that is wrong is told by line and field', async () => {
    write('shili/gone.yaml', '- {path: /shili/a.pdf, date: 2023-02-30}\n');
    const [county] = await changed();
    const own = county?.found.filter((text) => text.includes('shili/gone.yaml')) ?? [];
    expect(own.map((text) => text.split(' ', 1)[0]).sort()).toEqual([
      'shape/bad-format',
      'shape/impossible-date',
      'shape/missing-field',
    ]);
  });
});

it('an interpretation that changed brings the document it explains', async () => {
  write('shili/_policy/2023/p.md', policy(['validity: {state: 失效}']));
  git('add', '.');
  git('commit', '--quiet', '-m', 'a document');
  write(
    'shili/_interpretation/2023/i.md',
    notice(['title: 解读', 'kind: interpretation', 'form: 文字', 'interprets: [p]']),
  );
  const [county] = await changed();
  expect(county?.found).toEqual([
    expect.stringMatching(/^completeness\/ended-when shili\/_policy\/2023\/p\.md/),
  ]);
});
