/**
 * The lockfile for these apps. They all depend on the same (`new/app.ts`), so that one part stands for each: no
 * network is needed, and nothing else changes.
 */
export function lockfileWith(lockfile: string, apps: readonly string[]): string {
  const parts = [...lockfile.matchAll(/^ {2}apps\/([a-z][a-z0-9-]*):\n(?: {4}.*\n)+\n?/gm)];
  const [first] = parts;
  if (first?.index === undefined) return lockfile;
  const body = first[0].slice(first[0].indexOf('\n') + 1).trimEnd();
  const made = [...apps].sort().map((app) => `  apps/${app}:\n${body}\n\n`);
  let rest = lockfile;
  for (const [part] of parts) rest = rest.replace(part, '');
  return rest.slice(0, first.index) + made.join('') + rest.slice(first.index);
}
