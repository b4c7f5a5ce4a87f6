/** A new entry begun from its item, and what it takes: which item a name means, which field holds an element. */
export type { DraftItem, DraftUnit, EntryDraft } from './draft-of-item.ts';
export { draftOfItem, PLACEHOLDERS } from './draft-of-item.ts';
export { ELEMENT_WORDS, elementsIn } from './element-words.ts';
export type { NamedDomain, NamedItem } from './item-names.ts';
export { itemName, itemsNamed } from './item-names.ts';
export { kindOfItem } from './kind-of-item.ts';
export type { ModelEntry, ModelFile } from './model.ts';
export { modelEntry, modelOf, nameIn } from './model.ts';
