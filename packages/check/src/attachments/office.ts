import { Zip } from './parts.ts';
import type { Inside, Take } from './passage.ts';
import { readPresentation } from './presentation.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readWord } from './word.ts';
import { readXml } from './xml.ts';

/** How deep files inside files are read: a workbook in a document, and what is in that. */
const DEEPEST = 2;

/** Reads a Word, Excel, PowerPoint or OFD file: all text there is, also what is hidden or deleted. */
export function readOffice(bytes: Uint8Array, limit: number, take: Take, depth = 0): Inside {
  const zip = new Zip(bytes, limit);
  const names = zip.parts.map(({ name }) => name);
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
      active.push(...readOffice(zip.bytes(name), limit, within, depth + 1).active);
    }
  }
  return { active: [...new Set(active)] };
}

/** Author, title, comments and a company's own properties: what Office writes without being asked. */
function readProperties(zip: Zip, take: Take): void {
  for (const { name } of zip.parts) {
    if (!/^docProps\/.*\.xml$/.test(name)) continue;
    readXml(zip.text(name), {
      open: () => {},
      close: () => {},
      text: (text) => {
        if (text.trim() !== '') take({ text, where: '文档属性中' });
      },
    });
  }
}

/** The text of an OFD (GB/T 33190-2016): `TextCode` elements of its pages. */
function readPages(zip: Zip, take: Take): void {
  for (const { name } of zip.parts) {
    if (!/\.xml$/i.test(name)) continue;
    let inside = false;
    let text = '';
    readXml(zip.text(name), {
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
  for (const { name } of zip.parts) {
    if (/vbaProject\.bin$/i.test(name)) active.push('宏（VBA）');
    if (/\/macrosheets\//i.test(name)) active.push('宏表（Excel 4.0）');
    if (/\/activeX\//i.test(name)) active.push('ActiveX 控件');
    if (/_rels\/(?:settings|document)\.xml\.rels$/i.test(name) && loadsTemplate(zip.text(name)))
      active.push('从外部加载的模板');
  }
  return active;
}

function loadsTemplate(rels: string): boolean {
  return /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"/.test(
    rels,
  );
}
