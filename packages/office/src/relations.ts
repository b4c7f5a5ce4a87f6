import { parseXml } from './xml.ts';

/** A relation as its part has it (ECMA-376 part 2, 6.5.3). */
export interface WrittenRelation {
  readonly id: string;
  /** The whole type, mostly an address. */
  readonly type: string;
  /** The last word of the type: `hyperlink`, `worksheet`. */
  readonly kind: string;
  /** As written: a path from its part's folder, or an address. */
  readonly target: string;
  readonly external: boolean;
}

/** What else stands in such a part and is no relation. */
export interface RelationWords {
  readonly text?: (text: string) => void;
  readonly aside?: (text: string) => void;
}

/** Every relation of a part `_rels/….rels`, in order. */
export function readRelations(
  xml: Uint8Array,
  found: (relation: WrittenRelation) => void,
  words: RelationWords = {},
): void {
  parseXml(xml, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const type = attributes['Type'] ?? '';
      found({
        id: attributes['Id'] ?? '',
        type,
        kind: type.split('/').at(-1) ?? '',
        target: attributes['Target'] ?? '',
        external: /^external$/i.test(attributes['TargetMode'] ?? ''),
      });
    },
    ...words,
  });
}
