import { countStandings, readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { readFacts } from '@columns/stories';
import { describe, expect, it } from 'vitest';
import { CONTENT, entriesOf, rowsOf, total } from './written.ts';

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

describe('the ledgers and the coverage of the model county, as they are counted', () => {
  const { column } = readColumn(CONTENT, COUNTY, loadStandard());
  if (!column) throw new Error(COUNTY);
  const items = column.domains.flatMap((domain) => domain.items);
  const closed = column.entries.filter(({ data }) => data.attribute.type === '依申请');

  it('依申请公开台账: has each item that the catalogue gives on request, and nothing that is always open', () => {
    const listed = new Set(closed.map((entry) => entry.item));
    const asked = items.filter(({ method }) => method?.kind === 'on-request');
    expect(asked.filter(({ ref }) => !listed.has(ref)).map(({ ref }) => ref)).toEqual([]);
    const open = items.filter(
      ({ ref, method }) =>
        listed.has(ref) && method?.kind !== 'on-request' && method?.becomes?.kind !== 'on-request',
    );
    expect(open.map(({ ref }) => ref)).toEqual([]);
    expect(countStandings(column.entries)['on-request']).toBe(closed.length);
  });

  it('依申请公开台账: says why of each, and shows nothing of it but its header', () => {
    for (const { id, data, hasBody, attachments } of closed) {
      expect(data.attribute.grounds, id).toBeTruthy();
      expect(hasBody || attachments.length > 0, id).toBe(false);
    }
  });

  it('annual report: requests that came are those that were answered and those carried over', () => {
    const { overview, applications } = entry('annual-report-2025').head as {
      overview: string;
      applications: Record<string, number[]>;
    };
    const { received = [], brought = [], total = [], carried = [], ...answers } = applications;
    for (const [at, came] of received.entries()) {
      const answered = Object.values(answers).reduce((all, row) => all + (row[at] ?? 0), 0);
      expect(answered, `第 ${at + 1} 列`).toBe(total[at]);
      expect(came + (brought[at] ?? 0), `第 ${at + 1} 列`).toBe(
        (total[at] ?? 0) + (carried[at] ?? 0),
      );
    }
    expect(overview).toContain(`公开申请${received.at(-1)}件，上年结转${brought.at(-1)}件`);
  });

  it('coverage: every item has an entry or says why it has none, and no entry stands at an item that is not there', () => {
    const silent = items.filter(
      ({ entries, statements }) => entries.length === 0 && statements.length === 0,
    );
    expect(silent.map(({ ref }) => ref)).toEqual([]);
    const known = new Set(items.map(({ ref }) => ref));
    const counted = new Set(items.flatMap((item) => [...item.entries, ...item.statements]));
    const filed = column.entries.filter(({ item }) => item !== undefined && known.has(item));
    expect(filed.filter(({ id }) => !counted.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('coverage: the catalogue speaks of as many towns as there are', () => {
    const towns = rows('base-disclosure-catalogue-2026').find((row) => row['名称'] === '乡镇目录');
    expect(towns?.['内容概述']).toContain(`${column.towns.length}个乡镇`);
  });
});

describe('the figures of 舒城县, which shows its money best', () => {
  const own = (name: string) => rowsOf('shucheng', name).filter((row) => !isSum(row));
  const isSum = (row: Record<string, string>) => Object.values(row).includes('合计');
  const spending = own('budget-2026').filter((row) => row['类别'] === '支出');

  it('units and towns together spend what the government spends, in the budget and in the accounts', () => {
    expect(total(own('department-budgets-2026'), '支出预算（万元）')).toBe(
      total(spending, '预算数（万元）'),
    );
    expect(total(own('department-accounts-2025'), '支出决算（万元）')).toBe(
      total(
        own('accounts-2025').filter((row) => row['类别'] === '支出'),
        '决算数（万元）',
      ),
    );
  });

  it('what comes from above is what the transfers add up to', () => {
    const above = own('budget-2026').find((row) => row['科目'] === '上级补助收入');
    expect(total(own('transfers-2026'), '金额（万元）')).toBe(Number(above?.['预算数（万元）']));
  });

  it('the towns share each subsidy without a rest', () => {
    const funds = own('subsidies-2026');
    for (const column of ['农村最低生活保障金', '高龄津贴', '临时救助金']) {
      const fund = funds.find((row) => row['项目名称'] === column);
      expect(total(own('subsidies-by-town-2026'), `${column}（万元）`), column).toBe(
        Number(fund?.['安排金额（万元）']),
      );
    }
  });
});

describe('the accounts of villages in 裕安区', () => {
  it.each(['subu', 'dushan', 'xihekou'])(
    '%s: a quarter begins with what the one before left',
    (village) => {
      const balance = (quarter: string, of: string) =>
        rowsOf('yuan', `village-accounts-${village}-${quarter}`).find(
          (row) => row['类别'] === of,
        )?.['金额（元）'];
      expect(balance('2026q1', '期初余额')).toBe(balance('2025q4', '期末余额'));
      expect(balance('2026q2', '期初余额')).toBe(balance('2026q1', '期末余额'));
    },
  );
});
