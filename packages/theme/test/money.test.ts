import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
const html = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
});

const ACCOUNTS = '2025/accounts-2024/';

describe('a register of money', () => {
  test('shows shares and how much of the plan was spent, in drawings that say every number', () => {
    const labels = [...html(ACCOUNTS).matchAll(/role="img" aria-label="([^"]+)"/g)].map(
      ([, to]) => to,
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) {
      expect(label).toMatch(/按科目：/);
      expect(label).toMatch(/万元，占 \d+\.\d%，为预算的 \d+\.\d%/);
      expect(label).not.toContain('合计');
      const shares = [...(label ?? '').matchAll(/占 (\d+\.\d)%/g)].map(([, share]) =>
        Number(share),
      );
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.5);
    }
  });

  test('does not count totals as records, and offers a workbook beside CSV', () => {
    const page = html(ACCOUNTS);
    const rows = page.match(/<tr role="row" id="row-/g)?.length ?? 0;
    const totals = page.match(/<tr role="row" id="row-\d+" class="total"/g)?.length ?? 0;
    expect(totals).toBeGreaterThan(0);
    expect(page).toContain(`共 ${rows - totals} 条`);
    expect(page).toContain('href="/qingshan/data/accounts-2024.xlsx"');
    expect(page).toContain('href="/qingshan/data/accounts-2024.csv"');
  });

  test('is told per head of those who live there on the page of all money, with whose number that is', () => {
    const text = html('money').replaceAll(/<[^>]+>/g, '');
    const [, of = '', each = ''] =
      /按2024年末常住人口 400,000 人算，人均(支出) ([\d,]+) 元（人口数为示例）/.exec(text) ?? [];
    expect(of).toBe('支出');
    const [, spent = ''] = /支出合计 ([\d,.]+) 万元/.exec(text) ?? [];
    const number = (words: string) => Number(words.replaceAll(',', ''));
    expect(number(each)).toBe(Math.round((number(spent) * 10_000) / 400_000));
  });

  test('stands on one page with all others, each leading to its table; what is missing is named', () => {
    const page = html('money');
    expect(page).toContain('href="/qingshan/2025/accounts-2024/"');
    expect(page).toContain('id="final-accounts"');
    expect(page).toMatch(/尚未公开：[^。]*财政直达资金/);
    expect(html('lists')).toContain('href="/qingshan/money/"');
  });
});
