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
  'printerSettings table queryTable customProperty pivotTable image slicer slicerCache'.split(' '),
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
  const found = gathered(file, path, links, margins);
  return found.remarks(name);
}

/** The words beside the cells of a sheet that is left out whole. */
export function besideText(
  file: OfficePackage,
  path: string,
  { links, margins }: { links: readonly CellLink[]; margins: readonly string[] } = EMPTY,
): { texts: string[]; pictures: number } {
  return gathered(file, path, links, margins).all();
}

const EMPTY = { links: [], margins: [] };

function gathered(
  file: OfficePackage,
  path: string,
  links: readonly CellLink[],
  margins: readonly string[],
): Found {
  const relations = file.relations(path);
  const found = new Found();
  for (const { ref, id, location } of links) {
    const target = relations.get(id ?? '')?.target;
    if (target !== undefined || location !== undefined)
      HANDLERS['hyperlink']?.(found, { file, target: `${ref} ${target ?? location}` });
  }
  for (const margin of margins) HANDLERS['headerFooter']?.(found, { file, target: margin });
  for (const { type, target, external } of relations.values()) {
    if (external || type === 'hyperlink') continue;
    const handler = HANDLERS[type];
    if (handler) handler(found, { file, target });
    else if (!SILENT.has(type)) found.add(`不认识的部件“${type}”没有写入`, '');
  }
  return found;
}

interface Beside {
  readonly file: OfficePackage;
  /** The part; or what the sheet itself says of it. */
  readonly target: string;
}

/** What stands beside the cells, by the type of its part or the element of the sheet. */
export const HANDLERS: Record<string, (found: Found, beside: Beside) => void> = {
  hyperlink: (found, { target }) => found.add('单元格的链接只写入了文字，没有写入地址', target),
  headerFooter: (found, { target }) => {
    const words = withoutCodes(target);
    found.add('页眉页脚没有写入', isPageNumber(words) ? '' : words, [words]);
  },
  comments: (found, { file, target }) => comments(file.tree(target), found),
  threadedComment: (found, { file, target }) => comments(file.tree(target), found),
  drawing: (found, { file, target }) => drawing(file, target, file.tree(target), found),
  vmlDrawing: (found, { file, target }) => controls(file.tree(target), found),
  oleObject: (found, { target }) => found.add('嵌入的文件没有写入', target),
  package: (found, { target }) => found.add('嵌入的文件没有写入', target),
  ctrlProp: (found) => found.add('窗体控件没有写入', ''),
  control: (found) => found.add('窗体控件没有写入', ''),
};

const PICTURE = '图片没有写入';

export class Found {
  readonly #all = new Map<string, string[]>();
  /** Words as often as they stand there. */
  readonly #words = new Map<string, string[]>();

  /** @param all every word of it, where `text` leaves some out */
  add(what: string, text: string, all: readonly string[] = [text]): void {
    const one = oneLine(clean(text));
    const texts = this.#all.get(what) ?? [];
    this.#words.set(what, [...(this.#words.get(what) ?? []), ...all]);
    // A note stands twice in a file: for old programs and, as a thread, for new ones.
    if (one === '' || !texts.includes(one)) texts.push(one);
    this.#all.set(what, texts);
  }

  all(): { texts: string[]; pictures: number } {
    const texts = [...this.#words.values()].flat();
    return { texts, pictures: this.#words.get(PICTURE)?.length ?? 0 };
  }

  remarks(name: string): Remark[] {
    return [...this.#all].map(([what, texts]) => {
      const shown = texts.filter((text) => text !== '').map((text) => `“${text}”`);
      const list = shown.length === 0 ? '' : `：${shown.join('、')}`;
      const words = this.#words.get(what) ?? [];
      return remark('left-out', `工作表“${name}”中 ${texts.length} 处${what}${list}`, {
        words,
        pictures: what === PICTURE ? words.length : 0,
      });
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
  for (const [name, handler] of Object.entries(DRAWN))
    for (const element of descendants(tree, name)) handler(found, element, relations);
  for (const { type, target, external } of relations.values()) {
    const part = external ? undefined : file.tree(target);
    if (part) CHARTS[type]?.(found, part);
  }
}

type Relations = ReturnType<OfficePackage['relations']>;

const shape = (found: Found, element: XmlElement): void => {
  const text = textOf(element);
  if (text === '') found.add('图形没有写入', '');
  else found.add('文本框的文字没有写入', text);
};

/** What is drawn on a sheet, by its element. */
export const DRAWN: Record<
  string,
  (found: Found, element: XmlElement, relations: Relations) => void
> = {
  sp: shape,
  cxnSp: shape,
  pic: (found, element) =>
    found.add(PICTURE, descendants(element, 'cNvPr')[0]?.attributes['descr'] ?? ''),
  hlinkClick: (found, { attributes }, relations) => {
    const target = relations.get(attributes['id'] ?? '');
    if (target?.external) found.add('图形上的链接没有写入', target.target);
  },
};

const chart = (found: Found, part: XmlElement): void => {
  const title = descendants(part, 'title')[0];
  found.add('图表没有写入', title ? textOf(title) : '', linesOf(part));
};

/** Charts and diagrams, which are parts of their own. */
export const CHARTS: Record<string, (found: Found, part: XmlElement) => void> = {
  chart,
  chartEx: chart,
  diagramData: (found, part) => found.add('图示的文字没有写入', textOf(part)),
};

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
  return linesOf(element).join(' ');
}

function linesOf(element: XmlElement): string[] {
  return descendants(element, 'p')
    .map((line) => descendants(line, 't').map(words).join(''))
    .filter((line) => line.trim() !== '');
}

/** `&C&"宋体"&12示例 第 &P 页` → 示例 第  页: codes of a printed head are no words. */
function withoutCodes(text: string): string {
  return text.replaceAll(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]/gi, ' ').replaceAll('&&', '&');
}

function isPageNumber(text: string): boolean {
  return /^[\s第页共/\-—–of]*$/.test(text);
}
