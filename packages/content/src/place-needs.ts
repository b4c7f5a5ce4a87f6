import type { PlaceNeed, PlaceStandard, Standard } from '@columns/standard';
import { groupBy } from '@columns/standard';
import type { County, Town } from './county.ts';
import type { Entry, EntryOf } from './entry.ts';
import { isKind } from './entry.ts';
import { isOpen } from './shown.ts';

type Place = EntryOf<'place'>;

/** One thing that the standard asks of a place, and whether the place says that it has it. */
export interface PlaceNeedState {
  readonly part: '设施设备' | '摆放的资料' | '提供的服务' | '人员' | '验收';
  readonly name: string;
  readonly there: boolean;
}

/** The standard that holds for a county: its own, or else that of the nearest level above that names one. */
export function placeStandardOf(
  standard: Standard,
  county: County,
  uppers: readonly { readonly county?: County }[],
): PlaceStandard | undefined {
  const named = [{ county }, ...uppers].find(({ county: one }) => one?.placeStandard !== undefined);
  return standard.placeStandards.find(({ id }) => id === named?.county?.placeStandard);
}

/** All that a standard asks of a place of its form; empty where it asks nothing. */
export function placeNeeds({ data }: Place, standard: PlaceStandard | undefined): PlaceNeedState[] {
  const asked = standard?.places.find(({ forms }) => forms.includes(data.form));
  if (!asked) return [];
  const states = (
    part: PlaceNeedState['part'],
    needs: readonly PlaceNeed[] = [],
    said: readonly string[] = [],
  ) => needs.map((need) => ({ part, name: need.name, there: isSaid(need, said) }));
  const { equipment, onDisplay, services, staff, accepted } = data;
  return [
    ...states('设施设备', asked.equipment, equipment),
    ...states('摆放的资料', asked['on-display'], onDisplay),
    ...states('提供的服务', asked.services, services),
    ...(asked.staff
      ? [{ part: '人员' as const, name: '咨询服务人员', there: staff !== undefined }]
      : []),
    ...(asked.accepted
      ? [{ part: '验收' as const, name: '综合验收', there: accepted !== undefined }]
      : []),
  ];
}

function isSaid({ name, words = [] }: PlaceNeed, said: readonly string[]): boolean {
  return [name, ...words].some((word) => said.some((line) => line.includes(word)));
}

/** A town with its places of each form that the standard wants every town to have. */
export interface TownPlaces {
  readonly town: Town;
  readonly places: readonly { readonly form: string; readonly found: readonly Place[] }[];
}

/** Every town against the forms of which the standard wants one in each; empty where it wants none. */
export function townPlaces(
  towns: readonly Town[],
  entries: readonly Entry[],
  standard: PlaceStandard | undefined,
): TownPlaces[] {
  const forms = standard?.towns ?? [];
  if (forms.length === 0 || towns.length === 0) return [];
  const places = entries.filter(
    (entry): entry is Place =>
      isKind(entry, 'place') && isOpen(entry) && entry.data.village === undefined,
  );
  const byTown = groupBy(places, ({ data }) => data.town);
  return towns.map((town) => ({
    town,
    places: forms.map((form) => ({
      form,
      found: (byTown.get(town.id) ?? []).filter(({ data }) => data.form === form),
    })),
  }));
}
