import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ManifestOptions, MinisignError, readSecretKey } from '@columns/site/manifest';
import type { Context } from './command.ts';
import { WrongInput } from './commands/columns.ts';
import { git } from './repository.ts';

/** Tools whose versions can change the bytes of a site. */
const TOOLS = ['astro', 'pagefind', 'zod'] as const;

/**
 * What the manifest says of its making. `MANIFEST_KEY` holds the text of a minisign secret key without
 * a password; `COMMIT` the commit, where git cannot be asked. @throws WrongInput for a wrong key.
 */
export function manifestOptions({ root, env }: Context): ManifestOptions {
  const given = env['COMMIT'];
  const status = given
    ? ''
    : git(root, 'status', '--porcelain', '--', 'content', 'packages', 'apps');
  return {
    commit: given || git(root, 'rev-parse', 'HEAD'),
    modified: status !== undefined && status !== '',
    asOf: env['AS_OF'],
    tools: { node: process.versions.node, ...versions(root) },
    key: secretKey(env['MANIFEST_KEY']),
  };
}

/** The key of `MANIFEST_KEY`. @throws WrongInput where it is none */
export function secretKey(text: string | undefined) {
  if (!text) return undefined;
  try {
    return readSecretKey(text);
  } catch (error) {
    if (error instanceof MinisignError) throw new WrongInput(`MANIFEST_KEY：${error.message}\n`);
    throw error;
  }
}

/** Versions as the workspace pins them. */
function versions(root: string): Record<string, string> {
  const pinned = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  return Object.fromEntries(
    TOOLS.flatMap((name) => {
      const version = new RegExp(`^ {2}${name}: (\\S+)$`, 'm').exec(pinned)?.[1];
      return version === undefined ? [] : [[name, version]];
    }),
  );
}
