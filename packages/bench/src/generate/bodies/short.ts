import type { Body } from '../body.ts';
import type { PlanOf } from '../plan.ts';
import type { Prose } from '../prose.ts';
import { telephone } from '../world.ts';

/** A few words over a register's table. */
export function registerBody(body: Body, prose: Prose, plan: PlanOf<'register'>): void {
  body.add(
    `本表由${plan.unit.name}整理，共${plan.register.rows}条，均为虚构的示例数据。${prose.paragraph(1, 3)}`,
  );
  body.add(`**说明：**数据如有变动，以${plan.unit.name}最新公布的为准。`);
}

/** Why an item has nothing. */
export function statementBody(body: Body, prose: Prose, plan: PlanOf<'statement'>): void {
  body.add(
    `经${plan.unit.name}核实，“${plan.slot.name}”在本年度${plan.reason}。${prose.paragraph(1, 2)}`,
  );
  body.add(`今后如有此类信息，将在法定期限内公开。咨询电话：${telephone(prose.random)}。`);
}
