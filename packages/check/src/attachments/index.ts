export { extensionOf, FORMATS } from './formats.ts';
export type { AttachmentFacts } from './read.ts';
export { AttachmentReader, told } from './read.ts';
