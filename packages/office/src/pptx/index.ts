import { OfficeFailure } from '../failure.ts';
import type { Relation } from '../package.ts';
import { OfficePackage } from '../package.ts';
import type { Block, Paper } from '../paper/paper.ts';
import { Pictures } from '../paper/pictures.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { isParagraph } from '../paper/text.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, words } from '../tree.ts';
import { Slide } from './slide.ts';

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
  for (const [index, path] of slidesOf(presentation, slides).entries()) {
    const tree = file.tree(path);
    if (tree === undefined) continue;
    const name = `第 ${index + 1} 张幻灯片`;
    const relations = file.relations(path);
    if (tree.attributes['show'] === '0') {
      told.push(remark('left-out', `${name}是隐藏的，没有写入：${quoted(textOf(tree))}`));
      continue;
    }
    const slide = new Slide(file, relations, pictures, index === 0);
    blocks.push(...slide.read(tree));
    for (const what of slide.left) told.push(remark('left-out', `${name}的${what}`));
    const notes = notesOf(file, relations);
    if (notes !== '') told.push(remark('left-out', `${name}的备注没有写入：${quoted(notes)}`));
  }
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
    labels: {},
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

/** All words below an element, paragraph by paragraph. */
function textOf(element: XmlElement): string {
  return descendants(element, 'p')
    .map((paragraph) => descendants(paragraph, 't').map(words).join(''))
    .filter((text) => text.trim() !== '')
    .join(' ');
}

const quoted = (text: string) => `“${text}”`;

/** What the speaker reads; the number of the slide is none of it. */
function notesOf(file: OfficePackage, relations: ReadonlyMap<string, Relation>): string {
  const path = [...relations.values()].find(({ type }) => type === 'notesSlide')?.target;
  const tree = path === undefined ? undefined : file.tree(path);
  if (tree === undefined) return '';
  return descendants(tree, 'sp')
    .filter((shape) => child(shape, 'nvSpPr', 'nvPr', 'ph')?.attributes['type'] === 'body')
    .map(textOf)
    .join(' ');
}
