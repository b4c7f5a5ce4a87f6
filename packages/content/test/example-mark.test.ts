import { describe, expect, test } from 'vitest';
import { needsExampleMark } from '../src/index.ts';

describe('the mark 示例 beside a title', () => {
  test.each(['东山镇示例村村级财务', '2026年小学招生范围', '（示例）村的村级财务'])(
    'stands where the title %s does not end with it',
    (title) => {
      expect(needsExampleMark({ title, example: true })).toBe(true);
    },
  );

  test.each([
    '高龄津贴办事指南（示例）',
    '政务公开专区管理办法（修订，示例）',
    '图解：实施方案（示例解读）',
  ])('is not said twice beside %s', (title) => {
    expect(needsExampleMark({ title, example: true })).toBe(false);
  });

  test('stands beside nothing that is no example', () => {
    expect(needsExampleMark({ title: '2026年小学招生范围' })).toBe(false);
    expect(needsExampleMark({ title: '2026年小学招生范围', example: false })).toBe(false);
  });
});
