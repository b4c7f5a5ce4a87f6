/** What the status line says about an answer. */
import { MAX_QUERY_LENGTH } from '../query-length.ts';
import type { SearchAnswer } from './protocol.ts';

export function describe(query: string, answer: SearchAnswer, narrowed: boolean): string {
  if (query === '') return '';
  const { total, shortened, growing, missing, unread, near, direct } = answer;
  const notes = [
    shortened && `查询超过 ${MAX_QUERY_LENGTH} 个字，只按前 ${MAX_QUERY_LENGTH} 个字查找。`,
    missing.length > 0 && `暂时读不到${missing.join('、')}的检索数据，结果里没有它们的内容。`,
  ].filter((note) => note !== false);
  const lacking = unread && !growing ? '相近的内容和有关页面这次没有全部读到，可以重试。' : '';
  return notes.join('') + found(total, growing, narrowed, near.length, direct.length) + lacking;
}

function found(
  total: number,
  growing: boolean,
  narrowed: boolean,
  near: number,
  direct: number,
): string {
  if (growing) return `已找到 ${total} 条，其余部分正在查找……`;
  if (total > 0) return `共找到 ${total} 条。`;
  if (near > 0) return `没有完全相符的，下面有 ${near} 条相近的。`;
  if (direct > 0) return '没有完全相符的公开信息，可以直接看下面的页面。';
  if (narrowed) return '没有同时符合所选条件的内容。可以放宽筛选条件。';
  return '没有找到相关内容。可以减少几个字，或换一种说法；多个词之间请用空格隔开。';
}
