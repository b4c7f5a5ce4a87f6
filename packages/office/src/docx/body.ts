import type { OfficePackage, Relation } from '../package.ts';
import type { Block, Inline, Paragraph } from '../paper/paper.ts';
import { plain, trimmed } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, elements, value, words } from '../tree.ts';
import type { Bound } from './bound.ts';
import type { Field } from './fields.ts';
import { fieldName } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Pictures } from './pictures.ts';
import { alternative, Runs } from './runs.ts';
import type { Style } from './styles.ts';
import { numberingOf } from './styles.ts';
import { readTable } from './table.ts';
import type { Tally } from './tally.ts';

export interface BodyContext {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly pictures: Pictures;
  readonly tally: Tally;
  readonly file: OfficePackage;
  readonly bound: Bound;
  /** Reads a document that is inserted as a file of its own. */
  readonly inserted: (relation: Relation | undefined) => Block[];
}

/** Wrappers that hold paragraphs and mean nothing to a reader. */
const WRAPPERS = ['sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'];
const SILENT = new Set(
  `pPr rPr sdtPr sdtEndPr customXmlPr smartTagPr tcPr sectPr bookmarkStart bookmarkEnd proofErr permStart
  permEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd`.split(
    /\s+/,
  ),
);

/** Paragraphs and tables of a body, a cell, a note or a text box. */
export class Body {
  readonly #context: BodyContext;
  /** Fields go on over paragraphs: a table of contents is one. */
  readonly #fields: Field[] = [];

  /** What an element gives, by its name. */
  static readonly handlers: Record<
    string,
    (body: Body, element: XmlElement, inCell: boolean) => Block[]
  > = {
    p: (body, element, inCell) => body.#paragraph(element, inCell),
    tbl: (body, element) => readTable(element, body, body.#context.tally),
    AlternateContent: (body, element, inCell) => body.read(alternative(element), inCell),
    altChunk: (body, { attributes }) =>
      body.#context.inserted(body.#context.relations.get(attributes['id'] ?? '')),
    sdt: (body, element, inCell) => {
      const bound = body.#context.bound.text(element);
      // Its paragraph stays what it is, with the words of the data.
      return body.read(bound === undefined ? element : withWords(element, bound), inCell);
    },
    ...Object.fromEntries(
      WRAPPERS.map((name) => [
        name,
        (body: Body, element: XmlElement, inCell: boolean) => body.read(element, inCell),
      ]),
    ),
    ...Object.fromEntries(
      ['del', 'moveFrom'].map((name) => [
        name,
        (body: Body, element: XmlElement) => {
          body.#context.tally.deleted(words(element));
          return [];
        },
      ]),
    ),
    ...Object.fromEntries(
      ['oMathPara', 'oMath'].map((name) => [
        name,
        (body: Body, element: XmlElement, inCell: boolean) =>
          body.#paragraph({ name: 'p', attributes: {}, children: [element] }, inCell),
      ]),
    ),
  };

  constructor(context: BodyContext) {
    this.#context = context;
  }

  /** In a cell even an empty paragraph shows its number: 序号 columns are made so. */
  read(parent: XmlElement, inCell = false): Block[] {
    return elements(parent).flatMap((element): Block[] => {
      const handler = Body.handlers[element.name];
      if (handler) return handler(this, element, inCell);
      if (!SILENT.has(element.name)) this.#context.tally.unknown(element);
      return [];
    });
  }

  #paragraph(element: XmlElement, inCell: boolean): Block[] {
    const { styles, numbering, tally } = this.#context;
    const properties = child(element, 'pPr');
    const style = styles.get(value(properties, 'pStyle') ?? '') ?? {};
    const runs = new Runs(this.#context, this.#fields, style);
    const inContents = this.#inContents();
    const content = trimmed(runs.read(element));
    // Instructions end with their paragraph: an open field must not swallow what follows.
    for (const field of this.#fields.filter(({ part }) => part === 'code')) {
      this.#fields.splice(this.#fields.indexOf(field), 1);
      tally.field(field.code);
    }
    const boxes = runs.after.flatMap((each) => ('name' in each ? this.read(each) : each));
    if ((inContents || this.#inContents()) && /\s\S{0,3}\d+$|[…·.]\s*\d+$/.test(plain(content))) {
      tally.contents(plain(content));
      return boxes;
    }
    // The mark of a deleted paragraph: its text was deleted with it.
    if (child(properties, 'rPr', 'del') && content.length === 0) {
      tally.deleted('');
      return boxes;
    }
    const list = numberingOf(properties) ?? style.numbering;
    const depth = list
      ? (list.depth ?? numbering.depthOf(list.id, value(properties, 'pStyle') ?? '') ?? 0)
      : 0;
    const label =
      list && list.id !== '0' && (inCell || content.length > 0)
        ? numbering.next(list.id, depth)
        : undefined;
    const outline = value(properties, 'outlineLvl');
    const level =
      outline === undefined ? style.level : Number(outline) < 9 ? Number(outline) + 1 : undefined;
    const align = value(properties, 'jc') ?? style.align;
    const block: Paragraph = {
      type: 'paragraph',
      content,
      ...(level === undefined || content.length === 0 ? {} : { level }),
      ...(style.title && content.length > 0 ? { title: true } : {}),
      ...(align === 'center' ? { align: 'center' as const } : {}),
      ...(align === 'right' || align === 'end' ? { align: 'right' as const } : {}),
    };
    return [labelled(block, label, depth), ...boxes];
  }

  #inContents(): boolean {
    return this.#fields.some(({ code, part }) => part === 'result' && fieldName(code) === 'TOC');
  }
}

/** A control with its first words exchanged for others, and the rest of its words gone. */
function withWords(element: XmlElement, text: string): XmlElement {
  let written = false;
  const exchanged = (each: XmlElement): XmlElement => {
    if (each.name === 't') {
      const children = written ? [] : [text];
      written = true;
      return { ...each, children };
    }
    return {
      ...each,
      children: each.children.map((inner) =>
        typeof inner === 'string' ? inner : exchanged(inner),
      ),
    };
  };
  const content = child(element, 'sdtContent') ?? element;
  return exchanged(content);
}

/** Automatic numbers become text, so that 一、 and （一） are read like typed ones. */
function labelled(
  block: Paragraph,
  label: ReturnType<Numbering['next']>,
  depth: number,
): Paragraph {
  if (!label) return block;
  if (label.bullet)
    return block.level === undefined ? { ...block, list: { ordered: false, depth } } : block;
  if (label.plain && block.level === undefined) {
    return { ...block, list: { ordered: true, depth, number: label.number } };
  }
  const text: Inline = { type: 'text', text: label.label };
  return { ...block, content: [text, ...block.content] };
}
