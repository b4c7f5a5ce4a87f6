import { chartBlocks, diagramBlocks } from '../docx/drawings.ts';
import { formulaInline } from '../docx/formula.ts';
import type { OfficePackage, Relation } from '../package.ts';
import type { Block, Cell, Inline, Paragraph, Table, TextRun } from '../paper/paper.ts';
import type { Pictures } from '../paper/pictures.ts';
import type { Covers, Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, words } from '../tree.ts';
import { linkOf, picturesIn, textIn, wordsIn } from './words.ts';

/** Placeholders that belong to every slide alike. */
const FURNITURE = new Set(['dt', 'ftr', 'hdr', 'sldNum']);
const TITLES = new Set(['title', 'ctrTitle']);

/** One slide: its shapes as paragraphs and tables, its title first. */
export class Slide {
  readonly told: Remark[] = [];
  /** Numbers of slides that were typed. */
  readonly numbers: string[] = [];
  readonly #name: string;
  readonly #file: OfficePackage;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #pictures: Pictures;
  readonly #isFirst: boolean;

  constructor(
    name: string,
    file: OfficePackage,
    relations: ReadonlyMap<string, Relation>,
    pictures: Pictures,
    isFirst: boolean,
  ) {
    this.#name = name;
    this.#file = file;
    this.#relations = relations;
    this.#pictures = pictures;
    this.#isFirst = isFirst;
  }

