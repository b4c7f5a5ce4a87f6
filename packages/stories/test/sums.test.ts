import { readFacts } from '@columns/stories';
import { describe, expect, it } from 'vitest';
import { entriesOf, rowsOf, total } from './written.ts';

const COUNTY = 'jinzhai';
const rows = (name: string) => rowsOf(COUNTY, name);
const parts = (name: string, label: string) => rows(name).filter((row) => row[label] !== '合计');
const spent = (name: string) =>
  rows(name).filter((row) => row['类别'] === '支出' && row['科目'] !== '合计');
const entry = (id: string) => {
  const found = entriesOf(COUNTY).find(({ path }) => path.endsWith(`/${id}.md`));
  if (!found) throw new Error(`没有 ${id}`);
  return found;
};

describe('the figures of the model county, as they are published', () => {
  const budget = spent('budget-2026');
  const departments = parts('department-budgets-2026', '单位');

  it('budget: all units together spend what the government spends', () => {
    expect(total(departments, '支出预算（万元）')).toBe(total(budget, '预算数（万元）'));
    const income = rows('budget-2026').filter(
      (row) => row['类别'] === '收入' && row['科目'] !== '合计',
    );
    expect(total(income, '预算数（万元）')).toBe(total(budget, '预算数（万元）'));
  });

  it('accounts: all units together spent what the government spent, in December as in the accounts', () => {
    const accounts = total(spent('accounts-2025'), '决算数（万元）');
    expect(total(parts('department-accounts-2025', '单位'), '支出决算（万元）')).toBe(accounts);
    expect(total(spent('monthly-accounts-202512'), '本年累计（万元）')).toBe(accounts);
  });

  it('transfers: what comes from above is the same in the budget, line by line', () => {
    const given = parts('transfers-2026', '项目');
    const above = rows('budget-2026').find((row) => row['科目'] === '上级补助收入');
    expect(total(given, '金额（万元）')).toBe(Number(above?.['预算数（万元）']));
  });

  it('expenses: 三公 of the units add up to what their budgets say', () => {
    const columns = ['公务用车购置费（万元）', '公务用车运行维护费（万元）', '公务接待费（万元）'];
    const expenses = parts('official-expenses-2026', '单位');
    const sum = columns.reduce((all, column) => all + total(expenses, column), 0);
    expect(total(departments, '“三公”经费（万元）')).toBeCloseTo(sum, 5);
  });

  it('subsidies: none is more than its unit has, and the towns add up to each', () => {
    const funds = parts('subsidies-2026', '项目名称');
    for (const unit of new Set(funds.map((row) => row['主管部门']))) {
      const own = funds.filter((row) => row['主管部门'] === unit);
      const whole = departments.find((row) => row['单位'] === unit);
      expect(total(own, '安排金额（万元）'), unit).toBeLessThanOrEqual(
        Number(whole?.['支出预算（万元）']),
      );
    }
    const byTown = rows('subsidies-by-town-2026');
    for (const column of Object.keys(byTown[0] ?? {}).slice(1, -1)) {
      const fund = funds.find((row) => row['项目名称'] === column.replace('（万元）', ''));
      expect(total(byTown, column), column).toBe(Number(fund?.['安排金额（万元）']));
    }
  });

  it('assistance: four quarters are what the year gives', () => {
    const quarters = ['2025q3', '2025q4', '2026q1', '2026q2'].flatMap((quarter) =>
      parts(`assistance-figures-${quarter}`, '救助类别'),
    );
    for (const fund of parts('subsidies-2026', '项目名称').slice(0, 4)) {
      const name = fund['项目名称']?.replace(/金$/, '');
      const own = quarters.filter((row) => row['救助类别'] === name);
      expect(total(own, '资金支出（万元）'), name).toBe(Number(fund['安排金额（万元）']));
    }
  });

  it('villages: each has its share of what the county gives to all, a quarter at a time', () => {
    const funds = rows('village-funds-2026');
    expect(total(funds, '运转经费（万元）')).toBe(13560);
    for (const town of funds) {
      const own = departments.find((row) => row['单位'] === town['乡镇']);
      expect(own?.['说明'], town['乡镇']).toContain(`${town['运转经费（万元）']}万元`);
    }
    const each = (total(funds, '运转经费（万元）') * 10000) / total(funds, '村（社区）数') / 4;
    for (const village of ['meishan', 'nanxi', 'tiantangzhai'])
      for (const quarter of ['2025q4', '2026q1', '2026q2', '2026q3']) {
        const account = rows(`village-accounts-${village}-${quarter}`);
        const given = account.find((row) => row['项目'] === '村级组织运转经费');
        expect(Math.abs(Number(given?.['金额（元）']) - each)).toBeLessThan(4);
      }
  });

  it('annual report: permits, penalties and fees are those of the four quarters', () => {
    const { proactive } = entry('annual-report-2025').head as {
      proactive: { permits: number; penalties: number; fees: number };
    };
    const of = (series: string) =>
      ['q1', 'q2', 'q3', 'q4'].flatMap((quarter) => rows(`${series}-2025${quarter}`));
    const permits = of('service-results').filter((row) => row['事项名称'] === '行政许可');
    expect(proactive.permits).toBe(total(permits, '办结件数'));
    expect(proactive.penalties).toBe(of('penalty-lists').length);
    const fees = of('levies').filter((row) => row['收费项目'] !== '合计');
    expect(proactive.fees).toBeCloseTo(total(fees, '征收金额（万元）'), 5);
  });

  it('works for the people: what the ledger lists is in the budgets of the units that do it', () => {
    for (const work of rows('livelihood-works-2026')) {
      const unit = departments.find((row) => row['单位'] === work['责任单位']);
      expect(Number(work['资金（万元）']), work['工程名称']).toBeLessThanOrEqual(
        Number(unit?.['支出预算（万元）']),
      );
    }
    const works = rows('livelihood-works-2026').map((row) => row['工程名称']);
    const report = entry('base-government-reports-2026').body;
    expect(works).toHaveLength(10);
    expect(report).toContain('十件民生实事');
  });

  it('schools: the directory has as many as the statistics say', () => {
    const { figures } = readFacts(COUNTY);
    const children = total(rows('preschool-kindergarten-directory-2026'), '在园幼儿（人）');
    expect(children).toBe(figures['在园幼儿']);
    expect(rows('preschool-kindergarten-directory-2026')).toHaveLength(Number(figures['幼儿园']));
  });
});
