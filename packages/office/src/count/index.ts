export type { Count, Counted, CountedFile } from './counted.ts';
export { countFixedPages } from './fixed-pages.ts';
export { countSlides } from './slides.ts';
export { countWord } from './word.ts';
export { countWorkbook } from './workbook.ts';
