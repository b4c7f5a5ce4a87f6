import type { Facts, StoryUnit } from '../facts.ts';
import { share, sum } from '../share.ts';
import {
  accountOf,
  budgetOf,
  lastBudgetOf,
  spending,
  unitSpending,
  type Year,
} from './spending.ts';
import type { Table } from './table.ts';

interface Incoming {
  readonly name: string;
  readonly amount: number;
}

/** 收入 by 科目: own revenue, what comes from above, and what balances it. */
function revenueOf(facts: Facts, year: Year): Incoming[] {
  const own = Object.entries(facts.revenue ?? {}).map(([name, amount]) => ({
    name,
    amount: year(amount, undefined),
  }));
  const above = year(sum((facts.transfers ?? []).map(([, , amount]) => amount)), undefined);
  const spent = sum([...spending(facts, year).values()]);
  const lines = [...own, { name: '上级补助收入', amount: above }];
  return [
    ...lines,
    { name: '调入资金和上年结转', amount: spent - sum(lines.map(({ amount }) => amount)) },
  ];
}

/** 政府预算 of the year, or of the year before (`上年`). */
export function governmentBudget(facts: Facts, asked: unknown): Table {
  const last = asked === '上年';
  const year = last ? lastBudgetOf : budgetOf;
  const income = revenueOf(facts, year);
  const spent = spending(facts, year);
  const before = last
    ? undefined
    : { income: revenueOf(facts, accountOf), spent: spending(facts, accountOf) };
  const total = sum([...spent.values()]);
  const totalBefore = before && sum([...before.spent.values()]);
  const row = (kind: string, name: string, amount: number, was: number | undefined) =>
    before ? [kind, name, was ?? 0, amount] : [kind, name, amount];
  return {
    columns: ['类别', '科目', ...(before ? ['上年执行数（万元）'] : []), '预算数（万元）'],
    rows: [
      ...income.map(({ name, amount }, index) =>
        row('收入', name, amount, before?.income[index]?.amount),
      ),
      row('收入', '合计', total, totalBefore),
      ...[...spent].map(([name, amount]) => row('支出', name, amount, before?.spent.get(name))),
      row('支出', '合计', total, totalBefore),
    ],
  };
}

/** 政府决算 of the year before. */
export function governmentAccounts(facts: Facts): Table {
  const pairs = (one: readonly Incoming[], other: readonly Incoming[], kind: string) => [
    ...one.map(({ name, amount }, index) => [kind, name, amount, other[index]?.amount ?? 0]),
    [kind, '合计', sum(one.map(({ amount }) => amount)), sum(other.map(({ amount }) => amount))],
  ];
  const lines = (year: Year): Incoming[] =>
    [...spending(facts, year)].map(([name, amount]) => ({ name, amount }));
  return {
    columns: ['类别', '科目', '预算数（万元）', '决算数（万元）'],
    rows: [
      ...pairs(revenueOf(facts, lastBudgetOf), revenueOf(facts, accountOf), '收入'),
      ...pairs(lines(lastBudgetOf), lines(accountOf), '支出'),
    ],
  };
}

const expenseOf = (expenses: readonly number[] = []) => sum(expenses);

/** 部门预算: a row a unit, and one for what is no unit's; it adds up to the government's. */
export function departmentBudgets(facts: Facts, asked: unknown): Table {
  const { approved, days } = asked as { approved: string; days: readonly string[] };
  return departments(facts, budgetOf, '预算', approved, days, 1);
}

/** 部门决算 of the year before. */
export function departmentAccounts(facts: Facts, asked: unknown): Table {
  const { approved, days } = asked as { approved: string; days: readonly string[] };
  return departments(facts, accountOf, '决算', approved, days, 0.94);
}

interface Spender {
  readonly name: string;
  readonly amount: number;
  readonly expenses: readonly [number, number, number];
  readonly note: string;
}

/** Every unit with what it spends, each town by itself; what is no unit's stands with 财政. */
function spenders(facts: Facts, year: Year): Spender[] {
  const others = Object.entries(facts.unallocated ?? {});
  const unallocated = sum(others.map(([, amount]) => year(amount, undefined)));
  return facts.units.flatMap((unit): Spender[] => {
    if (unit.id === 'towns') return townSpenders(facts, unit, year);
    const withRest = unit.id === 'finance' && unallocated > 0;
    return [
      {
        name: unit.name,
        amount: unitSpending(unit, year) + (withRest ? unallocated : 0),
        expenses: unit.expenses ?? [0, 0, 0],
        note: withRest
          ? `含代编的${others.map(([name]) => name).join('、')}${unallocated}万元`
          : '',
      },
    ];
  });
}

/** 村级组织运转经费 goes by villages, all else by people. */
function townSpenders({ towns }: Facts, unit: StoryUnit, year: Year): Spender[] {
  const { 农林水支出: farms = 0, ...rest } = unit.budget ?? {};
  const byPeople = towns.map(({ people }) => people);
  const running = share(
    year(farms, unit),
    towns.map(({ villages = 0 }) => villages),
  );
  const own = share(sum(Object.values(rest).map((amount) => year(amount, unit))), byPeople);
  const tenths = (unit.expenses ?? [0, 0, 0]).map((amount) =>
    share(Math.round(amount * 10), byPeople),
  );
  return towns.map(({ name }, index) => {
    const [bought = 0, run = 0, received = 0] = tenths.map((parts) => (parts[index] ?? 0) / 10);
    return {
      name,
      amount: (own[index] ?? 0) + (running[index] ?? 0),
      expenses: [bought, run, received],
      note: `含村级组织运转经费${running[index] ?? 0}万元`,
    };
  });
}

