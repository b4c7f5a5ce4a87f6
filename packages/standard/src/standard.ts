import type { ApplicationStandard } from './schema/application.ts';
import type { Domain } from './schema/domain.ts';
import type { FiveOpen } from './schema/five.ts';
import type { InstitutionStandard } from './schema/institution.ts';
import type { Item, OfficialSize } from './schema/item.ts';
import type { Join } from './schema/join.ts';
import type { LegalDeadline } from './schema/legal-deadline.ts';
import type { Pair } from './schema/pair.ts';
import type { PlaceStandard } from './schema/place-standard.ts';
import type { PublisherSort } from './schema/publisher.ts';
import type { RegisterForm } from './schema/register-form.ts';
import type { Statute } from './schema/statute.ts';
import type { Structure } from './schema/structure.ts';
import type { DomainVariants } from './schema/variant.ts';

/** The catalogue of one domain. */
export type DomainCatalogue = {
  domain: string;
  /** False: no table has been issued; `items` is empty and `notes` says what plans ask for. */
  issued: boolean;
  notes?: string[] | undefined;
  /** How large the official table is, where that is known. */
  official?: OfficialSize | undefined;
  /** 一级事项 that the national guide names. */
  classes?: string[] | undefined;
  items: Item[];
};

/** Items of some sorts of publishers that belong to no domain: the base set, what villages disclose. */
export type CatalogueSet = {
  id: string;
  name: string;
  source: string;
  for: PublisherSort[];
  items: Item[];
};

/** The example of a town-level catalogue. */
export type TownshipCatalogue = {
  name: string;
  /** Whose example it is: its units are nobody else's. */
  'leads-of': string;
  source: string;
  /** In the order of the source. The ids start with `town-`. */
  items: Item[];
};

/** All of the standard, as one plain object that can be written to JSON. */
export type Standard = {
  domains: Domain[];
  structures: Structure[];
  /** In the order of `domains`. */
  catalogue: DomainCatalogue[];
  /** In the order of their ids. */
  sets: CatalogueSet[];
  township: TownshipCatalogue;
  /** What the law asks of every publisher: the four parts of a column and the classes of articles 20 and 21. */
  statute: Statute;
  /** 五公开: what shows each part of the work. */
  five: FiveOpen;
  /** 依申请公开: how applications end, and the texts with which officers answer them. */
  application: ApplicationStandard;
  /** How single places word their rows: by domain, never items of anyone's catalogue. */
  variants: DomainVariants[];
  deadlines: LegalDeadline[];
  /** Registers whose columns are fixed, in the order they are listed. */
  forms: RegisterForm[];
  /** Keys that several forms and kinds share. */
  joins: Join[];
  /** What must be followed by what, and by when. */
  pairs: Pair[];
  /** 公共企事业单位: their trades and what each must disclose. */
  institutions: InstitutionStandard;
  /** What plans ask of zones and other places, by the plan. */
  placeStandards: PlaceStandard[];
};

/** The domain with an id, or undefined. */
export function findDomain(standard: Standard, id: string): Domain | undefined {
  return standard.domains.find((domain) => domain.id === id);
}

/** The structure with an id, or undefined. */
export function findStructure(standard: Standard, id: string): Structure | undefined {
  return standard.structures.find((structure) => structure.id === id);
}

/** The legal deadline with an id, or undefined. */
export function findDeadline(standard: Standard, id: string): LegalDeadline | undefined {
  return standard.deadlines.find((deadline) => deadline.id === id);
}

/** The item of the domains, the sets or the township example `<domain>/<id>`, or undefined. */
export function findItem(standard: Standard, ref: string): Item | undefined {
  return allItems(standard).find((item) => `${item.domain ?? '_'}/${item.id}` === ref);
}

/** Every row: the catalogue by domain, the sets, then the township example. */
export function allItems(standard: Standard): Item[] {
  const files = [...standard.catalogue, ...standard.sets, standard.township];
  return files.flatMap(({ items }) => items);
}
