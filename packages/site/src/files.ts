import { readdirSync } from 'node:fs';
import path from 'node:path';

export interface FileList {
  /** Paths from the folder, with `/` on every system, in the order of their code points. */
  files: string[];
  /** What is neither a file nor a folder (symbolic links, sockets): it cannot be published. */
  others: string[];
}

/**
 * Every file below a folder, hidden ones too. Links are never followed. A site has about as many folders
 * as pages: to wait for each of them would take longer than to read it.
 */
export async function listFiles(dir: string): Promise<FileList> {
  const list: FileList = { files: [], others: [] };
  const walk = (folder: string, below: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = below + entry.name;
      if (entry.isDirectory()) walk(path.join(folder, entry.name), `${name}/`);
      else (entry.isFile() ? list.files : list.others).push(name);
    }
  };
  walk(dir, '');
  list.files.sort(byCodePoint);
  list.others.sort(byCodePoint);
  return list;
}

/** Not `localeCompare`: the order must not hang on the machine's language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
