import { yearOf } from './days.ts';
import type { NoticeForm, PolicyRef } from './plan.ts';
import type { Random } from './random.ts';
import { compile, fill } from './template.ts';
import * as phrases from './vocabulary/phrases.ts';
import type { ItemSlot, Town, World } from './world.ts';
import { projectName } from './world.ts';

const NOTICES: Readonly<Record<NoticeForm, readonly string[]>> = {
  通知: [
    '关于做好{year}年{season}{topic}工作的通知',
    '关于开展{topic}专项检查的通知',
    '关于组织{term}业务培训的通知',
    '关于报送{year}年{topic}有关材料的通知',
    '关于进一步{do}的通知',
  ],
  公告: [
    '关于{project}的公告',
    '{topic}公告（{year}年第{n}号）',
    '关于调整{term}办理地点的公告',
    '关于{town}{term}有关事项的公告',
  ],
  公示: [
    '{year}年第{n}批{topic}公示',
    '{town}{year}年{season}{term}情况公示',
    '关于{project}前期情况的公示',
    '{year}年{month}月{topic}结果公示',
  ],
  动态: [
    '{town}{village}开展{topic}宣传活动',
    '{unit}到{town}调研{term}工作',
    '{project}建成投用',
    '{town}：{do}，{do}',
  ],
};

const POLICIES: readonly string[] = [
  '{office}关于印发{county}{topic}实施方案的通知',
  '{office}关于印发{county}{topic}管理办法（试行）的通知',
  '{bureau}关于进一步加强{topic}工作的意见',
  '{bureau}关于印发{year}年{topic}工作要点的通知',
  '{bureau}关于{do}和{do}的若干措施',
  '{office}关于{topic}和{term}工作的实施意见',
];

const INTERPRETATIONS: readonly string[] = ['《{policy}》政策解读', '关于《{policy}》的解读'];

const compiled = {
  notices: Object.fromEntries(
    Object.entries(NOTICES).map(([form, list]) => [form, list.map(compile)]),
  ),
  policies: POLICIES.map(compile),
  interpretations: INTERPRETATIONS.map(compile),
};

export interface TitleFacts {
  readonly world: World;
  readonly random: Random;
  readonly slot: ItemSlot;
  readonly published: string;
  readonly town: Town;
}

export function noticeTitle(facts: TitleFacts, form: NoticeForm): string {
  const list = compiled.notices[form] ?? [];
  return fill(facts.random.pick(list), (name) => slotOf(name, facts));
}

export function policyTitle(facts: TitleFacts): string {
  return fill(facts.random.pick(compiled.policies), (name) => slotOf(name, facts));
}

export function interpretationTitle(facts: TitleFacts, policy: PolicyRef): string {
  const template = facts.random.pick(compiled.interpretations);
  // Inside 《》 a further book title is set in 〈〉.
  const inner = policy.title.replaceAll('《', '〈').replaceAll('》', '〉');
  return fill(template, () => inner);
}

/** 样溪县教育局, the department's name without the 县 that texts of the county use. */
export function fullName(world: World, unit: { readonly name: string }): string {
  return world.name + unit.name.replace(/^县/, '');
}

function slotOf(name: string, { world, random, slot, published, town }: TitleFacts): string {
  switch (name) {
    case 'year':
      return String(yearOf(published));
    case 'month':
      return String(random.between(1, 12));
    case 'season':
      return random.pick([
        '春季',
        '夏季',
        '秋季',
        '冬季',
        '上半年',
        '下半年',
        '第一季度',
        '第三季度',
      ]);
    case 'topic':
      return slot.name;
    case 'term':
      return random.pick(random.chance(0.5) && slot.terms.length > 0 ? slot.terms : phrases.TERMS);
    case 'do':
      return random.pick(phrases.VERBS) + random.pick(phrases.OBJECTS);
    case 'project':
      return projectName(world, random);
    case 'town':
      return town.name;
    case 'village':
      return random.pick(town.villages);
    case 'unit':
      return slot.department.name;
    case 'bureau':
      return fullName(world, slot.department);
    case 'office':
      return `${world.name}人民政府办公室`;
    case 'county':
      return world.name;
    case 'n':
      return String(random.between(1, 24));
    default:
      throw new Error(`a title has the unknown slot {${name}}`);
  }
}
