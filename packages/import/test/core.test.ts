import type { Bundle } from '@columns/office/fixture-bundle';
import { bundled, runBare } from '@columns/office/fixture-bundle';
import { openPdf } from '@columns/office/pdf-library';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as Core from '../src/core.ts';
import * as core from '../src/core.ts';
import { draftsOf, setting } from './core-files.ts';

describe('the core takes bytes and needs nothing of Node, so that a browser’s worker can run it', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundled(new URL('../src/core.ts', import.meta.url));
  }, 60_000);

  test('no module and no global of Node is reached', () => {
    expect(bundle.nodeModules).toEqual([]);
    expect(bundle.nodeGlobals).toEqual([]);
  });

  test('bundled and run where nothing of Node is, it makes the drafts that it makes here', async () => {
    const given = setting();
    const bare = runBare<typeof Core>(bundle);
    const there = await draftsOf(bare, given, (file, limits) =>
      bare.readPdf(file, limits, openPdf),
    );
    expect(there).toBe(
      await draftsOf(core, given, (file, limits) => core.readPdf(file, limits, openPdf)),
    );
    for (const words of [
      '防汛工作',
      '示例小学',
      '封山育林',
      '停水',
      '编制情况',
      '名单的公示',
      '道路三条',
      '批复',
    ])
      expect(there).toContain(words);
  });
});
