import type { Relation, XmlElement } from '@columns/office';
import { child, elements, value } from '@columns/office';
import type { Block, Inline, Paragraph } from '../../paper/paper.ts';
import { trimmed } from '../../paper/text.ts';
import type { Numbering } from './numbering.ts';
import type { Pictures } from './pictures.ts';
import { Runs } from './runs.ts';
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
}

/** Wrappers that hold paragraphs and mean nothing to a reader. */
const WRAPPERS = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'ins',
  'moveTo',
  'smartTag',
  'AlternateContent',
  'Choice',
]);

/** Paragraphs and tables of a body, a cell, a note or a text box. */
export class Body {
  readonly #context: BodyContext;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  /** In a cell even an empty paragraph shows its number: 序号 columns are made so. */
  read(parent: XmlElement, inCell = false): Block[] {
    return elements(parent).flatMap((element): Block[] => {
      if (element.name === 'p') return this.#paragraph(element, inCell);
      if (element.name === 'tbl') return readTable(element, this, this.#context.tally);
      return WRAPPERS.has(element.name) ? this.read(element, inCell) : [];
    });
  }

  #paragraph(element: XmlElement, inCell: boolean): Block[] {
    const { styles, numbering, tally } = this.#context;
    const properties = child(element, 'pPr');
    const style = styles.get(value(properties, 'pStyle') ?? '') ?? {};
    const runs = new Runs(this.#context);
    const content = trimmed(runs.read(element));
    const boxes = runs.boxes.flatMap((box) => this.read(box));
    // The mark of a deleted paragraph: its text was deleted with it.
    if (child(properties, 'rPr', 'del') && content.length === 0) {
      tally.deleted();
      return boxes;
    }
    const list = numberingOf(properties) ?? style.numbering;
    const label =
      list && list.id !== '0' && (inCell || content.length > 0)
        ? numbering.next(list.id, list.depth)
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
    return [labelled(block, label, list?.depth ?? 0), ...boxes];
  }
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
