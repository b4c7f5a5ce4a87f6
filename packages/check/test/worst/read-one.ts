import { readdirSync, readFileSync } from 'node:fs';
import { AttachmentReader } from '../../src/attachments/index.ts';
import { settingsFor } from '../../src/settings/index.ts';

/*
 * Reads a file as the check does, in a process of its own, and tells its parent what that cost:
 * `node read-one.ts <path>`.
 */

export interface Cost {
  /** The most memory of this process before it read and at its end, and of those that it started, in MB. */
  readonly before: number;
  readonly own: number;
  readonly others: number;
  /** Seconds of the processor: this process, and all that it started. */
  readonly seconds: number;
  readonly othersSeconds: number;
  readonly faults: readonly string[];
  readonly personal: number;
}

const TICKS = 100;
const peaks = new Map<string, number>();
const ticks = new Map<string, number>();

/** Looks at the processes that this one has started, where the system has `/proc`. */
function look(): void {
  for (const thread of list('/proc/self/task')) {
    for (const child of text(`/proc/self/task/${thread}/children`).trim().split(' ')) {
      if (child === '') continue;
      const peak = Number(/VmHWM:\s+(\d+)/.exec(text(`/proc/${child}/status`))?.[1] ?? 0) / 1024;
      peaks.set(child, Math.max(peaks.get(child) ?? 0, peak));
      const fields = text(`/proc/${child}/stat`).split(') ').at(-1)?.split(' ') ?? [];
      const spent = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
      ticks.set(child, Math.max(ticks.get(child) ?? 0, spent));
    }
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const reader = new AttachmentReader(settingsFor().thresholds);
const timer = setInterval(look, 20);
const before = megabytes();
const start = process.cpuUsage();
const { faults, personal } = await reader.read(path, bytes);
const { user, system } = process.cpuUsage(start);
clearInterval(timer);
look();
await reader.close();
const cost: Cost = {
  before,
  own: megabytes(),
  others: Math.round(Math.max(0, ...peaks.values())),
  seconds: (user + system) / 1e6,
  othersSeconds: [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS,
  faults: faults.map(({ rule, value }) => `${rule} ${value}`),
  personal: personal.length,
};
process.send?.(cost, () => process.exit());
