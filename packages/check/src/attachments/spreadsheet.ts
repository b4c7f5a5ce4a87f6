import type { Zip } from '../office/index.ts';
import { parseXml } from '../office/index.ts';
import { aboutRows } from '../personal/index.ts';
import type { Take } from './passage.ts';

/** Rows at the top of a sheet in which its heads stand, below a title perhaps. */
const HEAD_ROWS = 4;

/** Every cell of a workbook: hidden sheets, rows and columns too; comments; text in drawings. */
export function readSpreadsheet(zip: Zip, take: Take): void {
  const names = zip.names();
  const shared = names.includes('xl/sharedStrings.xml')
    ? sharedStrings(zip.read('xl/sharedStrings.xml'))
    : [];
  const sheets = sheetNames(zip, names);
  for (const name of names) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      const { title, hidden } = sheets.get(name) ?? {
        title: name.replace(/^.*\/|\.xml$/g, ''),
        hidden: false,
      };
      readSheet(zip.read(name), shared, `工作表“${title}”${hidden ? '（隐藏）' : ''}`, take);
    } else if (/^xl\/(?:comments\d*|threadedComments\/.*|drawings\/[^/]+)\.xml$/.test(name)) {
      readWords(zip.read(name), /comment/i.test(name) ? '批注中' : '图形中', take);
    }
  }
  for (const { title } of sheets.values()) take({ text: title, where: '工作表名称中' });
}

interface Sheet {
  readonly title: string;
  readonly hidden: boolean;
}

/** The sheets by their part: names and whether they are hidden stand in the workbook. */
function sheetNames(zip: Zip, names: readonly string[]): Map<string, Sheet> {
  const targets = new Map<string, string>();
  const sheets = new Map<string, Sheet>();
  if (names.includes('xl/_rels/workbook.xml.rels')) {
    parseXml(zip.read('xl/_rels/workbook.xml.rels'), {
      open: (tag, { Id, Target }) => {
        if (tag === 'Relationship' && Id !== undefined && Target !== undefined)
          targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    });
  }
  if (names.includes('xl/workbook.xml')) {
    parseXml(zip.read('xl/workbook.xml'), {
      open: (tag, attributes) => {
        if (tag !== 'sheet') return;
        const part = targets.get(attributes['id'] ?? '');
        const hidden = /hidden/i.test(attributes['state'] ?? '');
        if (part !== undefined) sheets.set(part, { title: attributes['name'] ?? '', hidden });
      },
    });
  }
  return sheets;
}

function sharedStrings(xml: Uint8Array): string[] {
  const strings: string[] = [];
  let current = '';
  let reading = false;
  parseXml(xml, {
    open: (tag) => {
      if (tag === 'si') current = '';
      else if (tag === 't') reading = true;
    },
    text: (text) => {
      if (reading) current += text;
    },
    close: (tag) => {
      if (tag === 't') reading = false;
      else if (tag === 'si') strings.push(current);
    },
  });
  return strings;
}

function readSheet(xml: Uint8Array, shared: readonly string[], sheet: string, take: Take): void {
  const heads = new Map<string, string>();
  const hiddenColumns: [number, number][] = [];
  let row = { number: 0, hidden: false };
  let cell = { column: '', type: '' };
  let value = '';
  let reading = false;
  parseXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'col' && attributes['hidden'] === '1') {
        hiddenColumns.push([Number(attributes['min']), Number(attributes['max'])]);
      } else if (tag === 'row') {
        row = {
          number: Number(attributes['r'] ?? row.number + 1),
          hidden: attributes['hidden'] === '1',
        };
      } else if (tag === 'c') {
        cell = {
          column: (attributes['r'] ?? '').replace(/\d+$/, ''),
          type: attributes['t'] ?? 'n',
        };
        value = '';
      } else if (tag === 'v' || tag === 't' || tag === 'f' || /^odd|^even/.test(tag))
        reading = true;
    },
    text: (text) => {
      if (reading) value += text;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't' || tag === 'f') reading = false;
      if (tag === 'f' || /^odd|^even/.test(tag)) {
        reading = false;
        // A formula can hold a number in quotation marks; a header or footer is text.
        if (/\d{11}/.test(value)) take({ text: value, where: `${sheet}的公式或页眉中` });
        value = '';
      } else if (tag === 'c' && value !== '') endCell();
    },
  });

  function endCell(): void {
    const text =
      cell.type === 's'
        ? (shared[Number(value)] ?? '')
        : cell.type === 'n'
          ? wholeNumber(value)
          : value;
    const { column } = cell;
    const hidden = row.hidden || hiddenColumns.some(([min, max]) => isBetween(column, min, max));
    const label = heads.get(column) ?? '';
    if (row.number <= HEAD_ROWS && !/\d{6}/.test(text))
      heads.set(column, `${label} ${text}`.trim());
    const about = aboutRows([...heads.values()]);
    take({
      text,
      where: `${sheet}第 ${row.number} 行 ${column} 列${hidden ? '（隐藏）' : ''}`,
      around: { label: row.number <= HEAD_ROWS && label === '' ? '' : label, ...about },
    });
  }
}

/** 1.3812345678E10 as the eleven digits that a reader sees. */
function wholeNumber(value: string): string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value;
}

function isBetween(column: string, min: number, max: number): boolean {
  const number = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number >= min && number <= max;
}

function readWords(xml: Uint8Array, where: string, take: Take): void {
  let words = '';
  let reading = false;
  parseXml(xml, {
    open: (tag) => {
      if (tag === 't' || tag === 'text') reading = true;
    },
    text: (text) => {
      if (reading) words += text;
    },
    close: (tag) => {
      if (tag === 't') reading = false;
      if (tag === 'comment' || tag === 'p' || tag === 'threadedComment') {
        if (words !== '') take({ text: words, where });
        words = '';
      }
    },
  });
  if (words !== '') take({ text: words, where });
}
