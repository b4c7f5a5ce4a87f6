export type { Hours, HoursDay, HoursException, HoursRow } from './hours.ts';
export { WEEKDAYS } from './hours.ts';
export type { Moment, OpenNow } from './now.ts';
export { momentOf, openNow } from './now.ts';
export type { DaysOff, OpenTimes, Span } from './open.ts';
export { opensOn, sameHours, timesOn } from './open.ts';
export { readHours } from './read.ts';
