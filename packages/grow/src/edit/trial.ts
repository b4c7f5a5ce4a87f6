import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, gate } from '@columns/check';
import { readColumn } from '@columns/content';
import { refuse } from '../fault.ts';
import { applyPlan } from './apply.ts';
import type { Surroundings } from './county.ts';
import type { ContentPlan } from './plan.ts';

/**
 * Does a plan in a copy and asks the gate: what the gate did not say before stands in the way.
 * @throws GrowFaults
 */
export function tryPlan(around: Surroundings, plan: ContentPlan): void {
  const { contentRoot, county, content, below, standard } = around;
  const judged = [county, ...below.map(({ id }) => id)];
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'columns-trial-')));
  const trial = join(copy, 'content');
  try {
    const uppers = content.county?.parent === undefined ? [] : uppersOf(around);
    for (const id of new Set([...judged, ...uppers]))
      cpSync(join(contentRoot, id), join(trial, id), { recursive: true, verbatimSymlinks: true });
    const known = new Set(findings(trial, judged, standard).map((each) => keyOf(each)));
    applyPlan(trial, plan);
    const placeBefore = new Map(plan.moves.map(({ from, to }) => [to, from]));
    const fresh = findings(trial, judged, standard).filter((each) => {
      return !known.has(keyOf(each, placeBefore.get(each.file)));
    });
    refuse(
      fresh.map(
        ({ file, line, message, mend }) => `content/${file} 第 ${line} 行：${message}。${mend}`,
      ),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function findings(root: string, counties: readonly string[], standard: Surroundings['standard']) {
  return counties.flatMap((id) => gate(readColumn(root, id, standard)));
}

const keyOf = ({ rule, file, value }: Finding, at = file) => `${rule} ${at} ${value ?? ''}`;

/** The levels above, which a county's references may name. */
function uppersOf({ contentRoot, content, standard }: Surroundings): string[] {
  const uppers: string[] = [];
  for (let up = content.county?.parent; up !== undefined && !uppers.includes(up); ) {
    uppers.push(up);
    up = readColumn(contentRoot, up, standard).column?.county.parent;
  }
  return uppers;
}
