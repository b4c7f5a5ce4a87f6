/**
 * A file system that is a list of files: the readers and rules that the build runs on `content/` run in
 * the browser on the one entry being edited and its county's files.
 */
const files = new Map<string, Given>();

/** A file's bytes, or of one that nobody reads here how many they are. */
type Given = Uint8Array | { readonly size: number };

/** Puts these files in place of those before. */
export function setFiles(given: ReadonlyMap<string, Given>): void {
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
  if (bytes) return stats(true, bytes instanceof Uint8Array ? bytes.length : bytes.size);
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
  // What a text file holds is not known here, but how long it is when it is published.
  if (!(bytes instanceof Uint8Array)) return new Uint8Array(bytes.size).fill(0x20);
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
