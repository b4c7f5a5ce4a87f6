export type { OfficeFailureCode } from './failure.ts';
export { OfficeFailure } from './failure.ts';
export type { Attributes, XmlHandlers } from './xml.ts';
export { parseXml } from './xml.ts';
export { Zip } from './zip.ts';
