import { posix } from 'node:path';
import { Zip } from '@columns/check/office';
import type { XmlElement } from './tree.ts';
import { elements, parseTree } from './tree.ts';

export interface Relation {
  readonly type: string;
  /** Path of the part, or the address where it leads outside. */
  readonly target: string;
  readonly external: boolean;
}

/** An Office document as its parts and how they belong together (ECMA-376 part 2). */
export class OfficePackage {
  readonly #zip: Zip;

  /** `megabytes`: the most that it may unpack to. Faults are `OfficeFailure`s. */
  constructor(bytes: Uint8Array, megabytes: number) {
    this.#zip = new Zip(bytes, megabytes);
  }

  names(): string[] {
    return this.#zip.names();
  }

  bytes(path: string): Buffer | undefined {
    return this.#zip.has(path) ? this.#zip.read(path) : undefined;
  }

  tree(path: string | undefined): XmlElement | undefined {
    const bytes = path === undefined ? undefined : this.bytes(path);
    return bytes && parseTree(bytes);
  }

  /** The part that the package is about: a document or a workbook. */
  main(): string | undefined {
    const relation = [...this.relations('').values()].find(({ type }) => type === 'officeDocument');
    return relation?.target;
  }

  /** Relations of a part, by id; `''` for the package itself. */
  relations(path: string): Map<string, Relation> {
    const file = posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
    const tree = this.tree(path === '' ? '_rels/.rels' : file);
    return new Map(
      elements(tree, 'Relationship').map(({ attributes }) => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        const inside = target.startsWith('/')
          ? target.slice(1)
          : posix.join(posix.dirname(path), target);
        return [
          attributes['Id'] ?? '',
          {
            type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
            target: external ? target : inside,
            external,
          },
        ];
      }),
    );
  }
}
