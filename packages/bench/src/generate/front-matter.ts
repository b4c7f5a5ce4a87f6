import { LAST_DAY, yearsAfter } from './days.ts';
import type { Plan } from './plan.ts';
import type { Prose } from './prose.ts';
import { POSTS } from './vocabulary/phrases.ts';
import { scalar } from './yaml.ts';

/** The front matter of a document, complete, in the order officers see the fields in. */
export function frontMatter(plan: Plan, prose: Prose): string {
  const { random, world } = prose;
  const { kind, published, slot } = plan;
  const number = plan.docNumber;
  const keywords = [...new Set([slot.domainName, slot.name, prose.term()])];
  const lines = [
    '---',
    `title: ${scalar(plan.title)}`,
    `kind: ${kind}`,
    ...particulars(plan),
    `index-number: SHILI-${world.id.toUpperCase()}-${published.slice(0, 4)}-${String(plan.index + 1).padStart(5, '0')}`,
    `topic: ${scalar(slot.department.topic)}`,
    `unit: ${plan.unit.id}`,
    ...(number === undefined ? [] : [`doc-number: ${scalar(number)}`]),
    `formed: ${plan.formed}`,
    `published: ${published}`,
    ...validity(plan),
    `keywords: [${keywords.map(scalar).join(', ')}]`,
    ...(random.chance(0.6) ? [`summary: ${scalar(summary(plan, prose))}`] : []),
    ...attribute(plan),
    'review:',
    `  by: ${random.pick(POSTS)}`,
    `  date: ${published}`,
    `  secrecy: ${random.chance(0.95) ? '通过' : '删减后通过'}`,
    `level: ${plan.town ? 'town' : 'county'}`,
    ...(plan.town ? [`town: ${plan.town.id}`] : []),
    ...(plan.village === undefined ? [] : [`village: ${scalar(plan.village)}`]),
    'example: true',
    ...exemption(plan),
    ...(plan.also === undefined ? [] : [`also: [${plan.also}]`]),
    ...(plan.access === 'withdrawn'
      ? ['withdrawn:', `  date: ${LAST_DAY}`, '  reason: 示例：内容已由新文件代替']
      : []),
    ...(plan.formerly === undefined ? [] : [`formerly: [${plan.formerly}]`]),
    '---',
    '',
  ];
  return lines.join('\n');
}

function particulars(plan: Plan): string[] {
  switch (plan.kind) {
    case 'policy':
      return [`issuer: ${scalar(plan.issuer)}`, ...(plan.normative ? ['normative: true'] : [])];
    case 'interpretation':
      return [
        `interprets: [${plan.policy.id}]`,
        `form: ${plan.form}`,
        `by: ${scalar(plan.unit.name)}`,
      ];
    case 'register': {
      const { fromElements, columns } = plan.register;
      const updated = `updated: ${plan.published}`;
      return fromElements ? [updated] : [`columns: [${columns.map(scalar).join(', ')}]`, updated];
    }
    case 'statement':
      return [`reason: ${plan.reason}`];
    case 'notice':
      return [`form: ${plan.form}`];
  }
}

/** Normative documents lapse after five years; some are repealed before by a later one. */
function validity(plan: Plan): string[] {
  if (plan.kind !== 'policy') return [];
  if (plan.ended) {
    const { id, published } = plan.ended;
    return ['validity:', '  state: 废止', `  until: ${published}`, `  by: ${id}`];
  }
  if (!plan.normative) return ['validity:', '  state: 有效'];
  const until = yearsAfter(plan.published, 5);
  return ['validity:', `  state: ${until > LAST_DAY ? '有效' : '失效'}`, `  until: ${until}`];
}

function attribute({ access }: Plan): string[] {
  if (access === '依申请') return ['attribute:', '  type: 依申请'];
  if (access === '不予') {
    const grounds = '《中华人民共和国政府信息公开条例》第十六条';
    return ['attribute:', '  type: 不予', `  grounds: ${scalar(grounds)}`];
  }
  return ['attribute:', '  type: 主动'];
}

/** Tables with names say why the law lets them stand, though here nobody has those names. */
function exemption(plan: Plan): string[] {
  if (plan.kind !== 'register' || !plan.register.columns.includes('姓名')) return [];
  return [
    'exemption:',
    '  type: 强制性信息披露',
    '  reason: 示例：补助对象名单依法公示，姓名均为虚构',
  ];
}

function summary(plan: Plan, prose: Prose): string {
  return `${plan.slot.domainName}领域：${prose.action()}，${prose.term()}。`;
}
