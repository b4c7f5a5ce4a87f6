import type { ColumnReading } from '@columns/content';
import { EACH_COUNTY, isKind, isOpen, PROOF_PAGES, proofsOfRow, shownOf } from '@columns/content';
import type { Finding } from '../finding.ts';
import { finding } from '../make-finding.ts';

/** A proof in a list of a level above counties, of what one of them or each has. */
interface NamedBelow {
  readonly ledgerOf: string;
  readonly county: string;
  readonly text: string;
  readonly target: { readonly entry: string } | { readonly page: string };
  readonly at: Pick<Finding, 'file' | 'line' | 'column' | 'field'>;
}

/** What must be known of a county to say whether it has what is named. */
interface Known {
  readonly name: string;
  readonly parent: string | undefined;
  /** How much is shown of each entry, by its id. */
  readonly entries: ReadonlyMap<string, 'whole' | 'header' | 'notice'>;
  /** Kinds of which something is open to all. */
  readonly kinds: ReadonlySet<string>;
}

/**
 * Judges what the lists of cities and provinces name as proof of the counties below: that can only be done
 * where counties have been read too. A county that was not read is not judged.
 */
export class ProofsBelow {
  readonly #named: NamedBelow[] = [];
  readonly #counties = new Map<string, Known>();

  add(id: string, { column, tables }: ColumnReading): void {
    if (!column) return;
    const { county, entries } = column;
    this.#counties.set(id, {
      name: county.name,
      parent: county.parent,
      entries: new Map(entries.map((entry) => [entry.id, shownOf(entry)])),
      kinds: new Set(entries.filter(isOpen).map(({ data }) => data.kind)),
    });
    if (county.level === 'county') return;
    for (const entry of entries) {
      const table = isKind(entry, 'ledger') && isOpen(entry) ? tables.get(entry.id) : undefined;
      table?.rows.forEach((_, row) => {
        for (const { as, column: cell, proof } of proofsOfRow(table, row)) {
          const { county: of, text, target } = proof;
          if (of === undefined || of === id) continue;
          const at = { file: table.file, ...table.at(row, cell), field: as };
          this.#named.push({ ledgerOf: id, county: of, text, target, at });
        }
      });
    }
  }

  /** What is wrong with the lists of one level, by the id of its column. */
  findings(id: string, known: readonly string[]): Finding[] {
    return this.#named
      .filter(({ ledgerOf }) => ledgerOf === id)
      .flatMap((named) => this.#judge(named, known));
  }

  #judge({ ledgerOf, county, text, target, at }: NamedBelow, known: readonly string[]): Finding[] {
    const below = [...this.#counties].filter(([id]) => this.#isBelow(id, ledgerOf));
    if ('page' in target) {
      const kind = PROOF_PAGES[target.page]?.of;
      const empty = below.filter(
        ([id, { kinds }]) =>
          (county === EACH_COUNTY || id === county) && kind !== undefined && !kinds.has(kind),
      );
      if (empty.length > 0) {
        const other = empty.map(([, { name }]) => name).join('、');
        return [finding('completeness/proof-page', { ...at, value: text, other })];
      }
    }
    if (county === EACH_COUNTY) return [];
    if (!known.includes(county))
      return [finding('shape/unknown-reference', { ...at, value: text })];
    const own = this.#counties.get(county);
    if (!own || !this.#counties.has(ledgerOf)) return [];
    // What stands above or beside is no county of this level's.
    if (!this.#isBelow(county, ledgerOf)) {
      if (this.#isBelow(ledgerOf, county)) return [];
      return [finding('shape/unknown-reference', { ...at, value: text })];
    }
    if ('page' in target) return [];
    const shown = own.entries.get(target.entry);
    if (shown === undefined) return [finding('shape/unknown-reference', { ...at, value: text })];
    return shown === 'notice'
      ? [finding('completeness/proof-withdrawn', { ...at, value: text })]
      : [];
  }

  #isBelow(id: string, upper: string): boolean {
    const seen = new Set<string>();
    for (
      let at = this.#counties.get(id)?.parent;
      at !== undefined && !seen.has(at);
      at = this.#counties.get(at)?.parent
    ) {
      if (at === upper) return true;
      seen.add(at);
    }
    return false;
  }
}
