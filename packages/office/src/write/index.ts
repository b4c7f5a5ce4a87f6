export type { Form, FormPart, FormRow } from './docx.ts';
export { DOCX_TYPE, formDocx } from './docx.ts';
export type { PlainTable, TableSheet } from './xlsx.ts';
export { toXlsx } from './xlsx.ts';
