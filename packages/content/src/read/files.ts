import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundFile {
  /** Path below the folder that was listed, with forward slashes. */
  readonly path: string;
  /** A symbolic link is named and never followed: it could lead out of the folder. */
  readonly link: boolean;
}

/** Whether a file, and no link to one, stands at `path`. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
    if (child.isDirectory()) collect(join(folder, child.name), `${path}/`, found);
    else found.push({ path, link: child.isSymbolicLink() });
  }
}
