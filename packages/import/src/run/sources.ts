import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isKnownExtension } from '../read/sniff.ts';

export interface FoundSource {
  readonly path: string;
  /** As it is named in the report: below the folder that was given. */
  readonly name: string;
  readonly folders: readonly string[];
}

/** Files that programs leave and nobody means: locks of open documents, systems' own. */
const NOBODYS = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/i;

/** The files that sources name, folders with all that is in them, in an order of their own. */
export function findSources(sources: readonly string[]): {
  files: FoundSource[];
  /** Files of types that cannot be imported and are not documents: pictures, archives. */
  ignored: string[];
} {
  const files: FoundSource[] = [];
  const ignored: string[] = [];
  for (const source of sources) {
    const info = lstatSync(source, { throwIfNoEntry: false });
    if (info?.isDirectory()) walk(source, [], files, ignored);
    else files.push({ path: source, name: basename(source), folders: [] });
  }
  return { files, ignored };
}

function walk(
  folder: string,
  folders: readonly string[],
  files: FoundSource[],
  ignored: string[],
): void {
  const children = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const child of children) {
    if (NOBODYS.test(child.name)) continue;
    const name = [...folders, child.name].join('/');
    // A link could lead anywhere, back into the folder too.
    if (child.isSymbolicLink()) ignored.push(name);
    else if (child.isDirectory())
      walk(join(folder, child.name), [...folders, child.name], files, ignored);
    else if (isKnownExtension(child.name))
      files.push({ path: join(folder, child.name), name, folders });
    else ignored.push(name);
  }
}

/** Files of one folder: attachments are looked for beside the document that names them. */
export function siblingsOf(file: FoundSource, files: readonly FoundSource[]): FoundSource[] {
  const own = dirname(file.path);
  return files.filter((other) => other.path !== file.path && dirname(other.path) === own);
}
