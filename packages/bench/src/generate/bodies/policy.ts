import type { Body } from '../body.ts';
import { inChinese } from '../days.ts';
import { chineseNumber } from '../numerals.ts';
import type { PlanOf } from '../plan.ts';
import type { Prose } from '../prose.ts';
import { PARTS } from '../vocabulary/sentences.ts';

/** A document with 一、（一）1., or one with articles. */
export function policyBody(body: Body, prose: Prose, plan: PlanOf<'policy'>): void {
  body.add('各乡镇人民政府、街道办事处，县直各单位：');
  body.add(`${prose.opening()}`);
  if (plan.title.includes('办法')) articles(body, prose);
  else parts(body, prose);
  body.add(`本文件自${inChinese(plan.published)}起施行。`);
  body.add(plan.issuer);
  body.add(inChinese(plan.formed));
}

function articles(body: Body, prose: Prose): void {
  for (let number = 1; !body.full && number < 100; number += 1) {
    if (number % 8 === 1) {
      const part = chineseNumber((number + 7) / 8);
      body.add(`## 第${part}章　${PARTS[((number - 1) / 8) % PARTS.length]}`);
    }
    body.add(`**第${chineseNumber(number)}条**　${prose.paragraph(1, 3)}`);
    if (prose.random.chance(0.12)) body.list('1.');
  }
}

function parts(body: Body, prose: Prose): void {
  const { random } = prose;
  const headings = random.chance(0.7);
  for (let part = 1; !body.full && part < 100; part += 1) {
    const text = `${chineseNumber(part)}、${PARTS[(part - 1) % PARTS.length]}`;
    body.add(headings ? `## ${text}` : text);
    const points = random.between(1, 4);
    for (let point = 1; point <= points && !body.full; point += 1) {
      const head = `（${chineseNumber(point)}）${prose.action()}`;
      // The mark before and the text after the dot: what breaks CommonMark's emphasis.
      if (headings && random.chance(0.4)) body.add(`### ${head}`);
      else body.add(`**${head}。**${prose.paragraph(1, 3)}`);
      if (random.chance(0.15)) body.list('1.');
      else body.anything();
    }
  }
}
