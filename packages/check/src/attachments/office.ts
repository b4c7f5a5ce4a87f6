import { parseXml, Zip } from '../office/index.ts';
import type { Inside, Take } from './passage.ts';
import { readPresentation } from './presentation.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readWord } from './word.ts';

/** How deep files inside files are read: a workbook in a document, and what is in that. */
const DEEPEST = 2;

/**
 * Reads a Word, Excel, PowerPoint or OFD file: all text there is, also what is hidden or deleted.
 * Faults are `OfficeFailure`s.
 *
 * @param megabytes the most that a file, or one inside it, may unpack to
 */
export function readOffice(bytes: Uint8Array, megabytes: number, take: Take, depth = 0): Inside {
  const zip = new Zip(bytes, megabytes);
  const names = zip.names();
  if (names.some((name) => name.startsWith('word/'))) readWord(zip, take);
  if (names.some((name) => name.startsWith('xl/'))) readSpreadsheet(zip, take);
  if (names.some((name) => name.startsWith('ppt/'))) readPresentation(zip, take);
  if (names.includes('OFD.xml')) readPages(zip, take);
  readProperties(zip, take);
  const active = activeParts(zip);
  if (depth < DEEPEST) {
    for (const name of names.filter((part) =>
      /\/embeddings\/.*\.(?:docx|xlsx|pptx)$/i.test(part),
    )) {
      const within: Take = (passage) => take({ ...passage, where: `内嵌文件中${passage.where}` });
      active.push(...readOffice(zip.read(name), megabytes, within, depth + 1).active);
    }
  }
  return { active: [...new Set(active)] };
}

/** Author, title, comments and a company's own properties: what Office writes without being asked. */
function readProperties(zip: Zip, take: Take): void {
  for (const name of zip.names()) {
    if (!/^docProps\/.*\.xml$/.test(name)) continue;
    parseXml(zip.read(name), {
      text: (text) => {
        if (text.trim() !== '') take({ text, where: '文档属性中' });
      },
    });
  }
}

/** The text of an OFD (GB/T 33190-2016): `TextCode` elements of its pages. */
function readPages(zip: Zip, take: Take): void {
  for (const name of zip.names()) {
    if (!/\.xml$/i.test(name)) continue;
    let inside = false;
    let text = '';
    parseXml(zip.read(name), {
      open: (tag) => {
        inside = tag === 'TextCode' || tag === 'Title' || tag === 'Author' || tag === 'Subject';
      },
      close: () => {
        if (inside) text += '\n';
        inside = false;
      },
      text: (part) => {
        if (inside) text += part;
      },
    });
    for (const line of text.split('\n')) if (line !== '') take({ text: line, where: '正文中' });
  }
}

function activeParts(zip: Zip): string[] {
  const active: string[] = [];
  for (const name of zip.names()) {
    if (/vbaProject\.bin$/i.test(name)) active.push('宏（VBA）');
    if (/\/macrosheets\//i.test(name)) active.push('宏表（Excel 4.0）');
    if (/\/activeX\//i.test(name)) active.push('ActiveX 控件');
    if (
      /_rels\/(?:settings|document)\.xml\.rels$/i.test(name) &&
      loadsTemplate(zip.read(name).toString('utf8'))
    )
      active.push('从外部加载的模板');
  }
  return active;
}

function loadsTemplate(rels: string): boolean {
  return /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"/.test(
    rels,
  );
}
