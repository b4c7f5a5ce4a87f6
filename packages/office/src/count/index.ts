export type { Count, Counted, CountedFile } from './counted.ts';
export { countWord } from './word.ts';
export { countWorkbook } from './workbook.ts';
