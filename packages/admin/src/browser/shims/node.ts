/*
 * The parts of Node that the readers name but that mean nothing in a browser. Digests are only
 * compared with those of other files, and there are none.
 */
export const join = (...parts: readonly string[]): string =>
  parts.join('/').replaceAll(/\/{2,}/g, '/');
export const dirname = (path: string): string => path.replace(/\/[^/]*$/, '');
export const relative = (_from: string, to: string): string => to;
export const resolve = join;
export const sep = '/';
export const posix = { join, dirname, relative, resolve, sep };

export const createHash = () => {
  const digest = { update: () => digest, digest: () => '' };
  return digest;
};
export const hash = (): string => '';

export const createRequire = () => () => ({});
export const fileURLToPath = String;
const never = (): never => {
  throw new Error('Not in a browser.');
};
export const availableParallelism = (): number => 1;
export const execFileSync = never;
export const fork = never;
export const once = never;
export const parentPort = null;
export class Worker {}
export default posix;
