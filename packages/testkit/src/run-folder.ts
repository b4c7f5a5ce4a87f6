/** A folder that all test files of one run share; Vitest's global set-up. */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { readBuilds } from './shared-build.ts';
import { makeTempDir } from './temp.ts';

/** Makes the folder before the first test, and removes it and what was built for it after the last. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await makeTempDir('run');
  provide('runFolder', folder.path);
  return async () => {
    for (const { folder: app } of readBuilds(folder.path)) {
      rmSync(app, { recursive: true, force: true });
    }
    await folder.remove();
  };
}
