export type { CountyOptions, Generated, GenerateOptions } from './generate/county.ts';
export { countyDocuments, generateCounty } from './generate/county.ts';
export type { GeneratedDocument } from './generate/document.ts';
export type { Measured, MeasureOptions } from './measure.ts';
export { measure } from './measure.ts';
