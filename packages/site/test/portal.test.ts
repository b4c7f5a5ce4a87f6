import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { COVERAGE_STATES, type CountyFigures } from '@columns/check/coverage';
import { type CountySummary, type SlotName, slotHtml } from '@columns/export/portal';
import { readBoundaries } from '@columns/standard/boundaries';
import { describe, expect, it } from 'vitest';
import { keepOld } from '../src/deploy/index.ts';
import { type AssembleOptions, assemble, type SiteFile } from '../src/index.ts';
import { beside, builtApp, snapshot, type Tree, workshop, write } from './fixture.ts';

/** A page with places, as the theme leaves it. */
const frame = (...slots: SlotName[]) =>
  `<main>${slots.map((name) => slotHtml(name, '<p>待填</p>')).join('')}</main>`;

const FRAMES: Tree = {
  'counties/index.html': frame('counties', 'newest', 'feed'),
  'counties/domains/index.html': frame('matrix'),
  'counties/domains/budget/index.html': frame('domain'),
  'counties/search/index.html': frame('search'),
  'coverage/counties/index.html': frame('coverage'),
  'openness/index.html': frame('openness'),
  'tasks/plan-tasks/counties/index.html': frame('tasks'),
};

function summaryOf(county: string, name: string, title = `${name}预算`): CountySummary {
  const newest = { title, address: '2024/a/', published: '2024-05-06' };
  return {
    county,
    name,
    demo: true,
    mapApproval: null,
    entries: 1,
    newest,
    domains: [{ id: 'budget', name: '财政预决算', entries: 1, newest }],
    alerts: [],
    tasks: [],
    proofs: [],
    assessment: null,
    honours: [],
    openness: [],
    feed: [
      {
        id: '2024/a/',
        page: '2024/a/',
        title,
        published: '2024-05-06',
        updated: '2024-05-06',
        categories: [],
      },
    ],
  };
}

function figuresOf(county: string, name: string): CountyFigures {
  const none = Object.fromEntries(Object.keys(COVERAGE_STATES).map((state) => [state, 0]));
  const counts = { ...none, done: 1, empty: 1 } as CountyFigures['total']['counts'];
  const group = { id: 'budget', name: '财政预决算', items: 2, counts, score: 50 };
  return {
    county,
    name,
    demo: true,
    asOf: '2024-06-01',
    total: { ...group, id: county, name },
    domains: [group],
    measures: { interpretation: 66.7 },
    catalogues: [
      {
        ...{ id: 'town', name: '乡镇（街道）' },
        ...{ publishers: 2, items: 60, published: 3, due: 8, missing: 5 },
      },
    ],
    rates: [],
  };
}

interface Made {
  appsDir: string;
  outDir: string;
}

async function county(
  { appsDir }: Made,
  id: string,
  change: Partial<SiteFile>,
  summary: CountySummary | string = summaryOf(id, change.name ?? id),
): Promise<void> {
  await builtApp(appsDir, id, { parent: 'luan', ...change });
  const text = typeof summary === 'string' ? summary : JSON.stringify(summary);
  await beside(appsDir, id, {
    'dist-data/data/column/summary.json': text,
    'dist-records/data/column/coverage-figures.json': JSON.stringify(
      figuresOf(id, change.name ?? id),
    ),
  });
}

