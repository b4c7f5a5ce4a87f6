export { PackError, pack } from './pack.ts';
