import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withinBound } from './bounds.ts';

export interface FoundFile {
  /** Path below the folder that was listed, with forward slashes. */
  readonly path: string;
  /**
   * A symbolic link is named and never followed: it could lead out of the folder. What is neither file nor
   * folder (a pipe, a device) is never opened. `folder`: one that cannot be listed. `name`: no text is its
   * name, so that nothing opens it.
   */
  readonly kind: 'file' | 'link' | 'special' | 'folder' | 'name';
}

/** Stands in a name for bytes that are no UTF-8. */
const NO_TEXT = '\ufffd';

/** Whether a file, and no link to one, stands at `path`. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The bytes of a file below `contentRoot`. @throws TooLarge before it is read, where it is over its bound */
export function readWithin(contentRoot: string, file: string): Buffer {
  const path = join(contentRoot, file);
  withinBound(file, statSync(path).size);
  return readFileSync(path);
}

/** Every file below `folder`, in an order that does not depend on the file system. */
export function listFiles(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  collect(folder, '', found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function collect(folder: string, prefix: string, found: FoundFile[]): void {
  for (const child of readdirSync(folder, { withFileTypes: true }) as Dirent[]) {
    const path = prefix + child.name;
    const kind = kindOf(child);
    if (kind !== 'folder') found.push({ path, kind });
    else {
      try {
        collect(join(folder, child.name), `${path}/`, found);
      } catch {
        found.push({ path, kind });
      }
    }
  }
}

/** What a name in a folder stands for. */
export function kindOf(child: Dirent): FoundFile['kind'] {
  if (child.name.includes(NO_TEXT)) return 'name';
  if (child.isDirectory()) return 'folder';
  if (child.isSymbolicLink()) return 'link';
  return child.isFile() ? 'file' : 'special';
}