/** 六安市 with two of its seven counties. */
async function city(): Promise<Made & { dir: string }> {
  const made = await workshop();
  await builtApp(made.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
  await county(made, 'jinzhai', { name: '金寨县' });
  await county(made, 'huoshan', { name: '霍山县' });
  return made;
}

async function portal(made: Made, more: Partial<AssembleOptions> = {}) {
  await assemble({ appsDir: made.appsDir, outDir: made.outDir, ...more });
  return (file = 'counties/index.html') => readFile(path.join(made.outDir, 'luan', file), 'utf8');
}

describe('a city’s pages', () => {
  it('are filled with what its counties left of themselves', async () => {
    const read = await portal(await city());
    const home = await read();
    expect(home).not.toContain('待填');
    expect(home).toContain('六安市有 2 个县区开设了专栏，共公开 2 条信息。');
    expect(home).toContain('<a href="/jinzhai/2024/a/">金寨县预算</a>');
    expect(await read('counties/domains/budget/index.html')).toContain('共 2 条');
    expect(await read('counties/domains/index.html')).toContain(
      '<tfoot><tr><th scope="row">合计</th>',
    );
    expect(await read('counties/search/index.html')).toContain('<li data-column="/huoshan/">');
    expect(await read('coverage/counties/index.html')).toContain('2 个县区合计：得分 50.0；事项 4');
    expect(await read('coverage/counties/index.html')).toContain('6 / 120（10）');
  });

  it.each([
    ['city', '六安市（市级）自己的公开情况'],
    ['province', '六安市（省级）自己的公开情况'],
  ] as const)('call a %s by its own level', async (level, words) => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level, name: '六安市' }, FRAMES);
    await beside(made.appsDir, 'luan', {
      'dist-records/data/column/coverage-figures.json': JSON.stringify(figuresOf('luan', '六安市')),
    });
    await county(made, 'jinzhai', { name: '金寨县' });
    const html = await (await portal(made))('coverage/counties/index.html');
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain(words);
  });

  it.each([
    ['counties/index.html'],
    ['counties/domains/index.html'],
    ['counties/domains/budget/index.html'],
    ['coverage/counties/index.html'],
    ['openness/index.html'],
    ['tasks/plan-tasks/counties/index.html'],
  ])('say 演示数据 where demonstrations are compared: %s', async (file) => {
    const read = await portal(await city());
    const html = await read(file);
    expect(html.match(/演示数据：这里比较的都是演示专栏/g)).toHaveLength(1);
    expect(await read('counties/search/index.html')).not.toContain('演示数据');
  });

  it('name the demonstrations among counties that are none, and say nothing where none is', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
    await county(made, 'jinzhai', { name: '金寨县', demo: false });
    await county(made, 'huoshan', { name: '霍山县', demo: true });
    const mixed = await (await portal(made))('coverage/counties/index.html');
    expect(mixed).toContain('演示数据：其中霍山县是演示专栏');
    await county(made, 'huoshan', { name: '霍山县', demo: false });
    const real = await (await portal(made))('coverage/counties/index.html');
    expect(real).not.toContain('演示数据');
  });

  it('keep the environment’s prefix before every address', async () => {
    const read = await portal(await city(), { base: '/repository/' });
    const home = await read();
    expect(home).toContain('href="/repository/jinzhai/"');
    expect(home.match(/(?:href|data-column)="\/(?!repository\/)/g)).toBeNull();
  });

  it('name counties without a column on the map and below it', async () => {
    const home = await (await portal(await city()))();
    expect(home).toContain('aria-label="舒城县：尚未开设专栏"');
    expect(home).toContain('尚未开设专栏：金安区、裕安区、叶集区、霍邱县、舒城县。');
  });

  it('say in a preview of some columns that others are not in it', async () => {
    const home = await (await portal(await city(), { only: ['luan', 'jinzhai'] }))();
    expect(home).toContain('aria-label="霍山县：不在这次拼装中"');
  });

  it.each([
    ['none', ''],
    ['half a file', '{"county": "huoshan", "na'],
    ['one of another version', '{"county": "huoshan", "name": "霍山县"}'],
  ])('say so where a county’s figures are missing: %s', async (_, text) => {
    const made = await city();
    await county(made, 'huoshan', { name: '霍山县' }, text);
    const read = await portal(made);
    expect(await read()).toMatch(/霍山县<\/a><\/th><td role="cell" data-label="公开信息">统计暂缺/);
    expect(await read('counties/domains/budget/index.html')).toContain('统计暂缺');
  });

  it('show what each county has for each task, and what it has not', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
    const task = { row: 1, number: '1', title: '编目录', due: '2020-08-31', state: '原件未载' };
    const below = ['jinzhai', 'huoshan', 'shucheng', 'nowhere'].map((county) => ({
      county,
      text: `${county}/a`,
    }));
    const tasks = [{ id: 'plan-tasks', tasks: [{ ...task, below }] }];
    await beside(made.appsDir, 'luan', {
      'dist-data/data/column/summary.json': JSON.stringify({
        ...summaryOf('luan', '六安市'),
        tasks,
      }),
    });
    const proof = { as: '佐证', title: '<目录>', address: '2024/a/', example: false };
    await county(
      made,
      'jinzhai',
      { name: '金寨县' },
      {
        ...summaryOf('jinzhai', '金寨县'),
        proofs: [{ ledger: 'luan/plan-tasks', row: 1, proofs: [proof] }],
      },
    );
    await county(made, 'huoshan', { name: '霍山县' });
    await county(made, 'shucheng', { name: '舒城县' }, '');
    const html = await (await portal(made))('tasks/plan-tasks/counties/index.html');
    expect(html).toContain('<a href="/jinzhai/2024/a/">&lt;目录&gt;</a>');
    expect(html).toContain('<td>1 处佐证不存在或已撤回</td>');
    expect(html).toContain('<p class="note">统计暂缺：舒城县。</p>');
    expect(html).toContain('清单写到而网站中没有的县区：nowhere。');
    expect(html).toContain('id="row-1"');
  });

  it('gather what counties tell of the work, and mark those that are an example', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
    const pilot = { unit: '金寨县', level: '国家级', type: '试点', day: '2018' };
    await beside(made.appsDir, 'luan', {
      'dist-data/data/column/summary.json': JSON.stringify({
        ...summaryOf('luan', '六安市'),
        honours: [pilot],
      }),
    });
    const notice = { section: '经验做法', title: '办好专区', address: '2024/b/' };
    await county(
      made,
      'jinzhai',
      { name: '金寨县' },
      { ...summaryOf('jinzhai', '金寨县'), openness: [{ ...notice, published: '2024-05-07' }] },
    );
    await county(made, 'huoshan', { name: '霍山县' }, '');
    const read = await portal(made);
    const told = await read('openness/index.html');
    expect(told).toContain('<a href="/jinzhai/2024/b/">办好专区</a>');
    expect(told).toContain('统计暂缺：霍山县。');
    expect(await read()).toContain(
      '<a href="/jinzhai/">金寨县</a> <span class="badge">国家级试点（2018年）</span>',
    );
  });

  it('hold counties against the indicators of the city, counted or entered', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
    const indicator = { id: 'interpretation', name: '政策解读', share: 15 };
    const guidance = { id: 'guidance', name: '指导', share: 10, counted: null };
    await beside(made.appsDir, 'luan', {
      'dist-data/data/column/summary.json': JSON.stringify({
        ...summaryOf('luan', '六安市'),
        assessment: {
          title: '2024年度考评',
          indicators: [
            { ...indicator, counted: { id: 'interpretation', name: '重要政策解读率（%）' } },
            guidance,
          ],
          results: [{ indicator: 'guidance', whom: '金寨县', value: 9.2 }],
        },
      }),
    });
    await county(made, 'jinzhai', { name: '金寨县' });
    const html = await (await portal(made))('coverage/counties/index.html');
    expect(html).toContain(
      '<th scope="row">政策解读（重要政策解读率（%））</th><td>15%</td><td>66.7</td>',
    );
    expect(html).toContain('<th scope="row">指导（人工评定）</th><td>10%</td><td>9.2</td>');
  });

  it('say so where a county has no records', async () => {
    const made = await city();
    await rm(path.join(made.appsDir, 'huoshan/dist-records'), { recursive: true });
    const coverage = await (await portal(made))('coverage/counties/index.html');
    expect(coverage).toContain('另有 1 个县区统计暂缺，没有计入');
  });

  it('print nothing of a county’s content as markup', async () => {
    const made = await city();
    const hostile = '"><script>alert(1)</script><!--/portal:newest-->';
    await county(made, 'huoshan', { name: '霍山县' }, summaryOf('huoshan', '霍山县', hostile));
    const home = await (await portal(made))();
    expect(home).not.toContain('<script');
    expect(home.match(/<!--\/portal:newest-->/g)).toHaveLength(1);
  });

  it('are the same bytes whatever the order of the folders', async () => {
    const one = await city();
    const two = await workshop();
    await county(two, 'huoshan', { name: '霍山县' });
    await county(two, 'jinzhai', { name: '金寨县' });
    await builtApp(two.appsDir, 'luan', { level: 'city', name: '六安市' }, FRAMES);
    await portal(one);
    await portal(two);
    expect(await snapshot(one.outDir)).toEqual(await snapshot(two.outDir));
  });

  it('change alone, with the county itself, when a county’s content does', async () => {
    const made = await city();
    await portal(made);
    const before = await snapshot(made.outDir);
    await county(made, 'huoshan', { name: '霍山县' }, summaryOf('huoshan', '霍山县', '新标题'));
    await portal(made);
    const after = await snapshot(made.outDir);
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual([
      'huoshan/data/column/summary.json',
      'luan/counties/domains/budget/index.html',
      'luan/counties/index.html',
    ]);
  });

  it('are filled anew when the city’s own build failed and its old version is kept', async () => {
    const made = await city();
    await portal(made, { manifest: { tools: {} } });
    await county(made, 'huoshan', { name: '霍山县' }, summaryOf('huoshan', '霍山县', '新标题'));
    await write(path.join(made.appsDir, 'luan/dist'), { 'index.html': 'half' });
    expect(
      await keepOld({ ...made, failed: ['luan'], base: '/', contentRoot: 'none' }),
    ).toMatchObject({
      kept: ['luan'],
      lost: [],
    });
    expect(await (await portal(made))()).toContain('新标题');
  });

  it('show a failing county’s old figures where its old version is kept', async () => {
    const made = await city();
    await portal(made, { manifest: { tools: {} } });
    const half = summaryOf('huoshan', '霍山县', '没有发布的');
    await county(made, 'huoshan', { name: '霍山县' }, half);
    await keepOld({ ...made, failed: ['huoshan'], base: '/', contentRoot: 'none' });
    const home = await (await portal(made))();
    expect(home).toContain('霍山县预算');
    expect(home).not.toContain('没有发布的');
  });

  it('leave the builds as they are, where files are linked', async () => {
    const made = await city();
    await portal(made, { link: true });
    const own = path.join(made.appsDir, 'luan/dist/counties/index.html');
    expect(await readFile(own, 'utf8')).toContain('待填');
  });

  it('have a feed where the site’s address is known, and say so where it is not', async () => {
    const made = await city();
    const without = await portal(made);
    expect(await without()).toContain('网站域名确定后提供');
    await expect(without('counties/feed.xml')).rejects.toThrow('ENOENT');
    const feed = await (await portal(made, { site: 'https://example.org' }))('counties/feed.xml');
    expect(feed).toContain('<id>https://example.org/huoshan/2024/a/</id>');
    expect(feed).toContain('<category term="金寨县"/>');
  });

  it('show the map’s approval; without one only a demonstration has a map', async () => {
    const made = await city();
    expect(await (await portal(made))()).toContain('审图号：（演示，未送审）');
    const real = { level: 'city', name: '六安市', demo: false } as const;
    await builtApp(made.appsDir, 'luan', real, FRAMES);
    const without = await (await portal(made))();
    expect(without).not.toContain('<svg');
    expect(without).toContain('县区图还没有审图号');
    const own = { ...summaryOf('luan', '六安市'), mapApproval: '皖S〔2026〕1号' };
    await county(made, 'luan', { ...real, base: '/luan/' }, own);
    await builtApp(made.appsDir, 'luan', real, FRAMES);
    expect(await (await portal(made))()).toContain('审图号：皖S〔2026〕1号');
  });

  it('stay light over a hundred counties', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'province', name: '省' }, FRAMES);
    for (let i = 0; i < 100; i += 1) {
      const name = `第${i}县`;
      const { newest, ...rest } = summaryOf(`c${i}`, name, `${name}第${i * 37}号公告关于${i}`);
      const domains = Array.from({ length: 30 }, (_, d) => {
        return { id: `d${d}`, name: `领域${d}`, entries: (i * 31 + d * 7) % 97, newest };
      });
      await county(made, `c${i}`, { name }, { ...rest, newest, domains });
    }
    const read = await portal(made);
    for (const file of Object.keys(FRAMES)) {
      expect([file, gzipSync(await read(file)).length < 12 * 1024]).toEqual([file, true]);
    }
  });

  it('do without a map for a city that has no boundaries, and for a province', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'province', name: '六安市' }, FRAMES);
    await county(made, 'jinzhai', { name: '金寨县' });
    const home = await (await portal(made))();
    expect(home).not.toContain('<svg');
    expect(home).toContain('<a href="/jinzhai/">金寨县</a>');
    expect(readBoundaries({ name: '大石市', level: 'city' })).toEqual([]);
  });

  it('show of a province the cities in which somebody has a column', async () => {
    const made = await workshop();
    await builtApp(made.appsDir, 'luan', { level: 'province', name: '湖南省' }, FRAMES);
    await county(made, 'lukou', { name: '渌口区' });
    const home = await (await portal(made))();
    expect(home.match(/<svg/g)).toHaveLength(1);
    expect(home).toContain('<title id="county-map-430200">株洲市县区示意图</title>');
    expect(home).toMatch(/<a href="\/lukou\/" aria-label="渌口区：[^"]*">/);
    expect(home).toMatch(/<g class="county-none"[^>]*aria-label="醴陵市/);
    // Of the others in the province it claims nothing.
    expect(home).not.toMatch(/class="note">[^<]*醴陵市/);
    await county(made, 'wuling', { name: '武陵区' });
    const both = await (await portal(made))();
    expect(both).toContain('常德市县区示意图');
    expect(both.match(/<svg/g)).toHaveLength(2);
  });
});
