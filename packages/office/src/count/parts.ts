import { parseXml } from '../xml.ts';
import type { Zip } from '../zip.ts';

/** Addresses outside the file, and pictures inside it, that a part names by an id. */
export interface Targets {
  readonly links: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** What the ids of a part mean; parts without relations have none. */
export function targetsOf(zip: Zip, part: string): Targets {
  const at = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const [links, types, names] = [1, 2, 3].map(() => new Map<string, string>()) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  if (zip.has(path)) {
    parseXml(zip.read(path), {
      open(name, attributes) {
        const { Id = '', Type = '', Target = '', TargetMode } = attributes;
        if (name !== 'Relationship') return;
        types.set(Id, Type.slice(Type.lastIndexOf('/') + 1));
        names.set(Id, Target.slice(Target.lastIndexOf('/') + 1).toLowerCase());
        if (TargetMode === 'External') links.set(Id, Target);
      },
    });
  }
  return { links, types, names };
}
