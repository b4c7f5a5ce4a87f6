import type { OfficePackage, Relation } from '../package.ts';
import type { Block, Cell, Inline, Paragraph, Table, TextRun } from '../paper/paper.ts';
import type { Pictures } from '../paper/pictures.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, words } from '../tree.ts';

/** Placeholders that belong to every slide alike. */
const FURNITURE = new Set(['dt', 'ftr', 'hdr', 'sldNum']);
const TITLES = new Set(['title', 'ctrTitle']);

/** One slide: its shapes as paragraphs and tables, its title first. */
export class Slide {
  /** What was left out, in Chinese. */
  readonly left: string[] = [];
  readonly #file: OfficePackage;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #pictures: Pictures;
  readonly #isFirst: boolean;

  constructor(
    file: OfficePackage,
    relations: ReadonlyMap<string, Relation>,
    pictures: Pictures,
    isFirst: boolean,
  ) {
    this.#file = file;
    this.#relations = relations;
    this.#pictures = pictures;
    this.#isFirst = isFirst;
  }

  read(slide: XmlElement): Block[] {
    const tree = child(slide, 'cSld', 'spTree');
    const shapes = elements(tree).map((shape, index) => ({ shape, index }));
    shapes.sort((a, b) => order(a.shape) - order(b.shape) || a.index - b.index);
    return shapes.flatMap(({ shape }) => this.#shape(shape));
  }

  #shape(shape: XmlElement): Block[] {
    switch (shape.name) {
      case 'sp':
      case 'cxnSp':
        return this.#text(shape);
      case 'grpSp':
        return elements(shape).flatMap((inner) => this.#shape(inner));
      case 'pic':
        return this.#picture(shape);
      case 'graphicFrame':
        return this.#frame(shape);
      case 'AlternateContent':
        return elements(child(shape, 'Choice') ?? child(shape, 'Fallback')).flatMap((inner) =>
          this.#shape(inner),
        );
      case 'nvGrpSpPr':
      case 'grpSpPr':
      case 'extLst':
        return [];
      default:
        this.left.push(`“${shape.name}”没有写入${told(textIn(shape))}`);
        return [];
    }
  }

  #text(shape: XmlElement): Block[] {
    const place = placeholder(shape);
    const text = child(shape, 'txBody');
    if (text === undefined) return [];
    if (FURNITURE.has(place ?? '')) {
      const words = textIn(text);
      if (!/^\d*$/.test(words)) this.left.push(`页脚没有写入：“${words}”`);
      return [];
    }
    const paragraphs = elements(text, 'p').map((each) => this.#paragraph(each));
    if (!TITLES.has(place ?? '')) return paragraphs.filter(({ content }) => content.length > 0);
    // A title of several lines is one heading.
    const content = paragraphs.flatMap(({ content }) => content);
    if (content.length === 0) return [];
    return this.#isFirst
      ? [{ type: 'paragraph', content, title: true, align: 'center' }]
      : [{ type: 'paragraph', content, level: 1 }];
  }

  #paragraph(element: XmlElement): Paragraph {
    const properties = child(element, 'pPr');
    const content = elements(element).flatMap((each): Inline[] => {
      if (each.name === 'br') return [{ type: 'break' }];
      if (each.name === 'r' || each.name === 'fld') return this.#run(each);
      return [];
    });
    const isCounted = child(properties, 'buAutoNum') !== undefined;
    const isListed = isCounted || child(properties, 'buChar') !== undefined;
    return {
      type: 'paragraph',
      content,
      ...(isListed && content.length > 0
        ? { list: { ordered: isCounted, depth: Number(properties?.attributes['lvl'] ?? 0) } }
        : {}),
    };
  }

  #run(element: XmlElement): TextRun[] {
    const text = elements(element, 't').map(words).join('');
    const looks = child(element, 'rPr');
    const link = this.#relations.get(child(looks, 'hlinkClick')?.attributes['id'] ?? '');
    const raised = Number(looks?.attributes['baseline'] ?? 0);
    if (text === '') return [];
    return [
      {
        type: 'text',
        text,
        ...(looks?.attributes['b'] === '1' ? { bold: true } : {}),
        ...(['sngStrike', 'dblStrike'].includes(looks?.attributes['strike'] ?? '')
          ? { strike: true }
          : {}),
        ...(raised === 0 ? {} : { script: raised > 0 ? ('sup' as const) : ('sub' as const) }),
        ...(link?.external === true ? { link: link.target } : {}),
      },
    ];
  }

  #picture(shape: XmlElement): Block[] {
    const id = child(shape, 'blipFill', 'blip')?.attributes['embed'] ?? '';
    const relation = this.#relations.get(id);
    const described = child(shape, 'nvPicPr', 'cNvPr')?.attributes['descr'] ?? '';
    if (!relation || relation.external) {
      this.left.push('图片链接到文件外，没有写入');
      return [];
    }
    const content = this.#pictures.take(relation.target, described);
    return content.length === 0 ? [] : [{ type: 'paragraph', content }];
  }

  #frame(shape: XmlElement): Block[] {
    const data = child(shape, 'graphic', 'graphicData');
    const table = child(data, 'tbl');
    if (table) return [this.#table(table)];
    // A chart or a drawing of shapes has its words in a part of its own.
    const texts = elements(data).flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((id) => {
        const part = this.#file.tree(this.#relations.get(id)?.target);
        return part === undefined ? [] : [textIn(part)];
      }),
    );
    this.left.push(`图表或图示没有写入${told(texts.join(' ').trim())}`);
    return [];
  }

  #table(element: XmlElement): Table {
    const rows = elements(element, 'tr').map((row) =>
      elements(row, 'tc').flatMap((cell): Cell[] => {
        const { hMerge, vMerge, gridSpan, rowSpan } = cell.attributes;
        if (isOn(hMerge) || isOn(vMerge)) return [];
        const content = elements(child(cell, 'txBody'), 'p').map(
          (each) => this.#paragraph(each).content,
        );
        return [
          {
            content: content.filter((line) => line.length > 0),
            colspan: Math.max(1, Number(gridSpan ?? 1)),
            rowspan: Math.max(1, Number(rowSpan ?? 1)),
          },
        ];
      }),
    );
    return {
      type: 'table',
      rows,
      headRows: isOn(child(element, 'tblPr')?.attributes['firstRow']) ? 1 : 0,
    };
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

function placeholder(shape: XmlElement): string | undefined {
  const place = child(shape, 'nvSpPr', 'nvPr', 'ph');
  return place && (place.attributes['type'] ?? 'body');
}

/** Titles stand first; everything else in the order of the file, as a screen reader reads it. */
function order(shape: XmlElement): number {
  return TITLES.has(placeholder(shape) ?? '') ? 0 : 1;
}

function textIn(element: XmlElement): string {
  return descendants(element, 't').map(words).join(' ').trim();
}

const told = (text: string) => (text === '' ? '' : `，其中的文字是“${text}”`);
