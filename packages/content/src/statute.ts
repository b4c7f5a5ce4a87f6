import type { Statute, StatutoryClass, StatutoryEntry, StatutoryPoint } from '@columns/standard';
import { groupBy } from '@columns/standard';
import type { ColumnItem } from './catalogue/filed.ts';
import { isFilled } from './catalogue/filed.ts';
import type { Publisher } from './catalogue/publishers.ts';
import type { Column } from './column.ts';
import type { Department } from './county.ts';
import { doorFor } from './doors.ts';
import type { Entry } from './entry.ts';

/** 条例第三条: the office of a government is in charge of disclosure in its area. */
const GOVERNMENT_OFFICE = /政府办公[室厅]$/u;

type Known = Pick<Column, 'county' | 'departments'>;
type Find = (id: string) => Pick<Entry, 'data'> | undefined;

/**
 * The unit in charge of disclosure, whom one can ask whatever it is about: that of the county's guide to
 * disclosure, of its notice on applications, or the government's office.
 *
 * @param find the entry of an id
 */
export function openOffice({ county, departments }: Known, find: Find): Department | undefined {
  const { guide, application } = county.parts;
  const unit = [guide, application]
    .map((id) => (id === undefined ? undefined : find(id)?.data.unit))
    .find((id) => departments.some((one) => one.id === id));
  return departments.find(({ id, name }) =>
    unit === undefined ? GOVERNMENT_OFFICE.test(name) : id === unit,
  );
}

/**
 * What the records of a column say of that office, by the ids of the facts that 《政府信息公开条例》第十二条 asks a
 * guide to give; a fact that no record holds is absent.
 */
export function officeContact(column: Known, find: Find): Readonly<Record<string, string>> {
  const office = openOffice(column, find);
  const { links } = column.county;
  const facts = {
    name: office?.openness?.name ?? office?.name,
    address: office?.openness?.address ?? office?.address,
    hours: office?.openness?.hours ?? office?.hours,
    telephone: office?.openness?.telephone ?? office?.telephone,
    fax: office?.openness?.fax ?? office?.fax,
    internet: office?.openness?.mail ?? office?.online ?? doorFor(links, '依申请公开'),
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}

/** The points of which a text has one of the words: it says them. */
export function saidIn(text: string, points: readonly StatutoryPoint[]): StatutoryPoint[] {
  return points.filter(({ words }) => words.some((word) => text.includes(word)));
}

/** All that one of the four parts must say, the facts about the office included. */
export function pointsOf({ says, contact = [] }: StatutoryEntry): StatutoryPoint[] {
  return [...says, ...contact];
}

/** One of the four parts of a column, with the ids of the entries that a county has named for it. */
export interface StatutoryPart {
  readonly part: StatutoryEntry;
  readonly entries: readonly string[];
}

/**
 * The four parts. What is disclosed by law on one's own motion is the catalogue itself, so no entry stands
 * for it; reports of their own kind need not be named, and are not here.
 */
export function statutoryParts({ entries }: Statute, { parts }: Column['county']): StatutoryPart[] {
  const named: Readonly<Record<StatutoryEntry['id'], readonly string[]>> = {
    guide: parts.guide === undefined ? [] : [parts.guide],
    rules: parts.rules,
    proactive: [],
    'annual-report': parts.reports,
  };
  return entries.map((part) => ({ part, entries: named[part.id] }));
}

/** A class of articles 20 and 21 with the items that fulfil it. */
export interface ClassItems {
  readonly of: StatutoryClass;
  /** The first publisher's: the county's. */
  readonly items: readonly ColumnItem[];
  /** Those that others have of it, by name, each with who has it. */
  readonly others: readonly {
    readonly name: string;
    readonly having: readonly { readonly publisher: Publisher; readonly item: ColumnItem }[];
  }[];
}

/** The classes that anybody in the column is asked for, in the order of the law. */
export function classItems({
  statute,
  publishers,
}: Pick<Column, 'statute' | 'publishers'>): ClassItems[] {
  const [first] = publishers;
  const rows = publishers.flatMap(({ publisher, groups }) =>
    groups.flatMap(({ items }) =>
      items.flatMap((item) => (item.statute ?? []).map((id) => ({ id, publisher, item }))),
    ),
  );
  const byClass = groupBy(rows, ({ id }) => id);
  return statute.classes.flatMap((of) => {
    const asked: readonly string[] = of.for;
    const all = (byClass.get(of.id) ?? []).filter(({ publisher }) =>
      asked.includes(publisher.sort),
    );
    if (all.length === 0) return [];
    const isFirst = ({ publisher }: (typeof all)[number]) => publisher === first?.publisher;
    const others = groupBy(
      all.filter((row) => !isFirst(row)),
      ({ item }) => item.level2 ?? item.level1,
    );
    return {
      of,
      items: all.filter(isFirst).map(({ item }) => item),
      others: [...others].map(([name, having]) => ({ name, having })),
    };
  });
}

/** Classes of the county of which nothing is there: no item is filled or explained. */
export function blankClasses(column: Pick<Column, 'statute' | 'publishers'>): StatutoryClass[] {
  const isBlank = (item: ColumnItem) => !isFilled(item) && item.statements.length === 0;
  return classItems(column)
    .filter(({ items }) => items.length > 0 && items.every(isBlank))
    .map(({ of }) => of);
}
