import { readRelations } from './relations.ts';
import type { XmlElement } from './tree.ts';
import { parseTree } from './tree.ts';
import { Zip } from './zip.ts';

export interface Relation {
  /** The last word of its type: `hyperlink`, `worksheet`. */
  readonly type: string;
  /** Path of the part, or the address where it leads outside. */
  readonly target: string;
  readonly external: boolean;
}

/** An Office document as its parts and how they belong together (ECMA-376 part 2). */
export class OfficePackage {
  readonly #zip: Zip;

  /** `megabytes`: the most that it may unpack to. Faults are `OfficeFailure`s. */
  constructor(bytes: Uint8Array | Zip, megabytes = 0) {
    this.#zip = bytes instanceof Zip ? bytes : new Zip(bytes, megabytes);
  }

  names(): string[] {
    return this.#zip.names();
  }

  bytes(path: string): Uint8Array | undefined {
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
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const bytes = this.bytes(relationsOf(path));
    const relations = new Map<string, Relation>();
    if (bytes)
      readRelations(bytes, ({ id, kind, target, external }) => {
        const leads = external ? target : partPath(folder, target);
        relations.set(id, { type: kind, target: leads, external });
      });
    return relations;
  }
}

/** The part that holds the relations of another. */
export function relationsOf(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** The part that a relation of a part in `folder` (`xl/`, or `''`) means. */
export function partPath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
