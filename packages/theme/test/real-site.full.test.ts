import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadLinks, weighPages, weightFaults, weightTable } from '@columns/testkit/site';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlFaults } from './html-validate.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');
const LIST = join(DIST, 'columns.json');

/** What stands in `dist/` is taken as it is; only where nothing does is it built, as anybody would. */
beforeAll(() => {
  if (existsSync(LIST)) return;
  const built = spawnSync(process.execPath, ['packages/cli/bin/columns.ts', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(built.status, built.stdout + built.stderr).toBe(0);
}, 600_000);

interface ListedColumn {
  readonly county: string;
  readonly base: string;
  readonly path: string;
  readonly title: string;
}

function columns(): ListedColumn[] {
  return JSON.parse(readFileSync(LIST, 'utf8')).columns;
}

describe('over all columns as they are published', () => {
  test('every link and anchor leads somewhere', () => {
    const { base } = JSON.parse(readFileSync(LIST, 'utf8'));
    expect(deadLinks([{ folder: DIST, base }])).toEqual([]);
  });

  test('every page is valid HTML', { timeout: 300_000 }, () => {
    expect(htmlFaults(DIST)).toEqual([]);
  });

  test('no page is too heavy, runs a program without need, or asks another host', () => {
    const faults = columns().flatMap(({ base, path, title }) => {
      const pages = weighPages({ folder: join(DIST, base), base: path });
      console.log(`${title}：\n\n${weightTable(pages)}`);
      return weightFaults(pages).map((fault) => `${title} ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});
