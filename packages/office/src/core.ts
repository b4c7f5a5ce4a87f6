/*
 * All that takes bytes and needs no module of Node, for whoever bundles it for a browser's worker. In Node
 * each part has an entry of its own, so that nobody loads a reader he does not use.
 */
export { readDocx } from './docx/index.ts';
export * from './index.ts';
export { readOfd } from './ofd/index.ts';
export * from './paper/index.ts';
export * from './pdf/core.ts';
export { readPptx } from './pptx/index.ts';
export { readTexts } from './texts/index.ts';
export * from './words/index.ts';
export * from './write/index.ts';
export { readXlsx } from './xlsx/index.ts';
