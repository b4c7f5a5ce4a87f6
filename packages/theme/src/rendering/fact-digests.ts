import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Column, ColumnItem, Entry } from '@columns/content';
import { DERIVED, type DerivedName } from './derived.ts';
import { groupIds } from './groups.ts';
import { type NeighbourIds, neighbourIds } from './neighbours.ts';
import type { MadePage } from './share.ts';
import { stampOf } from './stamp.ts';
import { publisherFact } from './watched-column.ts';

/** What each fact that a page can read is now, as a digest: two builds compare them. */
export class FactDigests {
  readonly #column: Column;
  readonly #contentRoot: string;
  readonly #judged: Readonly<Record<string, string>>;
  readonly #known = new Map<string, string>();
  readonly #same = new WeakMap<object, boolean>();
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #filed: ReadonlyMap<string, unknown>;
  #groups: ReadonlyMap<string, readonly string[]> | undefined;
  #neighbours: ReadonlyMap<string, NeighbourIds> | undefined;

  /** @param judged SHA-256 of attachments as the check has read them, by their paths below `content/` */
  constructor(column: Column, contentRoot: string, judged: Readonly<Record<string, string>> = {}) {
    this.#column = column;
    this.#judged = judged;
    this.#contentRoot = contentRoot;
    this.#entries = new Map(column.entries.map((entry) => [entry.id, entry]));
    const [county] = column.publishers;
    const sets = (county?.groups ?? []).flatMap(({ items }) => items.map(filedIn));
    this.#filed = new Map<string, unknown>([
      ...sets,
      ...column.publishers.map((each) => [publisherFact(each), each] as const),
      ...column.domains.flatMap(({ id, entries, general, disclosed, items }) => [
        [`domain:${id}`, [entries, general, disclosed]] as const,
        ...items.map(filedIn),
      ]),
    ]);
  }

  /** The digest of one fact; of one that is no more, a digest that nothing else has. */
  of(fact: string): string {
    const known = this.#known.get(fact);
    if (known !== undefined) return known;
    const digest = this.#compute(fact);
    this.#known.set(fact, digest);
    return digest;
  }

  /** Whether all that a page has read is as it was. */
  areSame(page: Pick<MadePage, 'facts' | 'digest'>): boolean {
    const known = this.#same.get(page);
    if (known !== undefined) return known;
    const same = this.ofAll(page.facts) === page.digest;
    this.#same.set(page, same);
    return same;
  }

  /** One digest of many facts. */
  ofAll(facts: readonly string[]): string {
    return sha256(facts.map((fact) => this.of(fact)).join('\n'));
  }

  #compute(fact: string): string {
    const [group = '', rest = ''] = cut(fact);
    switch (group) {
      case 'entry':
        return sha256(JSON.stringify(factsOf(this.#entries.get(rest))) ?? '');
      case 'text':
        return this.#entries.get(rest)?.digest ?? '';
      case 'domain':
      case 'item':
      case 'publisher':
        return digestOf(this.#filed.get(fact));
      case 'relations':
        return digestOf(this.#column.relations[rest]);
      case 'joined':
        return digestOf(this.#column.joined[rest]);
      case 'group':
        this.#groups ??= groupIds(this.#column.entries);
        return digestOf(this.#groups.get(rest));
      case 'neighbours':
        this.#neighbours ??= neighbourIds(this.#column.entries);
        return digestOf(this.#neighbours.get(rest));
      case 'derived':
        return digestOf(DERIVED[rest as DerivedName]?.(this.#column));
      case 'table':
        return this.#entries.get(rest)?.tableDigest ?? '';
      case 'attachment':
        // As it was judged, not as it may be by now. Where nothing was judged, hundreds of megabytes are not
        // read to see that they are the same.
        return this.#judged[rest] ?? String(stampOf(join(this.#contentRoot, rest)));
      case 'entries':
        // Whoever reads the list may read any of them.
        return sha256(this.#column.entries.map(({ id }) => this.of(`entry:${id}`)).join('\n'));
      case 'domains':
        return digestOf([this.#column.domains, this.#column.publishers[0]?.groups], withoutFiled);
      case 'publishers':
        return digestOf(this.#column.publishers.map(({ publisher }) => publisher));
      default:
        return digestOf(this.#column[fact as keyof Column]);
    }
  }
}

function filedIn({ ref, entries, statements, disclosed }: ColumnItem): [string, unknown] {
  return [`item:${ref}`, [entries, statements, disclosed]];
}

/** Lines are for findings; pages have no use for them, and the column's file leaves them out. */
export function withoutLines(key: string, value: unknown): unknown {
  return key === 'lines' ? undefined : value;
}

/** Without what is no fact of its front matter: digests of the files, and where lines stand. */
function factsOf(entry: Entry | undefined): Partial<Entry> | undefined {
  if (entry === undefined) return undefined;
  const { digest: _, lines: __, tableDigest: ___, ...facts } = entry;
  return facts;
}

const FILED = new Set(['entries', 'statements', 'general', 'disclosed']);

function withoutFiled(key: string, value: unknown): unknown {
  return FILED.has(key) ? undefined : withoutLines(key, value);
}

/** The same for a column that was read and for one out of its file, which has no lines. */
function digestOf(value: unknown, replacer = withoutLines): string {
  return sha256(JSON.stringify(value, replacer) ?? '');
}

function cut(fact: string): [string, string] {
  const at = fact.indexOf(':');
  return at === -1 ? [fact, ''] : [fact.slice(0, at), fact.slice(at + 1)];
}

export function sha256(data: string | Buffer): string {
  return hash('sha256', data);
}
