import type { Block, Inline, TextRun } from '../paper/paper.ts';
import { paragraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, isOn, value, words } from '../tree.ts';
import type { BodyContext } from './body.ts';
import { chartBlocks, diagramBlocks, textOf } from './drawings.ts';
import type { Field } from './fields.ts';
import { fieldLink, fieldName, shownByField } from './fields.ts';
import { formulaInline } from './formula.ts';
import type { Style } from './styles.ts';
import { isSymbolFont, symbol } from './symbols.ts';

/** Wrappers that hold runs and mean nothing to a reader. */
const INSIDE = ['moveTo', 'smartTag', 'sdtContent', 'customXml', 'bdo', 'dir'];

/** One handler for several elements. */
function each<H>(names: readonly string[], handler: H): Record<string, H> {
  return Object.fromEntries(names.map((name) => [name, handler]));
}

/** What shows nothing: properties, places, marks of changes and of the spelling. */
const SILENT = new Set(
  `pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr bookmarkStart bookmarkEnd proofErr permStart permEnd
  commentRangeStart commentRangeEnd commentReference annotationRef moveFromRangeStart moveFromRangeEnd
  moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart
  customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart
  customXmlMoveToRangeEnd lastRenderedPageBreak softHyphen footnoteRef endnoteRef separator
  continuationSeparator delInstrText fldData pgNum`.split(/\s+/),
);

/** Controls of old forms, which show their state. */
const CONTROL = /^FORM(?:CHECKBOX|DROPDOWN)$/;

type Look = Omit<TextRun, 'type' | 'text'>;

/** The inline content of one paragraph. */
export class Runs {
  readonly #context: BodyContext;
  readonly #style: Style;
  /** Text boxes, charts and diagrams that hang on the paragraph; they are written after it. */
  readonly after: (XmlElement | readonly Block[])[] = [];
  /** Open fields, also those that began in a paragraph before. */
  readonly #fields: Field[];
  #font = '';

  constructor(context: BodyContext, fields: Field[], style: Style) {
    this.#context = context;
    this.#fields = fields;
    this.#style = style;
  }

  read(parent: XmlElement, link?: string): Inline[] {
    return elements(parent).flatMap((element): Inline[] => {
      const handler = Runs.children[element.name];
      if (handler) return handler(this, element, link);
      if (!SILENT.has(element.name)) this.#context.tally.unknown(element);
      return [];
    });
  }

  /** What an element of a paragraph gives, by its name. */
  static readonly children: Record<
    string,
    (runs: Runs, element: XmlElement, link?: string) => Inline[]
  > = {
    ...each(INSIDE, (runs: Runs, element: XmlElement, link?: string) => runs.read(element, link)),
    ...each(['del', 'moveFrom'], (runs: Runs, element: XmlElement): Inline[] => {
      runs.#context.tally.deleted(words(element));
      return [];
    }),
    ...each(['oMath', 'oMathPara'], (runs: Runs, element: XmlElement): Inline[] => {
      runs.#context.tally.formula();
      return formulaInline(element);
    }),
    r: (runs, element, link) => runs.#run(element, link),
    ins: (runs, element, link) => {
      runs.#context.tally.inserted();
      return runs.read(element, link);
    },
    commentRangeStart: (runs) => {
      runs.#context.tally.commented();
      return [];
    },
    AlternateContent: (runs, element, link) => runs.read(alternative(element), link),
    hyperlink: (runs, element, link) => runs.read(element, runs.#target(element) ?? link),
    sdt: (runs, element, link) => {
      const bound = runs.#context.bound.text(element);
      if (bound === undefined) return runs.read(element, link);
      return [{ type: 'text', text: bound, ...(link ? { link } : {}) }];
    },
    fldSimple: (runs, element, link) => {
      const code = element.attributes['instr'] ?? '';
      const content = runs.read(element, fieldLink(code) ?? link);
      return content.length > 0 ? content : runs.#resultless({ code, part: 'result' }, {});
    },
  };

  #target({ attributes }: XmlElement): string | undefined {
    const relation = this.#context.relations.get(attributes['id'] ?? '');
    return relation?.external ? relation.target : undefined;
  }

