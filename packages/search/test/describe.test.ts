import { expect, test } from 'vitest';
import { describe } from '../src/client/describe.ts';
import type { SearchAnswer } from '../src/client/protocol.ts';

const nothing: SearchAnswer = {
  ...{ total: 0, results: [], shortened: false, growing: false, filters: {} },
  ...{ near: [], direct: [], missing: [], unread: false },
};
const page = { k: 'unit' as const, t: '县民政局', u: 'units/civil/', bundle: 0 };

test.each([
  [nothing, '没有找到相关内容'],
  [{ ...nothing, direct: [page] }, '可以直接看下面的页面'],
  [{ ...nothing, total: 3 }, '共找到 3 条。'],
  [{ ...nothing, total: 3, growing: true }, '其余部分正在查找'],
  [{ ...nothing, total: 3, missing: ['青山县'] }, '暂时读不到青山县的检索数据'],
])('the status line says what stands below it', (answer, said) => {
  expect(describe('民政局电话', answer, false)).toContain(said);
});

test('who is led to a page is not told that there is nothing', () => {
  expect(describe('民政局电话', { ...nothing, direct: [page] }, false)).not.toContain('没有找到');
});
