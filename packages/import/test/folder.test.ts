import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ACTIVE } from '@columns/office/fixture-active';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../src/index.ts';
import { reportJson, reportMarkdown, troublesOf } from '../src/index.ts';
import { Journal } from '../src/run/journal.ts';
import { Writer } from '../src/run/writer.ts';
import { figures } from './figures.ts';
import { Place } from './fixture.ts';
import { CENTRE, docx, ole, PNG, p, tbl, tc, tr, xlsx } from './office.ts';

const text = (title: string, more = '') =>
  `${title}\n\n各学校：\n\n请按时报送材料。${more}\n\n县教育局\n2024年3月5日\n`;
const word = (title: string, ...lines: string[]) =>
  docx(
    [
      p(title, CENTRE),
      p('各学校：'),
      p('请按时报送材料。'),
      ...lines.map((line) => p(line)),
      p('县教育局'),
      p('2024年3月5日'),
    ].join(''),
  );
const page = (title: string, links: string) =>
  `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2024-03-06"></head><body><div class="TRS_Editor"><p>各学校：</p><p>请按时报送材料，逾期不再受理，特此通知。</p>${links}</div></body></html>`;
const table = (mark: string) =>
  xlsx([
    {
      name: '表',
      rows: [
        ['任务', '单位', '年度'],
        [`公开${mark}`, '办公室', '2023'],
      ],
    },
  ]);

/** A folder with one of everything: entries, attachments, copies, what cannot be read. */
const MIXED: Record<string, string | Uint8Array> = {
  '义务教育/关于甲事项的通知.docx': word('关于甲事项的通知', '附件：1.任务分工表', '2.报名表'),
  '义务教育/附件1：任务分工表.xlsx': table('甲'),
  '义务教育/附件/报名表.docx': docx([p('报名表', CENTRE), p('姓名：')].join('')),
  '义务教育/关于乙事项的通知.html': page(
    '关于乙事项的通知',
    '<p><a href="./files/P0201.xlsx">资金安排表</a></p><p><a href="/old/P0202.png">现场照片.png</a></p>',
  ),
  '义务教育/files/P0201.xlsx': table('乙'),
  'old/P0202.png': PNG,
  '备份/甲.docx': word('关于甲事项的通知', '附件：1.任务分工表', '2.报名表'),
  '备份/附件：任务分工表.xlsx': table('甲'),
  '丙.txt': text('关于丙事项的通知'),
  '丙.docx': word('关于丙事项的通知'),
  '公告1.txt': text('公示公告', '一。'),
  '公告2.txt': text('公示公告', '二。'),
  '公告3.txt': text('公示公告', '手机13800138000。'),
  '公告4.txt': text('公示公告', '四。'),
  '加密.docx': ole('EncryptedPackage'),
  '空.txt': '',
  '名录.docx': docx(
    [
      p('关于丁事项的通知', CENTRE),
      p('现予公布。'),
      tbl(tr(tc('甲'), tc('乙')), tr(tc('1'), tc('2'))),
      p('县教育局'),
      p('2024年3月6日'),
    ].join(''),
  ),
};

/** Documents of few titles that name each other, pages that lead to them, copies, and what is refused. */
function tangled(pick: (below: number) => number): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  const folders = ['', '义务教育/', '备份/'];
  const count = 5 + pick(4);
  const names = Array.from({ length: count }, (_, index) => `文件${index}`);
  for (const [index, name] of names.entries()) {
    const folder = folders[pick(3)] ?? '';
    const named = names.filter(() => pick(count) === 0);
    const copied = Object.values(files)[pick(count * 2)];
    // A telephone number of somebody: the entry is not written, and what it names is not.
    const more = pick(5) === 0 ? '手机13800138000。' : `第${pick(count)}项。`;
    const title = `关于${'甲乙'[pick(2)]}事项的通知`;
    if (copied !== undefined && !folder.startsWith('备'))
      files[`${folder}${name}.${typeof copied === 'string' ? 'html' : 'docx'}`] = copied;
    else if (pick(3) === 0)
      files[`${folder}${name}.html`] = page(
        title,
        `<p>${more}</p>${named.map((each) => `<p><a href="${each}.docx">${each}</a></p>`).join('')}`,
      );
    else if (pick(6) === 0) files[`${folder}${name}.xlsx`] = table(String(index));
    else
      files[`${folder}${name}.docx`] = word(
        title,
        more,
        ...(named.length === 0 ? [] : [`附件：1.${named.join('2.')}`]),
      );
  }
  return files;
}

