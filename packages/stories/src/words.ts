import type { Facts } from './facts.ts';
import type { Words } from './fill.ts';
import { sum } from './share.ts';
import { accountOf, spending } from './tables/spending.ts';
import { subsidyTotal } from './tables/subsidies.ts';

/** Everything that texts of a county may ask for by name: what its facts say, and what follows from them. */
export function wordsOf(facts: Facts): Words {
  const { figures, towns, units, revenue = {}, transfers = [], subsidies = [] } = facts;
  const words = new Map<string, string>([
    ['县', facts.name],
    ['级', facts.name.slice(-1)],
    ['年', String(facts.year)],
    ['上年', String(facts.year - 1)],
    ['乡镇数', String(towns.length)],
    ['村数', String(sum(towns.map(({ villages = 0 }) => villages)))],
  ]);
  const put = (name: string, value: number | string) => words.set(name, String(value));
  for (const [name, value] of Object.entries(figures)) put(name, value);
  for (const [name, value] of Object.entries(revenue)) put(name, value);
  for (const { id, name } of units) put(`名:${id}`, name);
  for (const { id, budget = {} } of units) put(`预算:${id}`, sum(Object.values(budget)));
  const now = spending(facts);
  for (const [name, value] of now) put(`支出:${name}`, value);
  put('支出合计', sum([...now.values()]));
  const before = spending(facts, accountOf);
  for (const [name, value] of before) put(`决算:${name}`, value);
  put('决算合计', sum([...before.values()]));
  put('本级收入', sum(Object.values(revenue)));
  put('上级补助', sum(transfers.map(([, , amount]) => amount)));
  for (const each of subsidies) {
    put(`补贴:${each.name}`, subsidyTotal(each));
    put(`人数:${each.name}`, each.count);
    put(`标准:${each.name}`, each.standard);
  }
  put('补贴合计', round(sum(subsidies.map(subsidyTotal))));
  return words;
}

const round = (value: number): number => Math.round(value * 100) / 100;
