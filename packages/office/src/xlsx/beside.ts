import type { OfficePackage } from '../package.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, words } from '../tree.ts';
import { clean, oneLine } from '../words/spaces.ts';
import { xstring } from './xstring.ts';

/*
 * What a sheet holds beside its cells: notes, text boxes, pictures, charts, addresses, controls, its
 * printed head and foot. A CSV has no place for it; each is told with its words and its cell.
 */

/** Parts of a sheet that nobody sees as such. */
const SILENT = new Set(
  'printerSettings table queryTable customProperty pivotTable image slicer slicerCache vmlDrawing hyperlink'.split(
    ' ',
  ),
);

export interface CellLink {
  readonly ref: string;
  readonly id?: string;
  readonly location?: string;
}

/** @param path the sheet's part; @param links the addresses of its cells; @param margins printed heads and feet */
export function besideSheet(
  file: OfficePackage,
  path: string,
  name: string,
  links: readonly CellLink[],
  margins: readonly string[],
): Remark[] {
  const relations = file.relations(path);
  const found = new Found();
  for (const { ref, id, location } of links) {
    const target = relations.get(id ?? '')?.target;
    if (target !== undefined || location !== undefined)
      found.add('单元格的链接只写入了文字，没有写入地址', `${ref} ${target ?? location}`);
  }
  for (const margin of margins) found.add('页眉页脚没有写入', withoutCodes(margin));
  for (const { type, target, external } of relations.values()) {
    if (external) continue;
    const tree = /comments|threadedComment|drawing|vmlDrawing/i.test(type)
      ? file.tree(target)
      : undefined;
    if (type === 'comments' || type === 'threadedComment') comments(tree, found);
    else if (type === 'drawing') drawing(file, target, tree, found);
    else if (type === 'vmlDrawing') controls(tree, found);
    else if (type === 'oleObject' || type === 'package') found.add('嵌入的文件没有写入', target);
    else if (type === 'ctrlProp' || type === 'control') found.add('窗体控件没有写入', '');
    else if (!SILENT.has(type)) found.add(`不认识的部件“${type}”没有写入`, '');
  }
  return found.remarks(name);
}

class Found {
  readonly #all = new Map<string, string[]>();

  add(what: string, text: string): void {
    const one = oneLine(clean(text));
    const texts = this.#all.get(what) ?? [];
    // A note stands twice in a file: for old programs and, as a thread, for new ones.
    if (one === '' || !texts.includes(one)) texts.push(one);
    this.#all.set(what, texts);
  }

  remarks(name: string): Remark[] {
    return [...this.#all].map(([what, texts]) => {
      const shown = texts.filter((text) => text !== '').map((text) => `“${text}”`);
      const list = shown.length === 0 ? '' : `：${shown.join('、')}`;
      return remark('left-out', `工作表“${name}”中 ${texts.length} 处${what}${list}`);
    });
  }
}

function comments(tree: XmlElement | undefined, found: Found): void {
  if (tree === undefined) return;
  for (const each of [...descendants(tree, 'comment'), ...descendants(tree, 'threadedComment')]) {
    const text = each.name === 'comment' ? child(each, 'text') : each;
    const said =
      text === undefined
        ? ''
        : descendants(text, each.name === 'comment' ? 't' : 'text')
            .map(words)
            .join('');
    if (said.startsWith('[Threaded comment]')) continue;
    found.add('批注没有写入', `${each.attributes['ref'] ?? ''} ${xstring(said)}`);
  }
}

function drawing(
  file: OfficePackage,
  path: string,
  tree: XmlElement | undefined,
  found: Found,
): void {
  if (tree === undefined) return;
  const relations = file.relations(path);
  for (const shape of [...descendants(tree, 'sp'), ...descendants(tree, 'cxnSp')]) {
    const text = textOf(shape);
    if (text === '') found.add('图形没有写入', '');
    else found.add('文本框的文字没有写入', text);
  }
  for (const picture of descendants(tree, 'pic'))
    found.add('图片没有写入', descendants(picture, 'cNvPr')[0]?.attributes['descr'] ?? '');
  for (const link of descendants(tree, 'hlinkClick')) {
    const target = relations.get(link.attributes['id'] ?? '');
    if (target?.external) found.add('图形上的链接没有写入', target.target);
  }
  for (const { type, target, external } of relations.values()) {
    if (external || !/^(?:chart|chartEx|diagramData)$/.test(type)) continue;
    const part = file.tree(target);
    if (type === 'diagramData') found.add('图示的文字没有写入', part ? textOf(part) : '');
    else {
      const title = part && descendants(part, 'title')[0];
      found.add('图表没有写入', title ? textOf(title) : '');
    }
  }
}

/** Controls of old forms have their words in a drawing of their own; notes stand there too. */
function controls(tree: XmlElement | undefined, found: Found): void {
  if (tree === undefined) return;
  for (const shape of descendants(tree, 'shape')) {
    const kind = child(shape, 'ClientData')?.attributes['ObjectType'] ?? '';
    if (kind === 'Note' || kind === 'Pict' || kind === '') continue;
    const text = descendants(shape, 'textbox').map(words).join('');
    found.add(
      '窗体控件没有写入',
      `${text}${child(shape, 'ClientData', 'Checked') ? '（已勾选）' : ''}`,
    );
  }
}

function textOf(element: XmlElement): string {
  return descendants(element, 'p')
    .map((line) => descendants(line, 't').map(words).join(''))
    .filter((line) => line.trim() !== '')
    .join(' ');
}

/** `&C&"宋体"&12示例 第 &P 页` → 示例 第  页: codes of a printed head are no words. */
function withoutCodes(text: string): string {
  const plain = text.replaceAll(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi, ' ').replaceAll('&&', '&');
  return /^[\s第页共/\-—–of]*$/.test(plain) ? '' : plain;
}
