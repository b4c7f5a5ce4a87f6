import type { InstitutionItem, Standard } from '@columns/standard';
import type { Entry } from './entry.ts';
import type { Institution } from './institution.ts';
import { shownOf } from './shown.ts';

export type ColumnInstitutionItem = InstitutionItem & {
  /** Ids of what the institution has published of it, newest first. */
  readonly entries: readonly string[];
};

/** An institution with what it must disclose and what it has. */
export type ColumnInstitution = Omit<Institution, 'catalogue' | 'sector'> & {
  readonly sector: { readonly id: string; readonly name: string; readonly rule: string };
  /** Whether the list of items was read in the rule itself, or is the county's own. */
  readonly confirmed: boolean;
  readonly items: readonly ColumnInstitutionItem[];
  /** Ids of all its entries, newest first. */
  readonly entries: readonly string[];
};

/** What an institution must disclose: its own list, or that of its sector. */
export function institutionItems(
  institution: Institution,
  standard: Standard,
): readonly InstitutionItem[] {
  return institution.catalogue ?? sectorOf(institution, standard)?.items ?? [];
}

export function sectorOf({ sector }: Institution, { institutions }: Standard) {
  return institutions.sectors.find(({ id }) => id === sector);
}

/** Files entries under the items they say they disclose. `entries` stand newest first. */
export function fileInstitutions(
  institutions: readonly Institution[],
  entries: readonly Entry[],
  standard: Standard,
): ColumnInstitution[] {
  return institutions.map((institution) => {
    const sector = sectorOf(institution, standard);
    const { catalogue, sector: sectorId, ...facts } = institution;
    const own = entries.filter(({ data }) => data.unit === institution.id);
    return {
      ...facts,
      sector: { id: sectorId, name: sector?.name ?? sectorId, rule: sector?.rule ?? '' },
      confirmed: catalogue !== undefined || sector?.verified === true,
      items: institutionItems(institution, standard).map((item) => ({
        ...item,
        entries: own
          .filter((entry) => entry.data.discloses?.includes(item.id) && shownOf(entry) !== 'notice')
          .map(({ id }) => id),
      })),
      entries: own.map(({ id }) => id),
    };
  });
}
