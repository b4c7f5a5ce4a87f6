import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '@columns/office/fixture-places';
import { OldReader } from '@columns/office/old';
import { PdfReader } from '@columns/office/pdf';
import { afterAll, describe, expect, it } from 'vitest';
import { AttachmentReader } from '../../src/attachments/index.ts';
import { settingsFor } from '../../src/settings/index.ts';
import { WORST } from './files.ts';
import type { Cost } from './read-one.ts';

// What the worst files cost, read as the check reads them; and that one which costs too much never passes.

const KINDS = Object.keys(WORST);
/** What is still read beside everything else, in MB unpacked; the rest below is larger. */
const SIZES = [15];

/** Seconds of the processor that the check itself may be held up by one file, and each of its helpers. */
const OWN_SECONDS = 15;
const HELPER_SECONDS = 61;
/** Files pass through the helpers for large, for old and for PDF files, one after another. */
const HELPERS = 3;
/** MB that a file may add to the check itself, and that a helper may have when it is ended. */
const OWN_MEMORY = 450;
const HELPER_MEMORY = 900;

const costs: (Cost & { kind: string; size: number; file: number })[] = [];

const folder = mkdtempSync(join(tmpdir(), 'worst-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampleOf = (kind: string, megabytes: number): Sample => {
  const make = WORST[kind];
  if (!make) throw new Error(kind);
  return make(megabytes * 2 ** 20);
};

/** In a process that has not made the file, and so has nothing of that in its memory. */
function read(path: string): Promise<Cost> {
  const child = fork(new URL('./read-one.ts', import.meta.url), [path], {
    execArgv: ['--no-warnings'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (cost) => resolve(cost as Cost));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the file ended its reader: ${code}`)));
  });
}

afterAll(() => {
  const peak = ({ own, before, others }: Cost) => Math.max(own - before, others);
  const rows = costs
    .sort((a, b) => peak(b) - peak(a))
    .map((cost) =>
      [
        cost.kind,
        `${cost.size} MB in ${cost.file.toFixed(2)}`,
        `${cost.own - cost.before} + ${cost.others} MB`,
        `${cost.seconds.toFixed(1)} + ${cost.othersSeconds.toFixed(1)} s`,
        cost.faults[0] ?? `passes, ${cost.personal} found`,
      ].join(' | '),
    );
  console.log(`added memory here and in helpers, processor time\n${rows.join('\n')}`);
});

describe.each(SIZES)('a file of %i MB, unpacked', (size) => {
  it.each(KINDS)('%s', { timeout: 1_200_000 }, async (kind) => {
    const { name, bytes } = sampleOf(kind, size);
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const cost = await read(path);
    costs.push({ ...cost, kind, size, file: bytes.length / 2 ** 20 });
    expect(cost.seconds).toBeLessThan(OWN_SECONDS);
    expect(cost.othersSeconds).toBeLessThan(HELPERS * HELPER_SECONDS);
    expect(cost.own - cost.before).toBeLessThan(OWN_MEMORY);
    expect(cost.others).toBeLessThan(HELPER_MEMORY);
  });
});

/** None of the files can be read in so short a time. */
const SHORT = 0.15;
const TOO_LONG = /^整个文件（读取用时过长|^读取用时过长$/;

describe('a file that takes longer than it may is told, and does not pass', () => {
  const reader = new AttachmentReader(settingsFor().thresholds, {
    bounds: { memory: 720, heap: 600, seconds: SHORT },
    pdf: new PdfReader({ seconds: SHORT }),
    old: new OldReader({ seconds: SHORT }),
  });
  afterAll(() => reader.close());

  it.each(KINDS)('%s', { timeout: 300_000 }, async (kind) => {
    const { name, bytes } = sampleOf(kind, 30);
    const { faults } = await reader.read(name, bytes);
    expect(
      faults.filter(({ rule, value }) => rule === 'safety/unreadable' && TOO_LONG.test(value)),
    ).not.toEqual([]);
  });
});
