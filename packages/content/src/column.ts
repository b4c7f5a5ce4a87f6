import type {
  ApplicationStandard,
  FiveOpen,
  Join,
  LegalDeadline,
  Pair,
  PlaceStandard,
  RegisterForm,
  Standard,
  Statute,
} from '@columns/standard';
import { findStructure } from '@columns/standard';
import type { Assessment } from './assessment.ts';
import type { ColumnItem, PublisherCatalogue } from './catalogue/filed.ts';
import { Filing, filedUnder, filePublishers, ownersAmong } from './catalogue/filed.ts';
import type { ConsultNumber } from './consult.ts';
import { consultNumbers } from './consult.ts';
import type { County, Department, Town } from './county.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Entry } from './entry.ts';
import { addressOf } from './entry.ts';
import type { FrequentMatter } from './frequent.ts';
import { frequentMatters } from './frequent.ts';
import type { Honour } from './honours.ts';
import { honoursIn } from './honours.ts';
import type { ColumnInstitution } from './institution.ts';
import { withSector } from './institution.ts';
import { type Joined, joinEntries } from './joins/joined.ts';
import { latestOf } from './latest.ts';
import { placeStandardOf } from './place-needs.ts';
import type { PlacePosition } from './places.ts';
import { placePositions } from './places.ts';
import type { CatalogueDomain } from './read/catalogue.ts';
import type { CountyContent } from './read/county.ts';
import { namedIn, RELATIONS, type RelationName, type Relations } from './relations.ts';
import { isOpen, shownOf } from './shown.ts';
import { isDisclosed } from './standing.ts';
import type { TaskLink, TaskList } from './tasks/lists.ts';
import { provenBy, taskLists } from './tasks/lists.ts';

/** An entry named from elsewhere: enough to link to it. */
export interface EntryLink {
  readonly county: string;
  readonly id: string;
  readonly title: string;
  readonly kind: Entry['data']['kind'];
  /** As far as it is known (`dates.ts`). */
  readonly published: string;
  readonly docNumber?: string;
  /** The text is not the whole of the document. */
  readonly abridged?: true;
  /** What became of a document that is no longer in force as it was. */
  readonly ended?: Exclude<NonNullable<Entry['data']['validity']>['state'], '有效'>;
  /** `<base><year>/<id>/` with the column's own base, without the environment's `BASE`. */
  readonly path: string;
}

export type ColumnDomain = Omit<CatalogueDomain, 'items'> & {
  readonly items: readonly ColumnItem[];
  /** Ids of entries of the domain as a whole. */
  readonly general: readonly string[];
  /** Ids of all entries of the domain, each once, newest first. */
  readonly entries: readonly string[];
  /** How many of them count as disclosed (`standing.ts`). */
  readonly disclosed: number;
  /** The leading and cooperating units, where the structure is this county's own. */
  readonly leads: readonly UnitName[];
  readonly cooperates: readonly UnitName[];
};

/** A unit by the name a plan gives it, with its id when the county lists it. */
export interface UnitName {
  readonly name: string;
  readonly id?: string;
}

/**
 * The whole of a county, computed: what must be disclosed and what has been. A plain object
 * (it can be written to one file) that holds front matter and no bodies (contract 8).
 */
export interface Column {
  readonly county: County;
  readonly structure: { readonly id: string; readonly name: string };
  readonly domains: readonly ColumnDomain[];
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
  /** 公共企事业单位, each with its trade. */
  readonly institutions: readonly ColumnInstitution[];
  /** Everybody who has a catalogue, with what of it is there: of the county only the sets beside `domains`. */
  readonly publishers: readonly PublisherCatalogue[];
  /** 高频事项, each with its guide, policy and register. */
  readonly frequent: readonly FrequentMatter[];
  /** Whom to ring where a publisher gives no number. */
  readonly consult: readonly ConsultNumber[];
  /** Where places stand, by entry id. */
  readonly positions: Readonly<Record<string, PlacePosition>>;
  /** What its plan, or the one above, asks of zones, query points and towns. */
  readonly placeStandard?: PlaceStandard;
  /** Newest first; among one day's, by id. */
  readonly entries: readonly Entry[];
  /** How many of them count as disclosed (`standing.ts`): 公开信息 n 条. */
  readonly disclosed: number;
  /** Documents of the levels above, newest first: 上级文件 (contract 4). */
  readonly upper: readonly (EntryLink & { readonly from: string })[];
  readonly relations: Readonly<Record<string, Relations>>;
  /** What shares a key with an entry or its rows, by its id; of a unit by `unitKey`. */
  readonly joined: Readonly<Record<string, readonly Joined[]>>;
  readonly joins: readonly Join[];
  readonly pairs: readonly Pair[];
  /** The task lists that bind the county, its own and those from above (`tasks/lists.ts`). */
  readonly tasks: readonly TaskList[];
  /** By what the work is assessed (`assessment.yaml`). */
  readonly assessment?: Assessment;
  /** 示范创建: which units were made an example of, newest first. */
  readonly honours: readonly Honour[];
  /** What laws and plans ask of the work as a whole, with the county's own figures. */
  readonly deadlines: readonly LegalDeadline[];
  /** The registers whose columns are fixed, in the order they are listed. */
  readonly forms: readonly RegisterForm[];
  /** What 《政府信息公开条例》 asks of every publisher. */
  readonly statute: Statute;
  /** 五公开: what shows each part of the work. */
  readonly five: FiveOpen;
  /** How applications end, and the texts with which they are answered. */
  readonly application: ApplicationStandard;
  /** Newest `published` among the county's own entries that is believed (`latest.ts`), as it is written. */
  readonly newest?: string;
  /** The day that follows from it: the default of `AS_OF` (contract 6). */
  readonly today?: string;
}

