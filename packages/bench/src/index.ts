export type { CountyOptions, Generated, GenerateOptions } from './generate/county.ts';
export { countyDocuments, generateCounty } from './generate/county.ts';
export type { GeneratedDocument } from './generate/document.ts';
