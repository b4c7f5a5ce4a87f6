import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DroppedItem, Standard } from '@columns/standard';
import type { Assessment } from '../assessment.ts';
import type { PublisherItems } from '../catalogue/publishers.ts';
import type { County, Department, Town } from '../county.ts';
import type { Entry } from '../entry.ts';
import type { Institution } from '../institution.ts';
import { type Place, readPlace } from '../place.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import type { RegisterTable } from '../tables/register-table.ts';
import { readAssessment } from './assessment.ts';
import type { CatalogueDomain } from './catalogue.ts';
import { isCatalogueFile, readCatalogue } from './catalogue.ts';
import { COUNTY_FILES, readCountyFile, readDepartments, readTowns } from './county-files.ts';
import type { EntryReading, FileMention, Mention, SideFile } from './entry.ts';
import { readEntry } from './entry.ts';
import type { FoundFile } from './files.ts';
import { listFiles } from './files.ts';
import { readInstitutions } from './institutions.ts';
import type { EntryMemory } from './memory.ts';
import { NO_MEMORY } from './memory.ts';
import { withUnitIds } from './named-units.ts';
import { nearest } from './near.ts';
import { pathProblems, unprintableName } from './paths.ts';
import { specialFile, unreadable } from './unreadable.ts';

/** A county's folder as it was read, before its references are checked. */
export interface CountyContent {
  readonly id: string;
  /** Absent when `county.yaml` cannot be used. */
  readonly county?: County;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
  /** 公共企事业单位. */
  readonly institutions: readonly Institution[];
  /** By what the work is assessed, where the county says so. */
  readonly assessment?: Assessment;
  /** The county's domains in its order with the items that hold for it. */
  readonly catalogue: readonly CatalogueDomain[];
  /** Everybody's items but those of the county's domains; the county first. */
  readonly publishers: readonly PublisherItems[];
  readonly entries: readonly Entry[];
  /** The rows of registers of a form, by the entry's id. */
  readonly tables: ReadonlyMap<string, RegisterTable>;
  readonly mentions: readonly FileMention[];
  /** The links of each text, by its file. */
  readonly links: ReadonlyMap<string, EntryReading['links']>;
  /** Where every entry file stands, also those that could not be read: they are no names of nothing. */
  readonly places: readonly (Place & { readonly file: string })[];
  /** What names stand for in lists that could not be read: nothing can be said of such names. */
  readonly unread: ReadonlySet<Mention['to']>;
  readonly problems: readonly Problem[];
  /** Every file below the folder: each is an entry, part of one, a county file, or in `problems`. */
  readonly files: readonly string[];
}

