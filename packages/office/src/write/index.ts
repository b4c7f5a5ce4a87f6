export type { Form, FormPart, FormRow, Letter } from './docx.ts';
export { DOCX_TYPE, formDocx, letterDocx } from './docx.ts';
export type { PlainTable, TableSheet } from './xlsx.ts';
export { toXlsx } from './xlsx.ts';
