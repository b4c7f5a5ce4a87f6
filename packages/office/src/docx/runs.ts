import type { Block, Inline, TextRun } from '../paper/paper.ts';
import { paragraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, isOn, value, words } from '../tree.ts';
import type { BodyContext } from './body.ts';
import { chartBlocks, diagramBlocks, textOf } from './drawings.ts';
import type { Field } from './fields.ts';
import { fieldLink, fieldName, shownByField } from './fields.ts';
import type { Style } from './styles.ts';
import { isSymbolFont, symbol } from './symbols.ts';

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
      if (element.name === 'AlternateContent') return this.read(alternative(element), link);
      if (!INSIDE.has(element.name)) {
        if (!SILENT.has(element.name)) tally.unknown(element);
        return [];
      }
      if (element.name === 'hyperlink') return this.read(element, this.#target(element) ?? link);
      if (element.name === 'sdt') {
        const bound = this.#context.bound.text(element);
        if (bound !== undefined) return [{ type: 'text', text: bound, ...(link ? { link } : {}) }];
      }
      if (element.name === 'fldSimple') {
        const code = element.attributes['instr'] ?? '';
        const content = this.read(element, fieldLink(code) ?? link);
        return content.length > 0 ? content : this.#resultless({ code, part: 'result' }, {});
      }
      return this.read(element, link);
    });
  }

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
      if (hidden !== '' || descendants(run, 'drawing').length > 0) tally.hidden(hidden);
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
    const { tally } = this.#context;
    const text = (characters: string): Inline[] =>
      this.#isCode() || this.#inControl() || characters === ''
        ? []
        : [{ type: 'text', text: characters, ...look }];
    switch (element.name) {
      case 't':
        return text(this.#characters(words(element)));
      case 'instrText': {
        const field = this.#fields.at(-1);
        if (field?.part === 'code') field.code += words(element);
        return [];
      }
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
      case 'sym': {
        const { char = '', font = '' } = element.attributes;
        return text(this.#symbol(Number.parseInt(char, 16), font));
      }
      case 'ruby':
        return this.#ruby(element, look);
      case 'fldChar':
        return this.#field(element, look);
      case 'footnoteReference':
        return [{ type: 'note', id: `f${element.attributes['id']}` }];
      case 'endnoteReference':
        return [{ type: 'note', id: `e${element.attributes['id']}` }];
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawing(element, look);
      case 'AlternateContent':
        return elements(alternative(element)).flatMap((part) => this.#part(part, look));
      case 'delText':
        tally.deleted();
        return [];
      default:
        if (!SILENT.has(element.name)) tally.unknown(element);
        return [];
    }
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
    const { relations, pictures, tally, file } = this.#context;
    const part = (id: string | undefined) => file.tree(relations.get(id ?? '')?.target);
    const boxes = descendants(element, 'txbxContent');
    const charts = descendants(element, 'chart').map(({ attributes }) =>
      chartBlocks(part(attributes['id'])),
    );
    const diagrams = descendants(element, 'relIds').map(({ attributes }) =>
      diagramBlocks(part(attributes['dm'])),
    );
    const art = descendants(element, 'textpath')
      .map(({ attributes }) => attributes['string'] ?? '')
      .filter((text) => text.trim() !== '');
    const free = boxes.length === 0 ? descendants(element, 'txBody').map(textOf) : [];
    const lines = [...art, ...free].filter((text) => text !== '').map((text) => paragraph(text));
    this.after.push(...boxes, ...charts, ...diagrams, lines);
    if (charts.length > 0)
      tally.chart(charts.filter((blocks) => blocks.length > 0).length, charts.length);
    if (diagrams.length > 0) tally.diagram(diagrams.length);
    const object = descendants(element, 'OLEObject')[0]?.attributes;
    if (object) tally.object(object['ProgID'] ?? '');
    const link =
      look.link ??
      descendants(element, 'hlinkClick')
        .map(({ attributes }) => relations.get(attributes['id'] ?? ''))
        .find((relation) => relation?.external)?.target;
    if (link !== undefined) tally.pictureLink(link);
    const described = descendants(element, 'docPr')[0]?.attributes;
    const description =
      described?.['descr'] ??
      described?.['title'] ??
      descendants(element, 'shape')[0]?.attributes['alt'] ??
      '';
    const ids = [
      ...descendants(element, 'blip').map(
        ({ attributes }) => attributes['embed'] ?? attributes['link'] ?? '',
      ),
      ...descendants(element, 'imagedata').map(({ attributes }) => attributes['id'] ?? ''),
    ];
    const shown = ids.length + boxes.length + charts.length + diagrams.length + lines.length;
    if (shown === 0 && !object) tally.shape(element);
    return ids.flatMap((id) => pictures.take(relations.get(id), description) ?? []);
  }
}

/** The newest form of something that is written in several (ECMA-376 part 3, 10.2.1). */
export function alternative(element: XmlElement): XmlElement {
  const [first] = elements(element, 'Choice');
  return first ?? child(element, 'Fallback') ?? element;
}
