import type { Entry, Hours } from '@columns/content';
import { isOpen, readHours } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

/** Hours as they are written somewhere in a column, and as what they are read. */
export interface HoursLine {
  /** Whose: a place's title, a unit's name. */
  readonly name: string;
  readonly text: string;
  readonly hours: Hours | undefined;
  readonly at: Omit<Found, 'value'>;
  /** The entry whose field it is. */
  readonly entry?: Entry;
  readonly address?: string | undefined;
}

/** Every line of hours in a column: of entries, units, towns with their villages, institutions, reading places. */
export function hoursLines({ column }: RuleContext): HoursLine[] {
  const { county, departments, towns, institutions, entries } = column;
  const inFile = (file: string, one: Told, line = one.lines?.id ?? 1): HoursLine[] => {
    const at = { file: `${county.id}/${file}`, line, column: 1, field: 'hours' };
    return one.hours === undefined ? [] : [made(one, one.hours, at)];
  };
  return [
    ...entries.flatMap((entry): HoursLine[] => {
      const { data } = entry;
      if (!('hours' in data) || data.hours === undefined || !isOpen(entry)) return [];
      const { title: name } = data;
      const address = 'address' in data ? data.address : undefined;
      return [{ ...made({ name, address }, data.hours, atField(entry, 'hours')), entry }];
    }),
    ...departments.flatMap((unit) => [
      ...inFile('departments.yaml', unit),
      ...inFile('departments.yaml', unit.openness ?? NOBODY, unit.lines?.openness),
    ]),
    ...towns.flatMap((town) => [
      ...inFile('towns.yaml', town),
      ...inFile('towns.yaml', town.openness ?? NOBODY, town.lines?.openness),
      ...(town.villages ?? []).flatMap((village) => inFile('towns.yaml', village, town.lines?.id)),
    ]),
    ...institutions.flatMap((one) => inFile('institutions.yaml', one)),
    ...county.readingPlaces.flatMap((place) => inFile('county.yaml', place)),
  ];
}

interface Told {
  readonly name: string;
  readonly hours?: string | undefined;
  readonly address?: string | undefined;
  readonly lines?: { readonly id: number };
}

const NOBODY: Told = { name: '' };

function made({ name, address }: Told, text: string, at: HoursLine['at']): HoursLine {
  return { name, address, text, hours: readHours(text), at };
}

/** Hours of which no program can tell whether it is open on Saturday. */
export function unreadHours(context: RuleContext): Found[] {
  return hoursLines(context)
    .filter(({ hours }) => hours === undefined)
    .map(({ text, at }) => ({ ...at, value: text }));
}