  read(slide: XmlElement): Block[] {
    const common = child(slide, 'cSld');
    const background = picturesIn(child(common, 'bg'));
    if (background > 0) this.#leave('背景图片没有写入', { pictures: background });
    const shapes = elements(child(common, 'spTree')).map((shape, index) => ({ shape, index }));
    shapes.sort((a, b) => order(a.shape) - order(b.shape) || a.index - b.index);
    return shapes.flatMap(({ shape }) => this.#shape(shape));
  }

  /** What stands on a slide, by its element. */
  static readonly shapes: Record<string, (slide: Slide, shape: XmlElement) => Block[]> = {
    sp: (slide, shape) => slide.#text(shape),
    cxnSp: (slide, shape) => slide.#text(shape),
    grpSp: (slide, shape) => elements(shape).flatMap((inner) => slide.#shape(inner)),
    pic: (slide, shape) => slide.#picture(shape),
    graphicFrame: (slide, shape) => slide.#frame(shape),
    AlternateContent: (slide, shape) => alternative(shape).flatMap((inner) => slide.#shape(inner)),
  };

  /** What stands in a frame, by its element; a chart and a diagram have parts of their own. */
  static readonly frames: Record<string, (slide: Slide, element: XmlElement) => Block[]> = {
    tbl: (slide, element) => [slide.#table(element)],
    chart: (slide, { attributes }) => {
      slide.#change('图表只写入了其中的文字和数字，请核对');
      return chartBlocks(slide.#part(attributes['id']));
    },
    relIds: (slide, { attributes }) => {
      slide.#change('图示只写入了其中的文字，请核对');
      return diagramBlocks(slide.#part(attributes['dm']));
    },
    AlternateContent: (slide, element) =>
      alternative(element).flatMap((inner) => slide.#framed(inner)),
  };

  /** What stands in a line, by its element. */
  static readonly runs: Record<
    string,
    (slide: Slide, element: XmlElement, link: string | undefined) => Inline[]
  > = {
    r: (slide, element, link) => slide.#run(element, link),
    fld: (slide, element, link) => slide.#run(element, link),
    br: () => [{ type: 'break' }],
    m: (slide, element) => slide.#formula(element),
    oMathPara: (slide, element) => slide.#formula(element),
    oMath: (slide, element) => slide.#formula(element),
    AlternateContent: (slide, element, link) =>
      alternative(element).flatMap((inner) => slide.#inline(inner, link)),
  };

  #shape(shape: XmlElement): Block[] {
    const properties = propertiesOf(shape);
    if (properties?.attributes['hidden'] === '1') {
      this.#leave('图形是隐藏的，没有写入', this.#everything(shape));
      return [];
    }
    const handler = Slide.shapes[shape.name];
    if (handler) {
      const link = linkOf(child(properties, 'hlinkClick'), this.#relations);
      if (link !== undefined && (shape.name !== 'sp' || textIn(child(shape, 'txBody')) === ''))
        this.#leave('图形上的链接没有写入', { words: [link] });
      return handler(this, shape);
    }
    if (!/^(?:nvGrpSpPr|grpSpPr|extLst)$/.test(shape.name))
      this.#leave(`“${shape.name}”没有写入`, this.#everything(shape));
    return [];
  }

  #text(shape: XmlElement): Block[] {
    const place = placeholder(shape);
    const filled = picturesIn(child(shape, 'spPr'));
    if (filled > 0) this.#leave('图形里衬的图片没有写入', { pictures: filled });
    const text = child(shape, 'txBody');
    if (text === undefined) return [];
    if (FURNITURE.has(place ?? '')) {
      const own = wordsIn(text);
      if (own.every((each) => /^\d*$/.test(each))) this.numbers.push(...own);
      else this.#leave('页脚没有写入', this.#everything(text));
      return [];
    }
    const link = linkOf(child(propertiesOf(shape), 'hlinkClick'), this.#relations);
    const paragraphs = elements(text, 'p').map((each) => this.#paragraph(each, link));
    if (!TITLES.has(place ?? '')) return paragraphs.filter(({ content }) => content.length > 0);
    // A title of several lines is one heading.
    const content = paragraphs.flatMap(({ content }) => content);
    if (content.length === 0) return [];
    return this.#isFirst
      ? [{ type: 'paragraph', content, title: true, align: 'center' }]
      : [{ type: 'paragraph', content, level: 1 }];
  }

  #paragraph(element: XmlElement, link?: string): Paragraph {
    const properties = child(element, 'pPr');
    const content = elements(element).flatMap((each) => this.#inline(each, link));
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

  #inline(element: XmlElement, link: string | undefined): Inline[] {
    const handler = Slide.runs[element.name];
    if (handler) return handler(this, element, link);
    if (textIn(element) !== '')
      this.#leave(`“${element.name}”中的文字没有写入`, this.#everything(element));
    return [];
  }

  #formula(element: XmlElement): Inline[] {
    this.#change('公式写成了一行，请核对');
    return formulaInline(element);
  }

  #run(element: XmlElement, shared: string | undefined): TextRun[] {
    const text = elements(element, 't').map(words).join('');
    const looks = child(element, 'rPr');
    const own = linkOf(child(looks, 'hlinkClick'), this.#relations);
    const link = own ?? shared;
    const raised = Number(looks?.attributes['baseline'] ?? 0);
    if (text.trim() === '') {
      if (own !== undefined) this.#leave('空白处的链接没有写入', { words: [own] });
      if (text === '') return [];
    }
    return [
      {
        type: 'text',
        text,
        ...(looks?.attributes['b'] === '1' ? { bold: true } : {}),
        ...(['sngStrike', 'dblStrike'].includes(looks?.attributes['strike'] ?? '')
          ? { strike: true }
          : {}),
        ...(raised === 0 ? {} : { script: raised > 0 ? ('sup' as const) : ('sub' as const) }),
        ...(link === undefined ? {} : { link }),
      },
    ];
  }

  #picture(shape: XmlElement): Block[] {
    const blip = child(shape, 'blipFill', 'blip')?.attributes ?? {};
    const relation = this.#relations.get(blip['embed'] ?? '');
    const described = propertiesOf(shape)?.attributes['descr'] ?? '';
    const film = descendants(shape, 'videoFile').length + descendants(shape, 'audioFile').length;
    if (film > 0) this.#leave('视频或音频没有写入', {});
    if (!relation || relation.external) {
      this.#leave('图片链接到文件外，没有写入', { pictures: picturesIn(shape) });
      return [];
    }
    const content = this.#pictures.take(relation.target, described);
    return content.length === 0 ? [] : [{ type: 'paragraph', content }];
  }

  #frame(shape: XmlElement): Block[] {
    return elements(child(shape, 'graphic', 'graphicData')).flatMap((each) => this.#framed(each));
  }

  #framed(element: XmlElement): Block[] {
    const handler = Slide.frames[element.name];
    if (handler) return handler(this, element);
    this.#leave(
      element.name === 'oleObj' ? '嵌入的对象没有写入' : '图表或图示没有写入',
      this.#everything(element),
    );
    return [];
  }

  #part(id: string | undefined): XmlElement | undefined {
    return this.#file.tree(this.#relations.get(id ?? '')?.target);
  }

  #table(element: XmlElement): Table {
    const rows = elements(element, 'tr').map((row) =>
      elements(row, 'tc').flatMap((cell): Cell[] => {
        const { hMerge, vMerge, gridSpan, rowSpan } = cell.attributes;
        if (isOn(hMerge) || isOn(vMerge)) {
          if (textIn(cell) !== '')
            this.#leave('合并的单元格遮住的文字没有写入', this.#everything(cell));
          return [];
        }
        const content = elements(child(cell, 'txBody'), 'p').map(
          (each) => this.#paragraph(each).content,
        );
        const filled = picturesIn(child(cell, 'tcPr'));
        if (filled > 0) this.#leave('单元格里衬的图片没有写入', { pictures: filled });
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

  /** All that stands below an element. */
  #everything(element: XmlElement): Covers {
    const links = descendants(element, 'hlinkClick').flatMap(
      (each) => linkOf(each, this.#relations) ?? [],
    );
    const parts = [...descendants(element, 'chart'), ...descendants(element, 'relIds')].flatMap(
      ({ attributes }) => {
        const part = this.#part(attributes['id'] ?? attributes['dm']);
        return part === undefined ? [] : wordsIn(part);
      },
    );
    return { words: [...wordsIn(element), ...parts, ...links], pictures: picturesIn(element) };
  }

  #leave(what: string, covers: Covers): void {
    this.told.push(leftOut(`${this.#name}的${what}`, covers));
  }

  #change(what: string): void {
    this.told.push(remark('changed', `${this.#name}的${what}`));
  }
}

/** What was left out, with its words. */
export function leftOut(what: string, covers: Covers): Remark {
  const quoted = (covers.words ?? []).filter((each) => each.trim() !== '').join(' ');
  return remark('left-out', quoted === '' ? what : `${what}：“${quoted}”`, covers);
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

const alternative = (element: XmlElement): XmlElement[] =>
  elements(child(element, 'Choice') ?? child(element, 'Fallback'));

/** Name, description and clicks of a shape of any sort. */
function propertiesOf(shape: XmlElement): XmlElement | undefined {
  const own = elements(shape).find(({ name }) => /^nv\w*Pr$/.test(name));
  return child(own, 'cNvPr');
}

function placeholder(shape: XmlElement): string | undefined {
  const place = child(shape, 'nvSpPr', 'nvPr', 'ph');
  return place && (place.attributes['type'] ?? 'body');
}

/** Titles stand first; everything else in the order of the file, as a screen reader reads it. */
function order(shape: XmlElement): number {
  return TITLES.has(placeholder(shape) ?? '') ? 0 : 1;
}
