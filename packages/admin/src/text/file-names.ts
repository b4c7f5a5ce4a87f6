/** A file that was chosen on the page that is open, and not saved yet. */
interface Chosen {
  readonly file: Blob;
  readonly name: string;
}

/**
 * The names of files beside entries: those that are stored, by folder, and those chosen since. Decap would
 * let a file take the place of another of its name, so every file gets a name that no other has.
 */
export class FileNames {
  readonly #stored = new Map<string, Set<string>>();
  readonly #originals = new Map<string, string>();
  #chosen: Chosen[] = [];

  /** A file that stands in the repository, or in a draft of it. */
  store(path: string): void {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, cut));
    const names = this.#stored.get(folder) ?? new Set();
    this.#stored.set(folder, names.add(path.slice(cut + 1)));
  }

  /** Another page, or the same after it was saved: what was chosen is stored now, or given up. */
  begin(): void {
    this.#chosen = [];
  }

  /**
   * The name for a file that was just chosen, for the entry whose files stand in `folder`. The very same
   * file chosen again keeps the name it has: Decap knows files by their bytes, and would lose the first.
   */
  async choose(
    file: Blob & { readonly name: string },
    folder: string | undefined,
    known: readonly string[] = [],
  ): Promise<{ readonly name: string; readonly again: boolean }> {
    // The readings of all characters come with the first file.
    const { readerName, safeFileName } = await import('@columns/content/naming');
    const before = await this.#same(file);
    const taken = [
      ...(folder === undefined ? [] : (this.#stored.get(folder) ?? [])),
      ...this.#chosen.map(({ name }) => name),
      ...known,
    ];
    const name = before ?? safeFileName(file.name, taken);
    this.#originals.set(name, readerName(file.name));
    if (before === undefined) this.#chosen.push({ file, name });
    return { name, again: before !== undefined };
  }

  /** A file that was chosen before and named then: it comes back with a draft. */
  keep(file: Blob, name: string): void {
    this.#chosen.push({ file, name });
  }

  /** What readers should call a file: its name before it was stored. Nothing where that is not known. */
  forReaders(name: string): string | undefined {
    return this.#originals.get(name) || undefined;
  }

  async #same(file: Blob): Promise<string | undefined> {
    for (const chosen of this.#chosen) {
      if (chosen.file.size === file.size && (await isSame(chosen.file, file).catch(() => false)))
        return chosen.name;
    }
    return undefined;
  }
}

async function isSame(one: Blob, other: Blob): Promise<boolean> {
  const [a, b] = await Promise.all([one.arrayBuffer(), other.arrayBuffer()]);
  const left = new Uint8Array(a);
  const right = new Uint8Array(b);
  return left.every((byte, at) => byte === right[at]);
}
