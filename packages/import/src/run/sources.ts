import { lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isKnownExtension } from '../read/sniff.ts';

export interface FoundSource {
  readonly path: string;
  /** As it is named in the report: below the folder that was given. */
  readonly name: string;
  readonly folders: readonly string[];
}

export interface FoundSources {
  /** What can be imported, or is at least a document. */
  readonly files: readonly FoundSource[];
  /** Other files, such as pictures and archives: no entries, but a page may name them. */
  readonly others: readonly FoundSource[];
  /** Links, which nobody follows. */
  readonly links: readonly string[];
}

/** Files that programs leave and nobody means: locks of open documents, systems' own. */
const NOBODYS = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files that sources name, folders with all that is in them, each once. Their order is that of their
 * names, whatever the order of the sources and of the disk.
 */
export function findSources(sources: readonly string[]): FoundSources {
  const files = new Map<string, FoundSource>();
  const others = new Map<string, FoundSource>();
  const links: string[] = [];
  for (const source of sources) {
    const info = lstatSync(source, { throwIfNoEntry: false });
    if (info?.isDirectory()) walk(source, [], { files, others, links });
    else {
      const file = { path: source, name: basename(source), folders: [] };
      // Named alone as well as with its folder, a file keeps what its folder says.
      if (!files.has(source)) files.set(source, file);
    }
  }
  return { files: inOrder(files), others: inOrder(others), links: links.sort() };
}

function inOrder(found: ReadonlyMap<string, FoundSource>): FoundSource[] {
  const key = ({ name, path }: FoundSource) => `${name}\u0000${path}`;
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function walk(
  folder: string,
  folders: readonly string[],
  found: {
    readonly files: Map<string, FoundSource>;
    readonly others: Map<string, FoundSource>;
    readonly links: string[];
  },
): void {
  for (const child of readdirSync(folder, { withFileTypes: true })) {
    if (NOBODYS.test(child.name)) continue;
    const name = [...folders, child.name].join('/');
    const path = join(folder, child.name);
    // A link could lead anywhere, back into the folder too.
    if (child.isSymbolicLink()) found.links.push(name);
    else if (child.isDirectory()) walk(path, [...folders, child.name], found);
    else {
      const list = isKnownExtension(child.name) ? found.files : found.others;
      const known = list.get(path);
      if (!known || known.folders.length < folders.length) list.set(path, { path, name, folders });
    }
  }
}
