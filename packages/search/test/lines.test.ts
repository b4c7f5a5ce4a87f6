import { describe, expect, test } from 'vitest';
import { excerpt } from '../src/client/marks.ts';
import { readArticle } from '../src/extract.ts';
import { readLines, writeLines } from '../src/lines.ts';
import { recordsOf } from '../src/part/records.ts';
import { pick, seeded } from './corpus.ts';

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (name: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
  const head = heads.length > 0 ? `<thead>${row('th', heads)}</thead>` : '';
  return `<table>${head}<tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
}

const linesOf = (html: string) => writeLines(readArticle(`<article>${html}</article>`));
const quoted = (html: string, ...terms: string[]) => {
  const { text, marks } = excerpt(linesOf(html), terms);
  return [text, marks.map(([start, end]) => text.slice(start, end))] as const;
};

const GRANTS = table(
  ['姓名', '乡镇', '金额（元）'],
  [
    ['张某', '青山镇', '600'],
    ['李某', '', '1200'],
    ['王某', '白云镇', ''],
  ],
);

describe('a row of a table reads as a sentence', () => {
  test('each cell with the head of its column, empty ones left out', () => {
    expect(quoted(GRANTS, '白云镇')).toEqual(['姓名：王某；乡镇：白云镇', ['白云镇']]);
    expect(quoted(GRANTS, '1200')[0]).toMatch(/^姓名：李某；金额（元）：1200。姓名：王某/u);
  });

  test('only what stands in a cell is marked, and nothing that runs from one into the next', () => {
    expect(quoted(GRANTS, '姓名')).toEqual([expect.stringMatching(/^姓名；乡镇/u), ['姓名']]);
    expect(quoted(GRANTS, '张某青山')[1]).toEqual([]);
    expect(quoted(table(['姓名', '说明'], [['甲', '与姓名无关']]), '无关')).toEqual([
      '姓名：甲；说明：与姓名无关',
      ['无关'],
    ]);
  });

  test('the row with most of what was asked is shown', () => {
    const html = `<p>青山镇的名单如下。</p>${GRANTS}`;
    expect(quoted(html, '青山镇', '600')[0]).toContain('姓名：张某；乡镇：青山镇；金额（元）：600');
  });

  test('where cells reach over several rows or columns, or there is no head, nothing is said of whose they are', () => {
    const spanned =
      '<table><thead><tr><th>馆</th><th>室</th><th>时间</th></tr></thead><tbody>' +
      '<tr><td rowspan="2">图书馆</td><td>阅览室</td><td>9点</td></tr><tr><td>查阅点</td><td>8点</td></tr></tbody></table>';
    expect(quoted(spanned, '查阅点')[0]).toBe('查阅点；8点');
    expect(quoted(table([], [['甲', '乙']]), '乙')[0]).toBe('甲；乙');
    expect(quoted(GRANTS + table([], [['丙', '丁']]), '丁')[0]).toBe('丙；丁');
    expect(quoted(`${GRANTS}<p>中间</p>${table([], [['丙', '丁']])}`, '丁')[0]).toBe('丙；丁');
  });

  test('a row is shown from its beginning, unless what was asked stands far behind', () => {
    const long = table(['名称', '内容'], [['河堤治理', `${'按要求施工。'.repeat(10)}验收合格`]]);
    expect(quoted(long, '验收')[0]).toMatch(/^名称：河堤治理；内容/u);
    const longer = table(['名称', '内容'], [['河堤治理', `${'按要求施工。'.repeat(40)}验收合格`]]);
    expect(quoted(longer, '验收')[0]).toMatch(/^….*验收合格$/u);
  });
});

test('a long table that is cut into records has its head in each', () => {
  const heads = ['序号', '单位', '内容'];
  const rows = Array.from({ length: 900 }, (_, at) => [
    `第${at}行`,
    '县教育局',
    '一二三四五六七'.repeat(5),
  ]);
  const blocks = readArticle(`<article>${table(heads, rows)}</article>`);
  const meta = { date: '2026-01-01', path: '' };
  const records = recordsOf({ url: 'a/', title: '长表', meta, blocks });
  expect(records.length).toBeGreaterThan(1);
  for (const { card } of records) expect(readLines(card.content).at(-1)?.heads).toEqual(heads);
});

test('the cells of any table are read as they were written, whatever is empty', () => {
  const random = seeded(31);
  for (let turn = 0; turn < 200; turn += 1) {
    const columns = 2 + Math.floor(random() * 5);
    const cells = () =>
      Array.from({ length: columns }, () => pick(random, ['甲', '乙丙', '—', ' ']));
    const heads = cells().map((cell) => `头${cell.trim()}`);
    const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, cells);
    const written = rows
      .map((row) => row.map((cell) => cell.trim()))
      .filter((row) => row.some(Boolean));
    const read = readLines(linesOf(`<p>前</p>${table(heads, rows)}<p>后</p>`));
    if (written.length > 0) expect(read[1]?.cells).toEqual(heads);
    expect(read.slice(2, -1)).toEqual(written.map((row) => ({ cells: row, heads })));
    expect(read.at(-1)?.cells).toEqual(['后']);
  }
});

test('heads cost a card one line, not one for each row', () => {
  const heads = ['单位名称', '联系电话'];
  const rows = Array.from({ length: 100 }, (_, at) => [`单位${at}`, `0000-${at}`]);
  const one = linesOf(table(heads, rows)).length;
  const bare = rows.flat().join('\n').length;
  expect(one - bare).toBeLessThan(heads.join('').length + 5);
});

describe('what is quoted is cut between words', () => {
  const random = seeded(7);
  const some = (length: number) =>
    Array.from({ length }, () => pick(random, [...'县民政局公布'])).join('');

  test('a number at either end is whole or not there, wherever it stands', () => {
    for (let round = 0; round < 400; round += 1) {
      const number = pick(random, ['2026', '0800', '13800000000', 'SL001', '2026000312345678']);
      const filled = () => some(1 + Math.floor(random() * 40)) + number;
      const text = `${filled()}${some(9)}寻${some(9)}${filled()}${filled()}${filled()}${filled()}${some(60)}`;
      const shown = quoted(`<p>${text}</p>`, '寻')[0];
      expect(shown).toContain('寻');
      for (const part of shown.match(/[\dA-Z]+/gu) ?? []) expect(part).toBe(number);
    }
  });

  test('a word without end is cut all the same', () => {
    expect(quoted(`<p>寻${'7'.repeat(300)}</p>`, '寻')[0]).toHaveLength(121);
  });
});
