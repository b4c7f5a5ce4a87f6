import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCounty, notice } from '@columns/content/fixture';
import { calendarYears } from '@columns/standard';
import { expect, it } from 'vitest';
import { main } from '../src/index.ts';

/** What the nightly run of a small repository says on a day: the part that is no county's. */
async function calendarOn(asOf: string): Promise<{ count: number; body: string } | undefined> {
  const { contentRoot } = makeCounty({ files: { 'shili/_notice/2023/a.md': notice() } });
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'nightly-')));
  mkdirSync(join(root, 'apps/shili'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"name":"small","private":true}');
  writeFileSync(join(root, 'turbo.json'), '{}');
  cpSync(contentRoot, join(root, 'content'), { recursive: true });
  const context = {
    ...{ root, env: { AS_OF: asOf }, colour: false },
    ...{ out: () => undefined, err: () => undefined },
  };
  const out = join(root, 'nightly.json');
  expect(await main(['nightly', '--out', out, '--no-links'], context)).toBe(0);
  const told = JSON.parse(readFileSync(out, 'utf8')) as {
    id: string;
    count: number;
    body: string;
  }[];
  return told.find(({ id }) => id === '_calendar');
}

it('the nightly run asks for the days off of the next year from November on, and of this year always', async () => {
  const { last } = calendarYears;
  expect(await calendarOn(`${last}-06-30`)).toMatchObject({ count: 0 });
  for (const day of [`${last}-11-01`, `${last + 1}-02-01`]) {
    const calendar = await calendarOn(day);
    expect(calendar?.count).toBe(1);
    expect(calendar?.body).toContain(`还没有${last + 1}年的`);
    expect(calendar?.body).toContain('chinese-days');
  }
}, 60_000);
