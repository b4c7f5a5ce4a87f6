import type { KindId } from '@columns/content';
import { GENERAL } from '@columns/content';
import { itemsNamed, itemName as nameOf } from '@columns/content/draft';
import type { Facts } from '../facts/facts.ts';
import type { Remark } from '../failure.ts';
import { ImportFailure, remark } from '../failure.ts';
import type { KnownDomain } from './domain.ts';
import { domainNamed } from './domain.ts';
import type { Setting, Source } from './setting.ts';

export interface EntryPlace {
  /** Folder below the county's, without the year. */
  readonly folder: string;
  readonly domain?: KnownDomain;
  readonly item?: KnownDomain['items'][number];
}

/** Where an entry belongs (contract 1): as told, else by folder or column, else under its kind. */
export function placeFor(
  setting: Setting,
  source: Source,
  facts: Facts,
  kind: KindId,
  remarks: Remark[],
): EntryPlace {
  if (setting.item !== undefined) return namedPlace(setting.item, setting.domains);
  for (const [index, folder] of source.folders.entries()) {
    const domain = domainNamed(folder, setting.domains);
    if (!domain) continue;
    const next = source.folders[index + 1];
    const item = domain.items.find(({ id, level2, level1 }) =>
      next === undefined ? false : [id, level2 ?? level1].includes(next),
    );
    return inDomain(domain, item);
  }
  const domain =
    facts.column === undefined ? undefined : domainNamed(facts.column, setting.domains);
  if (domain) {
    remarks.push(
      remark('guessed', `原栏目“${facts.column}”与领域“${domain.name}”同名，归入该领域，未定事项`),
    );
    return inDomain(domain, undefined);
  }
  return { folder: `_${kind}` };
}

/** The place that `--item` names: by ids or by the names of the catalogue, or a domain alone. */
export function namedPlace(ref: string, domains: readonly KnownDomain[]): EntryPlace {
  const [domainName = '', itemName] = ref.split(/[/／]/);
  const { domain, items } = itemsNamed(ref, domains);
  if (!domain) {
    throw new ImportFailure(
      'bad-option',
      `--item 写的领域“${domainName}”不在本县区的领域结构中`,
      `可用的领域：${domains.map(({ id, name }) => `${id}（${name}）`).join('、')}`,
    );
  }
  const known = domains.find(({ id }) => id === domain.id) as KnownDomain;
  if (itemName === undefined || itemName === '' || itemName === GENERAL)
    return inDomain(known, undefined);
  const [item] = items;
  if (!item || items.length > 1) {
    const offered = item ? items : known.items;
    throw new ImportFailure(
      'bad-option',
      item
        ? `领域“${domain.name}”中有 ${items.length} 个事项叫“${ref.slice(ref.search(/[/／]/) + 1)}”，请写全`
        : `领域“${domain.name}”中没有事项“${ref.slice(ref.search(/[/／]/) + 1)}”`,
      `可用的事项：${offered.map((one) => `${one.id}（${nameOf(one)}）`).join('、')}`,
    );
  }
  return inDomain(known, item);
}

function inDomain(domain: KnownDomain, item: KnownDomain['items'][number] | undefined): EntryPlace {
  return {
    folder: `${domain.id}/${item?.id ?? GENERAL}`,
    domain,
    ...(item === undefined ? {} : { item }),
  };
}
