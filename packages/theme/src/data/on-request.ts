import type { Column, ColumnDomain, ColumnItem, Entry } from '@columns/content';
import { shownOf } from '@columns/content';
import { getGroup } from './column.ts';

/** Items of a domain that the standard catalogue opens on request, wholly or in part. */
export interface OnRequestItems {
  readonly domain: ColumnDomain;
  readonly items: readonly { readonly item: ColumnItem; readonly scope?: string }[];
}

/** Entries that stand in the ledger only: their content is given on request. */
export function entriesOnRequest(): Entry[] {
  return getGroup('attribute', '依申请').filter((entry) => shownOf(entry) === 'header');
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