/** Reads all of `<contentRoot>/<id>/` and loses nothing: what cannot be used becomes a problem. */
export function readCounty(
  contentRoot: string,
  id: string,
  standard: Standard,
  memory: EntryMemory = NO_MEMORY,
): CountyContent {
  const problems: Problem[] = [];
  const folder = join(contentRoot, id);
  const own = readCountyFile(contentRoot, id, standard, problems);
  const county = own?.county;
  const unread = new Set<Mention['to']>(county ? [] : ['item']);
  const listing = <T>(names: readonly Mention['to'][], read: () => T): T => {
    const before = problems.length;
    const list = read();
    if (problems.length > before) for (const name of names) unread.add(name);
    return list;
  };
  const departments = listing(['unit'], () => readDepartments(contentRoot, id, problems));
  const towns = listing(['unit', 'town', 'village'], () => readTowns(contentRoot, id, problems));
  const taken = new Set([...departments, ...towns].map((unit) => unit.id));
  const bodies = readInstitutions(contentRoot, id, standard, taken, problems);
  if (bodies.broken) unread.add('unit');
  const assessed = readAssessment(contentRoot, id, standard, problems);
  const files = existsSync(folder) ? listFiles(folder) : [];
  for (const found of files) {
    const problem = fileProblem(`${id}/${found.path}`, found);
    if (problem) problems.push(problem);
  }
  const paths = files.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const lists = { departments, towns, institutions: bodies.institutions };
  const { domains: catalogue, publishers } = listing(['item'], () =>
    county
      ? readCatalogue(contentRoot, { county, ...lists }, paths, standard, problems)
      : { domains: [], publishers: [] },
  );
  const heads = paths.filter((path) => /\.mdx?$/.test(path) && !README.test(path));
  const catalogues = paths.filter(isCatalogueFile);
  const claimed = new Set<string>([...COUNTY_FILES, ...catalogues, 'README.md', ...heads]);
  const sides = sideFiles(folder, id, paths, heads, claimed, problems);

  const entries: Entry[] = [];
  const tables = new Map<string, RegisterTable>();
  const mentions: FileMention[] = [
    ...(own?.mentions ?? []),
    ...bodies.mentions,
    ...assessed.mentions,
  ];
  const places: (Place & { file: string })[] = [];
  const links = new Map<string, EntryReading['links']>();
  const known = new Places(catalogue, publishers, unread.has('item'));
  for (const path of heads) {
    const file = `${id}/${path}`;
    const place = readPlace(path);
    if ('fault' in place) {
      const value = place.fault === 'file-name' ? place.id : path;
      problems.push(
        misnamed(file, value) ?? { code: `shape/${place.fault}`, file, ...START, value },
      );
      continue;
    }
    places.push({ ...place, file });
    const unknown = known.problem(place, file);
    if (unknown) problems.push(unknown);
    const beside = sides.get(path);
    const input = {
      county: id,
      demo: county?.demo ?? false,
      file,
      place,
      ...(beside?.csv ? { csv: beside.csv } : {}),
      folder: beside?.folder ?? new Map<string, SideFile>(),
      elements: known.elements(place),
      forms: standard.forms,
    };
    const reading = readSafely(input, () =>
      memory.entry(input, join(folder, path), (bytes) => readEntry({ ...input, bytes })),
    );
    // One by one: a call takes no hundred thousand arguments.
    for (const problem of reading.problems) problems.push(problem);
    for (const mention of reading.mentions) mentions.push({ file, ...mention });
    if (reading.entry) entries.push(reading.entry);
    if (reading.links.length > 0) links.set(file, reading.links);
    if (reading.table) tables.set(place.id, reading.table);
  }
  for (const path of paths) {
    if (!claimed.has(path)) problems.push(strayFile(`${id}/${path}`, path));
  }
  for (const problem of pathProblems(id, paths)) problems.push(problem);
  return {
    id,
    ...(county ? { county } : {}),
    departments,
    towns,
    institutions: bodies.institutions,
    ...(assessed.assessment ? { assessment: assessed.assessment } : {}),
    catalogue,
    publishers,
    entries,
    tables,
    mentions,
    links,
    places,
    unread,
    problems: withUnitIds(problems, {
      ...{ county: county?.name ?? id, ...lists },
    }),
    files: paths,
  };
}

/** What happens while one file is read is a finding of that file, and never the end of the others. */
function readSafely({ file }: { readonly file: string }, read: () => EntryReading): EntryReading {
  try {
    return read();
  } catch (error) {
    return { problems: [unreadable(file, error)], mentions: [], links: [] };
  }
}

/** A file that belongs to nothing. */
function strayFile(file: string, path: string): Problem {
  return misnamed(file, path) ?? { code: 'shape/stray-file', file, ...START, value: path };
}

/** What a text editor or Excel adds to a name that has its ending. */
const TWICE = /^(.+)\.(mdx?|csv|yaml)\.(?:txt|mdx?|csv|docx?|xlsx?)$/i;
/** The endings that we read, in capitals or as some programs spell them. */
const SPELT = /^(.+)\.(?:(mdx?|csv|yaml)|(markdown)|(yml))$/i;

/** A file that would be read under the ending that it should have. */
function misnamed(file: string, path: string): Problem | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const [, stem, ending] = TWICE.exec(name) ?? spelt(name);
  const expected = `${stem}.${ending?.toLowerCase()}`;
  if (stem === undefined || expected === name || path.endsWith('.yaml')) return undefined;
  return { code: 'shape/double-ending', file, ...START, value: name, expected };
}

function spelt(name: string): (string | undefined)[] {
  const [, stem, ending, long, short] = SPELT.exec(name) ?? [];
  return [name, stem, ending ?? (long && 'md') ?? (short && 'yaml')];
}

/** What is no plain file below a county's folder. */
function fileProblem(file: string, { path, kind }: FoundFile): Problem | undefined {
  switch (kind) {
    case 'link':
      return { code: 'safety/symbolic-link', file, ...START, value: path };
    case 'special':
      return specialFile(file);
    case 'folder':
      return unreadable(file, { code: 'EACCES' });
    case 'name':
      return unprintableName(file);
    default:
      return undefined;
  }
}

