import type { Facts } from '../facts.ts';
import { periodsBetween } from '../series.ts';
import { share, sum } from '../share.ts';
import type { Table } from './table.ts';

interface Asked {
  readonly village: string;
  readonly period: string;
}

/** The first quarter of every village's accounts: what stood there before is in the facts. */
const FIRST = '2025Q4';

/** What each village gets a year for its running, 元: the county's whole divided by villages. */
export function villageFunds({ towns, units }: Facts): number {
  const whole = units.find(({ id }) => id === 'towns')?.budget?.['农林水支出'] ?? 0;
  const villages = sum(towns.map(({ villages: count = 0 }) => count));
  return Math.floor((whole * 10000) / villages / 4) * 4;
}

/** 村级财务 of a quarter: it begins with what the quarter before left. */
export function villageAccounts(facts: Facts, asked: unknown): Table {
  const { village: id, period } = asked as Asked;
  const village = facts.villages?.find((each) => each.id === id);
  if (!village) throw new Error(`没有村“${id}”`);
  let balance = village.opening;
  let rows: (string | number)[][] = [];
  for (const each of periodsBetween(FIRST, period)) {
    const { income, spent } = quarter(facts, village.opening, each);
    const left = balance + amount(income) - amount(spent);
    rows = [
      ['期初余额', '银行存款', balance, ''],
      ...income.map(([name, value, day]) => ['收入', name, value, day]),
      ['收入', '合计', amount(income), ''],
      ...spent.map(([name, value, day]) => ['支出', name, value, day]),
      ['支出', '合计', amount(spent), ''],
      ['期末余额', '银行存款', left, ''],
    ];
    balance = left;
  }
  return { columns: ['类别', '项目', '金额（元）', '发生日期'], rows };
}

type Line = readonly [string, number, string];

const amount = (lines: readonly Line[]): number => sum(lines.map(([, value]) => value));

function quarter(facts: Facts, seed: number, period: string): { income: Line[]; spent: Line[] } {
  const [year = 0, part = 0] = period.split('Q').map(Number);
  const day = (month: number, date: number) =>
    `${year}-${String((part - 1) * 3 + month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const funds = villageFunds(facts) / 4;
  const own = 6000 + ((seed * 7 + part * 1300) % 9000);
  const [staff = 0, office = 0, upkeep = 0, care = 0] = share(
    funds + Math.round(own * 0.7),
    [52, 9, 26, 8],
  );
  return {
    income: [
      ['村级组织运转经费', funds, day(1, 18)],
      [part % 2 === 0 ? '光伏发电收益' : '茶园发包收入', own, day(2, 21)],
    ],
    spent: [
      ['村干部报酬', staff, day(3, 20)],
      ['办公和水电', office, day(2, 11)],
      ['道路和环境管护', upkeep, day(3, 12)],
      ['助老和困难慰问', care, day(3, 25)],
    ],
  };
}
