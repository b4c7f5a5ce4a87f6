import type { Relation } from '../package.ts';
import type { XmlElement } from '../tree.ts';
import { elements } from '../tree.ts';

/** A sheet as its workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: Relation | undefined;
}

/** The sheets of a workbook's part, in their order. */
export function listedSheets(
  workbook: XmlElement | undefined,
  relations: ReadonlyMap<string, Relation>,
): ListedSheet[] {
  return elements(workbook, 'sheets')
    .flatMap((list) => elements(list, 'sheet'))
    .map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      hidden: /hidden$/i.test(attributes['state'] ?? ''),
      relation: relations.get(attributes['id'] ?? ''),
    }));
}
