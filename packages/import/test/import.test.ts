import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../src/index.ts';
import { importOne, Place } from './fixture.ts';
import { CENTRE, docx, p, tbl, tc, tr, xlsx } from './office.ts';

const notice = (title: string, more = '') =>
  `${title}\n\n各学校：\n\n请按时报送材料。${more}\n\n县教育局\n2024年3月5日\n`;
const states = ({ outcomes }: Awaited<ReturnType<Place['run']>>) =>
  Object.fromEntries(outcomes.map(({ source, state }) => [source, state]));

describe('a folder', () => {
  test('is imported whole; the report is a table of what went where', async () => {
    const place = new Place({
      '关于甲事项的通知.txt': notice('关于甲事项的通知'),
      '学校/关于乙事项的通知.docx': docx(
        [
          p('关于乙事项的通知', CENTRE),
          p('各学校：'),
          p('请照办。'),
          p('县教育局'),
          p('2024年3月6日'),
        ].join(''),
      ),
      '学校/照片.jpg': 'x',
      '~$锁定.docx': 'x',
      '旧.doc': '{\\rtf1 x}',
    });
    const report = await place.run();
    expect(states(report)).toEqual({
      '关于甲事项的通知.txt': 'written',
      '学校/关于乙事项的通知.docx': 'written',
      '旧.doc': 'failed',
    });
    expect(report.ignored).toEqual(['学校/照片.jpg']);
    const text = reportMarkdown(report);
    expect(text).toContain('共 3 条：已写入 2，未导入 1。');
    expect(text).toContain('| 学校/关于乙事项的通知.docx | 已写入 | shili/_notice/2024/');
    expect(text).toContain('另存为');
  });

  test('named like a domain and an item puts its files there', async () => {
    const place = new Place({
      '义务教育/school-directory/关于名录的通知.txt': notice('关于名录的通知'),
      '养老服务/关于补贴的通知.txt': notice('关于补贴的通知'),
    });
    const { outcomes } = await place.run();
    expect(outcomes.map(({ target }) => target?.replace(/[^/]+$/, ''))).toEqual([
      'shili/compulsory-education/school-directory/2024/',
      'shili/elder-care/_general/2024/',
    ]);
  });

  test('goes on where it was cut off, and writes nothing twice', async () => {
    const place = new Place({ '关于甲事项的通知.txt': notice('关于甲事项的通知') });
    await place.run();
    place.write('files/关于乙事项的通知.txt', notice('关于乙事项的通知'));
    const written = place.written();
    const again = await place.run();
    expect(states(again)).toEqual({
      '关于甲事项的通知.txt': 'done',
      '关于乙事项的通知.txt': 'written',
    });
    expect(place.written()).toHaveLength(written.length + 1);
  });

  test('says how far it is', async () => {
    const place = new Place({
      'a.txt': notice('关于甲事项的通知'),
      'b.txt': notice('关于乙事项的通知'),
    });
    const told: string[] = [];
    await place.run({
      progress: (done, total, name, step) => told.push(`${step} ${done}/${total} ${name}`),
    });
    expect(told).toEqual([
      'read 1/2 a.txt',
      'read 2/2 b.txt',
      'write 1/2 a.txt',
      'write 2/2 b.txt',
    ]);
  });

  test('with the same text twice writes it once', async () => {
    const place = new Place({
      'a.txt': notice('关于甲事项的通知'),
      'b.txt': notice('关于甲事项的通知'),
    });
    expect(states(await place.run())).toEqual({ 'a.txt': 'written', 'b.txt': 'same' });
  });

  test('with two texts of one title gives the second an id of its own', async () => {
    const place = new Place({
      '甲/公告.txt': notice('公示公告', '甲。'),
      '乙/公告.txt': notice('公示公告', '乙。'),
    });
    await place.run();
    expect(place.written()).toEqual([
      '_notice/2024/gongshi-gonggao-2024-2.md',
      '_notice/2024/gongshi-gonggao-2024.md',
    ]);
  });

  test('whose files are named as attachments puts them beside the text that names them', async () => {
    const place = new Place({
      '关于甲事项的通知.docx': docx(
        [
          p('关于甲事项的通知', CENTRE),
          p('各学校：'),
          p('请照办。'),
          p('附件：1.任务分工表'),
          p('县教育局'),
          p('2024年3月6日'),
        ].join(''),
      ),
      '附件1：任务分工表.xlsx': xlsx([
        {
          name: '表',
          rows: [
            ['任务', '单位'],
            ['公开', '办公室'],
          ],
        },
      ]),
    });
    expect(states(await place.run())).toEqual({
      '关于甲事项的通知.docx': 'written',
      '附件1：任务分工表.xlsx': 'attached',
    });
    const [head, beside] = place.written();
    expect(beside).toMatch(/\/fujian-1-renwu-fengong-biao\.xlsx$/);
    expect(place.read(head ?? '')).toContain(
      'attachments:\n  - file: fujian-1-renwu-fengong-biao.xlsx\n    name: 任务分工表',
    );
  });
});

