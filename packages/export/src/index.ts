export type { Table } from './table.ts';
export { toCsv, toJson } from './table.ts';