/** Computes the column from what was read. `content.county` must be there. Pure. */
export function buildColumn(
  content: CountyContent & { readonly county: County },
  uppers: readonly CountyContent[],
  standard: Standard,
): Column {
  const { county } = content;
  const entries = [...content.entries].sort(byNewest);
  const structure = findStructure(standard, county.structure);
  const own = structure?.['leads-of'] === county.id;
  const { newest, today } = latestOf(entries.map(({ data }) => data.published));
  const whole = new Filing();
  const ownersOf = ownersAmong(content.publishers, content.towns);
  for (const entry of entries) whole.add(entry, ownersOf(entry));
  const domains = fileDomains(content, entries, whole, own);
  const links = linksTo(entries, county, uppers);
  const tasks = taskLists(content, entries, uppers, linkTo);
  const relations = relate(entries, county, links, provenBy(tasks, county.id));
  const placeStandard = placeStandardOf(standard, county, uppers);
  return {
    county,
    structure: { id: county.structure, name: structure?.name ?? county.structure },
    domains,
    departments: content.departments,
    towns: content.towns,
    institutions: content.institutions.map((one) => withSector(one, standard)),
    publishers: filePublishers(content.publishers, entries, ownersOf, whole),
    frequent: frequentMatters(county.frequent, { domains, entries, links }),
    consult: consultNumbers(content, uppers),
    positions: placePositions(entries),
    ...(placeStandard ? { placeStandard } : {}),
    entries,
    disclosed: entries.filter(isDisclosed).length,
    upper: upperDocuments(uppers),
    relations,
    joined: joinEntries(
      { entries, relations, departments: content.departments, towns: content.towns, links },
      content.tables,
      standard.joins,
    ),
    joins: standard.joins,
    pairs: standard.pairs,
    tasks,
    ...(content.assessment ? { assessment: content.assessment } : {}),
    honours: honoursIn({ ...content, entries }, linkTo),
    deadlines: deadlinesOf(standard, county.deadlines),
    forms: standard.forms,
    statute: standard.statute,
    five: standard.five,
    application: standard.application,
    ...(newest === undefined || today === undefined ? {} : { newest, today }),
  };
}

function byNewest(a: Entry, b: Entry): number {
  if (a.data.published !== b.data.published) return a.data.published < b.data.published ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function fileDomains(
  content: CountyContent,
  entries: readonly Entry[],
  whole: Filing,
  own: boolean,
): ColumnDomain[] {
  const byDomain = new Map<string, Set<string>>();
  const general = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.domain !== undefined && entry.item === undefined) {
      const ids = general.get(entry.domain);
      if (ids) ids.push(entry.id);
      else general.set(entry.domain, [entry.id]);
    }
    for (const domain of [
      entry.domain,
      ...[...filedUnder(entry)].map((ref) => ref.split('/')[0]),
    ]) {
      if (domain === undefined) continue;
      const ids = byDomain.get(domain);
      if (ids) ids.add(entry.id);
      else byDomain.set(domain, new Set([entry.id]));
    }
  }
  const unitIds = unitIdsByName(content.departments);
  const named = (text: string | undefined): UnitName[] => (own ? unitNames(text, unitIds) : []);
  return content.catalogue.map((domain) => ({
    ...domain,
    items: whole.items(domain.items),
    general: general.get(domain.id) ?? [],
    entries: [...(byDomain.get(domain.id) ?? [])],
    disclosed: whole.count(byDomain.get(domain.id) ?? []),
    leads: named(domain.lead),
    cooperates: (domain.cooperating ?? []).flatMap((name) => named(name)),
  }));
}

