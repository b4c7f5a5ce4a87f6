import type { KindId } from '@columns/content';
import { daysAfter, publishingDay, yearOf } from './days.ts';
import type { Particulars, Place, Plan, PolicyRef } from './plan.ts';
import { NOTICE_FORMS } from './plan.ts';
import { Random } from './random.ts';
import { registerPlan } from './register-shapes.ts';
import {
  fullName,
  interpretationTitle,
  noticeTitle,
  policyTitle,
  type TitleFacts,
} from './titles.ts';
import type { Department, ItemSlot, World } from './world.ts';

/** The share of each kind, in percent. */
export const SHARES: readonly (readonly [KindId, number])[] = [
  ['notice', 45],
  ['policy', 28],
  ['interpretation', 15],
  ['register', 11],
  ['statement', 1],
];

/**
 * Decides about one document after the other what it is, where and when. A document depends on
 * those before it (numbers, policies to explain) and never on how many follow, so the first
 * 2,000 of 10,000 are the 2,000.
 */
export class Planner {
  readonly #world: World;
  readonly #numbers = new Map<string, number>();
  readonly #policies: PolicyRef[] = [];
  readonly #policiesOf = new Map<string, PolicyRef[]>();
  #next = 0;

  constructor(world: World) {
    this.#world = world;
  }

  plan(): Plan {
    const index = this.#next;
    this.#next += 1;
    const world = this.#world;
    const random = Random.of(world.seed, world.id, 'plan', index);
    const wanted = random.weighted(SHARES);
    const kind = wanted === 'interpretation' && this.#policies.length === 0 ? 'policy' : wanted;
    const policy = kind === 'interpretation' ? random.pick(this.#policies) : undefined;
    const slot = policy?.slot ?? random.pick(kind === 'statement' ? world.quiet : world.items);
    const published = policy
      ? daysAfter(policy.published, random.between(0, 2))
      : publishingDay(random);
    const town = random.pick(world.towns);
    const facts = { world, random, slot, published, town };
    const { particulars, title } = this.#particulars(kind, facts, policy);
    const local = (kind === 'notice' || kind === 'register') && random.chance(0.3);
    const id = `${kind}-${String(index + 1).padStart(5, '0')}`;
    const place = policy?.place ?? (kind === 'statement' ? itemOf(slot) : placeOf(random, slot));
    const also = random.chance(0.03) ? random.pick(world.items) : undefined;
    const plan: Plan = {
      ...particulars,
      index,
      id,
      place,
      slot,
      title,
      formed: daysAfter(published, -random.between(0, 12)),
      published,
      unit: local && random.chance(0.5) ? town : (policy?.unit ?? slot.department),
      ...(local ? { town } : {}),
      ...(local && random.chance(0.4) ? { village: random.pick(town.villages) } : {}),
      ...(kind === 'notice' && random.chance(0.5)
        ? { docNumber: this.#docNumber(`样${slot.department.sign}函`, yearOf(published)) }
        : {}),
      ...(also && kind !== 'statement' ? { also: `${also.domain}/${also.id}` } : {}),
      ...(random.chance(0.01) ? { formerly: `${yearOf(published) - 1}/${id}-old` } : {}),
      access:
        kind === 'notice'
          ? random.weighted([
              ['open', 973],
              ['withdrawn', 8],
              ['依申请', 12],
              ['不予', 7],
            ])
          : 'open',
    };
    if (plan.kind === 'policy') this.#remember(plan);
    return plan;
  }

  #particulars(
    kind: KindId,
    facts: TitleFacts,
    policy: PolicyRef | undefined,
  ): { particulars: Particulars; title: string } {
    const { world, random, slot, published } = facts;
    if (kind === 'policy') {
      const title = policyTitle(facts);
      const office = world.departments[0] as Department;
      const issuer = title.includes('人民政府办公室') ? office : slot.department;
      const ended = this.#laterPolicy(random, slot, published);
      const docNumber = this.#docNumber(`样${issuer.sign}发`, yearOf(published));
      return {
        title,
        particulars: {
          kind,
          docNumber,
          issuer: fullName(world, issuer),
          normative: random.chance(0.3),
          ...(ended ? { ended } : {}),
        },
      };
    }
    if (kind === 'interpretation' && policy) {
      const form = random.chance(0.6) ? '文字' : '问答';
      return { title: interpretationTitle(facts, policy), particulars: { kind, policy, form } };
    }
    if (kind === 'register') {
      const register = registerPlan(random, slot);
      const title = `${yearOf(published)}年${slot.name}${register.name}（第${random.between(1, 12)}期）`;
      return { title, particulars: { kind, register } };
    }
    if (kind === 'statement') {
      const reason = random.pick(['无此类事项', '尚未发生', '正在整理'] as const);
      const title = `关于${yearOf(published)}年“${slot.name}”公开情况的说明`;
      return { title, particulars: { kind, reason } };
    }
    const form = random.pick(NOTICE_FORMS);
    return { title: noticeTitle(facts, form), particulars: { kind: 'notice', form } };
  }

  /** Numbers run on for each sign and year, as in a real register of documents. */
  #docNumber(sign: string, year: number): string {
    const head = `${sign}〔${year}〕`;
    const number = (this.#numbers.get(head) ?? 0) + 1;
    this.#numbers.set(head, number);
    return `${head}${number}号`;
  }

  #laterPolicy(random: Random, { domain }: ItemSlot, published: string): PolicyRef | undefined {
    const candidates = this.#policiesOf.get(domain);
    if (!candidates || random.chance(0.7)) return undefined;
    const candidate = random.pick(candidates);
    return yearOf(candidate.published) > yearOf(published) + 1 ? candidate : undefined;
  }

  #remember(plan: Extract<Plan, { kind: 'policy' }>): void {
    const { id, title, docNumber, published, place, slot, unit } = plan;
    const ref = { id, title, docNumber, published, place, slot, unit };
    this.#policies.push(ref);
    const own = this.#policiesOf.get(slot.domain);
    if (own) own.push(ref);
    else this.#policiesOf.set(slot.domain, [ref]);
  }
}

/** Most belong to an item, some to a domain as a whole, a few to the county. */
function placeOf(random: Random, slot: ItemSlot): Place {
  const at = random.weighted([
    ['item', 92],
    ['domain', 5],
    ['county', 3],
  ]);
  if (at === 'county') return {};
  return at === 'domain' ? { domain: slot.domain } : itemOf(slot);
}

function itemOf({ domain, id }: ItemSlot): Place {
  return { domain, item: id };
}
