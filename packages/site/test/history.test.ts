import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test, vi } from 'vitest';
import { Blobs } from '../src/history/blobs.ts';
import {
  forgetHistory,
  gatherHistory,
  HistoryError,
  historyFileOf,
  NOT_QUOTED,
  readHistory,
} from '../src/history/index.ts';
import { workshop, write } from './fixture.ts';

function git(cwd: string, day: string, ...args: string[]): void {
  const date = `${day}T12:00:00Z`;
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

const notice = (title: string, body: string) =>
  `---\nkind: notice\ntitle: ${title}\npublished: 2023-05-29\nattribute: {type: 主动}\n---\n\n${body}\n`;
const FILE = 'content/shili/_notice/2023/a.md';
const MOVED = 'content/shili/budget/_general/2023/a.md';

/** What becomes of files on a day; without a text they are taken away. */
type Change = readonly [day: string, files: Readonly<Record<string, string | undefined>>];

async function begin() {
  const { dir } = await workshop();
  git(dir, '2023-05-29', 'init', '-b', 'main');
  const commit = async (...[day, files]: Change) => {
    for (const [file, text] of Object.entries(files)) {
      if (text === undefined) await rm(join(dir, file), { recursive: true });
      else await write(dir, { [file]: text });
    }
    git(dir, day, 'add', '-A');
    git(dir, day, 'commit', '-m', 'x');
  };
  return { dir, commit };
}

/** What is gathered of these changes: the file as it is written, and what it tells of an entry. */
async function gathered(...changes: readonly Change[]) {
  const { dir, commit } = await begin();
  for (const change of changes) await commit(...change);
  gatherHistory(dir, ['shili']);
  const history = readHistory(dir, 'shili');
  return {
    written: readFileSync(historyFileOf(dir, 'shili'), 'utf8'),
    ids: [...(history?.keys() ?? [])],
    of: (id: string) => history?.get(id) ?? [],
    changes: (id: string) => (history?.get(id) ?? []).map(({ changes: each }) => each),
  };
}

async function repository(): Promise<string> {
  const { dir, commit } = await begin();
  await commit('2023-05-29', { [FILE]: notice('通知', '第一段。\n\n第二段。') });
  await commit('2023-06-30', { [FILE]: notice('通知（更正）', '第一段。\n\n改过的第二段。') });
  git(dir, '2023-07-01', 'rm', FILE);
  await commit('2023-07-01', { [MOVED]: notice('通知（更正）', '第一段。\n\n改过的第二段。') });
  return dir;
}

describe('the history of an entry', () => {
  it('is told in plain words, and follows it when its file moves', async () => {
    const dir = await repository();
    gatherHistory(dir, ['shili']);
    const revisions = readHistory(dir, 'shili')?.get('a') ?? [];
    expect(revisions.map(({ day, changes }) => ({ day, changes }))).toEqual([
      { day: '2023-05-29', changes: [] },
      {
        day: '2023-06-30',
        changes: [
          '标题由“通知”改为“通知（更正）”',
          '正文删去：“第二段。”',
          '正文增加：“改过的第二段。”',
        ],
      },
      { day: '2023-07-01', changes: ['内容文件移动了位置，内容没有变'] },
    ]);
  });

  it('quotes every place in which a long text was changed, not only the first', async () => {
    const long = (first: string, last: string) =>
      `补贴${first}元。${'其他内容没有变动'.repeat(12)}申请截止${last}日。${'仍是原来的文字'.repeat(12)}`;
    const { changes } = await gathered(
      ['2023-05-29', { [FILE]: notice('通知', long('一百', '十')) }],
      ['2023-06-30', { [FILE]: notice('通知', long('二百', '二十')) }],
    );
    expect(changes('a')[1]).toEqual([
      expect.stringContaining('正文删去：“补贴一百元。'),
      expect.stringContaining('正文增加：“补贴二百元。'),
      expect.stringMatching(/^正文删去：“…….*申请截止十日。/),
      expect.stringMatching(/^正文增加：“…….*申请截止二十日。/),
    ]);
  });

  it('shows a change that stands behind as much of the same as is quoted', async () => {
    const same = '这一段开头的文字前后两次完全一样'.repeat(5);
    const { changes } = await gathered(
      ['2023-05-29', { [FILE]: notice('通知', `${same}${'旧的内容'.repeat(40)}`) }],
      ['2023-06-30', { [FILE]: notice('通知', `${same}${'新写的话'.repeat(40)}`) }],
    );
    const [was = '', now = ''] = changes('a')[1] ?? [];
    expect(was).toContain('旧的内容');
    expect(now).toContain('新写的话');
  });

  it('is not fetched from nowhere: where it is cut off and cannot be fetched, there is none', async () => {
    const dir = await repository();
    const { dir: other } = await workshop();
    git(other, '2023-05-29', 'clone', '--depth', '1', `file://${dir}`, 'copy');
    const copy = `${other}/copy`;
    git(copy, '2023-05-29', 'remote', 'set-url', 'origin', `${dir}/nowhere`);
    expect(() => gatherHistory(copy, ['shili'])).toThrow(HistoryError);
    expect(readHistory(copy, 'shili')).toBeUndefined();
  });

  it('is fetched where a clone is shallow', async () => {
    const dir = await repository();
    git(dir, '2023-05-29', 'config', 'uploadpack.allowFilter', 'true');
    const { dir: other } = await workshop();
    git(other, '2023-05-29', 'clone', '--depth', '1', `file://${dir}`, 'copy');
    gatherHistory(`${other}/copy`, ['shili']);
    expect(readHistory(`${other}/copy`, 'shili')?.get('a')).toHaveLength(3);
  });

  it('that an earlier run left is forgotten', async () => {
    const dir = await repository();
    gatherHistory(dir, ['shili']);
    forgetHistory(dir, ['shili']);
    expect(readHistory(dir, 'shili')).toBeUndefined();
  });
});

/** Made up; the check signs are right. */
const ID_NUMBER = '110105199003075176';
const MOBILE = '13812345678';
const CARD = '6222021234567894';

const TABLE = 'content/shili/budget/_general/2023/r.csv';
const headed = (fields: string, body = '正文。') =>
  `---\nkind: notice\ntitle: 通知\npublished: 2023-05-29\nattribute: {type: 主动}\n${fields}---\n\n${body}\n`;
const register = (title: string) => notice(title, '').replace('kind: notice', 'kind: register');
const REGISTER = TABLE.replace('.csv', '.md');

describe('what an entry no longer says', () => {
  it.each([
    ['an identity number', `身份证号${ID_NUMBER}。`, ID_NUMBER],
    ['a mobile number', `电话${MOBILE}。`, MOBILE],
    ['a number in groups', '电话138 1234 5678。', '138 1234 5678'],
    ['a number in wide digits', '电话１３８１２３４５６７８。', '１３８１２３４５６７８'],
    ['a number that marks part', '电话138**1234**5678。', '138**1234'],
    ['a bank card', `卡号${CARD}。`, CARD],
    ['a home', '家庭住址：城关镇花果村3组12号', '3组12号'],
    ['a cell under its head', '| 姓名 | 地址 |\n|---|---|\n| 李四 | 花果村8组12 |', '8组'],
  ])('is not quoted where it was personal: %s', async (_, line, secret) => {
    const { written, of } = await gathered(
      ['2023-05-29', { [FILE]: notice('通知', `第一段。\n\n${line}`) }],
      ['2023-05-30', { [FILE]: notice('通知', '第一段。\n\n第二段。') }],
    );
    expect(written).not.toContain(secret);
    expect(written).toContain('正文增加：“第二段。”');
    expect(written).toContain('正文删去一处（含个人信息，不引用）');
    // A number of few digits is found by its digest, and in its commit.
    expect(of('a')[0]).toEqual({ day: '2023-05-29', changes: [] });
    expect(of('a')[1]).toMatchObject({ commit: expect.any(String), sha256: expect.any(String) });
  });

  it.each([
    ['in one line', `summary: 电话${MOBILE}\n`],
    ['in several', 'summary: >\n  电话\n  138 1234\n  5678\n'],
    ['in escapes', 'summary: "\\u0031\\u0033812345678"\n'],
    ['in a list', `keywords:\n  - 甲\n  - ${MOBILE}\n`],
    ['by an unknown name', `${MOBILE}: 甲\n`],
  ])('is not quoted from a field: %s', async (_, field) => {
    const { written } = await gathered(
      ['2023-05-29', { [FILE]: headed(field) }],
      ['2023-05-30', { [FILE]: headed('') }],
      ['2023-05-31', { [FILE]: headed(field.replace(/: .*/, ': 乙')) }],
    );
    expect(written).not.toMatch(/12345678|1234 5678/);
    expect(written).toContain('含个人信息，不引用');
  });

  it('is not quoted from a table, whose columns say what its cells are', async () => {
    const { written, changes } = await gathered(
      ['2023-05-29', { [REGISTER]: register('甲'), [TABLE]: '姓名,地址\n张三,城关镇\n' }],
      ['2023-05-30', { [TABLE]: `姓名,地址\n张三,城关镇\n李四,花果村8组12\n王五,${MOBILE}\n` }],
      ['2023-05-31', { [TABLE]: '姓名,地址\n张三,城关镇\n赵六,城关镇\n' }],
    );
    expect(written).not.toMatch(/8组12|12345678|李四|王五/);
    expect(changes('r')).toEqual([
      [],
      ['表格增加 2 处（含个人信息，不引用）'],
      ['表格增加：“赵六，城关镇”', '表格删去 2 处（含个人信息，不引用）'],
    ]);
  });

  it('is not told by the name of a file', async () => {
    const attachment = FILE.replace('.md', `/${MOBILE}.pdf`);
    const { written, changes } = await gathered(
      ['2023-05-29', { [FILE]: headed('') }],
      ['2023-05-30', { [attachment]: 'x' }],
      ['2023-05-31', { [attachment]: undefined }],
    );
    expect(written).not.toContain(MOBILE);
    expect(changes('a')[2]).toEqual(['删去附件（名称含个人信息，不引用）']);
  });

  it('is quoted where it may be said: an office telephone is nobody’s own', async () => {
    const { changes } = await gathered(
      ['2023-05-29', { [FILE]: notice('通知', '值班电话13900000001。') }],
      ['2023-05-30', { [FILE]: notice('通知', '值班电话13900000002。') }],
    );
    expect(changes('a')[1]).toEqual([
      '正文删去：“值班电话13900000001。”',
      '正文增加：“值班电话13900000002。”',
    ]);
  });

  it.each([
    ['withdrawn', 'withdrawn: {date: 2023-06-01, reason: 有误}\n', '主动'],
    ['withheld', '', '不予, grounds: 条例第十四条'],
    ['given on request', '', '依申请'],
  ])('is not quoted once the entry is %s, nor when it is open again', async (_, more, type) => {
    const open = (body: string) => headed('summary: 原概述\n', body);
    const closed = headed(more, '').replace('主动', type);
    const first: Change = ['2023-05-29', { [FILE]: open('原文甲。') }];
    const second: Change = ['2023-05-30', { [FILE]: open('原文乙。') }];
    const down = await gathered(first, second, ['2023-06-01', { [FILE]: closed }]);
    expect(down.written).not.toMatch(/原文|原概述|commit|sha256/);
    expect(down.changes('a')).toEqual([[], [NOT_QUOTED], [NOT_QUOTED]]);
    const again = await gathered(
      ...[first, second, ['2023-06-01', { [FILE]: closed }] as Change],
      ['2023-06-02', { [FILE]: headed('', '新文丙。') }],
      ['2023-06-03', { [FILE]: headed('', '新文丁。') }],
    );
    expect(again.written).not.toMatch(/原文|原概述/);
    expect(again.changes('a').at(-1)).toEqual(['正文删去：“新文丙。”', '正文增加：“新文丁。”']);
  });

  it('is not quoted as soon as the folder says so, committed or not', async () => {
    const { dir, commit } = await begin();
    await commit('2023-05-29', { [FILE]: notice('通知', '原文甲。') });
    await commit('2023-05-30', { [FILE]: notice('通知', '原文乙。') });
    await write(dir, { [FILE]: headed('withdrawn: {date: 2023-06-01, reason: 有误}\n', '') });
    gatherHistory(dir, ['shili']);
    expect(readFileSync(historyFileOf(dir, 'shili'), 'utf8')).not.toContain('原文');
  });

  it('goes with its entry: a deleted or renamed one has no history, and a new one not the old one’s', async () => {
    const other = FILE.replace('a.md', 'b.md');
    const life: Change[] = [
      ['2023-05-29', { [FILE]: notice('通知', '原文甲。') }],
      ['2023-05-30', { [FILE]: notice('通知', '原文乙。') }],
      ['2023-05-31', { [FILE]: undefined, [other]: notice('通知', '原文乙。') }],
    ];
    const renamed = await gathered(...life);
    expect(renamed.ids).toEqual(['b']);
    expect(renamed.written).not.toContain('原文');
    const taken = await gathered(...life, ['2023-06-01', { [FILE]: notice('另一件', '新文。') }]);
    expect(taken.written).not.toContain('原文');
    expect(taken.of('a').map(({ day }) => day)).toEqual(['2023-06-01']);
  });

  it('is not taken from what an older program gathered', async () => {
    const { dir } = await workshop();
    const entries = { a: [{ day: '2023-05-29', commit: 'x', changes: ['正文删去：“原文”'] }] };
    await write(dir, { '.columns/history/shili.json': JSON.stringify({ format: 1, entries }) });
    expect(readHistory(dir, 'shili')).toBeUndefined();
  });
});

describe('a change in a long text', () => {
  const long = (sign: string) => `${'前'.repeat(120)}${sign}${'后'.repeat(120)}`;

  it.each([
    ['text', (sign: string) => notice('通知', long(sign))],
    ['field', (sign: string) => headed(`summary: ${long(sign)}\n`)],
  ])('is seen in both quotations of the %s, wherever it stands', async (_, text) => {
    const { changes } = await gathered(
      ['2023-05-29', { [FILE]: text('旧') }],
      ['2023-05-30', { [FILE]: text('新') }],
    );
    const [was, is] = [
      ...changes('a')
        .flat()
        .join('')
        .matchAll(/“([^”]*)”/g),
    ].map(([q]) => q);
    expect(was).toMatch(/^“……前+旧后+……”$/);
    expect(is).toMatch(/^“……前+新后+……”$/);
  });

  it('is seen in each of many rows', async () => {
    const row = (n: number, sign: string) => `${n}号${'甲'.repeat(70)}${sign}`;
    const table = (sign: string) => `名称\n${[1, 2, 3].map((n) => row(n, sign)).join('\n')}\n`;
    const { changes } = await gathered(
      ['2023-05-29', { [REGISTER]: register('甲'), [TABLE]: table('旧') }],
      ['2023-05-30', { [TABLE]: table('新') }],
    );
    const said = changes('r').at(-1) ?? [];
    expect(said.filter((sentence) => sentence.includes('旧'))).toHaveLength(3);
    expect(said.filter((sentence) => sentence.includes('新'))).toHaveLength(3);
  });
});

describe('a history of any size', () => {
  it('is read in windows, and gives what reading it at once gives', async () => {
    const { dir, commit } = await begin();
    const texts = Array.from({ length: 12 }, (_, i) =>
      notice('甲', `第 ${i} 版。${'文'.repeat(40)}`),
    );
    for (const [index, text] of texts.entries()) {
      await commit(`2023-06-${String(index + 10)}`, { [FILE]: text });
    }
    const ids = texts.map((_, index) =>
      execFileSync('git', ['rev-parse', `HEAD~${texts.length - 1 - index}:${FILE}`], { cwd: dir })
        .toString()
        .trim(),
    );
    for (const window of [1, 300, 700, 2 ** 20]) {
      const blobs = new Blobs(dir, ids, window);
      expect(ids.map((id) => blobs.text(id))).toEqual(texts);
      // A change needs the version before it as well.
      expect(ids.slice(1).map((id, at) => [blobs.text(ids[at]), blobs.text(id)])).toEqual(
        texts.slice(1).map((text, at) => [texts[at], text]),
      );
    }
  });

  it('asks git no oftener for many versions than for few', async () => {
    const asked = async (versions: number): Promise<number> => {
      const { dir, commit } = await begin();
      for (let version = 1; version <= versions; version += 1)
        await commit(`2023-06-${String(version).padStart(2, '0')}`, {
          [FILE]: notice('甲', `第 ${version} 版。`),
        });
      const trace = join(dir, 'trace');
      vi.stubEnv('GIT_TRACE', trace);
      gatherHistory(dir, ['shili']);
      vi.unstubAllEnvs();
      return readFileSync(trace, 'utf8').match(/built-in: git cat-file/g)?.length ?? 0;
    };
    expect(await asked(3)).toBeGreaterThan(0);
    expect(await asked(12)).toBe(await asked(3));
  });

  it('tells a version that is very long by its day and without its words', async () => {
    const long = notice('甲', '一行很长的文字。\n'.repeat(120_000));
    const { of, changes } = await gathered(
      ['2023-05-29', { [FILE]: notice('甲', '一。') }],
      ['2023-06-01', { [FILE]: long }],
    );
    expect(changes('a')).toEqual([[], [NOT_QUOTED]]);
    expect(of('a').map(({ day }) => day)).toEqual(['2023-05-29', '2023-06-01']);
  });

  it('says of a long table only that it has changed', async () => {
    const table = FILE.replace(/md$/, 'csv');
    const rows = (from: number) =>
      `名称,说明\n${Array.from({ length: 90_000 }, (_, i) => `第${from + i}项,说明文字`).join('\n')}\n`;
    const { changes } = await gathered(
      ['2023-05-29', { [FILE]: notice('甲', '一。'), [table]: rows(0) }],
      ['2023-06-01', { [table]: rows(1) }],
    );
    expect(changes('a')).toEqual([[], ['表格有改动（太长，不逐项列出）']]);
  });

  it('cannot be forged by the name of a file', async () => {
    const forged = `content/\u0001${'f'.repeat(40)} 1000000000`;
    const { of } = await gathered(
      ['2023-05-29', { [FILE]: notice('甲', '一。') }],
      ['2023-06-01', { [FILE]: notice('甲', '二。'), [forged]: 'x' }],
      [
        '2023-06-02',
        { [FILE]: notice('甲', '三。'), [`content/${'e'.repeat(40)} 1000000000`]: 'x' },
      ],
      ['2023-06-03', { [FILE]: notice('甲', '四。'), 'content/:100644 100644 a b M': 'x' }],
    );
    expect(of('a').map(({ day }) => day)).toEqual([
      '2023-05-29',
      '2023-06-01',
      '2023-06-02',
      '2023-06-03',
    ]);
    expect(of('a').every(({ commit = '' }) => !/^[fe]{40}$/.test(commit))).toBe(true);
  });
});

test('a partial clone fetches all old versions in one go, and tells what a whole clone tells', async () => {
  const { dir, commit } = await begin();
  const other = 'content/dierxian/_notice/2023/b.md';
  for (let day = 10; day < 30; day++) {
    await commit(`2023-05-${day}`, {
      [FILE]: notice('通知', `第 ${day} 版。`),
      [other]: notice('另一个通知', `第 ${day} 版。`),
    });
  }
  git(dir, '2023-06-01', 'config', 'uploadpack.allowFilter', 'true');
  git(dir, '2023-06-01', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = join(dir, 'clone');
  git(dir, '2023-06-01', 'clone', '--filter=blob:none', `file://${dir}`, clone);
  const trace = join(dir, 'trace');
  vi.stubEnv('GIT_TRACE', trace);
  gatherHistory(clone, ['shili', 'dierxian']);
  vi.unstubAllEnvs();
  const asked = readFileSync(trace, 'utf8').match(/trace: built-in: git fetch/g) ?? [];
  expect(asked).toHaveLength(1);
  gatherHistory(dir, ['shili', 'dierxian']);
  for (const county of ['shili', 'dierxian'])
    expect(readHistory(clone, county)).toEqual(readHistory(dir, county));
});