const treeOf = (place: Place) =>
  Object.fromEntries(place.written().map((path) => [path, place.bytes(path).toString('base64')]));

/** What became of each file; what an earlier part of the run has written counts as written. */
const statesOf = ({ outcomes }: Awaited<ReturnType<Place['run']>>) =>
  outcomes.map(({ source, state, target, remarks }) => ({
    source,
    state: state === 'done' ? 'written' : state,
    target,
    remarks,
  }));

async function oneRun(options: Partial<ImportOptions> = {}) {
  const place = new Place(MIXED);
  const report = await place.run(options);
  return { place, report, tree: treeOf(place), states: statesOf(report) };
}

describe('every file of a folder', () => {
  test('is an entry, an attachment, a copy or refused, and told once', async () => {
    const { report, tree } = await oneRun();
    const told = Object.fromEntries(report.outcomes.map((each) => [each.source, each.state]));
    expect(told).toEqual({
      'old/P0202.png': 'attached',
      '丙.docx': 'written',
      '丙.txt': 'same',
      '义务教育/files/P0201.xlsx': 'attached',
      '义务教育/关于乙事项的通知.html': 'written',
      '义务教育/关于甲事项的通知.docx': 'written',
      '义务教育/附件/报名表.docx': 'attached',
      '义务教育/附件1：任务分工表.xlsx': 'attached',
      '公告1.txt': 'written',
      '公告2.txt': 'written',
      '公告3.txt': 'failed',
      '公告4.txt': 'written',
      '加密.docx': 'failed',
      '名录.docx': 'written',
      '备份/甲.docx': 'same',
      '备份/附件：任务分工表.xlsx': 'same',
      '空.txt': 'failed',
    });
    expect(report.outcomes).toHaveLength(Object.keys(MIXED).length);
    expect(report.ignored).toEqual([]);
    const heads = Object.entries(tree).filter(([path]) => path.endsWith('.md'));
    expect(heads).toHaveLength(7);
    const head = (title: string) =>
      heads
        .map(([, content]) => Buffer.from(content, 'base64').toString())
        .find((content) => content.includes(`title: ${title}`));
    expect(head('关于甲事项的通知')).toMatch(/name: 任务分工表\n[\s\S]*name: 报名表\n/);
    expect(head('关于乙事项的通知')).toMatch(/name: 资金安排表\n[\s\S]*name: 现场照片/);
  });

  test('becomes the same in whatever order the files are given, and whoever reads them', async () => {
    const { place, tree, states } = await oneRun();
    const top = readdirSync(join(place.root, 'files')).map((name) => `files/${name}`);
    for (const options of [{ threads: 2 }, { batch: 1 }, { batch: 3 }]) {
      const other = await oneRun(options);
      expect(other.tree).toEqual(tree);
      expect(other.states).toEqual(states);
    }
    const inFolder = (at: Place, order: readonly string[]) =>
      at.run({ sources: order.map((name) => join(at.root, name)) });
    const [one, two] = [new Place(MIXED), new Place(MIXED)];
    const [first, second] = [await inFolder(one, top), await inFolder(two, top.toReversed())];
    expect(treeOf(two)).toEqual(treeOf(one));
    expect(statesOf(second)).toEqual(statesOf(first));
  }, 180_000);

  test('becomes the same when the run is cut off after any of them, and goes on', async () => {
    const { tree, states } = await oneRun();
    for (const step of ['read', 'write'] as const)
      for (let after = 1; ; after++) {
        const place = new Place(MIXED);
        const stop = new AbortController();
        const cut = await place.run({
          batch: 1,
          signal: stop.signal,
          progress: (done, _total, _name, at) => {
            if (at === step && done === after) stop.abort();
          },
        });
        if (!stop.signal.aborted) break;
        expect(cut.stopped).toBeDefined();
        const before = treeOf(place);
        for (const [path, content] of Object.entries(before)) expect(tree[path]).toBe(content);
        const read: string[] = [];
        const report = await place.run({
          progress: (_done, _total, name, at) => at === 'read' && read.push(name),
        });
        expect(treeOf(place)).toEqual(tree);
        expect(statesOf(report)).toEqual(states);
        // What the first part has read is not read again.
        expect(read).toHaveLength(step === 'read' ? 16 - after : 0);
        expect(readdirSync(join(place.root, 'work'))).toEqual(['done.jsonl', 'plan.json']);
      }
  }, 180_000);

  test.each([1, 2, 3, 4, 5, 6])(
    'becomes the same wherever a run was cut off, whatever names and copies what: folders like %i',
    async (seed) => {
      const pick = figures(seed);
      for (let round = 0; round < 4; round++) {
        const files = tangled(pick);
        const whole = new Place(files);
        const report = await whole.run();
        const [tree, states] = [treeOf(whole), statesOf(report)];
        for (const step of ['read', 'write'] as const) {
          const place = new Place(files);
          const stop = new AbortController();
          const after = 1 + pick(step === 'read' ? Object.keys(files).length : 3);
          await place.run({
            batch: 1 + pick(2),
            signal: stop.signal,
            progress: (done, _total, _name, at) => {
              if (at === step && done === after) stop.abort();
            },
          });
          expect(statesOf(await place.run())).toEqual(states);
          expect(treeOf(place)).toEqual(tree);
          // Once more changes nothing and tells the same.
          expect(statesOf(await place.run())).toEqual(states);
          expect(treeOf(place)).toEqual(tree);
        }
      }
    },
    180_000,
  );

  test('called a copy is one, and its original has the place and the attachments', async () => {
    const own = page('关于甲事项的通知', '<p><a href="./files/P0201.xlsx">资金表</a></p>');
    const place = new Place({
      '备份/57.html': own,
      '义务教育/t2015.html': own,
      '义务教育/files/P0201.xlsx': table('甲'),
    });
    const { outcomes } = await place.run();
    expect(outcomes.map(({ source, state, target }) => [source, state, target])).toEqual([
      ['义务教育/files/P0201.xlsx', 'attached', '义务教育/t2015.html'],
      ['义务教育/t2015.html', 'written', expect.stringMatching(/^shili\/compulsory-education\//)],
      ['备份/57.html', 'same', '义务教育/t2015.html'],
    ]);
  });

  test('is known again in a second run, under another folder too', async () => {
    const { place, tree } = await oneRun();
    const again = await place.run();
    expect(treeOf(place)).toEqual(tree);
    const count = (state: string) => again.outcomes.filter((each) => each.state === state).length;
    expect([count('done'), count('attached'), count('same'), count('failed')]).toEqual([
      7, 4, 3, 3,
    ]);
    for (const [name, content] of Object.entries(MIXED)) place.write(`moved/${name}`, content);
    rmSync(join(place.root, 'files'), { recursive: true });
    const moved = await place.run({ sources: [join(place.root, 'moved')] });
    expect(treeOf(place)).toEqual(tree);
    expect(moved.outcomes.filter(({ state }) => state === 'written')).toEqual([]);
  });
});

describe('a file that a document names', () => {
  test('is no entry of its own, is told once, and its words are in the balance of the run', async () => {
    const form = ['申请表', '姓名、住址、事由。'];
    const place = new Place({
      '义务教育/a.html': page(
        '关于甲事项的通知',
        '<p><a href="files/b.docx">申请表</a></p><p><a href="files/c.docx">关于丙事项的通知</a></p><p><a href="files/d.png">照片</a></p>',
      ),
      // Without a day it could be no entry at all.
      '义务教育/files/b.docx': docx(form.map((line) => p(line)).join('')),
      '义务教育/files/c.docx': word('关于丙事项的通知'),
      '义务教育/files/d.png': PNG,
      // What no page names, and holds the words of what one names.
      '义务教育/打印/c.txt': text('关于丙事项的通知'),
    });
    const words = (form.join('') + text('关于丙事项的通知')).replaceAll(/\s/g, '').length;
    for (const again of [false, true]) {
      const report = await place.run();
      const [entry] = report.outcomes;
      expect(report.outcomes.map(({ source, state, target }) => [source, state, target])).toEqual([
        ['义务教育/a.html', again ? 'done' : 'written', expect.stringMatching(/\.md$/)],
        ['义务教育/files/b.docx', 'attached', '义务教育/a.html'],
        ['义务教育/files/c.docx', 'attached', '义务教育/a.html'],
        ['义务教育/打印/c.txt', 'same', '义务教育/files/c.docx'],
        ['义务教育/files/d.png', 'attached', '义务教育/a.html'],
      ]);
      expect(place.written().filter((path) => path.endsWith('.md'))).toHaveLength(1);
      const { total } = JSON.parse(reportJson(report));
      expect(total).toEqual({
        files: 3,
        source: (entry?.balance?.source ?? 0) + words,
        inEntry: entry?.balance?.inEntry,
        leftOut: expect.any(Number),
        attached: words,
        unhandled: 0,
      });
      expect(total.source).toBe(total.inEntry + total.leftOut + total.attached);
      const written = reportMarkdown(report);
      expect(written).toMatch(
        new RegExp(`\n对账：3 个文件，原文共 \\d+ 字，.*附件中 ${words}，未处理 0。\n`),
      );
      expect(written).toContain('对账：原文 12 字，原样作为附件放入，不另写成信息');
    }
  });

  test('is found by the address of its link, as a saved site has it', async () => {
    const place = new Place({
      'www.example.org/xxgk/a.html': page(
        '关于甲事项的通知',
        '<p><a href="http://www.example.org/upload/%E8%A1%A8.xlsx">下载</a><iframe src="../upload/b.pdf"></iframe></p>',
      ),
      'www.example.org/upload/表.xlsx': table('甲'),
      'www.example.org/upload/b.pdf': '%PDF-1.4 x',
      'www.example.org/upload/c.pdf': '%PDF-1.4 y',
    });
    const { outcomes } = await place.run();
    expect(Object.fromEntries(outcomes.map(({ source, state }) => [source, state]))).toEqual({
      'www.example.org/upload/b.pdf': 'attached',
      'www.example.org/upload/c.pdf': 'failed',
      'www.example.org/upload/表.xlsx': 'attached',
      'www.example.org/xxgk/a.html': 'written',
    });
    const told = outcomes.flatMap(({ remarks }) => remarks.map((each) => each.text)).join('\n');
    expect(told).not.toContain('嵌入的文件没有写入');
  });

  test('and that is not there is told', async () => {
    const place = new Place({
      'a.html': page('关于甲事项的通知', '<p><a href="b.xlsx">资金表</a></p>'),
    });
    const { outcomes } = await place.run();
    expect(outcomes[0]?.remarks.map(({ text: told }) => told)).toContain(
      '文中链接的附件“资金表”不在所给文件中，没有写入，请另行放入',
    );
  });

  test.each([
    ['表.xlsx', table('甲').slice(0, 300), /读不出|文件损坏/],
    ['表.docx', ACTIVE['docx: template from elsewhere']?.().bytes ?? '', /文档中有/],
  ])('and that the check would stop is told: %s', async (name, bytes, why) => {
    const place = new Place({
      'a.html': page('关于甲事项的通知', `<p><a href="${name}">资金表</a></p>`),
      'b.html': page('关于乙事项的通知', `<p><a href="${name}">资金表</a></p>`),
      [name]: bytes,
    });
    const { outcomes } = await place.report();
    for (const source of ['a.html', 'b.html']) {
      const { remarks = [] } = outcomes.find((each) => each.source === source) ?? {};
      const told = remarks.filter(({ text: words }) => words.includes('检查会拦下它'));
      expect(told.map(({ sort }) => sort)).toEqual(['guessed']);
      expect(told[0]?.text).toMatch(why);
    }
    expect(troublesOf(outcomes).some(({ kind }) => kind.includes('检查会拦下它'))).toBe(true);
  });

  test('is refused with its document, and never published without it', async () => {
    const place = new Place({
      '关于甲事项的通知.docx': word('关于甲事项的通知', '手机13800138000。', '附件：任务分工表'),
      '附件：任务分工表.xlsx': table('甲'),
    });
    const { outcomes } = await place.run();
    expect(outcomes.map(({ state, failure }) => [state, failure?.code])).toEqual([
      ['failed', 'personal-data'],
      ['failed', 'owner'],
    ]);
    expect(place.written()).toEqual([]);
  });
});

describe('a report', () => {
  test('tells kinds of trouble with counts, then their files', async () => {
    const { report } = await oneRun();
    const troubles = troublesOf(report.outcomes);
    expect(troubles[0]?.sort).toBe('没有导入');
    const units = troubles.find(({ kind }) => kind.includes('没有公开属性'));
    expect(units?.files.length).toBeGreaterThan(3);
    const told = reportMarkdown(report);
    expect(told).toMatch(/## 要处理的问题[\s\S]*\| 没有导入 \| 含有个人信息，没有写入 \| 1 \|/);
    expect(told).toMatch(
      /### 没有导入：文件是空的（… 字节）（1 个文件）\n\n改法：[^\n]+\n\n- 空\.txt/,
    );
    expect(told).not.toContain('13800138000');
  });
});

describe('two imports into one county', () => {
  test('do not run at once: the second one is refused and changes nothing', async () => {
    const place = new Place({ '丙.txt': text('关于丙事项的通知') });
    let second: unknown;
    const { outcomes } = await place.run({
      progress: () => {
        second ??= place.report().catch((error: unknown) => error);
      },
    });
    expect(await second).toMatchObject({
      code: 'busy',
      message: expect.stringContaining('另一个导入正在写入“shili”'),
    });
    expect(outcomes.map(({ state }) => state)).toEqual(['written']);
    // What has ended keeps nobody out.
    expect((await place.run()).outcomes.map(({ state }) => state)).toEqual(['done']);
  });

  test.each([
    ['a process that is gone', JSON.stringify({ process: 2 ** 22 + 1, machine: hostname() })],
    ['a line that was cut off', '{"proc'],
  ])('and what was left behind by %s keeps nobody out', async (_, left) => {
    const place = new Place({ '丙.txt': text('关于丙事项的通知') });
    place.write('work/running', left);
    expect((await place.run()).outcomes.map(({ state }) => state)).toEqual(['written']);
    expect(existsSync(join(place.root, 'work/running'))).toBe(false);
  });

  test('another machine holds the county as long as it is at work', async () => {
    const place = new Place({ '丙.txt': text('关于丙事项的通知') });
    const lock = place.write('work/running', JSON.stringify({ process: 1, machine: '另一台' }));
    await expect(place.report()).rejects.toMatchObject({ code: 'busy' });
    const long = new Date(Date.now() - 3_600_000);
    utimesSync(lock, long, long);
    expect((await place.run()).outcomes.map(({ state }) => state)).toEqual(['written']);
  });
});

describe('writing', () => {
  const draft = (place: string) => ({
    place,
    files: new Map<string, string | Uint8Array>([
      [`${place}.md`, 'head'],
      [`${place}/a.pdf`, 'a'],
      [`${place}.csv`, 'rows'],
      [`${place}/b.pdf`, 'b'],
    ]),
  });

  test('that was cut off between any two files is ended by the next run', () => {
    const place = new Place();
    const county = join(place.root, 'content/shili');
    const paths = ['x/2024/one', 'x/2024/two'].flatMap((at) => [...draft(at).files.keys()]);
    for (const stuck of paths) {
      const work = join(place.root, `work ${paths.indexOf(stuck)}`);
      const journal = new Journal(join(work, 'done.jsonl'));
      const writer = new Writer(join(work, 'writing'), county, journal);
      // A folder in its place stops the move of one file.
      mkdirSync(join(county, stuck, 'stop'), { recursive: true });
      const drafts = ['x/2024/one', 'x/2024/two'].map(draft) as never;
      expect(() => writer.write(drafts, [], false)).toThrow();
      for (const at of ['x/2024/one', 'x/2024/two']) {
        const isHere = (path: string) => {
          const info = statSync(join(county, path), { throwIfNoEntry: false });
          return info?.isFile() === true;
        };
        if (isHere(`${at}.md`)) expect([...draft(at).files.keys()].every(isHere)).toBe(true);
      }
      rmSync(join(county, stuck), { recursive: true });
      new Writer(join(work, 'writing'), county, journal).recover();
      for (const path of paths) expect(statSync(join(county, path)).isFile()).toBe(true);
      rmSync(join(county, 'x'), { recursive: true });
    }
  });

  test('reads a list whose last line was cut off', () => {
    const place = new Place();
    const file = join(place.root, 'done.jsonl');
    const line = {
      path: '/a',
      digest: '1',
      asked: '2',
      places: ['x'],
      words: [],
      beside: {},
      whole: true,
      outcomes: [],
    };
    writeFileSync(file, `${JSON.stringify(line)}\n{"path":"/b","dig`);
    const journal = new Journal(file);
    expect([...journal.paths]).toEqual(['/a']);
    journal.add([{ ...line, path: '/c' }]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
    expect([...new Journal(file).paths]).toEqual(['/a', '/c']);
  });
});
