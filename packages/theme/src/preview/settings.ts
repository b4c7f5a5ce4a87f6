import { columnGiven } from './given-column.ts';

/** `virtual:columns/settings` where a page is drawn of a column that was handed over. */
const settings = {
  columnFile: '',
  contentRoot: '/content',
  live: true,
  turn: 0,
  get base() {
    return columnGiven().base;
  },
  get prefix() {
    return columnGiven().prefix;
  },
};
export default settings;
