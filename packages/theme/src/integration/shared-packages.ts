import type { Plugin } from 'vite';

/** Whose code pages use, and this process has loaded already. */
const SHARED = /^@columns\/(?:content|export|standard)(?:\/|$)/;

/**
 * Leaves our other packages, and half of all modules with them, out of the bundle that makes the pages:
 * Node has read them for the check and runs them from where they are.
 */
export function sharedPackages(): Plugin {
  return {
    name: '@columns/theme:shared-packages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    resolveId(id) {
      if (!SHARED.test(id)) return undefined;
      return { id: import.meta.resolve(id), external: 'absolute' };
    },
  };
}
