import { interpretationBody } from './bodies/interpretation.ts';
import { noticeBody } from './bodies/notice.ts';
import { policyBody } from './bodies/policy.ts';
import { registerBody, statementBody } from './bodies/short.ts';
import { Body } from './body.ts';
import { frontMatter } from './front-matter.ts';
import { bodyLength } from './lengths.ts';
import type { Plan } from './plan.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';
import { csv } from './register-shapes.ts';
import type { World } from './world.ts';

/** One generated entry: what its file holds, and its CSV where it is a register. */
export interface GeneratedDocument {
  readonly id: string;
  /** Path of the head below the county's folder. */
  readonly path: string;
  readonly head: string;
  /** The text below the front matter; empty for what is not open. */
  readonly body: string;
  readonly csv?: string;
}

/** Writes a planned document. Depends on the world and the plan alone. */
export function writeDocument(world: World, plan: Plan): GeneratedDocument {
  const random = Random.of(world.seed, world.id, 'text', plan.index);
  const prose = new Prose(world, random, plan);
  const { id, place, published } = plan;
  const folder =
    place.domain === undefined ? `_${plan.kind}` : `${place.domain}/${place.item ?? '_general'}`;
  return {
    id,
    path: `${folder}/${published.slice(0, 4)}/${id}.md`,
    head: frontMatter(plan, prose),
    body: plan.access === 'open' ? bodyOf(plan, prose) : '',
    ...(plan.kind === 'register' ? { csv: csv(plan.register, prose, published) } : {}),
  };
}

function bodyOf(plan: Plan, prose: Prose): string {
  const body = new Body(prose, plan, bodyLength(prose.random));
  switch (plan.kind) {
    case 'notice':
      noticeBody(body, prose, plan);
      break;
    case 'policy':
      policyBody(body, prose, plan);
      break;
    case 'interpretation':
      interpretationBody(body, prose, plan);
      break;
    case 'register':
      registerBody(body, prose, plan);
      break;
    case 'statement':
      statementBody(body, prose, plan);
      break;
  }
  return body.toString();
}
