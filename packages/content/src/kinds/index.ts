import type { z } from 'zod';
import { alert } from './alert.ts';
import { annualReport } from './annual-report.ts';
import { briefing } from './briefing.ts';
import { bundle } from './bundle.ts';
import { consultation } from './consultation.ts';
import { evaluation } from './evaluation.ts';
import { gazette } from './gazette.ts';
import { guide } from './guide.ts';
import { hearing } from './hearing.ts';
import { interpretation } from './interpretation.ts';
import type { KindGroup } from './kind.ts';
import { ledger } from './ledger.ts';
import { message } from './message.ts';
import { notice } from './notice.ts';
import { place } from './place.ts';
import { policy } from './policy.ts';
import { project } from './project.ts';
import { proposal } from './proposal.ts';
import { register } from './register.ts';
import { response } from './response.ts';
import { statement } from './statement.ts';
import { survey } from './survey.ts';

/** Every kind there is. A new kind is a file beside these and a line here. */
export const KINDS = {
  policy,
  interpretation,
  notice,
  register,
  ledger,
  project,
  statement,
  gazette,
  'annual-report': annualReport,
  consultation,
  hearing,
  survey,
  evaluation,
  briefing,
  response,
  alert,
  message,
  proposal,
  guide,
  bundle,
  place,
} as const;

export type KindId = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as KindId[];

/** Front matter of a kind as it is written, keys in kebab-case. */
export type FrontMatter = { [K in KindId]: z.infer<(typeof KINDS)[K]['schema']> }[KindId];

export function isKindId(id: unknown): id is KindId {
  return typeof id === 'string' && Object.hasOwn(KINDS, id);
}

/** The Chinese name of a kind. */
export function kindName(id: KindId): string {
  return KINDS[id].name;
}

/** The kind that is meant by its id or its Chinese name. */
export function kindNamed(text: string): KindId | undefined {
  return KIND_IDS.find((id) => id === text || KINDS[id].name === text);
}

/** All kinds, as a message offers them: policy（政策文件）、… */
export const kindsInWords = (): string =>
  KIND_IDS.map((id) => `${id}（${KINDS[id].name}）`).join('、');

/** The kinds of a group, in the order of `KINDS`. */
export function kindsOf(group: KindGroup): KindId[] {
  return KIND_IDS.filter((id) => KINDS[id].group === group);
}

export type { Contradiction, Kind, KindGroup, Period } from './kind.ts';
export { KIND_GROUPS } from './kind.ts';
