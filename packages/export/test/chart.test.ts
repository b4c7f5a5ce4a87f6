import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type ChartMark, chartHtml } from '../src/chart.ts';

const month = (number: number, value?: number): ChartMark => ({
  ...{ label: `2026年${number}月`, tick: String(number), value },
  ...(number === 1 ? { year: '2026年' } : {}),
});

const texts = (html: string) => [...html.matchAll(/<text[^>]*>([^<]*)</g)].map((m) => m[1]);
const alternative = (html: string) => html.match(/aria-label="([^"]*)"/)?.[1];
const rects = (html: string) => {
  return [...html.matchAll(/<rect[^>]*>/g)].map(([rect]) =>
    Object.fromEntries(
      [...rect.matchAll(/ (x|y|width|height)="([^"]*)"/g)].map((m) => [m[1], Number(m[2])]),
    ),
  );
};

it('a long name takes several lines above its bar, and the next bar stands below', () => {
  const html = chartHtml({
    ...{ title: '选项', over: 'names' },
    marks: [
      { label: '接送学生的时段在学校附近停车十五分钟内不收费', value: 2 },
      { label: '不变', value: 1 },
    ],
  });
  expect(texts(html)).toEqual([
    '接送学生的时段在学校附近停车十五分钟内不收',
    '费',
    '2',
    '不变',
    '1',
  ]);
  expect(rects(html).map(({ y }) => y)).toEqual([46, 96]);
  expect(html).toContain('viewBox="0 0 360 120"');
});

describe('columns over time', () => {
  it('stand side by side with their numbers, and leave a gap where nothing is known', () => {
    const html = chartHtml({
      title: '投诉',
      over: 'time',
      marks: [month(1, 10), month(2), month(3, 0), month(4, 5)],
    });
    expect(texts(html)).toEqual(['10', '1', '2026年', '2', '0', '3', '5', '4']);
    expect(rects(html).map(({ x, height }) => [x, height])).toEqual([
      [13.5, 96],
      [193.5, 1],
      [283.5, 48],
    ]);
    expect(alternative(html)).toBe('投诉：2026年1月 10，2026年3月 0，2026年4月 5。');
  });

  it('go down from the line where values are below zero', () => {
    const [up, down] = rects(
      chartHtml({ title: '增减', over: 'time', marks: [month(1, 3), month(2, -1)] }),
    );
    expect(down?.y).toBe((up?.y ?? 0) + (up?.height ?? 0));
    expect(down?.height).toBe(24);
  });

  it('say only the ends and extremes where their numbers would lie on each other', () => {
    const many = Array.from({ length: 24 }, (_, i) => ({
      ...month((i % 12) + 1, 10_000 + ((i * 7) % 24)),
      label: `第${i + 1}期`,
    }));
    const html = chartHtml({ title: '收入', unit: '万元', over: 'time', marks: many });
    expect(texts(html)[0]).toBe('最高 10023');
    expect(alternative(html)).toBe(
      '收入：最高第18期 10023 万元，最低第1期 10000 万元，最近第24期 10017 万元。',
    );
    // Every second period has its tick.
    expect(texts(html).filter((text) => text === '2')).toEqual([]);
  });
});

describe('bars of names', () => {
  it('have the name above and the number behind, and stay within the drawing', () => {
    const html = chartHtml({
      ...{ title: '申请人', unit: '件', over: 'names' },
      marks: [
        { label: '自然人', value: 8 },
        { label: '商业企业', value: 0 },
      ],
    });
    expect(texts(html)).toEqual(['自然人', '8', '商业企业', '0']);
    expect(rects(html).map(({ width }) => width)).toEqual([296, 1]);
    expect(html).toContain('<figcaption>申请人（件）</figcaption>');
    expect(alternative(html)).toBe('申请人：自然人 8 件，商业企业 0 件。');
  });
});

it('A chart says nothing that its texts could turn into markup, and needs no marks', () => {
  const label = '"><script>alert(1)</script>&';
  for (const over of ['time', 'names'] as const) {
    const marks = [{ label, value: 1, text: label, tick: label, year: label }];
    const tree = JSON.stringify(
      parseFragment(chartHtml({ title: label, over, marks })),
      (key, value) => (key === 'parentNode' ? undefined : value),
    );
    expect(tree).not.toContain('"tagName":"script"');
    expect(chartHtml({ title: '无', over, marks: [] })).not.toMatch(/NaN|Infinity/);
  }
});
