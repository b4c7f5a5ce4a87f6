export type { Changes } from './changes.ts';
export { changesSince } from './changes.ts';
export { GitError } from './git.ts';
export type { CheckTask } from './run.ts';
export { checkCounties, memoryFile } from './run.ts';
