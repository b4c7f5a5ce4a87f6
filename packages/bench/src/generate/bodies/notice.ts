import type { Body } from '../body.ts';
import { inChinese } from '../days.ts';
import { chineseNumber } from '../numerals.ts';
import type { PlanOf } from '../plan.ts';
import type { Prose } from '../prose.ts';
import { telephone } from '../world.ts';

/** 通知、公告、公示、动态: an opening, some points, and who signs. */
export function noticeBody(body: Body, prose: Prose, plan: PlanOf<'notice'>): void {
  const { random } = prose;
  if (plan.form === '动态') {
    while (!body.full) body.add(prose.paragraph(2, 6));
    return;
  }
  if (plan.form === '通知') body.add('各乡镇人民政府、街道办事处，县直有关单位：');
  body.add(prose.opening());
  if (plan.form === '公示') body.table();
  const parts = random.chance(0.5);
  for (let part = 1; !body.full; part += 1) {
    if (parts && part < 40) body.add(partHead(prose, part));
    for (let left = random.between(1, 3); left > 0; left -= 1) body.anything();
  }
  if (plan.form === '公示') {
    body.add(
      `公示期为5个工作日。**如有异议，**请在公示期内向${plan.unit.name}反映，联系电话：${telephone(random)}。`,
    );
  }
  body.add(plan.unit.name);
  body.add(inChinese(plan.formed));
}

/** A heading, or what officers set instead of one. */
function partHead(prose: Prose, part: number): string {
  const text = `${chineseNumber(part)}、${prose.action()}`;
  return prose.random.chance(0.5) ? `## ${text}` : `**${text}**`;
}
