import type { OfficePackage, Relation } from '../package.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, isOn, words } from '../tree.ts';
import { oneLine } from '../words/spaces.ts';
import type { Tally } from './tally.ts';

/** Data that every document has, by the id that Word gave them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}': 'docProps/core.xml',
  '{6668398D-A668-4E3E-A5EB-62B293D839F1}': 'docProps/app.xml',
};

/**
 * Controls that are bound to data of the document (ECMA-376 part 1, 17.5.2.6): on opening Word shows
 * the data, whatever words were stored in the control.
 */
export class Bound {
  readonly #file: OfficePackage;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #tally: Tally;
  #items: ReadonlyMap<string, XmlElement> | undefined;

  constructor(file: OfficePackage, relations: ReadonlyMap<string, Relation>, tally: Tally) {
    this.#file = file;
    this.#relations = relations;
    this.#tally = tally;
  }

  /** The words that a control shows instead of its own; `undefined` where its own are right. */
  text(control: XmlElement): string | undefined {
    const properties = child(control, 'sdtPr');
    const found = this.#found(control, properties);
    if (found === undefined && isOn(properties, 'showingPlcHdr'))
      this.#tally.placeholder(oneLine(descendants(control, 't').map(words).join('')));
    return found;
  }

  #found(control: XmlElement, properties: XmlElement | undefined): string | undefined {
    const binding = child(properties, 'dataBinding')?.attributes;
    // A day is stored in another form than it is shown, and a picture is no words.
    if (!binding || child(properties, 'date') || child(properties, 'picture')) return undefined;
    const data = this.#item(binding['storeItemID'] ?? '');
    const found = data && at(data, binding['xpath'] ?? '');
    const own = oneLine(descendants(control, 't').map(words).join(''));
    if (found === undefined || oneLine(found) === '' || oneLine(found) === own) return undefined;
    this.#tally.bound(own, oneLine(found));
    return found;
  }

  #item(id: string): XmlElement | undefined {
    const known = PROPERTIES[id.toUpperCase()];
    if (known !== undefined) return this.#file.tree(known);
    this.#items ??= new Map(
      [...this.#relations.values()]
        .filter(({ type, external }) => type === 'customXml' && !external)
        .flatMap(({ target }) => {
          const tree = this.#file.tree(target);
          const properties = [...this.#file.relations(target).values()][0];
          const name = this.#file.tree(properties?.target)?.attributes['itemID'];
          return tree && name !== undefined ? [[name.toUpperCase(), tree] as const] : [];
        }),
    );
    return this.#items.get(id.toUpperCase());
  }
}

/** The words at a path such as `/ns0:root[1]/ns0:name[2]` or `…/@id`; Word writes no others. */
function at(root: XmlElement, path: string): string | undefined {
  const steps = path.split('/').filter((step) => step !== '');
  let here: XmlElement | undefined = { name: '', attributes: {}, children: [root] };
  for (const step of steps) {
    const [, sign, name = '', number = '1'] =
      /^(@?)(?:[\w.-]+:)?([\w.-]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    if (sign === '@') return here.attributes[name];
    here = elements(here, name)[Number(number) - 1];
    if (here === undefined) return undefined;
  }
  return words(here);
}
