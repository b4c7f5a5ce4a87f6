import { OfficeFailure } from '../failure.ts';
import { OfficePackage, partPath } from '../package.ts';
import type { Paper } from '../paper/paper.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { paperOfPages } from '../pdf/paper.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, words } from '../tree.ts';
import type { OfdPage } from './page.ts';
import { codesIn, readPage } from './page.ts';

/** A file that knows which of its parts were read. */
class ReadParts extends OfficePackage {
  readonly #read = new Set<string>();

  override bytes(path: string): Uint8Array | undefined {
    this.#read.add(path.toLowerCase());
    return super.bytes(path);
  }

  unread(): string[] {
    return this.names().filter((name) => !this.#read.has(name.toLowerCase()));
  }
}

/** More pages than anybody reads over. */
const MOST_PAGES = 5000;

/**
 * The text of an OFD file (GB/T 33190) as a draft: it says where signs stand on its pages, and where
 * paragraphs end is a guess. Faults are `OfficeFailure`s.
 *
 * @param megabytes the most that it may unpack to
 * @param isTitle whether a line at the top ends as titles do
 */
export function readOfd(
  bytes: Uint8Array,
  megabytes: number,
  isTitle: (line: string) => boolean,
): Paper {
  const file = new ReadParts(bytes, megabytes);
  const root = file.tree('OFD.xml');
  if (root?.name !== 'OFD')
    throw new OfficeFailure(
      'wrong-extension',
      '扩展名是 .ofd，里面却不是 OFD 文件',
      '按真实类型改扩展名，或用原软件重新导出',
    );
  const found: OfdPage[] = [];
  const told: Remark[] = [];
  for (const body of elements(root, 'DocBody')) {
    const main = partPath('', textOf(child(body, 'DocRoot')));
    const document = file.tree(main);
    if (!document) {
      told.push(remark('left-out', `其中一份文件“${main}”缺失，没有读出`));
      continue;
    }
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const { pages, links, remarks } = pagesOf(file, document, folder);
    found.push(...pages);
    told.push(...remarks);
    if (textOf(child(body, 'Signatures')) !== '')
      told.push(remark('left-out', '电子签章没有写入，以原件为准'));
    told.push(...besidePages(file, document, folder, links));
  }
  told.push(...withoutText(found), ...unlisted(file));
  return paperOfPages(
    found.map(({ lines }) => lines),
    'OFD',
    isTitle,
    told,
  );
}

/** Pages that no list names: what an earlier version showed is still in the file. */
function unlisted(file: ReadParts): Remark[] {
  const words: string[] = [];
  let pictures = 0;
  for (const name of file.unread()) {
    if (!/\.xml$/i.test(name)) continue;
    const tree = file.tree(name);
    if (!/^(?:Page|PageAnnot|Res)$/.test(tree?.name ?? '') || tree === undefined) continue;
    words.push(...codesIn(tree));
    pictures += picturesIn([tree]);
  }
  if (words.length === 0 && pictures === 0) return [];
  return [leftOut('文件中另有没有列入目录的页面或图形，没有写入', words, pictures)];
}

/** Pictures, and what no viewer shows. */
function withoutText(pages: readonly OfdPage[]): Remark[] {
  const told: Remark[] = [];
  const blind = pages.flatMap(({ lines, pictures }, index) =>
    lines.length === 0 && pictures > 0 ? [index + 1] : [],
  );
  const pictures = pages.reduce((sum, page) => sum + page.pictures, 0);
  if (blind.length > 0)
    told.push(
      remark('left-out', `第 ${blind.join('、')} 页只有图片（可能是扫描件），其中的文字没有读出`, {
        pictures,
      }),
    );
  else if (pictures > 0) told.push(remark('left-out', `${pictures} 张图片没有写入`, { pictures }));
  const hidden = pages.flatMap((page) => page.hidden.texts);
  const unseen = pages.reduce((sum, page) => sum + page.hidden.pictures, 0);
  if (hidden.length > 0 || unseen > 0)
    told.push(leftOut('页面上设为不显示的内容没有写入', hidden, unseen));
  return told;
}

function leftOut(what: string, words: readonly string[], pictures = 0): Remark {
  const quoted = words.join('');
  return remark('left-out', quoted === '' ? what : `${what}：“${quoted}”`, { words, pictures });
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : words(element).trim();
}

/** Pages in their order; one shows its templates too, such as the red head of a document. */
function pagesOf(
  file: OfficePackage,
  document: XmlElement,
  folder: string,
): { pages: OfdPage[]; links: string[]; remarks: Remark[] } {
  const templates = new Map(
    elements(child(document, 'CommonData'), 'TemplatePage').map(({ attributes }) => [
      attributes['ID'] ?? '',
      partPath(folder, attributes['BaseLoc'] ?? ''),
    ]),
  );
  const listed = elements(child(document, 'Pages'), 'Page');
  if (listed.length > MOST_PAGES)
    throw new OfficeFailure(
      'too-large',
      `有 ${listed.length} 页，超过 ${MOST_PAGES} 页`,
      '分成几个文件',
    );
  const used = new Set<string>();
  const remarks: Remark[] = [];
  const links: string[] = [];
  const pages = listed.map(({ attributes }, index) => {
    const page = file.tree(partPath(folder, attributes['BaseLoc'] ?? ''));
    if (page === undefined)
      remarks.push(remark('left-out', `第 ${index + 1} 页不在文件中，没有读出`));
    const under = elements(page, 'Template').flatMap(({ attributes: own }) => {
      const path = templates.get(own['TemplateID'] ?? '');
      if (path === undefined) return [];
      used.add(path);
      return file.tree(path) ?? [];
    });
    if (page) links.push(...addressesIn(page));
    return readPage(
      [...under, page].flatMap((each) => (each === undefined ? [] : elements(each, 'Content'))),
    );
  });
  const unused = [...templates.values()].flatMap((path) =>
    used.has(path) ? [] : (file.tree(path) ?? []),
  );
  const words = unused.flatMap(codesIn);
  const pictures = picturesIn(unused);
  if (words.length > 0 || pictures > 0)
    remarks.push(leftOut('没有一页用到的模板没有写入', words, pictures));
  return { pages, links, remarks: [...remarks, ...shared(file, document, folder, pages)] };
}

/** Drawings that pages share: their words stand in a part of their own, without a place on a page. */
function shared(
  file: OfficePackage,
  document: XmlElement,
  folder: string,
  pages: readonly OfdPage[],
): Remark[] {
  const common = child(document, 'CommonData');
  const trees = [...elements(common, 'PublicRes'), ...elements(common, 'DocumentRes')].flatMap(
    (each) => file.tree(partPath(folder, textOf(each))) ?? [],
  );
  const words = trees.flatMap(codesIn);
  const pictures = picturesIn(trees);
  const isUsed = pages.some(({ drawings }) => drawings.length > 0);
  if (words.length === 0 && pictures === 0)
    return isUsed ? [remark('left-out', '共用的图形没有写入')] : [];
  return [leftOut('共用的图形没有写入', words, pictures)];
}

const picturesIn = (trees: readonly XmlElement[]): number =>
  trees.reduce((sum, each) => sum + descendants(each, 'ImageObject').length, 0);

/** Where clicks lead. */
const addressesIn = (tree: XmlElement): string[] =>
  descendants(tree, 'URI').flatMap(({ attributes }) => attributes['URI'] ?? []);

/** Notes on pages, addresses and files inside the file: told, never written. */
function besidePages(
  file: OfficePackage,
  document: XmlElement,
  folder: string,
  pageLinks: readonly string[],
): Remark[] {
  const told: Remark[] = [];
  const notes = textOf(child(document, 'Annotations'));
  const list = notes === '' ? undefined : partPath(folder, notes);
  const trees = [document];
  if (list !== undefined) {
    const base = list.slice(0, list.lastIndexOf('/') + 1);
    const pages = elements(file.tree(list), 'Page').flatMap(
      (page) => file.tree(partPath(base, textOf(child(page, 'FileLoc')))) ?? [],
    );
    trees.push(...pages);
    const texts = pages.flatMap(codesIn);
    const pictures = picturesIn(pages);
    if (texts.length > 0) told.push(leftOut('批注或印章中的文字没有写入', texts, pictures));
    else if (pictures > 0) told.push(leftOut('批注或印章的图片没有写入', [], pictures));
  }
  const links = [...pageLinks, ...trees.flatMap(addressesIn)];
  if (links.length > 0)
    told.push(
      remark('left-out', `页面上的链接没有写入：${links.map((each) => `“${each}”`).join('、')}`, {
        words: links,
      }),
    );
  const attached = textOf(child(document, 'Attachments'));
  const inner =
    attached === '' ? [] : elements(file.tree(partPath(folder, attached)), 'Attachment');
  if (inner.length > 0) {
    const names = inner.map(({ attributes }) => `“${attributes['Name'] ?? ''}”`);
    told.push(remark('left-out', `内嵌的附件没有写入：${names.join('、')}`));
  }
  return told;
}
