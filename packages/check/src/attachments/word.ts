import type { Zip } from '../office/index.ts';
import { parseXml } from '../office/index.ts';
import { aboutRows } from '../personal/index.ts';
import type { Take } from './passage.ts';

const TEXT_PARTS =
  /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\w*|glossary\/document)\.xml$/;

/** Every paragraph of a Word file: headers, notes, comments, deleted and hidden text too. */
export function readWord(zip: Zip, take: Take): void {
  for (const name of zip.names()) if (TEXT_PARTS.test(name)) readPart(zip.read(name), name, take);
}

interface Table {
  head: string[] | undefined;
  row: string[];
  cell: string;
  rows: number;
}

function readPart(xml: Uint8Array, name: string, take: Take): void {
  const part = /comments/.test(name) ? '批注中' : /header|footer/.test(name) ? '页眉页脚中' : '';
  const tables: Table[] = [];
  let paragraph = '';
  let count = 0;
  let reading = false;
  parseXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'tbl') tables.push({ head: undefined, row: [], cell: '', rows: 0 });
      else if (tag === 'tr') {
        const table = tables.at(-1);
        if (table) table.row = [];
      } else if (tag === 'tc') {
        const table = tables.at(-1);
        if (table) table.cell = '';
      } else if (tag === 't' || tag === 'delText' || tag === 'instrText') reading = true;
      else if (tag === 'tab' || tag === 'br' || tag === 'cr') paragraph += ' ';
      else if (tag === 'docPr') {
        const words = [attributes['descr'], attributes['title']].filter(Boolean).join(' ');
        if (words !== '') take({ text: words, where: '图片说明中' });
      }
    },
    text: (text) => {
      if (reading) paragraph += text;
    },
    close: (tag) => {
      const table = tables.at(-1);
      if (tag === 't' || tag === 'delText' || tag === 'instrText') reading = false;
      else if (tag === 'p') {
        count++;
        if (table) table.cell += (table.cell === '' ? '' : '\n') + paragraph;
        else if (paragraph !== '') take({ text: paragraph, where: part || `第 ${count} 段` });
        paragraph = '';
      } else if (tag === 'tc' && table) table.row.push(table.cell);
      else if (tag === 'tr' && table) endRow(table, part, take);
      else if (tag === 'tbl') tables.pop();
    },
  });
}

function endRow(table: Table, part: string, take: Take): void {
  table.rows++;
  table.head ??= table.row;
  const { head } = table;
  const about = aboutRows(head);
  for (const [index, text] of table.row.entries()) {
    const label = head === table.row ? '' : (head[index] ?? '');
    const column = label === '' ? `第 ${index + 1} 格` : `“${label.slice(0, 20)}”`;
    const where = part || `表格第 ${table.rows} 行${column}`;
    if (text !== '') take({ text, where, around: { label, ...about } });
  }
}
