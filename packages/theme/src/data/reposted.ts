import type { EntryOf } from '@columns/content';
import { chineseDate } from '@columns/content';

/** Whose text is told here again, with the way to the original. */
export function repostedFact({ repostedFrom }: Pick<EntryOf<'policy'>['data'], 'repostedFrom'>) {
  if (repostedFrom === undefined) return [];
  const { issuer, address, published } = repostedFrom;
  const text = published === undefined ? issuer : `${issuer}，${chineseDate(published)}`;
  return [{ label: '转载自', text, ...(address === undefined ? {} : { address }) }];
}
