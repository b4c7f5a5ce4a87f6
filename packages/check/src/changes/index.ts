export type { BaseCounty } from './addresses.ts';
export { lostAddresses } from './addresses.ts';
export type { Split } from './affected.ts';
export { splitByChange } from './affected.ts';
