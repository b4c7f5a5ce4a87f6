export { extensionOf } from '@columns/office';
export type { AttachmentFault } from './fault.ts';
export { faultText } from './fault.ts';
export { FORMATS } from './formats.ts';
export type { AttachmentFacts } from './read.ts';
export { AttachmentReader, told } from './read.ts';
export { type TableRows, tableRows } from './text.ts';
