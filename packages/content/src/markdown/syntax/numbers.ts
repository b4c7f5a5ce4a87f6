import type { List, ListItem } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';

declare module 'mdast' {
  interface ListItemData {
    /** The number before an item, as it was typed. */
    number?: number;
    hProperties?: { value: number };
  }
}

/** Keeps the number that was typed before each item: CommonMark knows only the first of a list. */
export function itemNumbers(): Extension {
  return {
    exit: {
      listItemValue(token) {
        const item = this.stack.at(-1) as ListItem;
        item.data = { ...item.data, number: Number(this.sliceSerialize(token)) };
      },
    },
  };
}

/** Has a page show each number as it was typed (5., 7.), not as it would be counted (5., 6.). */
export function showNumbers(list: List): void {
  let next = list.start ?? 1;
  for (const { data } of list.children) {
    if (data?.number === undefined) return;
    if (data.number !== next) data.hProperties = { value: data.number };
    next = data.number + 1;
  }
}
