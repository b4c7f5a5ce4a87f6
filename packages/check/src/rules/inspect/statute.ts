import type { Entry } from '@columns/content';
import { blankClasses, officeContact, pointsOf, statutoryParts } from '@columns/content';
import type { Found } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** Parts that the law has every column open with, for which the county names no entry: told in one. */
export function missingParts({ column }: InspectionContext): Found[] {
  const missing = statutoryParts(column.statute, column.county).filter(
    ({ part, entries }) => part.id in FIELDS && entries.length === 0,
  );
  if (missing.length === 0) return [];
  const at = { file: `${column.county.id}/county.yaml`, line: 1, column: 1, field: 'parts' };
  const names = missing.map(({ part }) => `“${part.name}”`).join('、');
  return [{ ...at, value: names, other: missing.map(({ part }) => FIELDS[part.id]).join('、') }];
}

/** Where the entries of a part are named; what has no field there is found of itself. */
const FIELDS: Readonly<Record<string, string>> = { guide: 'guide', rules: 'rules' };

/** How many classes a message names before it only counts. */
const NAMED = 6;

/** Classes of articles 20 and 21 of which the county has nothing: told in one, and elsewhere of a county with nothing at all. */
export function blankStatutoryClasses({ column }: InspectionContext): Found[] {
  if (column.county.level !== 'county' || column.entries.length === 0) return [];
  const names = blankClasses(column).map(({ name }) => name);
  if (names.length === 0) return [];
  const at = { file: `${column.county.id}/county.yaml`, line: 1, column: 1 };
  const other = `${names.slice(0, NAMED).join('；')}${names.length > NAMED ? '等' : ''}`;
  return [{ ...at, value: String(names.length), other }];
}

/**
 * What the entries of a part leave out of what the law asks them to say, told at the first of them. What the
 * record of the office in charge holds need not stand in the text: the page shows it beside.
 */
export function unsaidPoints({ column, facts }: InspectionContext): Found[] {
  const byId = new Map<string, Entry>(column.entries.map((entry) => [entry.id, entry]));
  const known = officeContact(column, (id) => byId.get(id));
  return statutoryParts(column.statute, column.county).flatMap(({ part, entries: ids }) => {
    const entries = ids.flatMap((id) => byId.get(id) ?? []);
    const [first] = entries;
    if (!first) return [];
    const said = new Set(entries.flatMap(({ file }) => facts.get(file)?.says ?? []));
    const held = new Set((part.contact ?? []).map(({ id }) => id).filter((id) => id in known));
    const missing = pointsOf(part).filter(({ id }) => !said.has(id) && !held.has(id));
    if (missing.length === 0) return [];
    return [
      {
        ...{ file: first.file, line: first.lines['title'] ?? 1, column: 1, field: 'title' },
        ...{ kind: first.data.kind, value: missing.map(({ name }) => name).join('、') },
        ...{ other: part.name, expected: part.basis },
      },
    ];
  });
}
