import type { Facts } from '../facts.ts';
import * as money from './money.ts';
import { airQuality, overTime, projectProgress } from './over-time.ts';
import * as people from './people.ts';
import * as subsidies from './subsidies.ts';
import type { Table } from './table.ts';
import { villageAccounts } from './villages.ts';

export { csv, type Table, wordsOfTable } from './table.ts';

type Derived = (facts: Facts, asked: unknown) => Table;

/** Tables that follow from the facts, by the names that stories call them. */
const TABLES: Readonly<Record<string, Derived>> = {
  政府预算: money.governmentBudget,
  政府决算: money.governmentAccounts,
  部门预算: money.departmentBudgets,
  部门决算: money.departmentAccounts,
  一个部门的预算: money.unitBudget,
  三公经费: money.officialExpenses,
  转移支付: money.transfers,
  月度收支: money.monthlyAccounts,
  补贴资金: subsidies.subsidyFunds,
  各乡镇的补贴: subsidies.subsidyByTown,
  各乡镇的各项补贴: subsidies.subsidiesOfTowns,
  学校名录: people.schools,
  幼儿园名录: people.kindergartens,
  各乡镇: people.towns,
  按季救助: people.assistance,
  企业名录: people.firms,
  时序: overTime,
  空气质量: airQuality,
  项目进度: projectProgress,
  村级财务: villageAccounts,
  各乡镇分配: people.divided,
};

/** The table of a name. @throws where there is none */
export function tableNamed(name: string): Derived {
  const table = TABLES[name];
  if (!table) throw new Error(`没有叫“${name}”的表；有：${Object.keys(TABLES).join('、')}`);
  return table;
}