function unitIdsByName(departments: readonly Department[]): Map<string, string> {
  return new Map(
    departments.flatMap(({ id, name, aliases = [] }) =>
      [name, ...aliases].map((n) => [n, id] as const),
    ),
  );
}

function unitNames(text: string | undefined, ids: ReadonlyMap<string, string>): UnitName[] {
  if (text === undefined) return [];
  return text.split('、').map((name) => {
    const id = ids.get(name);
    return id === undefined ? { name } : { name, id };
  });
}

/** 废止, 失效 or 已修改, for a document that is not in force as it was written. */
export function endedAs({ data }: Pick<Entry, 'data'>): EntryLink['ended'] {
  const state = data.validity?.state;
  return state === '有效' ? undefined : state;
}

export function linkTo(entry: Entry, county: County): EntryLink {
  const { data } = entry;
  const docNumber = shownOf(entry) === 'notice' ? undefined : data.docNumber;
  const ended = endedAs(entry);
  return {
    county: entry.county,
    id: entry.id,
    title: data.title,
    kind: data.kind,
    published: data.published,
    ...(docNumber === undefined ? {} : { docNumber }),
    ...(data.abridged === undefined ? {} : { abridged: true }),
    ...(ended === undefined ? {} : { ended }),
    path: county.base + addressOf(entry),
  };
}

/** What an upper level issues for all below it; its own lists and statements stay its own. */
function upperDocuments(uppers: readonly CountyContent[]): Column['upper'] {
  return uppers
    .flatMap((upper) => {
      const { county } = upper;
      if (!county) return [];
      return upper.entries
        .filter((entry) => isUpperDocument(entry))
        .map((entry) => ({ entry, link: { ...linkTo(entry, county), from: county.name } }));
    })
    .sort((a, b) => byNewest(a.entry, b.entry))
    .map(({ link }) => link);
}

function isUpperDocument(entry: Entry): boolean {
  const { kind } = entry.data;
  return (kind === 'policy' || kind === 'interpretation') && isOpen(entry);
}

/** Every entry that can be named: this county's by `<id>`, those above by `<county>/<id>`. */
function linksTo(
  entries: readonly Entry[],
  county: County,
  uppers: readonly CountyContent[],
): Map<string, EntryLink> {
  const links = new Map<string, EntryLink>();
  for (const upper of uppers) {
    for (const entry of upper.entries) {
      if (upper.county) links.set(`${upper.id}/${entry.id}`, linkTo(entry, upper.county));
    }
  }
  for (const entry of entries) links.set(entry.id, linkTo(entry, county));
  return links;
}

/** A guide and a place may name each other: that is said once. */
const MUTUAL: ReadonlySet<RelationName> = new Set(['guides', 'places']);

function relate(
  entries: readonly Entry[],
  county: County,
  links: ReadonlyMap<string, EntryLink>,
  proven: ReadonlyMap<string, TaskLink[]>,
): Record<string, Relations> {
  const relations = new Map<
    string,
    { [K in RelationName]?: EntryLink[] } & { proves?: readonly TaskLink[] }
  >();
  const add = (id: string, name: RelationName, link: EntryLink) => {
    const own = relations.get(id) ?? {};
    relations.set(id, own);
    const list = own[name];
    if (!list) own[name] = [link];
    else if (!MUTUAL.has(name) || !list.some(({ path }) => path === link.path)) list.push(link);
  };
  const matters = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const relation of RELATIONS) {
      for (const ref of namedIn(entry, relation)) {
        const target = links.get(ref);
        if (!target) continue;
        add(entry.id, relation.there, target);
        if (!ref.includes('/')) add(ref, relation.back, linkTo(entry, county));
      }
    }
    const { matter } = entry.data;
    if (matter !== undefined) matters.set(matter, [...(matters.get(matter) ?? []), entry]);
  }
  for (const group of matters.values()) {
    for (const entry of group) {
      for (const member of group)
        if (member !== entry) add(entry.id, 'sameMatter', linkTo(member, county));
    }
  }
  for (const [id, proves] of proven) relations.set(id, { ...relations.get(id), proves });
  return Object.fromEntries(relations);
}
