import type { Facts, Subsidy } from '../facts.ts';
import { share, sum } from '../share.ts';
import type { Table } from './table.ts';

/** What a subsidy comes to in a year, 万元. */
export function subsidyTotal({ count, each }: Subsidy): number {
  return Math.round((count * each) / 100) / 100;
}

function nameOfUnit({ units }: Facts, id: string): string {
  return units.find((unit) => unit.id === id)?.name ?? id;
}

function named({ subsidies = [] }: Facts, name: unknown): Subsidy {
  const found = subsidies.find((each) => each.name === name);
  if (!found) throw new Error(`没有叫“${String(name)}”的补贴`);
  return found;
}

/** 惠民补贴资金安排: one row a subsidy, in the columns of 专项资金. */
export function subsidyFunds(facts: Facts): Table {
  const rows = (facts.subsidies ?? []).map((each) => [
    ...[each.name, nameOfUnit(facts, each.unit), '各乡镇人民政府', each.from],
    ...[subsidyTotal(each), Math.round(subsidyTotal(each) * 75) / 100, each.standard],
    ...[`${facts.year}年1月至12月`, `${each.count}${each.counted}按时足额发放`],
  ]);
  const total = (column: number) => sum(rows.map((row) => Number(row[column])));
  return {
    columns: [
      ...['项目名称', '主管部门', '实施单位', '资金来源', '安排金额（万元）', '已使用金额（万元）'],
      ...['分配依据', '实施期限', '绩效目标'],
    ],
    rows: [...rows, ['合计', '', '', '', total(4), total(5), '', '', '']],
  };
}

/** One subsidy by towns: how many, and how much; the towns add up to the whole. */
export function subsidyByTown(facts: Facts, asked: unknown): Table {
  const subsidy = named(facts, asked);
  const { towns } = facts;
  const weights = towns.map(({ people, land = 0 }) => (subsidy.by === 'land' ? land : people));
  const counts = share(subsidy.count, weights);
  const money = share(Math.round(subsidyTotal(subsidy) * 100), counts);
  const rows = towns.map(({ name }, index) => {
    return [name, counts[index] ?? 0, subsidy.standard, (money[index] ?? 0) / 100];
  });
  return {
    columns: ['乡镇', `享受数（${subsidy.counted}）`, '补贴标准', '全年金额（万元）'],
    rows: [...rows, ['合计', subsidy.count, '', subsidyTotal(subsidy)]],
  };
}

/** All subsidies by towns, 万元: a row a town, a column a subsidy of the units asked for. */
export function subsidiesOfTowns(facts: Facts, asked: unknown): Table {
  const names = asked as readonly string[];
  const parts = names.map((name) => subsidyByTown(facts, name).rows);
  const rows = facts.towns.map((town, index) => {
    const amounts = parts.map((part) => Number(part[index]?.[3] ?? 0));
    return [town.name, ...amounts, sum(amounts)];
  });
  const totals = names.map((name) => subsidyTotal(named(facts, name)));
  return {
    columns: ['乡镇', ...names.map((name) => `${name}（万元）`), '小计（万元）'],
    rows: [...rows, ['合计', ...totals, sum(totals)]],
  };
}
