export { coverageTable } from './coverage-table.ts';
export { type Example, examples } from './data-page.ts';
export { openData, type RecordsInput, records, writeFolder } from './files.ts';
export { DATA_FOLDER, RECORDS_FOLDER } from './folders.ts';
