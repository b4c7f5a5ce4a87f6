export { convert } from './convert.ts';
export type { Bounds, Datum, Position } from './datum.ts';
export { CHINA, DATUMS, isWithin } from './datum.ts';
