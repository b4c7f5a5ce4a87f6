import type { Column, ColumnDomain, ColumnItem, Entry } from '@columns/content';

/** Items of a domain that the standard catalogue opens on request, wholly or in part. */
export interface OnRequestItems {
  readonly domain: ColumnDomain;
  readonly items: readonly { readonly item: ColumnItem; readonly scope?: string }[];
}

/** Entries that stand in the ledger only: their content is given on request. */
export function entriesOnRequest({ entries }: Column): Entry[] {
  return entries.filter(({ data }) => data.attribute.type === '依申请' && !data.withdrawn);
}

export function itemsOnRequest({ domains }: Column): OnRequestItems[] {
  return domains
    .map((domain) => ({ domain, items: domain.items.flatMap(onRequest) }))
    .filter(({ items }) => items.length > 0);
}

function onRequest(item: ColumnItem): OnRequestItems['items'] {
  const { method } = item;
  if (method?.kind === 'on-request') return [{ item }];
  const parts = method?.parts?.filter(({ kind }) => kind === 'on-request') ?? [];
  return parts.length === 0 ? [] : [{ item, scope: parts.map(({ scope }) => scope).join('、') }];
}
