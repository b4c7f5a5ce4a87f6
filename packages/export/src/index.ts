export type { Feed, FeedEntry } from './atom.ts';
export { atomFeed, FEED_SIZE } from './atom.ts';
export type { Table } from './table.ts';
export { toCsv, toJson } from './table.ts';
