import { join } from 'node:path';
import { readGone } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { lostAddresses, splitByChange } from '../changes/index.ts';
import { byPlace } from '../check.ts';
import { softwareDigest } from '../facts/digest.ts';
import { strayOriginals } from '../facts/originals.ts';
import { rootFindings } from '../facts/root.ts';
import { unread } from '../facts/unread.ts';
import type { Finding } from '../finding.ts';
import { type Inspection, inspect } from '../inspect.ts';
import { finding } from '../make-finding.ts';
import type { CheckReport, CountyReport } from '../report/report.ts';
import type { Changes } from './changes.ts';
import { countiesAt, countyAt } from './changes.ts';
import { parentsOf } from './parents.ts';
import { ProofsBelow } from './proofs-below.ts';

export interface CheckTask {
  /** Every county there is, and those that are asked for. */
  readonly known: readonly string[];
  readonly wanted: readonly string[];
  readonly gate: boolean;
  readonly strict: boolean;
  /** Whether to look at what belongs to no county, too. */
  readonly root?: boolean;
  readonly changes?: Changes;
  readonly asOf?: string;
}

/** Where a county's readings are kept between two checks: a cache, safe to delete. */
export function memoryFile(root: string, county: string): string {
  return join(root, 'node_modules/.cache/columns/check', `${county}.json`);
}

/** Checks each county that is asked for, and of those only the ones a change touches. */
export async function checkCounties(root: string, task: CheckTask): Promise<CheckReport> {
  const { changes, gate, strict, asOf } = task;
  const content = join(root, 'content');
  const standard = loadStandard();
  const software = softwareDigest();
  const counties: CountyReport[] = [];
  const proofs = new ProofsBelow();
  for (const id of changes ? affected(content, task, changes) : task.wanted) {
    const options = { gate, software, memory: memoryFile(root, id), ...(asOf ? { asOf } : {}) };
    const inspection = await inspect(content, id, standard, options).catch(
      (error: unknown): Inspection => brokenCounty(id, error),
    );
    const { reading, findings, exemptions } = inspection;
    proofs.add(id, reading);
    const common = {
      id,
      name: reading.column?.county.name ?? id,
      files: reading.files.length,
      entries: reading.column?.entries.length ?? 0,
      exemptions,
    };
    if (!changes) counties.push({ ...common, findings });
    else {
      const all = [
        ...findings,
        ...lostAddresses(countyAt(root, changes, id), reading, readGone(content, id)),
      ];
      counties.push({ ...common, ...splitByChange(all, filesOf(changes), reading) });
    }
  }
  const judged = counties.map((report) => {
    const more = proofs
      .findings(report.id, task.known)
      .filter(({ level }) => !gate || level === 'error');
    return more.length === 0
      ? report
      : { ...report, findings: [...report.findings, ...more].sort(byPlace) };
  });
  if (changes) judged.push(...goneCounties(root, task, changes));
  if (task.root) judged.push(...outsideCounties(root, content));
  return { counties: judged, strict, ...(changes ? { change: changes } : {}) };
}

/** What no reader of a file has caught: the county is not clean, and all others are checked all the same. */
function brokenCounty(id: string, error: unknown): Inspection {
  const { rule, ...problem } = unread(`${id}/county.yaml`, error);
  const reading = { problems: [], files: [], tables: new Map() };
  return { reading, findings: [finding(rule, problem)], exemptions: [], digests: {} };
}

/** What stands beside the counties' folders; nothing where all is as it should be. */
function outsideCounties(root: string, content: string): CountyReport[] {
  const findings = [...rootFindings(content), ...strayOriginals(root)];
  if (findings.length === 0) return [];
  const name = 'content 文件夹（不属于任何县区）';
  return [{ id: '', name, files: findings.length, entries: 0, findings, exemptions: [] }];
}

function affected(content: string, { known, wanted }: CheckTask, changes: Changes): string[] {
  if (changes.everything) return [...wanted];
  const touched = new Set(filesOf(changes).map((file) => file.split('/', 1).join('')));
  const parents = parentsOf(content, known);
  return wanted.filter((id) => [id, ...(parents.get(id) ?? [])].some((one) => touched.has(one)));
}

function filesOf({ added, changed, removed }: Changes): string[] {
  return [...added, ...changed, ...removed];
}

/** A county whose folder is gone takes every one of its addresses with it. */
function goneCounties(root: string, { known }: CheckTask, changes: Changes): CountyReport[] {
  return countiesAt(root, changes)
    .filter((id) => !known.includes(id))
    .map((id) => {
      const none = { problems: [], files: [], tables: new Map() };
      const findings: readonly Finding[] = lostAddresses(countyAt(root, changes, id), none);
      return { id, name: id, files: 0, entries: 0, findings, exemptions: [], older: 0 };
    });
}
