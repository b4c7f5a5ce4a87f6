import type { Entry } from '@columns/content';
import { isOpen } from '@columns/content';
import { candidates, likeness, unpacked } from '../../duplicates/sketch.ts';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** Bodies shorter than this say too little for being the same to mean anything. */
const SHORTEST = 40;

/** Entries whose body is that of another, each told with the first one that has it. */
export function sameEntries({ column, facts }: InspectionContext): Found[] {
  const first = new Map<string, Entry>();
  return inOrder(column.entries).flatMap((entry): Found[] => {
    const { body, length = 0 } = facts.get(entry.file) ?? {};
    if (body === undefined || length < SHORTEST || !isOpen(entry)) return [];
    const other = first.get(body);
    if (!other) {
      first.set(body, entry);
      return [];
    }
    return isOneMatter(entry, other) ? [] : [{ ...atField(entry, 'title'), other: other.file }];
  });
}

/** Entries that have nearly all of their text in common and are no series, such as monthly lists. */
export function similarEntries({ column, facts, settings }: InspectionContext): Found[] {
  const least = settings.thresholds['same-share'];
  const sketched = inOrder(column.entries).flatMap((entry) => {
    const { sketch, body } = facts.get(entry.file) ?? {};
    return sketch === undefined || !isOpen(entry)
      ? []
      : [{ entry, body, sketch: unpacked(sketch) }];
  });
  const told = new Set<Entry>();
  return candidates(sketched.map(({ sketch }) => sketch)).flatMap(([a, b]): Found[] => {
    const first = sketched[a];
    const second = sketched[b];
    if (!first || !second || told.has(second.entry)) return [];
    const share = likeness(first.sketch, second.sketch);
    if (share < least || first.body === second.body) return [];
    if (isOneMatter(first.entry, second.entry) || isSeries(first.entry, second.entry)) return [];
    told.add(second.entry);
    const value = `${Math.round(share * 100)}%`;
    return [{ ...atField(second.entry, 'title'), value, other: first.entry.file }];
  });
}

/** The older one first: the later is the copy. */
function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].reverse();
}

/** One matter at several levels says much the same in each. */
function isOneMatter(a: Entry, b: Entry): boolean {
  return a.data.matter !== undefined && a.data.matter === b.data.matter;
}

/** Titles that differ in numbers, dates or places only: one of a series of lists. */
function isSeries(a: Entry, b: Entry): boolean {
  if (a.data.title === b.data.title) return false;
  return bare(a.data.title) === bare(b.data.title);
}

function bare(title: string): string {
  return title.replaceAll(/[\d一二三四五六七八九十百零〇第季度上下半春秋（）()]+/g, '');
}

/** Units that publish in a domain that their county's plan gives to others. */
export function wrongDomains({ column }: InspectionContext): Found[] {
  const domains = new Map(column.domains.map((domain) => [domain.id, domain]));
  const named = new Set(
    column.domains.flatMap(({ leads, cooperates }) =>
      [...leads, ...cooperates].flatMap(({ id }) => (id === undefined ? [] : [id])),
    ),
  );
  const departments = new Map(column.departments.map((unit) => [unit.id, unit]));
  return column.entries.flatMap((entry): Found[] => {
    const { unit } = entry.data;
    const domain = entry.domain === undefined ? undefined : domains.get(entry.domain);
    // A unit that the plan names nowhere, such as the county's office, a town or a school, may stand anywhere.
    if (!domain || unit === undefined || !named.has(unit) || domain.leads.length === 0) return [];
    const units = [...domain.leads, ...domain.cooperates];
    if (units.some(({ id }) => id === unit) || units.some(({ id }) => id === undefined)) return [];
    const department = departments.get(unit);
    if (department?.domains?.includes(domain.id)) return [];
    const value = department?.name ?? unit;
    return [{ ...atField(entry, 'unit'), value, other: domain.name }];
  });
}
