import type { XmlElement } from '@columns/office';
import { child, descendants, elements, isOn, value, words } from '@columns/office';
import type { Inline, TextRun } from '../../paper/paper.ts';
import type { BodyContext } from './body.ts';

/** Signs of symbol fonts that forms use, as characters (Wingdings, Wingdings 2). */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F052: '☑',
  F0FC: '√',
  F050: '√',
  F0A8: '□',
  F06F: '□',
  F0A3: '□',
  F02A: '□',
  F06E: '■',
  F0A2: '■',
  F0A1: '○',
  F06C: '●',
  F0B7: '·',
  F0D8: '➢',
  F0E0: '→',
  F053: '☒',
  F0FD: '☒',
};
const INSIDE = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'fldSimple',
  'customXml',
  'bdo',
  'dir',
]);
const GONE = new Set(['del', 'moveFrom']);

/** The inline content of one paragraph. */
export class Runs {
  readonly #context: BodyContext;
  /** Text boxes that hang on the paragraph; they are read after it. */
  readonly boxes: XmlElement[] = [];
  /** Open fields: the instructions between begin and separate are no text. */
  #fields: ('code' | 'result')[] = [];

  constructor(context: BodyContext) {
    this.#context = context;
  }

  read(parent: XmlElement, link?: string): Inline[] {
    const { tally } = this.#context;
    return elements(parent).flatMap((element): Inline[] => {
      if (element.name === 'r') return this.#run(element, link);
      if (GONE.has(element.name)) {
        tally.deleted();
        return [];
      }
      if (element.name === 'ins') tally.inserted();
      if (element.name === 'oMath' || element.name === 'oMathPara') {
        tally.formula();
        return [{ type: 'text', text: descendants(element, 't').map(words).join('') }];
      }
      if (element.name === 'commentRangeStart') tally.comment();
      if (!INSIDE.has(element.name)) return [];
      const target = element.name === 'hyperlink' ? this.#target(element) : undefined;
      return this.read(element, target ?? link);
    });
  }

  #target({ attributes }: XmlElement): string | undefined {
    const relation = this.#context.relations.get(attributes['id'] ?? '');
    return relation?.external ? relation.target : undefined;
  }

  #run(run: XmlElement, link: string | undefined): Inline[] {
    const properties = child(run, 'rPr');
    const { tally } = this.#context;
    if (isOn(properties, 'vanish')) {
      if (words(run).trim() !== '') tally.hidden();
      return [];
    }
    const script = { subscript: 'sub', superscript: 'sup' }[
      value(properties, 'vertAlign') ?? ''
    ] as TextRun['script'];
    const underlined = value(properties, 'u');
    const styled = this.#context.styles.get(value(properties, 'rStyle') ?? '')?.bold === true;
    const bold = child(properties, 'b') ? isOn(properties, 'b') : styled;
    const look: Omit<TextRun, 'type' | 'text'> = {
      ...(bold ? { bold: true } : {}),
      ...(underlined !== undefined && underlined !== 'none' ? { underline: true } : {}),
      ...(script === undefined ? {} : { script }),
      ...(link === undefined ? {} : { link }),
    };
    return elements(run).flatMap((element) => this.#part(element, look));
  }

  #part(element: XmlElement, look: Omit<TextRun, 'type' | 'text'>): Inline[] {
    const { tally } = this.#context;
    const text = (characters: string): Inline[] =>
      this.#fields.includes('code') || characters === ''
        ? []
        : [{ type: 'text', text: characters, ...look }];
    switch (element.name) {
      case 't':
        return text(words(element));
      case 'tab':
      case 'ptab':
        return text(' ');
      case 'noBreakHyphen':
        return text('-');
      case 'br':
        return element.attributes['type'] === undefined ||
          element.attributes['type'] === 'textWrapping'
          ? [{ type: 'break' }]
          : [];
      case 'cr':
        return [{ type: 'break' }];
      case 'sym':
        return text(this.#symbol(element.attributes['char'] ?? ''));
      case 'ruby':
        return elements(child(element, 'rubyBase')).flatMap((run) => this.#run(run, look.link));
      case 'fldChar':
        this.#field(element.attributes['fldCharType'] ?? '');
        return [];
      case 'footnoteReference':
        return [{ type: 'note', id: `f${element.attributes['id']}` }];
      case 'endnoteReference':
        return [{ type: 'note', id: `e${element.attributes['id']}` }];
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawing(element);
      case 'AlternateContent':
        return elements(child(element, 'Choice') ?? child(element, 'Fallback')).flatMap((part) =>
          this.#part(part, look),
        );
      case 'delText':
        tally.deleted();
        return [];
      default:
        return [];
    }
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push('code');
    else if (type === 'separate') this.#fields[this.#fields.length - 1] = 'result';
    else if (type === 'end') this.#fields.pop();
  }

  #symbol(code: string): string {
    const known = SYMBOLS[code.toUpperCase()];
    if (known === undefined) this.#context.tally.sign();
    return known ?? '□';
  }

  /** Pictures and the text boxes of a drawing, new (DrawingML) or old (VML). */
  #drawing(element: XmlElement): Inline[] {
    const boxes = descendants(element, 'txbxContent');
    this.boxes.push(...boxes);
    const { relations, pictures } = this.#context;
    const described = descendants(element, 'docPr')[0]?.attributes;
    const description = described?.['descr'] ?? described?.['title'] ?? '';
    const ids = [
      ...descendants(element, 'blip').map(
        ({ attributes }) => attributes['embed'] ?? attributes['link'] ?? '',
      ),
      ...descendants(element, 'imagedata').map(({ attributes }) => attributes['id'] ?? ''),
    ];
    return ids.flatMap((id) => pictures.take(relations.get(id), description) ?? []);
  }
}
