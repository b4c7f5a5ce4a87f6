import { describe, expect, test } from 'vitest';
import { loadStandard } from '../src/index.ts';

const { five, forms } = loadStandard();

describe('五公开', () => {
  test('are five parts, in the order in which they are said', () => {
    expect(five.parts.map(({ name }) => name)).toEqual(['决策', '执行', '管理', '服务', '结果']);
  });

  test('take in every form of register, each once', () => {
    const told = five.parts.flatMap((part) => part.forms);
    expect(told.sort()).toEqual(forms.map(({ name }) => name).sort());
  });
});
