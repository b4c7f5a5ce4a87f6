import { OfficeFailure } from '../failure.ts';
import type { Relation } from '../package.ts';
import { OfficePackage } from '../package.ts';
import type { Block, Paper } from '../paper/paper.ts';
import { Pictures } from '../paper/pictures.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { isParagraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements } from '../tree.ts';
import { unshownParts } from '../unshown.ts';
import { leftOut, Slide } from './slide.ts';
import { picturesIn, wordsIn } from './words.ts';

/**
 * The text of a presentation (ECMA-376 part 1, PresentationML) as a draft, slide by slide. Faults are
 * `OfficeFailure`s.
 *
 * @param megabytes the most that it may unpack to
 */
export function readPptx(bytes: Uint8Array, megabytes: number): Paper {
  const file = new OfficePackage(bytes, megabytes);
  const main = file.main() ?? 'ppt/presentation.xml';
  const presentation = file.tree(main);
  if (presentation?.name !== 'presentation')
    throw new OfficeFailure(
      'wrong-extension',
      '扩展名是 .pptx，里面却不是演示文稿',
      '按真实类型改扩展名，或用 PowerPoint、WPS 打开后另存为 .pptx',
    );
  const slides = file.relations(main);
  const pictures = new Pictures((path) => file.bytes(path));
  const blocks: Block[] = [];
  const told: Remark[] = [];
  const numbers: string[] = [];
  for (const [index, path] of slidesOf(presentation, slides).entries()) {
    const name = `第 ${index + 1} 张幻灯片`;
    const tree = file.tree(path);
    if (tree === undefined) {
      told.push(remark('left-out', `${name}不在文件中，没有读出`));
      continue;
    }
    const relations = file.relations(path);
    const beside = besideSlide(file, relations);
    if (tree.attributes['show'] === '0') {
      const words = [...wordsIn(tree), ...drawnIn(file, relations), ...linksOf(relations)];
      told.push(
        leftOut(`${name}是隐藏的，没有写入`, { words, pictures: picturesIn(tree) }),
        ...beside.map(([what, words]) => leftOut(`${name}的${what}没有写入`, { words })),
      );
      continue;
    }
    const slide = new Slide(name, file, relations, pictures, index === 0);
    blocks.push(...slide.read(tree));
    told.push(...slide.told);
    numbers.push(...slide.numbers);
    for (const [what, words] of beside) told.push(leftOut(`${name}的${what}没有写入`, { words }));
  }
  told.push(...behindSlides(file, slides), ...unshownParts(file, main));
  if (numbers.length > 0)
    told.push(remark('left-out', `幻灯片编号没有写入：${numbers.join('、')}`, { words: numbers }));
  if (!blocks.some((block) => !isParagraph(block) || block.content.length > 0))
    throw new OfficeFailure(
      'no-text',
      '演示文稿里没有文字，可能只有图片',
      '请取得有文字的文件，或在编辑页面中手工录入',
    );
  return {
    blocks,
    notes: new Map(),
    pictures: pictures.list,
    remarks: [
      ...told,
      ...pictures.remarks(),
      remark(
        'note',
        '由演示文稿转出的文字是草稿，正文开头有“待核对”提示：请对照原件核对顺序、标题和表格',
      ),
    ],
    draft: '演示文稿',
  };
}

/** Slides in the order of the presentation; one that its list does not name comes last. */
function slidesOf(presentation: XmlElement, parts: ReadonlyMap<string, Relation>): string[] {
  const listed = elements(child(presentation, 'sldIdLst'), 'sldId').flatMap(
    ({ attributes }) => parts.get(attributes['id'] ?? '') ?? [],
  );
  const all = [...listed, ...parts.values()].filter(({ type }) => type === 'slide');
  return [...new Set(all.map(({ target }) => target))];
}

/** What goes with a slide and is not on it: what its speaker reads, what others said of it. */
function besideSlide(
  file: OfficePackage,
  relations: ReadonlyMap<string, Relation>,
): [what: string, words: string[]][] {
  return [...relations.values()].flatMap(({ type, target, external }): [string, string[]][] => {
    const what = BESIDE[type];
    const tree = what === undefined || external ? undefined : file.tree(target);
    if (what === undefined || tree === undefined) return [];
    const words = [...wordsIn(tree), ...linksOf(file.relations(target))];
    return words.length === 0 ? [] : [[what, words]];
  });
}

const BESIDE: Readonly<Record<string, string>> = {
  notesSlide: '备注',
  comments: '批注',
  comment: '批注',
};

/** The words of the charts and diagrams of a slide. */
function drawnIn(file: OfficePackage, relations: ReadonlyMap<string, Relation>): string[] {
  return [...relations.values()]
    .filter(({ type, external }) => !external && /^(?:chart|chartEx|diagramData)$/.test(type))
    .flatMap(({ target }) => wordsIn(file.tree(target)));
}

const linksOf = (relations: ReadonlyMap<string, Relation>): string[] =>
  [...relations.values()].flatMap(({ type, target, external }) =>
    external && type === 'hyperlink' ? [target] : [],
  );

/** What masters and layouts put under slides beside the places that a slide fills. */
function behindSlides(file: OfficePackage, slides: ReadonlyMap<string, Relation>): Remark[] {
  const masters = [...slides.values()].filter(({ type }) => type === 'slideMaster');
  const layouts = masters.flatMap(({ target }) =>
    [...file.relations(target).values()].filter(({ type }) => type === 'slideLayout'),
  );
  const words: string[] = [];
  let pictures = 0;
  for (const path of new Set([...masters, ...layouts].map(({ target }) => target))) {
    const tree = file.tree(path);
    const common = child(tree, 'cSld');
    words.push(...elements(child(common, 'spTree')).flatMap(unfilled));
    words.push(...linksOf(file.relations(path)));
    pictures += picturesIn(common);
  }
  if (words.length === 0 && pictures === 0) return [];
  const shown = [...new Set(words)];
  const what = shown.length === 0 ? '图片' : '文字和图片';
  return [
    remark(
      'left-out',
      `母版和版式上的${what}没有写入${shown.length === 0 ? '' : `：“${shown.join(' ')}”`}`,
      { words, pictures },
    ),
  ];
}

function unfilled(shape: XmlElement): string[] {
  if (shape.name === 'grpSp') return elements(shape).flatMap(unfilled);
  return descendants(shape, 'ph').length > 0 ? [] : wordsIn(shape);
}
