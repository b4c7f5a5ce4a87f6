export { CSVW_FILE } from './csvw.ts';
export { registerDescription } from './data-sets.ts';
export { type DataTerms, dataTerms, fileTerms, termsText } from './terms.ts';
