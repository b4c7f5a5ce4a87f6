import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toDocx } from './docx.ts';
import type { Paper } from './paper.ts';
import { toPdf } from './pdf.ts';

/** Writes `<id>/<id>.pdf` and `<id>/<id>.docx` beside an example entry, from its own text. */
export function writeExampleFiles(entry: string): string[] {
  const folder = entry.replace(/\.md$/, '');
  const paper = paperOf(readFileSync(entry, 'utf8'));
  mkdirSync(folder, { recursive: true });
  const files = { pdf: toPdf(paper), docx: toDocx(paper) };
  return Object.entries(files).map(([type, bytes]) => {
    const file = join(folder, `${basename(folder)}.${type}`);
    writeFileSync(file, bytes);
    return file;
  });
}

/** Title and paragraphs of a plain entry; signs of emphasis and headings are left out. */
function paperOf(text: string): Paper {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^title: (.*)$/m.exec(head)?.[1] ?? '';
  const paragraphs = body
    .split(/\n{2,}|\n(?=\|)/)
    .filter((part) => !/^\|[\s|:-]+$/.test(part))
    .map((part) => (part.startsWith('|') ? cells(part) : part))
    .map((part) => part.replaceAll(/^#+ |^> |\*\*|\[([^\]]*)\]\([^)]*\)/gm, '$1').trim())
    .filter((part) => part !== '');
  return { title, paragraphs: ['（示例，并非真实文件）', ...paragraphs] };
}

function cells(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join('：');
}
