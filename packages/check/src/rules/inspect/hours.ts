import type { Entry, EntryOf } from '@columns/content';
import { isKind, isOpen, sameHours } from '@columns/content';
import { groupBy } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import type { HoursLine } from '../find/hours.ts';
import { hoursLines } from '../find/hours.ts';
import type { InspectionContext } from './inspection.ts';

type Known = HoursLine & { readonly hours: NonNullable<HoursLine['hours']> };

/**
 * Two different hours of one place: of two entries or records with one name, or at one address; of a guide and the
 * place where it is done; of a text that tells a place's hours, and the place.
 */
export function differingHours(context: InspectionContext): Found[] {
  const lines = hoursLines(context).filter((line): line is Known => line.hours !== undefined);
  const places = lines.filter(({ entry }) => entry !== undefined && isKind(entry, 'place'));
  return [
    ...inGroups(lines, ({ name, entry }) => (isOfMatter(entry) ? '' : nameOf(name))),
    ...inGroups(places, ({ address = '' }) => plain(address)),
    ...ofGuides(lines, places),
    ...inTexts(context, places),
  ].filter(once());
}

const isOfMatter = (entry: Entry | undefined) => entry !== undefined && !isKind(entry, 'place');

/** Of each group, those that say otherwise than its first. */
function inGroups(lines: readonly Known[], keyOf: (line: Known) => string): Found[] {
  return [...groupBy(lines, keyOf)].flatMap(([key, [first, ...others]]) =>
    key === '' || first === undefined ? [] : others.flatMap((line) => differs(line, first)),
  );
}

function differs(line: Known, from: Known): Found[] {
  if (sameHours(line.hours, from.hours)) return [];
  return [{ ...line.at, value: line.text, other: told(from) }];
}

const told = ({ name, text, at }: Known) => `${name}（${at.file} 第 ${at.line} 行）写的是“${text}”`;

/** A guide that also names a window of its own may have hours of its own. */
function ofGuides(lines: readonly Known[], places: readonly Known[]): Found[] {
  const byId = new Map(places.map((line) => [line.entry?.id, line]));
  return lines.flatMap((line) => {
    if (!line.entry || !isKind(line.entry, 'guide') || line.entry.data.place !== undefined)
      return [];
    return (line.entry.data.places ?? []).flatMap((id) => {
      const place = byId.get(id);
      return place ? differs(line, place) : [];
    });
  });
}

/** Texts that tell the hours of a place by its name, or of 便民服务中心 in a text of the town that has it. */
function inTexts({ column, facts }: InspectionContext, places: readonly Known[]): Found[] {
  if (places.length === 0) return [];
  return column.entries.flatMap((entry): Found[] => {
    const said = facts.get(entry.file)?.hours;
    if (said === undefined || !isOpen(entry) || hasEnded(entry)) return [];
    return said.flatMap(({ text, hours, about, line }): Found[] => {
      const place = placeIn(about, entry, places);
      if (!place || sameHours(hours, place.hours)) return [];
      const at = { file: entry.file, line, column: 1, kind: entry.data.kind };
      return [{ ...at, value: text, other: told(place) }];
    });
  });
}

const hasEnded = ({ data }: Entry) => data.validity !== undefined && data.validity.state !== '有效';

/** The place that is named last before the hours. */
function placeIn(about: string, entry: Entry, places: readonly Known[]): Known | undefined {
  let found: { readonly at: number; readonly place: Known } | undefined;
  for (const place of places) {
    const { data } = place.entry as EntryOf<'place'>;
    const isHere =
      data.town !== undefined &&
      data.town === entry.data.town &&
      data.village === entry.data.village;
    const at = Math.max(
      about.lastIndexOf(nameOf(data.title)),
      isHere && data.form !== '其他' ? about.lastIndexOf(data.form) : -1,
    );
    if (at >= 0 && at > (found?.at ?? -1)) found = { at, place };
  }
  return found?.place;
}

/** A name without what stands in brackets and without the county before it. */
const nameOf = (title: string) => plain(title.replaceAll(/[（(][^（）()]*[)）]/g, ''));

const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** One finding for a line, however many others it differs from. */
function once(): (found: Found) => boolean {
  const seen = new Set<string>();
  return ({ file, line, value }) => {
    const key = `${file}:${line}:${value}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  };
}
