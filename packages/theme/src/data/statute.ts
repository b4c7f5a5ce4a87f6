import type {
  ClassItems,
  ColumnItem,
  Entry,
  Publisher,
  PublisherCatalogue,
} from '@columns/content';
import { classItems, isFilled, officeContact, saidIn, statutoryParts } from '@columns/content';
import type { StatutoryClass, StatutoryEntry } from '@columns/standard';
import { annualReports } from './annual-reports.ts';
import { textOf } from './body.ts';
import { findEntry, getColumn } from './column.ts';
import { groupAnchor } from './crumbs.ts';

/** One of the four parts of a column as its page shows it. */
export interface PartView {
  readonly part: StatutoryEntry;
  readonly entries: readonly Entry[];
  /** What it must say, and whether its entries do; `undefined` where there is none to say it. */
  readonly says: readonly { readonly name: string; readonly said: boolean | undefined }[];
  /** Of the office in charge: what its record says, else whether the text does. */
  readonly contact: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly said: boolean | undefined;
  }[];
}

/** The four parts with their entries and what the law asks of each. */
export function partViews(): PartView[] {
  const column = getColumn();
  const known = officeContact(column, findEntry);
  return statutoryParts(column.statute, column.county).map(({ part, entries: ids }) => {
    const named = ids.flatMap((id) => findEntry(id) ?? []);
    const reports = part.id === 'annual-report' ? annualReports() : [];
    const text = named.map((entry) => `${entry.data.title}\n${textOf(entry)}`).join('\n');
    // A report of its own kind has its six parts as fields, none of which may be left out.
    const said = (point: StatutoryEntry['says'][number]) =>
      reports.length > 0 || (named.length === 0 ? undefined : saidIn(text, [point]).length > 0);
    return {
      part,
      entries: [...new Set([...reports, ...named])],
      says: part.says.map((point) => ({ name: point.name, said: said(point) })),
      contact: (part.contact ?? []).map((point) => ({
        ...{ name: point.name, value: known[point.id], said: said(point) },
      })),
    };
  });
}

/** The articles whose classes a column shows, and how each heads its list. */
const ARTICLES = [
  { id: '20', title: '第二十条：各行政机关都要公开的' },
  { id: '21', title: '第二十一条：县级政府还要公开的' },
  { id: '21t', title: '第二十一条：乡镇政府还要公开的' },
] as const;

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly classes: readonly ClassView[];
}

export interface ClassView extends ClassItems {
  /** Where each of `items` stands; nothing where it has no place of its own. */
  readonly pathOf: (item: ColumnItem) => string | undefined;
  /** 三 of 第三项. */
  readonly ordinal: string;
  readonly isBlank: boolean;
  /** How many others are asked for it, and those who have something of it. */
  readonly asked: number;
  readonly having: readonly { readonly publisher: Publisher; readonly path: string }[];
}

/** The articles with their classes: of the county and all in it, or of one publisher alone. */
export function articles(of?: PublisherCatalogue): Article[] {
  const { statute, publishers } = getColumn();
  const classes = classItems({ statute, publishers: of ? [of] : publishers }).map((row) =>
    classView(row, of?.publisher),
  );
  return ARTICLES.map(({ id, title }) => ({
    ...{ id, title },
    classes: classes.filter(({ of }) => of.id.startsWith(`${id}.`)),
  })).filter((article) => article.classes.length > 0);
}

function classView(row: ClassItems, one?: Publisher): ClassView {
  const others = row.others.flatMap(({ having }) => having);
  const filled = new Map(
    others.flatMap(({ publisher, item }) => {
      const path = placeOf(publisher, item);
      return path === undefined ? [] : [[publisher, path] as const];
    }),
  );
  return {
    ...row,
    pathOf: (item) => (one ? placeOf(one, item) : `domains/${item.ref}/`),
    ordinal: ordinalOf(row.of),
    isBlank: filled.size === 0 && !row.items.some(isFilled),
    asked: new Set(others.map(({ publisher }) => publisher)).size,
    having: [...filled].map(([publisher, path]) => ({ publisher, path })),
  };
}

/** Where a publisher's page shows an item of its own that has something. */
function placeOf({ path }: Publisher, item: ColumnItem): string | undefined {
  return isFilled(item) ? `${path}#${groupAnchor(item.domain ?? '_')}-${item.id}` : undefined;
}

const DIGITS = '一二三四五六七八九';

/** The number of a class within its article, up to nineteen. */
function ordinalOf({ id }: StatutoryClass): string {
  const number = Number(id.split('.')[1]);
  return `${number >= 10 ? '十' : ''}${DIGITS[(number % 10) - 1] ?? ''}`;
}
