import type { ColumnItem } from '@columns/content';
import { dateText, isDisclosed } from '@columns/content';
import { getEntry } from './column.ts';

/** The state of an item in words: how much there is and how new, or why there is nothing. */
export function itemState(item: ColumnItem): string {
  if (item.disclosed === 0) return stateWord(item);
  const newest = item.entries.find((id) => isDisclosed(getEntry(id))) as string;
  return `${stateWord(item)}，最新 ${dateText(getEntry(newest).data.published)}`;
}

/** The same without the day, which is a fact of an entry. */
export function stateWord(item: ColumnItem): string {
  if (item.disclosed > 0) return `${item.disclosed} 条`;
  if (item.lacks?.length === 0) return '见单位资料';
  if (item.statements.length > 0) return '暂无，已说明原因';
  return item.entries.length > 0 ? '暂无，只有台账登记' : '暂无';
}
