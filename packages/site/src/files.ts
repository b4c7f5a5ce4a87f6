import { readdir } from 'node:fs/promises';
import path from 'node:path';

export interface FileList {
  /** Paths from the folder, with `/` on every system, in the order of their code points. */
  files: string[];
  /** What is neither a file nor a folder (symbolic links, sockets): it cannot be published. */
  others: string[];
}

/** Every file below a folder, hidden ones too. Links are never followed. */
export async function listFiles(dir: string): Promise<FileList> {
  const list: FileList = { files: [], others: [] };
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const relative = path.relative(dir, absolute).split(path.sep).join('/');
    (entry.isFile() ? list.files : list.others).push(relative);
  }
  list.files.sort(byCodePoint);
  list.others.sort(byCodePoint);
  return list;
}

/** Not `localeCompare`: the order must not hang on the machine's language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
