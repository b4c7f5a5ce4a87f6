import type { Finding } from '@columns/check';
import type { Entry } from '@columns/content';
import { parts } from './parts.ts';

/** The entry being edited as the column will have it, and what the rules say of it. */
export interface Judged {
  readonly entry?: Entry;
  readonly findings: readonly Finding[];
}

export type Judge = typeof import('./judge.ts').judge;

let judge: Judge | undefined;

/** Who judges, where the rules are here already. */
export const judgeNow = (): Judge | undefined => judge;

/** Who judges, once the rules are here. @throws Stopped where they do not come */
export async function judging(): Promise<Judge> {
  judge ??= (await parts.rules()).judge;
  return judge;
}
