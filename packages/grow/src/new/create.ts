import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NewCountyPlan } from './plan.ts';

/**
 * Writes a planned county: each folder under a hidden name beside its place, then renamed, so that
 * nothing is ever half there. What stands in the way of one takes the other back.
 */
export function createCounty(root: string, plan: NewCountyPlan): void {
  const folders = ['content', 'apps'].map((part) => ({
    place: join(root, part, plan.id),
    made: join(root, part, `.${plan.id}.new`),
    prefix: `${part}/${plan.id}/`,
  }));
  const placed: string[] = [];
  try {
    for (const { made, prefix } of folders) {
      rmSync(made, { recursive: true, force: true });
      for (const [path, text] of Object.entries(plan.files)) {
        if (!path.startsWith(prefix)) continue;
        const file = join(made, path.slice(prefix.length));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    for (const { made, place } of folders) {
      // An empty folder would be replaced by the renaming without a word.
      if (existsSync(place)) throw new Error(`${place} exists already.`);
      renameSync(made, place);
      placed.push(place);
    }
  } catch (error) {
    for (const place of placed) rmSync(place, { recursive: true, force: true });
    throw error;
  } finally {
    for (const { made } of folders) rmSync(made, { recursive: true, force: true });
  }
}
