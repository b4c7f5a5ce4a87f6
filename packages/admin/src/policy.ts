/**
 * What a browser may do on `/admin/` and on no other page: Decap compiles its checks while it runs and
 * styles itself from its script. Nothing of it comes from another host; it speaks to the repository's.
 */
const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'connect-src': "'self' blob: data:",
  'font-src': "'self' data:",
  'form-action': "'none'",
  'frame-src': "'self' blob:",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'script-src': "'self' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
};

/** The policy of `/admin/`, which may speak to these origins besides its own. */
export function adminPolicy(origins: readonly string[] = []): string {
  return Object.entries(DIRECTIVES)
    .map(([name, value]) =>
      name === 'connect-src' || name === 'img-src'
        ? [name, value, ...origins].join(' ')
        : `${name} ${value}`,
    )
    .join('; ');
}

/** The policy where the editor speaks to its own site only. */
export const ADMIN_POLICY: string = adminPolicy();
