import type { Inline, TextRun } from '../paper/paper.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, value, words } from '../tree.ts';

type Script = TextRun['script'];
type Part = (element: XmlElement, script: Script) => Inline[];

/**
 * A formula of Word or PowerPoint (ECMA-376 part 1, Office MathML) on one line: signs that stand only in attributes
 * (∑, brackets) are written, what stands above or below is raised or lowered, a fraction has a stroke.
 */
export function formulaInline(element: XmlElement, script?: Script): Inline[] {
  return elements(element).flatMap((each): Inline[] => {
    const part = PARTS[each.name];
    if (part) return part(each, script);
    return /Pr$/.test(each.name) ? [] : formulaInline(each, script);
  });
}

const text = (words: string, script: Script): Inline[] =>
  words === '' ? [] : [{ type: 'text', text: words, ...(script ? { script } : {}) }];

const inside = (element: XmlElement, name: string, script: Script): Inline[] => {
  const found = child(element, name);
  return found ? formulaInline(found, script) : [];
};

/** What is divided, or stands under a root, in brackets where it is more than one sign. */
function whole(element: XmlElement, name: string, script: Script): Inline[] {
  const found = inside(element, name, script);
  const size = found.map((each) => (each.type === 'text' ? each.text : '')).join('');
  const plain = /^(?:[\p{L}\p{N}.,%]+|.)?$/u.test(size);
  return plain ? found : [...text('(', script), ...found, ...text(')', script)];
}

/** A sign of the properties; where they do not name it, the standard's own. */
function sign(element: XmlElement, name: string, usual: string): string {
  const properties = elements(element).find((each) => /Pr$/.test(each.name));
  return child(properties, name) === undefined ? usual : (value(properties, name) ?? '');
}

const PARTS: Readonly<Record<string, Part>> = {
  r: (element, script) => text(descendants(element, 't').map(words).join(''), script),
  f: (element, script) => [
    ...whole(element, 'num', script),
    ...text('/', script),
    ...whole(element, 'den', script),
  ],
  sSup: (element, script) => [...inside(element, 'e', script), ...inside(element, 'sup', 'sup')],
  sSub: (element, script) => [...inside(element, 'e', script), ...inside(element, 'sub', 'sub')],
  sSubSup: (element, script) => [
    ...inside(element, 'e', script),
    ...inside(element, 'sub', 'sub'),
    ...inside(element, 'sup', 'sup'),
  ],
  limLow: (element, script) => [...inside(element, 'e', script), ...inside(element, 'lim', 'sub')],
  limUpp: (element, script) => [...inside(element, 'e', script), ...inside(element, 'lim', 'sup')],
  nary: (element, script) => [
    ...text(sign(element, 'chr', '∫'), script),
    ...inside(element, 'sub', 'sub'),
    ...inside(element, 'sup', 'sup'),
    ...inside(element, 'e', script),
  ],
  rad: (element, script) => [
    ...inside(element, 'deg', 'sup'),
    ...text('√', script),
    ...whole(element, 'e', script),
  ],
  d: (element, script) => [
    ...text(sign(element, 'begChr', '('), script),
    ...elements(element, 'e').flatMap((each, index) => [
      ...(index > 0 ? text(sign(element, 'sepChr', '|'), script) : []),
      ...formulaInline(each, script),
    ]),
    ...text(sign(element, 'endChr', ')'), script),
  ],
  acc: (element, script) => [
    ...inside(element, 'e', script),
    ...text(sign(element, 'chr', '\u0302'), script),
  ],
  groupChr: (element, script) => [
    ...inside(element, 'e', script),
    ...text(sign(element, 'chr', '⏟'), script),
  ],
  eqArr: (element, script) =>
    rows(
      elements(element, 'e').map((each) => [each]),
      script,
    ),
  m: (element, script) =>
    rows(
      elements(element, 'mr').map((row) => elements(row, 'e')),
      script,
    ),
};

/** Rows of a matrix or of equations, one after another. */
function rows(all: readonly (readonly XmlElement[])[], script: Script): Inline[] {
  return all.flatMap((row, index) => [
    ...(index > 0 ? text('；', script) : []),
    ...row.flatMap((cell, column) => [
      ...(column > 0 ? text('，', script) : []),
      ...formulaInline(cell, script),
    ]),
  ]);
}