  #run(run: XmlElement, link: string | undefined): Inline[] {
    const properties = child(run, 'rPr');
    const { tally, styles } = this.#context;
    const named = styles.get(value(properties, 'rStyle') ?? '') ?? {};
    /** The run's own word counts, then its style's, then that of the paragraph's style. */
    const has = (name: 'vanish' | 'strike' | 'bold', element: string, whole = true): boolean =>
      child(properties, element)
        ? isOn(properties, element)
        : (named[name] ?? (whole ? this.#style[name] : undefined) ?? false);
    const size = Number(value(properties, 'sz') ?? 21);
    if (has('vanish', 'vanish') || size <= 3) {
      const hidden = words(run).trim();
      const pictures = descendants(run, 'blip').length + descendants(run, 'imagedata').length;
      if (hidden !== '' || descendants(run, 'drawing').length > 0) tally.hidden(hidden, pictures);
      return [];
    }
    if (/^FFFFFF$/i.test(value(properties, 'color') ?? '') && words(run).trim() !== '')
      tally.white();
    const script = { subscript: 'sub', superscript: 'sup' }[
      value(properties, 'vertAlign') ?? ''
    ] as TextRun['script'];
    const underlined = value(properties, 'u');
    const struck = has('strike', 'strike') || isOn(properties, 'dstrike');
    const target = this.#fieldTarget() ?? link;
    const look: Look = {
      ...(has('bold', 'b', false) ? { bold: true } : {}),
      ...(underlined !== undefined && underlined !== 'none' ? { underline: true } : {}),
      ...(script === undefined ? {} : { script }),
      ...(struck ? { strike: true } : {}),
      ...(target === undefined ? {} : { link: target }),
    };
    const fonts = child(properties, 'rFonts')?.attributes;
    this.#font = fonts?.['ascii'] ?? fonts?.['hAnsi'] ?? '';
    return elements(run).flatMap((element) => this.#part(element, look));
  }

  /** Where the innermost link field leads. */
  #fieldTarget(): string | undefined {
    return this.#fields
      .filter(({ part }) => part === 'result')
      .map(({ code }) => fieldLink(code))
      .findLast((target) => target !== undefined);
  }

  #part(element: XmlElement, look: Look): Inline[] {
    const handler = Runs.parts[element.name];
    if (handler) return handler(this, element, look);
    if (!SILENT.has(element.name)) this.#context.tally.unknown(element);
    return [];
  }

  /** What an element of a run gives, by its name. */
  static readonly parts: Record<string, (runs: Runs, element: XmlElement, look: Look) => Inline[]> =
    {
      t: (runs, element, look) => {
        // What stands amid the instructions of a field, or in a control, is not shown as it is.
        if (runs.#isCode() || runs.#inControl()) runs.#context.tally.replaced(words(element));
        return runs.#text(runs.#characters(words(element)), look);
      },
      instrText: (runs, element) => {
        const field = runs.#fields.at(-1);
        if (field?.part === 'code') field.code += words(element);
        return [];
      },
      ...each(['tab', 'ptab'], (runs: Runs, _: XmlElement, look: Look): Inline[] =>
        runs.#text(' ', look),
      ),
      noBreakHyphen: (runs, _, look) => runs.#text('-', look),
      br: (_, { attributes }) =>
        attributes['type'] === undefined || attributes['type'] === 'textWrapping'
          ? [{ type: 'break' }]
          : [],
      cr: () => [{ type: 'break' }],
      sym: (runs, { attributes }, look) => {
        const { char = '', font = '' } = attributes;
        return runs.#text(runs.#symbol(Number.parseInt(char, 16), font), look);
      },
      ruby: (runs, element, look) => runs.#ruby(element, look),
      fldChar: (runs, element, look) => runs.#field(element, look),
      footnoteReference: (_, { attributes }) => [{ type: 'note', id: `f${attributes['id']}` }],
      endnoteReference: (_, { attributes }) => [{ type: 'note', id: `e${attributes['id']}` }],
      ...each(
        ['drawing', 'pict', 'object'],
        (runs: Runs, element: XmlElement, look: Look): Inline[] => runs.#drawing(element, look),
      ),
      AlternateContent: (runs, element, look) =>
        elements(alternative(element)).flatMap((part) => runs.#part(part, look)),
      delText: (runs, element) => {
        runs.#context.tally.deleted(words(element));
        return [];
      },
    };

  #text(characters: string, look: Look): Inline[] {
    return this.#isCode() || this.#inControl() || characters === ''
      ? []
      : [{ type: 'text', text: characters, ...look }];
  }

  /** 浉 with shī above it: how a sign is said follows it. */
  #ruby(element: XmlElement, look: Look): Inline[] {
    const base = elements(child(element, 'rubyBase')).flatMap((run) => this.#run(run, look.link));
    const above = child(element, 'rt');
    const said = above === undefined ? '' : descendants(above, 't').map(words).join('').trim();
    return said === '' ? base : [...base, { type: 'text', text: `（${said}）`, ...look }];
  }

  #isCode(): boolean {
    return this.#fields.some(({ part }) => part === 'code');
  }

