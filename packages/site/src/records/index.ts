export { coverageTable } from './coverage-table.ts';
export { type Example, examples } from './data-page.ts';
export { openData, type RecordsInput, records } from './files.ts';
export { DATA_FOLDER, RECORDS_FOLDER } from './folders.ts';
export { FolderError, writeFolder } from './write-folder.ts';
