export type { PersonalKind, PersonalType } from './data.ts';
export { PERSONAL, TYPE_NAMES } from './data.ts';
export type { Around, Datum } from './find.ts';
export { findPersonal, mayBePersonal, mayBePersonalAs } from './find.ts';
export { fold } from './fold.ts';
export { aboutRows } from './heads.ts';
export type { PersonalHit } from './in-text.ts';
export {
  personalInCell,
  personalInCsv,
  personalInFile,
  personalInLines,
  personalInText,
  personalInYaml,
} from './in-text.ts';
export { mask, redact } from './mask.ts';