  /** A control's state is shown when it ends, not what it gave before. */
  #inControl(): boolean {
    return this.#fields.some(({ code }) => CONTROL.test(fieldName(code)));
  }

  #field(element: XmlElement, look: Look): Inline[] {
    const type = element.attributes['fldCharType'];
    const field = this.#fields.at(-1);
    if (type === 'begin') {
      const form = child(element, 'ffData');
      this.#fields.push({ code: '', part: 'code', ...(form ? { form } : {}) });
    } else if (type === 'separate' && field) field.part = 'result';
    else if (type === 'end' && field) {
      this.#fields.pop();
      const control = CONTROL.test(fieldName(field.code));
      if (field.part === 'code' || control) return this.#resultless(field, look);
    }
    return [];
  }

  #resultless(field: Field, look: Look): Inline[] {
    if (this.#isCode()) return [];
    const shown = shownByField(field);
    if (shown === undefined) this.#context.tally.field(field.code);
    return shown === undefined || shown === '' ? [] : [{ type: 'text', text: shown, ...look }];
  }

  /** Characters of a symbol font stand for other signs; so do those of the private area. */
  #characters(text: string): string {
    const symbolic = isSymbolFont(this.#font);
    if (!symbolic && !/[\uf020-\uf0ff]/.test(text)) return text;
    return [...text]
      .map((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        const own = code >= 0xf020 && code <= 0xf0ff;
        return own || (symbolic && code > 0x20 && code < 0x100)
          ? this.#symbol(code, this.#font)
          : sign;
      })
      .join('');
  }

  #symbol(code: number, font: string): string {
    const known = symbol(code, font);
    if (known === undefined) this.#context.tally.sign();
    return known ?? '□';
  }

  /** Pictures, text boxes, charts, diagrams and words of a drawing, new (DrawingML) or old (VML). */
  #drawing(element: XmlElement, look: Look): Inline[] {
    const { tally } = this.#context;
    const described = descendants(element, 'docPr')[0]?.attributes;
    const description =
      described?.['descr'] ??
      described?.['title'] ??
      descendants(element, 'shape')[0]?.attributes['alt'] ??
      '';
    const inline: Inline[] = [];
    let shown = 0;
    for (const [name, handler] of Object.entries(Runs.drawn)) {
      for (const found of descendants(element, name)) {
        const { after, line = [] } = handler(this, found, description);
        if (after !== undefined) this.after.push(after);
        inline.push(...line);
        if (after !== undefined || name === 'blip' || name === 'imagedata') shown++;
      }
    }
    const object = descendants(element, 'OLEObject')[0]?.attributes;
    if (object) tally.object(object['ProgID'] ?? '');
    if (look.link !== undefined) tally.pictureLink(look.link);
    if (shown === 0 && !object) tally.shape(element);
    return inline;
  }

  /** What an element anywhere in a drawing gives, by its name: something in the line, or behind it. */
  static readonly drawn: Record<
    string,
    (
      runs: Runs,
      element: XmlElement,
      description: string,
    ) => { readonly after?: XmlElement | readonly Block[]; readonly line?: readonly Inline[] }
  > = {
    txbxContent: (_, element) => ({ after: element }),
    chart: (runs, { attributes }) => {
      const blocks = chartBlocks(runs.#partOf(attributes['id']));
      runs.#context.tally.chart(blocks.length > 0 ? 1 : 0, 1);
      return { after: blocks };
    },
    relIds: (runs, { attributes }) => {
      runs.#context.tally.diagram(1);
      return { after: diagramBlocks(runs.#partOf(attributes['dm'])) };
    },
    textpath: (_, { attributes }) => lineAfter(attributes['string'] ?? ''),
    txBody: (_, element) => lineAfter(textOf(element)),
    hlinkClick: (runs, { attributes }) => {
      const relation = runs.#context.relations.get(attributes['id'] ?? '');
      if (relation?.external) runs.#context.tally.pictureLink(relation.target);
      return {};
    },
    blip: (runs, { attributes }, description) =>
      runs.#picture(attributes['embed'] ?? attributes['link'], description),
    imagedata: (runs, { attributes }, description) => runs.#picture(attributes['id'], description),
  };

  #partOf(id: string | undefined): XmlElement | undefined {
    return this.#context.file.tree(this.#context.relations.get(id ?? '')?.target);
  }

  #picture(id: string | undefined, description: string): { line: Inline[] } {
    const { relations, pictures } = this.#context;
    const taken = pictures.take(relations.get(id ?? ''), description);
    return { line: taken === undefined ? [] : [taken] };
  }
}

function lineAfter(text: string): { after?: readonly Block[] } {
  return text.trim() === '' ? {} : { after: [paragraph(text)] };
}

/** The newest form of something that is written in several (ECMA-376 part 3, 10.2.1). */
export function alternative(element: XmlElement): XmlElement {
  const [first] = elements(element, 'Choice');
  return first ?? child(element, 'Fallback') ?? element;
}
