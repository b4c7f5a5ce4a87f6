/** One build of a fixture county for all test files that only read it. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BuiltApp } from './fixture-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of `run-folder.ts`. */
    runFolder: string;
  }
}

type Told = Pick<BuiltApp, 'code' | 'output' | 'folder' | 'dist'>;

const BUILT = 'built.json';

/**
 * The build of that name: made by whoever asks first, in whichever process, and awaited by the rest.
 *
 * @param runFolder what `run-folder.ts` provides
 * @throws Error when the one who makes it has not finished after five minutes
 */
export async function sharedBuild(
  runFolder: string,
  name: string,
  build: () => Promise<BuiltApp>,
): Promise<BuiltApp> {
  const home = join(runFolder, name);
  const file = join(home, BUILT);
  if (isFirst(home)) {
    const { code, output, folder, dist } = await build();
    // It appears when it is whole.
    writeFileSync(`${file}.new`, JSON.stringify({ code, output, folder, dist } satisfies Told));
    renameSync(`${file}.new`, file);
  }
  for (let waited = 0; !existsSync(file); waited += 1) {
    if (waited > 3000) throw new Error(`The shared build “${name}” did not finish.`);
    await wait(100);
  }
  // The run removes it in the end, not one of those who read it.
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Told), remove: () => undefined };
}

/** All builds that were made in a run. */
export function readBuilds(runFolder: string): Told[] {
  return readdirSync(runFolder)
    .map((name) => join(runFolder, name, BUILT))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Told);
}

function isFirst(home: string): boolean {
  try {
    mkdirSync(home);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
