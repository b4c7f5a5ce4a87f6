import { OfficeFailure } from '../failure.ts';
import { OfficePackage, partPath } from '../package.ts';
import type { Paper } from '../paper/paper.ts';
import type { Remark } from '../paper/remark.ts';
import { remark } from '../paper/remark.ts';
import { paperOfPages } from '../pdf/paper.ts';
import type { XmlElement } from '../tree.ts';
import { child, descendants, elements, words } from '../tree.ts';
import type { OfdPage } from './page.ts';
import { readPage } from './page.ts';

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
  const file = new OfficePackage(bytes, megabytes);
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
    if (!document) continue;
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    found.push(...pagesOf(file, document, folder));
    if (textOf(child(body, 'Signatures')) !== '')
      told.push(remark('left-out', '电子签章没有写入，以原件为准'));
    told.push(...besidePages(file, document, folder));
  }
  const blind = found.flatMap(({ lines, pictures }, index) =>
    lines.length === 0 && pictures > 0 ? [index + 1] : [],
  );
  const pictures = found.reduce((sum, page) => sum + page.pictures, 0);
  if (blind.length > 0)
    told.push(
      remark('left-out', `第 ${blind.join('、')} 页只有图片（可能是扫描件），其中的文字没有读出`),
    );
  else if (pictures > 0) told.push(remark('left-out', `${pictures} 张图片没有写入`));
  return paperOfPages(
    found.map(({ lines }) => lines),
    'OFD',
    isTitle,
    told,
  );
}

function textOf(element: XmlElement | undefined): string {
  return element === undefined ? '' : words(element).trim();
}

/** Pages in their order; one shows its templates too, such as the red head of a document. */
function pagesOf(file: OfficePackage, document: XmlElement, folder: string): OfdPage[] {
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
  return listed.map(({ attributes }) => {
    const page = file.tree(partPath(folder, attributes['BaseLoc'] ?? ''));
    const under = elements(page, 'Template').flatMap(({ attributes: own }) => {
      const path = templates.get(own['TemplateID'] ?? '');
      return path === undefined ? [] : (file.tree(path) ?? []);
    });
    return readPage(
      [...under, page].flatMap((each) => (each === undefined ? [] : elements(each, 'Content'))),
    );
  });
}

/** Notes on pages and files inside the file: told, never written. */
function besidePages(file: OfficePackage, document: XmlElement, folder: string): Remark[] {
  const told: Remark[] = [];
  const notes = textOf(child(document, 'Annotations'));
  const list = notes === '' ? undefined : partPath(folder, notes);
  if (list !== undefined) {
    const base = list.slice(0, list.lastIndexOf('/') + 1);
    const texts = elements(file.tree(list), 'Page').flatMap((page) => {
      const tree = file.tree(partPath(base, textOf(child(page, 'FileLoc'))));
      return tree === undefined ? [] : descendants(tree, 'TextCode').map(words);
    });
    if (texts.join('').trim() !== '')
      told.push(remark('left-out', `批注或印章中的文字没有写入：“${texts.join('')}”`));
  }
  const attached = textOf(child(document, 'Attachments'));
  const inner =
    attached === '' ? [] : elements(file.tree(partPath(folder, attached)), 'Attachment');
  if (inner.length > 0) {
    const names = inner.map(({ attributes }) => `“${attributes['Name'] ?? ''}”`);
    told.push(remark('left-out', `内嵌的附件没有写入：${names.join('、')}`));
  }
  return told;
}