describe('what stands already', () => {
  test('is not overwritten, with --force it is', async () => {
    const place = new Place({ 'report.txt': notice('关于甲事项的通知') });
    await place.run();
    const [head = ''] = place.written();
    const file = join(place.root, 'content/shili', head);
    writeFileSync(file, '改过');
    rmSync(join(place.root, 'work'), { recursive: true });
    expect(states(await place.run())).toEqual({ 'report.txt': 'kept' });
    expect(place.read(head)).toBe('改过');
    expect(states(await place.run({ force: true }))).toEqual({ 'report.txt': 'written' });
    expect(place.read(head)).toContain('title: 关于甲事项的通知');
    expect(place.written()).toEqual([head]);
  });

  test('under another place keeps its id', async () => {
    const place = new Place({ 'report.txt': notice('关于甲事项的通知') });
    place.write('content/shili/_policy/2020/report-2024.md', '---\n---\n');
    await place.run();
    expect(place.written()).toContain('_notice/2024/report-2024-2.md');
  });
});

test('a dry run writes nothing at all', async () => {
  const { outcome, written, place } = await importOne('a.txt', notice('关于甲事项的通知'), {
    dryRun: true,
  });
  expect(outcome.state).toBe('planned');
  expect(written).toEqual([]);
  expect(place.has('work')).toBe(false);
});

describe('personal data', () => {
  /** Made-up numbers with valid check digits. */
  const ID = '110101199003070070';

  test('keeps a file out; the report has it masked, content has none of it', async () => {
    const place = new Place({
      'a.txt': notice('关于甲事项的通知', `联系人手机13800138000，身份证号${ID}。`),
    });
    const report = await place.run();
    expect(states(report)).toEqual({ 'a.txt': 'failed' });
    expect(place.written()).toEqual([]);
    const text = reportMarkdown(report);
    expect(text).toContain('手机号码 138****8000');
    expect(text).not.toContain('13800138000');
    expect(text).not.toContain(ID);
  });

  test('is found in the columns of a table too', async () => {
    const { outcome, written } = await importOne('a.csv', `姓名,身份证号\n某某,${ID}\n`, {
      set: { published: '2024-01-01' },
    });
    expect(outcome.failure?.code).toBe('personal-data');
    expect(outcome.personal?.[0]).toContain('数据表第 2 行“身份证号”');
    expect(written).toEqual([]);
  });

  test('in a hidden sheet is left out with it, but keeps the original file from being attached', async () => {
    const file = xlsx([
      {
        name: '名录',
        rows: [
          ['名称', '类型'],
          ['甲', '乙'],
        ],
      },
      {
        name: '底稿',
        state: 'hidden',
        rows: [
          ['姓名', '身份证号'],
          ['某某', ID],
        ],
      },
    ]);
    const set = { published: '2024-01-01' };
    expect((await importOne('a.xlsx', file, { set })).outcome.state).toBe('written');
    const attached = await importOne('a.xlsx', file, { set, attach: true });
    expect(attached.outcome.failure?.code).toBe('personal-data');
    expect(attached.written).toEqual([]);
  });

  test('that the law wants published goes through with a reasoned exemption, and is listed', async () => {
    const exemption = { type: '强制性信息披露', reason: '示例法第一条' };
    const { outcome } = await importOne(
      'a.txt',
      notice('关于甲事项的通知', '联系人手机13800138000。'),
      { set: { exemption } },
    );
    expect(outcome.state).toBe('written');
    expect(outcome.personal).toHaveLength(1);
  });
});

test('an entry that the reader of the build would refuse is not written, and says why', async () => {
  const { outcome, written } = await importOne('a.txt', notice('关于甲事项的通知'), {
    set: { unit: 'nobody' },
  });
  expect(outcome.failure?.code).toBe('rejected');
  expect(outcome.findings?.[0]?.message).toContain('nobody');
  expect(written).toEqual([]);
});

test('what the officer sets goes before what is found', async () => {
  const { text } = await importOne('a.txt', notice('关于甲事项的通知'), {
    kind: 'notice',
    id: 'my-own-id',
    set: { form: '公告', published: '2024-04-01', title: '改过的标题' },
  });
  expect(text).toContain(
    'title: 改过的标题\nkind: notice\nunit: education\nform: 公告\nformed: 2024-03-05\npublished: 2024-04-01',
  );
});

test('the same file gives the same bytes', async () => {
  const file = docx(
    [
      p('关于甲事项的通知', CENTRE),
      tbl(tr(tc('甲'), tc('乙')), tr(tc('1'), tc('2'))),
      p('县教育局'),
      p('2024年3月6日'),
    ].join(''),
  );
  const [one, two] = [await importOne('a.docx', file), await importOne('a.docx', file)];
  expect(one.text).toBe(two.text);
  expect(one.written).toEqual(two.written);
});

test('nothing is left behind in the system’s folder for temporary files', async () => {
  const before = readdirSync('/tmp').filter((name) => name.startsWith('columns-import-'));
  await importOne('a.txt', notice('关于甲事项的通知'));
  const after = readdirSync('/tmp').filter((name) => name.startsWith('columns-import-'));
  expect(after.filter((name) => !before.includes(name) && !existsSync(join('/tmp', name)))).toEqual(
    [],
  );
});
