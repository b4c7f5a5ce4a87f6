/** What a county of many documents costs to build again after one change. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { number, table } from '../table.ts';
import { OurApp } from './ours.ts';

type Change = readonly [name: string, change: (county: string, app: OurApp) => void];

/** Once more in the middle, for a machine may be slower by then than it was at first. */
const FULL: Change = ['everything new', (_county, app) => app.forget()];

const CHANGES: readonly Change[] = [
  FULL,
  ['nothing', () => undefined],
  ['text', (county) => edit(pick(county, 'notice', 1), (text) => `${text}\n\n补充一段说明。\n`)],
  [
    'title',
    (county) => edit(pick(county, 'notice', 2), (text) => text.replace(/^title: "?/m, '$&新')),
  ],
  ['date', (county) => edit(pick(county, 'notice', 3), laterDay)],
  FULL,
  ['nothing', () => undefined],
  ['moved', (county) => move(pick(county, 'notice', 4), county)],
  ['deleted', (county) => rmSync(pick(county, 'notice', 5))],
  ['new policy', newPolicy],
  [
    'department',
    (county) =>
      edit(join(county, 'departments.yaml'), (text) => text.replace(/name: (\S+)/, 'name: $1办')),
  ],
];

/**
 * A table of builds after changes, each on top of those before and compared with the last build of
 * everything before it.
 */
export async function changeRows(documents: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  const app = new OurApp(folder, documents);
  try {
    const rows: string[][] = [];
    let full = Number.NaN;
    for (const each of CHANGES) {
      const [name, change] = each;
      change(join(app.content, 'bench'), app);
      settle();
      const { seconds, steps: taken } = await app.build();
      if (each === FULL) full = seconds;
      rows.push([name, number(seconds, 1), number(seconds / full, 2), steps(taken)]);
    }
    return table(
      [`changed, of ${number(documents)}`, 'seconds', 'of the full time', 'steps'],
      rows,
    );
  } finally {
    app.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was written before is on the disk before anything else is timed. */
function settle(): void {
  if (process.platform !== 'win32') execFileSync('sync');
}

function steps(taken: Readonly<Record<string, number>>): string {
  return Object.entries(taken)
    .map(([name, seconds]) => `${name} ${number(seconds, 1)}`)
    .join(', ');
}

/** The n-th entry of a kind that stands under an item, in order of path. */
function pick(county: string, kind: string, n: number): string {
  const files = readdirSync(county, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z-]+\/[a-z-]+\/\d{4}\/[^/]+\.md$/.test(file))
    .filter((file) => file.includes(`/${kind}-`))
    .sort();
  return join(county, files[Math.floor((files.length * n) / 7)] ?? '');
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} was not changed.`);
  writeFileSync(file, changed);
}

function laterDay(text: string): string {
  return text.replace(
    /^(published: "?\d{4}-\d{2}-)(\d{2})/m,
    (_, month, day) => `${month}${day === '28' ? '27' : '28'}`,
  );
}

/** Files an entry under the first other item of its domain. */
function move(file: string, county: string): void {
  const [domain = '', item = '', year = '', name = ''] = file.slice(county.length + 1).split('/');
  const to = readdirSync(join(county, domain)).find(
    (other) => other !== item && other !== '_general',
  );
  const target = join(county, domain, to ?? '_general', year, name);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(file, target);
}

function newPolicy(county: string): void {
  const folder = join(county, '_interpretation');
  const year = readdirSync(folder).sort().at(0) ?? '';
  const old = readdirSync(join(folder, year)).sort().at(0) ?? '';
  const policy = join(county, '_policy', year, 'bench-policy.md');
  mkdirSync(dirname(policy), { recursive: true });
  writeFileSync(
    policy,
    `---
title: 示例县补充规定
kind: policy
issuer: 示例县人民政府
formed: ${year}-01-04
published: ${year}-01-05
validity:
  state: 有效
attribute:
  type: 主动
example: true
---

补充规定的正文。
`,
  );
  edit(join(folder, year, old), (text) =>
    text.replace(/^interprets: \[/m, 'interprets: [bench-policy, '),
  );
}