/** The folder's own README is for maintainers; elsewhere it would be a file that no one shows. */
const README = /(?:^|\/)README\.md$/;

interface Beside {
  csv?: SideFile;
  folder: Map<string, SideFile>;
}

/** Gives each head its `<id>.csv` and the files of its folder `<id>/`; marks them as claimed. */
function sideFiles(
  folder: string,
  county: string,
  paths: readonly string[],
  heads: readonly string[],
  claimed: Set<string>,
  problems: Problem[],
): Map<string, Beside> {
  const headOf = new Map(heads.map((head) => [head.replace(/\.mdx?$/, ''), head]));
  const beside = new Map<string, Beside>();
  for (const path of paths) {
    if (claimed.has(path)) continue;
    const owner = ownerOf(path, headOf);
    if (!owner) continue;
    const full = join(folder, path);
    claimed.add(path);
    let size: number;
    try {
      ({ size } = statSync(full));
    } catch (error) {
      problems.push(unreadable(`${county}/${path}`, error));
      continue;
    }
    const side: SideFile = {
      path: `${county}/${path}`,
      size,
      bytes: () => readFileSync(full),
    };
    const own: Beside = beside.get(owner.head) ?? { folder: new Map() };
    if (owner.inside === undefined) own.csv = side;
    else own.folder.set(owner.inside, side);
    beside.set(owner.head, own);
  }
  return beside;
}

function ownerOf(
  path: string,
  headOf: ReadonlyMap<string, string>,
): { head: string; inside?: string } | undefined {
  const csvHead = path.endsWith('.csv') ? headOf.get(path.slice(0, -4)) : undefined;
  if (csvHead) return { head: csvHead };
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const head = headOf.get(path.slice(0, cut));
    if (head) return { head, inside: path.slice(cut + 1) };
  }
  return undefined;
}

/** The domains, sets and items of a county and all in it, for telling whether a folder names one. */
class Places {
  readonly #domains = new Map<string, Map<string, readonly string[]>>();
  /** What the county or a level above has dropped. */
  readonly #dropped: ReadonlyMap<string, DroppedItem>;
  readonly #partly: boolean;

  /** With `partly` the items may not be all there are. */
  constructor(
    catalogue: readonly CatalogueDomain[],
    publishers: readonly PublisherItems[],
    partly: boolean,
  ) {
    this.#partly = partly;
    const [county, ...others] = publishers;
    this.#dropped = new Map((county?.dropped ?? []).map((row) => [row.item, row]));
    for (const groups of [catalogue, county?.groups ?? [], ...others.map((one) => one.groups)]) {
      for (const { id, items } of groups) {
        const known = this.#domains.get(id) ?? new Map<string, readonly string[]>();
        this.#domains.set(id, known);
        for (const item of items) if (!known.has(item.id)) known.set(item.id, item.elements ?? []);
      }
    }
  }

  problem(place: Place, file: string): Problem | undefined {
    if (place.domain === undefined || this.#domains.size === 0) return undefined;
    const items = this.#domains.get(place.domain);
    if (!items) {
      const near = nearest(place.domain, [...this.#domains.keys()]);
      return {
        code: 'shape/unknown-domain',
        file,
        ...START,
        value: place.domain,
        expected: `本县区领域结构中的领域，如 ${[...this.#domains.keys()].slice(0, 4).join('、')}`,
        ...(near === undefined ? {} : { other: near }),
      };
    }
    const itemId = place.item?.split('/')[1];
    if (itemId === undefined || items.has(itemId) || this.#partly) return undefined;
    const dropped = this.#dropped.get(place.item as string);
    if (dropped) {
      const other = `${dropped.from}（${dropped.reason}）`;
      return { code: 'shape/dropped-item', file, ...START, value: dropped.item, other };
    }
    const near = nearest(itemId, [...items.keys()]);
    return {
      code: 'shape/unknown-item',
      file,
      ...START,
      value: place.item as string,
      expected: `本领域的事项，如 ${[...items.keys()].slice(0, 8).join('、')}`,
      ...(near === undefined ? {} : { other: near }),
    };
  }

  elements(place: Place): readonly string[] {
    const itemId = place.item?.split('/')[1];
    if (place.domain === undefined || itemId === undefined) return [];
    return this.#domains.get(place.domain)?.get(itemId) ?? [];
  }
}
