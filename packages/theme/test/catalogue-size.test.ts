import type { ColumnItem } from '@columns/content';
import { describe, expect, test } from 'vitest';
import { sizeText } from '../src/data/catalogue-size.ts';

const items = [
  { origin: 'standard', confirmed: true },
  { origin: 'standard', confirmed: false },
] as ColumnItem[];

describe('how much of a table is here', () => {
  test('says rows and those that were read whole', () => {
    expect(sizeText({ items })).toBe('收录 2 项，其中核实 1 项。');
  });

  test('says how large the national table is, as far as that is known', () => {
    const official = { level1: 9, rows: 25, source: '某指引' };
    expect(sizeText({ items, official })).toBe(
      '收录 2 项，其中核实 1 项；国家目录有一级事项 9 类、事项 25 项。',
    );
    expect(sizeText({ items, official: { 'at-least': 34, source: '某页' } })).toContain(
      '国家目录有事项至少 34 项。',
    );
  });

  test('counts apart what a city or a county has added', () => {
    const added = [{ origin: 'upper', confirmed: true }] as ColumnItem[];
    expect(sizeText({ items: [...items, ...added] })).toBe(
      '收录 2 项，其中核实 1 项；另有本地增加 1 项。',
    );
  });

  test('says so where nothing of a table is here', () => {
    const official = { level1: 4, source: '某指引' };
    expect(sizeText({ items: [], official })).toBe('尚未收录事项；国家目录有一级事项 4 类。');
  });
});
