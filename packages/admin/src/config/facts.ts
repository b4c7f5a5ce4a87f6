import type { ChoiceList } from './decap.ts';

/** A choice as an officer sees it and as it is written. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

export interface DomainFacts {
  readonly id: string;
  readonly name: string;
  readonly items: readonly ItemFacts[];
}

/** An item of the county's catalogue; its own name says nothing without the level above. */
export interface ItemFacts {
  readonly id: string;
  readonly name: string;
  /** The level above, where there is one. */
  readonly above?: string;
  readonly elements: readonly string[];
}

/** 社会救助 › 最低生活保障 › 办事指南: an item with all that is above it. */
export const itemLabel = (domain: { readonly name: string }, { above, name }: ItemFacts): string =>
  [domain.name, ...(above === undefined ? [] : [above]), name].join(' › ');

/**
 * What the editor knows of a county: its county-wide files and nothing of its entries, so that an edit
 * of an entry makes no editor anew.
 */
export interface EditorFacts {
  readonly county: string;
  readonly name: string;
  readonly demo: boolean;
  /** The column's base, as `county.yaml` has it: `/anyue/`. */
  readonly base: string;
  readonly domains: readonly DomainFacts[];
  readonly units: readonly Choice[];
  readonly towns: readonly Choice[];
  /** Registers whose columns are fixed: name → columns. */
  readonly forms: readonly {
    readonly id: string;
    readonly name: string;
    readonly columns: readonly string[];
  }[];
}

/** What a list of the county's own offers. */
export function choicesOf(facts: EditorFacts, list: ChoiceList): readonly Choice[] {
  if (list === 'units') return [...facts.units, ...facts.towns];
  if (list === 'towns') return facts.towns;
  return facts.domains.flatMap((domain) =>
    domain.items.map((item) => ({
      label: itemLabel(domain, item),
      value: `${domain.id}/${item.id}`,
    })),
  );
}