function departments(
  facts: Facts,
  year: Year,
  word: string,
  approved: string,
  days: readonly string[],
  expenseShare: number,
): Table {
  const above = (facts.directed ?? []).map((name) => ({
    ...{ name, amount: 0, expenses: [0, 0, 0] as const },
    note: '垂直管理，预算由上级批复和公开',
  }));
  const rows = [...spenders(facts, year), ...above].map(
    ({ name, amount, expenses, note }, index) => {
      const spent = Math.round(expenseOf(expenses) * expenseShare * 10) / 10;
      return [name, amount, amount, spent, approved, days[index % days.length] ?? '', note];
    },
  );
  const total = (column: number) => sum(rows.map((row) => Number(row[column])));
  return {
    columns: [
      ...[
        '单位',
        `收入${word}（万元）`,
        `支出${word}（万元）`,
        '“三公”经费（万元）',
        '财政批复日期',
      ],
      ...['公开日期', '说明'],
    ],
    rows: [...rows, ['合计', total(1), total(2), total(3), approved, days[0] ?? '', '']],
  };
}

/** “三公”经费 of all units: the same sums as in 部门预算. */
export function officialExpenses(facts: Facts): Table {
  const rows = spenders(facts, budgetOf).map(({ name, expenses }) => {
    const [bought, run, received] = expenses;
    const reason =
      bought > 0
        ? '更新执法执勤、应急用车'
        : received > 4
          ? '压减公务接待，比上年减少'
          : '与上年持平';
    return [name, facts.year, '预算数', 0, bought, run, received, reason];
  });
  const total = (column: number) => sum(rows.map((row) => Number(row[column])));
  return {
    columns: [
      ...['单位', '年度', '数据', '因公出国（境）费（万元）', '公务用车购置费（万元）'],
      ...['公务用车运行维护费（万元）', '公务接待费（万元）', '增减变化原因'],
    ],
    rows: [...rows, ['合计', facts.year, '预算数', total(3), total(4), total(5), total(6), '']],
  };
}

/** 转移支付 from above: its sum is 上级补助收入. */
export function transfers(facts: Facts): Table {
  const given = facts.transfers ?? [];
  const of = (kind: string) => given.filter(([each]) => each === kind);
  const rows = (kind: string) => [
    ...of(kind).map(([, name, amount, whom, by], index) => [
      ...[
        kind,
        name,
        `示例财〔${facts.year}〕${index + (kind.startsWith('一') ? 1 : 21)}号`,
        amount,
      ],
      ...[whom, by, `${facts.year}-0${(index % 5) + 2}-1${index % 9}`],
    ]),
    [kind, '合计', '', sum(of(kind).map(([, , amount]) => amount)), '', '', ''],
  ];
  return {
    columns: [
      '类别',
      '项目',
      '上级文号',
      '金额（万元）',
      '分配到的单位或乡镇',
      '分配依据',
      '下达日期',
    ],
    rows: [...rows('一般性转移支付'), ...rows('专项转移支付')],
  };
}

/** How a year's money comes and goes by months: parts of a thousand, from January. */
const INCOME_MONTHS = [112, 61, 84, 90, 86, 98, 85, 66, 82, 88, 72, 76];
const SPENT_MONTHS = [74, 68, 92, 78, 80, 104, 72, 76, 96, 70, 82, 108];

/** 月度财政收支 of `2026-07`: December's sums of the year before are those of its accounts. */
export function monthlyAccounts(facts: Facts, asked: unknown): Table {
  const [year = 0, month = 0] = String(asked).split('-').map(Number);
  const now = year === facts.year;
  const scale: Year = now ? budgetOf : accountOf;
  const own = Object.entries(facts.revenue ?? {}).map(([name, amount]): [string, number] => [
    name,
    scale(amount, undefined),
  ]);
  const lines = (kind: string, entries: readonly [string, number][], months: readonly number[]) => {
    const rows = entries.map(([name, amount], index) => {
      const parts = share(amount, months);
      const period = parts[month - 1] ?? 0;
      const grown = (((index * 37 + month * 13) % 120) - 30) / 10;
      return [kind, name, period, sum(parts.slice(0, month)), grown.toFixed(1)];
    });
    const total = (column: number) => sum(rows.map((row) => Number(row[column])));
    return [...rows, [kind, '合计', total(2), total(3), '']];
  };
  return {
    columns: ['类别', '科目', '本期数（万元）', '本年累计（万元）', '比上年同期（%）'],
    rows: [
      ...lines('收入', own, INCOME_MONTHS),
      ...lines('支出', [...spending(facts, scale)], SPENT_MONTHS),
    ],
  };
}

/** One unit's budget by 科目. */
export function unitBudget(facts: Facts, asked: unknown): Table {
  const unit = facts.units.find(({ id }) => id === asked);
  if (!unit) throw new Error(`没有单位“${String(asked)}”`);
  const spent = Object.entries(unit.budget ?? {});
  const total = unitSpending(unit);
  return {
    columns: ['类别', '科目', '上年执行数（万元）', '预算数（万元）'],
    rows: [
      ['收入', '一般公共预算拨款收入', unitSpending(unit, accountOf), total],
      ['收入', '合计', unitSpending(unit, accountOf), total],
      ...spent.map(([name, amount]) => ['支出', name, accountOf(amount, unit), amount]),
      ['支出', '合计', unitSpending(unit, accountOf), total],
    ],
  };
}
