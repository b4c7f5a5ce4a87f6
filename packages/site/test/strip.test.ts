import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AlertSummary, type CountySummary, slotHtml } from '@columns/export/portal';
import { expect, it } from 'vitest';
import { assemble } from '../src/index.ts';
import { beside, builtApp, snapshot, workshop } from './fixture.ts';

const PLACE = `<main>${slotHtml('alerts', '')}<h1>首页</h1></main>`;
const PAGES = {
  'index.html': PLACE,
  'kiosk/index.html': PLACE,
  'towns/east/index.html': PLACE,
  'towns/west/index.html': PLACE,
};
const RAIN: AlertSummary = {
  title: '暴雨橙色预警<示例>',
  address: '2026/rain/',
  level: '橙色',
  area: '全县',
  from: '2026-07-08 16:00',
  until: '2026-07-09 08:00',
};
const FIRE: AlertSummary = {
  title: '森林火险',
  address: '2026/fire/',
  level: '黄色',
  area: '东镇',
  from: '2026-07-01 08:00',
  towns: ['east'],
};

function summaryOf(alerts: readonly AlertSummary[]): CountySummary {
  return {
    ...{ county: 'xian', name: '示例县', demo: true, mapApproval: null, entries: 0 },
    ...{
      newest: null,
      domains: [],
      alerts: [...alerts],
      tasks: [],
      proofs: [],
      assessment: null,
      honours: [],
      openness: [],
      feed: [],
    },
  };
}

async function siteWith(alerts: readonly AlertSummary[] | undefined) {
  const made = await workshop();
  await builtApp(made.appsDir, 'xian', {}, PAGES);
  const told = async (list: readonly AlertSummary[]) => {
    const text = JSON.stringify(summaryOf(list));
    await beside(made.appsDir, 'xian', { 'dist-data/data/column/summary.json': text });
    await assemble({ appsDir: made.appsDir, outDir: made.outDir });
  };
  if (alerts) await told(alerts);
  else await assemble({ appsDir: made.appsDir, outDir: made.outDir });
  const read = (file: string) => readFile(path.join(made.outDir, 'xian', file), 'utf8');
  return { ...made, read, told };
}

it('home, town and kiosk pages tell all alerts with their dates, and each town its own', async () => {
  const { read } = await siteWith([RAIN, FIRE]);
  const home = await read('index.html');
  expect(home).toContain('<a href="/xian/2026/rain/">暴雨橙色预警&lt;示例&gt;</a>');
  expect(home).toContain('data-alert-until="2026-07-09 08:00"');
  expect(home).toContain('<script defer src="/xian/alerts.js"></script>');
  expect(home.replaceAll(/<[^>]+>/g, '')).toContain('全县2026-07-08 16:00至2026-07-09 08:00');
  expect(home.replaceAll(/<[^>]+>/g, '')).toContain('东镇2026-07-01 08:00至解除时另行公布');
  expect(await read('towns/east/index.html')).toContain('森林火险');
  const west = await read('towns/west/index.html');
  expect(west).toContain('暴雨');
  expect(west).not.toContain('森林火险');
  const kiosk = await read('kiosk/index.html');
  expect(kiosk).toContain('暴雨');
  expect(kiosk).not.toContain('<a ');
});

it('what a city warns of is told in its counties, too, with its own address', async () => {
  const made = await workshop();
  await builtApp(made.appsDir, 'shi', { level: 'city' }, PAGES);
  await builtApp(made.appsDir, 'xian', { parent: 'shi' }, PAGES);
  await builtApp(made.appsDir, 'other', {}, PAGES);
  const told = async (county: string, list: readonly AlertSummary[]) => {
    const text = JSON.stringify({ ...summaryOf(list), county });
    await beside(made.appsDir, county, { 'dist-data/data/column/summary.json': text });
  };
  await told('shi', [RAIN]);
  await told('xian', [FIRE]);
  await told('other', []);
  await assemble({ appsDir: made.appsDir, outDir: made.outDir });
  const read = (file: string) => readFile(path.join(made.outDir, file), 'utf8');
  for (const page of ['xian/index.html', 'xian/towns/west/index.html']) {
    expect(await read(page)).toContain('<a href="/shi/2026/rain/">暴雨橙色预警');
    expect(await read(page)).toContain('<script defer src="/xian/alerts.js"></script>');
  }
  expect(await read('xian/index.html')).toContain('<a href="/xian/2026/fire/">');
  expect(await read('shi/index.html')).not.toContain('森林火险');
  expect(await read('other/index.html')).toBe(PLACE);
});

it('a column without alerts, or without a summary, has its pages as they were made', async () => {
  for (const alerts of [[], undefined]) {
    const { read } = await siteWith(alerts);
    expect(await read('index.html')).toBe(PLACE);
  }
});

it('a new alert changes these pages alone, and one that is taken away leaves nothing', async () => {
  const { outDir, read, told } = await siteWith([]);
  const before = await snapshot(outDir);
  await told([FIRE]);
  const after = await snapshot(outDir);
  expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
    'xian/data/column/summary.json',
    'xian/index.html',
    'xian/kiosk/index.html',
    'xian/towns/east/index.html',
  ]);
  await told([]);
  expect(await snapshot(outDir)).toEqual(before);
  expect(await read('index.html')).toBe(PLACE);
});
