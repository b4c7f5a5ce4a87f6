import type { Files } from '@columns/content/fixture';
import { notice } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { inspectFiles, told } from './inspecting.ts';

/** A county with a notice of each of these dates. */
const county = (...dates: string[]): Files =>
  Object.fromEntries(
    dates.map((date, i) => [
      `shili/_notice/${date.slice(0, 4)}/n${i}.md`,
      notice().replace('published: 2023-05-29', `published: ${date}`),
    ]),
  );

const RULES = ['timing/far-ahead', 'timing/future-date'];

async function dates(files: Files, asOf?: string) {
  const { reading, findings } = await inspectFiles(files, asOf === undefined ? {} : { asOf });
  return {
    today: reading.column?.today,
    told: findings.filter(({ rule }) => RULES.includes(rule)).map(told),
  };
}

describe('a date far ahead of all before it', () => {
  it('is asked about, and is not taken for today', async () => {
    expect(await dates(county('2023-03-01', '2023-05-29', '2062-06-01'))).toEqual({
      today: '2023-05-29',
      told: [
        '_notice/2062/n2.md:5 published（发布日期） 发布日期 2062-06-01 比本专栏此前的日期晚 366 天以上，年份是否写错（此前最新的是 2023-05-29）',
      ],
    });
  });

  it('is asked about once, in however many entries it stands', async () => {
    const files = county('2023-03-01', '2023-05-29', '2062-06-01', '2062-06-01', '2062-06-01');
    const found = await dates(files);
    expect(found.today).toBe('2023-05-29');
    expect(found.told).toHaveLength(1);
    expect(found.told[0]).toContain('同样情况的另有 2 条');
  });

  it('makes nothing overdue, for the day is another', async () => {
    const open = {
      'shili/_notice/2023/shown.md': notice(),
      'shili/_consultation/2023/a.md': notice()
        .replace('kind: notice', 'kind: consultation')
        .replace(
          'form: 通知',
          'form: 其他\nopens: 2023-05-01\ncloses: 2023-06-30\nchannels: [信函]',
        ),
    };
    const overdue = async (files: Files) =>
      (await inspectFiles(files, {})).findings.filter(
        ({ rule }) => rule === 'timing/consultation-result',
      );
    expect(await overdue({ ...open, ...county('2062-06-01') })).toEqual([]);
    expect(await overdue({ ...open, ...county('2023-08-01') })).toHaveLength(1);
  });

  it('is today in a column that has no other', async () => {
    expect(await dates(county('2062-06-01'))).toEqual({ today: '2062-06-01', told: [] });
  });

  it('is past where a day is given that is not before it', async () => {
    const files = county('2019-07-12', '2023-05-29');
    expect((await dates(files, '2023-06-30')).told).toEqual([]);
    expect((await dates(files)).told).toHaveLength(1);
  });

  it('is told of once where it is after the day that is given, and a near one as before', async () => {
    expect(
      (await dates(county('2023-05-29', '2023-08-01', '2062-06-01'), '2023-06-30')).told,
    ).toEqual([
      '_notice/2023/n1.md:5 published（发布日期） 发布日期 2023-08-01 晚于当日 2023-06-30',
      expect.stringContaining('_notice/2062/n2.md:5 published（发布日期） 发布日期 2062-06-01 比'),
    ]);
  });
});

describe('a date of which only the year or month is known', () => {
  it('is after the day only if all of it is', async () => {
    expect((await dates(county('2023', '2023-06'), '2023-06-15')).told).toEqual([]);
    expect((await dates(county('2023', '2023-07'), '2023-06-15')).told).toEqual([
      '_notice/2023/n1.md:5 published（发布日期） 发布日期 2023-07 晚于当日 2023-06-15',
    ]);
  });
});
