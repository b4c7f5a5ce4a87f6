import type { Body } from '../body.ts';
import { inChinese, yearOf } from '../days.ts';
import { chineseNumber } from '../numerals.ts';
import type { PlanOf } from '../plan.ts';
import type { Prose } from '../prose.ts';

const PARTS = ['起草背景', '制定依据', '主要内容', '适用对象', '政策亮点', '办理方式', '解读单位'];

/** Names the policy, then explains it in parts or by question and answer. */
export function interpretationBody(body: Body, prose: Prose, plan: PlanOf<'interpretation'>): void {
  const { policy } = plan;
  const address = `/${yearOf(policy.published)}/${policy.id}/`;
  body.add(
    `${inChinese(policy.published)}，[《${policy.title}》](${address})（${policy.docNumber}）印发。为便于社会公众了解，现解读如下。`,
  );
  for (let part = 1; !body.full && part < 100; part += 1) {
    if (plan.form === '问答') {
      body.add(`### 问：${prose.question()}`);
      body.add(`**答：**${prose.paragraph(2, 4)}`);
    } else {
      body.add(`## ${chineseNumber(part)}、${PARTS[(part - 1) % PARTS.length]}`);
      body.anything();
      body.anything();
    }
  }
}
