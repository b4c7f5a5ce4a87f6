import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { affectedApps } from '../src/deploy/index.ts';
import { copyOfRepository, git, turbo } from './turbo.ts';

// What runs is told by Turborepo's own hashes: a task whose hash is as before comes from the cache.

let dir: string;
let before: Map<string, string>;
let counties: string[];

interface Plan {
  tasks: { taskId: string; hash: string; command: string }[];
}

/** Every task that runs something, with its hash. */
async function plan(): Promise<Map<string, string>> {
  const { out, code } = await turbo(dir, ['run', 'build', 'data', 'records', '--dry=json']);
  expect([code, code === 0 ? '' : out]).toEqual([0, '']);
  const { tasks } = JSON.parse(out.slice(out.indexOf('{'))) as Plan;
  const real = tasks.filter(({ command }) => command !== '<NONEXISTENT>');
  return new Map(real.map(({ taskId, hash }) => [taskId, hash]));
}

beforeAll(async () => {
  // Each test puts back what it changed.
  dir = await copyOfRepository();
  before = await plan();
  counties = (await readdir(path.join(dir, 'apps'))).sort();
});

/** Changes a file, and tells the tasks that would run and the apps that Turborepo names for a matrix. */
async function after(file: string, text = '\n') {
  await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
  await appendFile(path.join(dir, file), text);
  const now = await plan();
  const query = await turbo(dir, ['query', 'affected', '--tasks', 'build'], {
    TURBO_SCM_BASE: 'HEAD',
  });
  await git(dir, 'checkout', '-q', '--', '.');
  await git(dir, 'clean', '-qfd');
  return {
    tasks: [...now].flatMap(([task, hash]) => (before.get(task) === hash ? [] : [task])),
    matrix: affectedApps(query.out.slice(query.out.indexOf('{'))),
  };
}

/** All tasks of some counties. */
function tasksOf(ids: readonly string[]): string[] {
  return [...before.keys()].filter((task) => ids.some((id) => task.startsWith(`@counties/${id}#`)));
}

/** A county and all that stand below it. */
async function withThoseBelow(id: string): Promise<string[]> {
  const below: string[] = [];
  for (const county of counties) {
    const source = await readFile(path.join(dir, 'content', county, 'county.yaml'), 'utf8');
    if ((parse(source) as { parent?: string }).parent === id) below.push(county);
  }
  return [id, ...(await Promise.all(below.map(withThoseBelow))).flat()].sort();
}

describe('the tasks that run', () => {
  it('when one county’s content changes: that county’s, of all counties’', async () => {
    const { tasks, matrix } = await after('content/anyue/county.yaml');
    expect(tasks).toEqual(tasksOf(['anyue']));
    expect(matrix).toEqual(['anyue']);
    expect(tasksOf(counties)).toHaveLength(before.size);
    expect(tasks.length).toBe(before.size / counties.length);
  });

  it('when a new entry comes: that county’s', async () => {
    const { tasks, matrix } = await after('content/gaoyao/_notice/2026/new.md', '---\n---\n');
    expect(tasks).toEqual(tasksOf(['gaoyao']));
    expect(matrix).toEqual(['gaoyao']);
  });

  it.each(['luan', 'hunan'])(
    'when the content of %s, an upper level, changes: also those below',
    async (id) => {
      const ids = await withThoseBelow(id);
      expect(ids.length).toBeGreaterThan(1);
      const { tasks, matrix } = await after(`content/${id}/county.yaml`);
      expect(tasks).toEqual(tasksOf(ids));
      expect(matrix).toEqual(ids);
    },
  );

  it.each(['packages/standard/data/deadlines.yaml', 'packages/content/src/index.ts'])(
    'when %s changes: all',
    async (file) => {
      const { tasks, matrix } = await after(file);
      expect(tasks).toEqual([...before.keys()]);
      expect(matrix).toEqual(counties);
    },
  );

  it('when the theme changes: the pages of all, and nothing that is no page', async () => {
    const { tasks, matrix } = await after('packages/theme/src/index.ts');
    expect(tasks).toEqual([...before.keys()].filter((task) => task.endsWith('#build')));
    expect(matrix).toEqual(counties);
  });

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'packages/standard/README.md',
    'packages/theme/test/new.test.ts',
    '.github/workflows/check.yml',
    'deploy.yaml',
  ])('when %s changes: none', async (file) => {
    expect(await after(file)).toEqual({ tasks: [], matrix: [] });
  });

  it('when an app’s own public files change: that county’s', async () => {
    const { tasks, matrix } = await after('apps/jinzhai/public/emblem.svg', '<svg/>');
    expect(tasks).toEqual(tasksOf(['jinzhai']));
    expect(matrix).toEqual(['jinzhai']);
  });
});
