import { expect, test } from 'vitest';
import { downloadName } from '../src/data/download-name.ts';

test.each([
  ['高温津贴发放表', 'gaowen-jintie-fafang-biao.xls', '高温津贴发放表.xls'],
  ['申请表.DOCX', 'shenqing-biao.docx', '申请表.docx'],
  ['2026.6.1 通知', 'tongzhi.PDF', '2026.6.1 通知.pdf'],
  ['收入/支出：“上限”?', 'a.csv', '收入／支出：“上限”？.csv'],
  ['..附件..', 'a.pdf', '附件.pdf'],
  ['甲\n乙', 'maps/a.png', '甲 乙.png'],
  ['..', 'a.pdf', 'a.pdf'],
])('a reader’s copy of “%s” (%s) is called %s', (name, file, saved) => {
  expect(downloadName(name, file)).toBe(saved);
});

test('a long name is cut to what every system takes, and keeps its ending', () => {
  const saved = downloadName('汉'.repeat(200), 'a.docx');
  expect(new TextEncoder().encode(saved).length).toBeLessThanOrEqual(255);
  expect(saved).toMatch(/^汉+\.docx$/);
});
