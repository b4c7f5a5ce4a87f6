import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { extensionOf, FORMATS } from '@columns/check/attachments';
import { folded } from '@columns/standard';
import { attachmentKey } from '../entry/attachments.ts';
import type { FileBeside, NamedFile } from '../entry/setting.ts';
import type { FoundSource } from './sources.ts';

/** All files that were given, to find the one that a document names without looking at every other. */
export class Folder {
  readonly #byPath = new Map<string, FoundSource>();
  /** By the end of the address that it had on its site, from the last folder down to its name alone. */
  readonly #byBase = new Map<string, FoundSource[]>();
  /** By its folder and what its name says. */
  readonly #byName = new Map<string, FoundSource>();

  /** @param files in their order: where two would do, the first is taken */
  constructor(files: readonly FoundSource[]) {
    for (const file of files) {
      if (!FORMATS.has(extensionOf(file.path))) continue;
      this.#byPath.set(folded(file.path), file);
      const base = folded(basename(file.path));
      this.#byBase.set(base, [...(this.#byBase.get(base) ?? []), file]);
      const key = attachmentKey(basename(file.path));
      if (key === '') continue;
      // 附件/ in the document's own folder is where offices put them.
      const own = dirname(file.path);
      for (const folder of [own, dirname(own)]) {
        const place = `${folder}\u0000${key}`;
        const known = this.#byName.get(place);
        if (!known || (dirname(known.path) !== folder && own === folder))
          this.#byName.set(place, file);
      }
    }
  }

  /** The file that a document means by a name in its text, or by the address of a link. */
  find(owner: string, { name, address }: NamedFile): FileBeside | undefined {
    const found =
      (address === undefined ? undefined : this.#byAddress(owner, address)) ??
      this.#byName.get(`${dirname(owner)}\u0000${attachmentKey(name)}`);
    if (!found || found.path === owner) return undefined;
    const { path } = found;
    return { path, base: basename(path), name, bytes: () => readFileSync(path) };
  }

  /**
   * A saved site has its files where its addresses lead, from the page, from its own top, or below the name of
   * its host; a page that was saved alone has them anywhere.
   */
  #byAddress(owner: string, address: string): FoundSource | undefined {
    const plain = decoded(address.split(/[?#]/, 1).join(''));
    const whole = /^(?:https?:)?\/\/[^/]+(\/.*)$/i.exec(plain)?.[1];
    const relative = whole === undefined && !plain.startsWith('/');
    if (relative) {
      const beside = this.#byPath.get(folded(resolve(dirname(owner), plain)));
      if (beside) return beside;
    }
    const wanted = folded(whole ?? plain).replace(/^(?:\.{1,2}\/)*\/?/, '/');
    const same = this.#byBase.get(wanted.slice(wanted.lastIndexOf('/') + 1)) ?? [];
    const ends = same.filter(({ path }) => folded(path).endsWith(wanted));
    return ends.length === 1 ? ends[0] : same.length === 1 ? same[0] : undefined;
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
