import { readOrder } from '@columns/export/manifest';

/** A time stamp (RFC 3161) over the head. */
export const STAMP_FILE = 'index.json.tsr';

/** An order with heads after it. @param text the order so far, whole; empty where there is none */
export function orderWith(text: string, heads: readonly string[]): string {
  let order = text;
  for (const head of heads) {
    const last = readOrder(order).at(-1);
    const line = {
      number: (last?.number ?? 0) + 1,
      head,
      ...(last ? { previous: last.link } : {}),
    };
    order += `${JSON.stringify(line)}\n`;
  }
  return order;
}
