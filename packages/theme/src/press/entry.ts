import type { Plugin } from 'vite';

/** Astro's program that makes the pages, as far as a press asks it. */
export interface PageMaker {
  /** The same program, its pages and scripts below another base. */
  anew(base: string): PageMaker;
  getOptions(): {
    /** Where Astro's addresses begin: `https://example.com`. */
    readonly origin: string;
  };
}

const ENTRY = /\/astro\/dist\/entrypoints\/prerender\.js$/;
const NEEDED = ['buildEnv', 'createBuildEnvironment', 'setEnvironment', 'new BuildApp(manifest'];

const ANEW = `
app.anew = (base) => {
  const env = createBuildEnvironment();
  const other = { ...manifest, base };
  setEnvironment(other, env.env);
  const next = new BuildApp(other, env);
  next.setInternals(buildEnv.getInternals());
  next.setOptions(buildEnv.getOptions());
  return next;
};
`;

/**
 * Lets the bundled pages be made below another base without being bundled again: Astro keeps the base, and
 * what it has worked out by it, with a program of its own, of which this makes another.
 */
export function pressEntry(): Plugin {
  return {
    name: '@columns/theme:press-entry',
    apply: 'build',
    transform(code, id) {
      const fits = ENTRY.test(id) && NEEDED.every((word) => code.includes(word));
      return fits ? { code: code + ANEW, map: null } : undefined;
    },
  };
}
