import type { County, Department } from './county.ts';

/** A number that answers whatever a document is about. */
export interface ConsultNumber {
  /** The unit's name, with the level above it where it is theirs. */
  readonly name: string;
  readonly telephone: string;
}

interface Listed {
  readonly county?: County;
  readonly departments: readonly Department[];
}

/**
 * Whom readers may ring where the unit that published gives no number: the office in charge, then the
 * hotline; where the county has no hotline, that of the level above. `county.yaml` names both (`consult`).
 */
export function consultNumbers(own: Listed, uppers: readonly Listed[]): ConsultNumber[] {
  const numberOf = (listed: Listed, part: 'office' | 'hotline'): ConsultNumber[] => {
    const id = listed.county?.consult[part];
    const unit = listed.departments.find((one) => one.id === id);
    const telephone = unit?.openness?.telephone ?? unit?.telephone;
    if (!unit || telephone === undefined) return [];
    const from = listed === own ? '' : (listed.county?.name ?? '');
    return [{ name: from + unit.name, telephone }];
  };
  const hotline = [own, ...uppers].map((each) => numberOf(each, 'hotline'));
  return [...numberOf(own, 'office'), ...(hotline.find(({ length }) => length > 0) ?? [])];
}
