import { squeeze } from '@columns/office/words';

/** What of a domain or item the importer asks for. */
export interface KnownDomain {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly items: readonly {
    readonly id: string;
    readonly level1: string;
    readonly level2?: string | undefined;
    readonly elements?: readonly string[] | undefined;
    readonly method?: { readonly kind: string } | undefined;
  }[];
}

/** The domain that a column or folder of the old site is named like. */
export function domainNamed(
  name: string,
  domains: readonly KnownDomain[],
): KnownDomain | undefined {
  const wanted = short(name);
  if (wanted.length < 2) return undefined;
  return domains.find(({ id, name: own, aliases }) =>
    [id, own, ...(aliases ?? [])].some((each) => short(each) === wanted),
  );
}

function short(name: string): string {
  return squeeze(name)
    .replace(/领域$/, '')
    .replace(/^\d+[-_.、]?/, '');
}
