import { describe, expect, test } from 'vitest';
import { loadStandard } from '../src/index.ts';

const { five } = loadStandard();

describe('五公开', () => {
  test('are five parts, in the order in which they are said', () => {
    expect(five.parts.map(({ name }) => name)).toEqual(['决策', '执行', '管理', '服务', '结果']);
  });
});
