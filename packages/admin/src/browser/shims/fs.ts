/**
 * A file system that is a list of files: the readers and rules that the build runs on `content/` run in
 * the browser on the one entry being edited and its county's files.
 */
const files = new Map<string, Uint8Array>();

/** Puts these files in place of those before. */
export function setFiles(given: ReadonlyMap<string, Uint8Array>): void {
  files.clear();
  for (const [path, bytes] of given) files.set(path, bytes);
}

interface Stats {
  readonly size: number;
  readonly mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const stats = (file: boolean, size = 0): Stats => ({
  size,
  mtimeMs: 0,
  isFile: () => file,
  isDirectory: () => !file,
  isSymbolicLink: () => false,
});

export function lstatSync(path: string): Stats | undefined {
  const bytes = files.get(path);
  if (bytes) return stats(true, bytes.length);
  return existsSync(path) ? stats(false) : undefined;
}

export function statSync(path: string): Stats {
  const found = lstatSync(path);
  if (!found) throw new Error(`ENOENT: ${path}`);
  return found;
}

export function existsSync(path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`));
}

export function readFileSync(path: string, encoding?: string): Uint8Array | string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`ENOENT: ${path}`);
  return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
}

export function readdirSync(folder: string): (Stats & { readonly name: string })[] {
  const names = new Map<string, boolean>();
  for (const path of files.keys()) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
    if (name !== '') names.set(name, rest.length === 0);
  }
  return [...names].map(([name, file]) => ({ name, ...stats(file) }));
}

const never = (): never => {
  throw new Error('Nothing is written in a browser.');
};
export const mkdirSync = never;
export const renameSync = never;
export const writeFileSync = never;
