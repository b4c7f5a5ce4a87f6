import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentPlan } from './plan.ts';

/**
 * Does all of a plan or nothing: new bytes are written beside `content/` first; then files only change
 * names, and each change of a name is undone when a later one fails.
 */
export function applyPlan(contentRoot: string, plan: ContentPlan): void {
  const stage = mkdtempSync(join(dirname(contentRoot), '.columns-edit-'));
  const undo: (() => void)[] = [];
  let staged = 0;
  const rename = (from: string, to: string) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    undo.push(() => {
      mkdirSync(dirname(from), { recursive: true });
      renameSync(to, from);
    });
  };
  const aside = (path: string) => rename(join(contentRoot, path), join(stage, `old-${staged++}`));
  try {
    const fresh = [...plan.writes].map(([path, bytes]) => {
      const file = join(stage, `new-${staged++}`);
      writeFileSync(file, bytes);
      return { path, file };
    });
    const written = new Set(plan.writes.keys());
    for (const { from, to } of plan.moves) {
      if (from !== to && existsSync(join(contentRoot, to)))
        throw new Error(`${to} exists already.`);
      if (written.has(to)) aside(from);
      else rename(join(contentRoot, from), join(contentRoot, to));
    }
    for (const { path, file } of fresh) {
      if (existsSync(join(contentRoot, path))) aside(path);
      rename(file, join(contentRoot, path));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
    for (const path of [...plan.moves.flatMap(({ from, to }) => [from, to])]) {
      removeEmpty(contentRoot, dirname(path));
    }
  }
}

/** Git keeps no empty folders, and an officer wonders at them. */
function removeEmpty(contentRoot: string, path: string): void {
  for (let at = path; at.includes('/'); at = dirname(at)) {
    const folder = join(contentRoot, at);
    if (!existsSync(folder)) continue;
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}
