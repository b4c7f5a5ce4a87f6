import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Actions of Decap's file interface that write; all others read. */
const WRITES = new Set(['persistEntry', 'persistMedia', 'deleteFile', 'deleteFiles']);
/** Where their parameters name files or folders. */
const PATHS = new Set(['path', 'newPath', 'paths', 'folder', 'mediaFolder']);

/**
 * The first path in a request that the editor has no business with, or nothing: it reads below `content/`,
 * and writes below its own county's folder alone, never through a link, and nothing hidden.
 *
 * @param repository the folder that paths are below
 */
export function refusedPath(body: unknown, repository: string, county: string): string | undefined {
  const { action, params } = (body ?? {}) as { action?: unknown; params?: unknown };
  const writes = WRITES.has(String(action));
  const home = writes ? `content/${county}/` : 'content/';
  return pathsIn(params).find((path) => {
    if (!isPlain(path) || !`${path}/`.startsWith(home)) return true;
    if (writes && `${path}/` === home) return true;
    return !staysInside(join(repository, path), join(repository, home));
  });
}

function isPlain(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.includes('\0') &&
    path.split('/').every((part) => part !== '' && !part.startsWith('.'))
  );
}

/** Whether what stands there, or the nearest folder that does, is really below `home`. */
function staysInside(file: string, home: string): boolean {
  let at = file;
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) {
    if (dirname(at) === at) return false;
    at = dirname(at);
  }
  try {
    const real = `${realpathSync(at)}${sep}`;
    return real.startsWith(`${realpathSync(home)}${sep}`);
  } catch {
    return false;
  }
}

function pathsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return PATHS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => pathsIn(one, name));
}
