export type { Around, Datum, PersonalType } from './find.ts';
export { findPersonal, mayBePersonal } from './find.ts';
export type { PersonalHit } from './in-text.ts';
export { personalInCell, personalInCsv, personalInText } from './in-text.ts';
export { mask, redact } from './mask.ts';
export { plain, unmarked } from './plain.ts';
