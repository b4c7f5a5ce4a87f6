import type { ColumnReading, Problem } from '@columns/content';
import { readColumn, readGone } from '@columns/content';
import type { Standard } from '@columns/standard';
import { byPlace, columnFindings, problemsOf } from './check.ts';
import { readAhead } from './facts/ahead.ts';
import { readAttachments } from './facts/attachments.ts';
import { takenBase } from './facts/bases.ts';
import { softwareDigest } from './facts/digest.ts';
import { readFacts } from './facts/entries.ts';
import type { Exemption } from './facts/exemptions.ts';
import { exemptionsOf } from './facts/exemptions.ts';
import { CountyFiles } from './facts/files.ts';
import { digestLists, listFacts } from './facts/lists.ts';
import { Memory } from './facts/memory.ts';
import type { Finding } from './finding.ts';
import { finding } from './make-finding.ts';
import type { Found } from './rules/column-rule.ts';
import type { RuleId } from './rules/index.ts';
import { deadAnchors } from './rules/inspect/anchors.ts';
import { GATE_RULES, INSPECTION_RULES } from './rules/inspection-rules.ts';
import { readSettings } from './settings/index.ts';

export interface InspectOptions {
  /** The day that timing is judged on, `YYYY-MM-DD`; the column's own `today` when absent. */
  readonly asOf?: string;
  /** Only what never depends on the day and stops a build: errors. */
  readonly gate?: boolean;
  /** Where to remember between two runs what was read; nothing is remembered without it. */
  readonly memory?: string;
  /** The digest of this software, where the caller has it already. */
  readonly software?: string;
}

/** All that checking a county gives. */
export interface Inspection {
  readonly reading: ColumnReading;
  /** By place. */
  readonly findings: readonly Finding[];
  /** Entries with an `exemption`, whether or not anything was found in them. */
  readonly exemptions: readonly Exemption[];
  /** SHA-256 of every file as it was judged, by its path below `content/`. */
  readonly digests: Readonly<Record<string, string>>;
}

type Told = Found & { readonly rule: RuleId };

/** Reads a county, its texts and its attachments, and gives every finding (contract 9). */
export async function inspect(
  contentRoot: string,
  county: string,
  standard: Standard,
  options: InspectOptions = {},
): Promise<Inspection> {
  const { gate = false } = options;
  const software = options.software ?? (options.memory === undefined ? '' : softwareDigest());
  const memory = new Memory(contentRoot, software, options.memory);
  digestLists(contentRoot, county, memory);
  await readAhead(memory, { contentRoot, county, standard });
  const reading = readColumn(contentRoot, county, standard, memory);
  const { settings, problems } = readSettings(contentRoot, county);
  const gone: Problem[] = [];
  readGone(contentRoot, county, gone);
  const files = new CountyFiles(contentRoot, county, reading);
  const facts = readFacts(files, settings, memory);
  const beside = await readAttachments(files, settings.thresholds, memory);
  memory.save();

  const { column } = reading;
  const asOf = options.asOf ?? column?.today;
  const day = asOf === undefined ? {} : { asOf };
  const rules = gate ? GATE_RULES : [...GATE_RULES, ...INSPECTION_RULES];
  const context = column && { column, tables: reading.tables, facts, settings, ...day };
  const told: Told[] = [
    ...[...facts.values()].flatMap(({ found }) => found),
    ...listFacts(files, memory),
    ...beside.found,
    ...(column ? named('shape/base-taken', takenBase(contentRoot, column)) : []),
    ...(context ? rules.flatMap(({ id, find }) => named(id, find(context))) : []),
    ...(gate ? [] : named('links/dead-anchor', deadAnchors(reading))),
  ];
  const findings = [
    ...problemsOf(reading),
    ...[...problems, ...gone].map((problem) => finding(problem.code, problem)),
    ...(gate ? [] : columnFindings(reading, day)),
    ...withoutRead(told, reading).map(({ rule, ...problem }) => finding(rule, problem)),
  ].filter(({ level }) => !gate || level === 'error');
  return {
    reading,
    findings: findings.sort(byPlace),
    exemptions: exemptionsOf(reading, facts, beside.exempted),
    digests: memory.digests,
  };
}

/** A file that could not be read is met twice: by whoever reads it, and by whoever judges its text. */
function withoutRead(told: readonly Told[], { problems }: ColumnReading): readonly Told[] {
  const unread = new Set(
    problems
      .filter(({ code }) => code === 'shape/unreadable' || code === 'shape/too-large')
      .map(({ file }) => file),
  );
  // A name that is mended makes a text of ours of what would be a file of a kind that none may be.
  const misnamed = new Set(
    problems.filter(({ code }) => code === 'shape/double-ending').map(({ file }) => file),
  );
  if (unread.size + misnamed.size === 0) return told;
  return told.filter(
    ({ rule, file }) =>
      ((rule !== 'shape/unreadable' && rule !== 'shape/too-large') || !unread.has(file)) &&
      (rule !== 'safety/file-kind' || !misnamed.has(file)),
  );
}

function named(rule: RuleId, found: readonly Found[]): Told[] {
  return found.map((one) => ({ ...one, rule }));
}
