export { CSVW_FILE } from './csvw.ts';
export { registerDescription } from './data-sets.ts';
export { type DataTerms, dataTerms, termsText } from './terms.ts';
