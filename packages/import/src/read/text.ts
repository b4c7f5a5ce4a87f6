import type { Block, Inline, Table } from '@columns/office/paper';
import { isParagraph, paragraph, textOf } from '@columns/office/paper';
import type { Remark } from '../failure.ts';
import { remark } from '../failure.ts';
import type { LabelKey, LabelledPaper, Labels } from '../shape/labels.ts';
import { readLabelLine } from '../shape/labels.ts';
import { textOfBytes } from './text-file.ts';

/** A line that parts the head of a saved page from its text. */
const SEPARATOR = /^[=＝-]{4,}\s*正\s*文\s*[=＝-]{4,}$/;

/** A counter of readers and a choice of type sizes are no document's either. */
const COUNTER = /^(?:浏览次数|阅读次数|点击数|字号|字体)\s*[：:]/;
/** The way to a page, which nothing but a saved page begins with. */
const TRAIL = /^(?:当前位置|您(?:现在)?的位置)\s*[：:]/;

/** Reads `.txt`: one line is one paragraph, lines with tabs are a table. */
export function readText(bytes: Uint8Array): LabelledPaper {
  const lines = textOfBytes(bytes).split('\n');
  const { labels, start } = readHead(lines);
  const remarks: Remark[] = LINES.head(lines.slice(0, start));
  const repeated: string[] = [];
  const blocks = joinBroken(toBlocks(lines.slice(start), repeated), remarks);
  if (repeated.length > 0)
    remarks.push(
      remark('left-out', `每页重复的表头 ${repeated.length} 行没有写入`, { words: repeated }),
    );
  const first = lines.filter((line) => line.trim() !== '').slice(0, 6);
  const page =
    Object.keys(labels).length > 0 ||
    TRAIL.test(lines[start]?.trim() ?? '') ||
    first.some((line) => COUNTER.test(line.trim()));
  return { blocks, notes: new Map(), pictures: [], labels, remarks, ...(page ? { page } : {}) };
}

/** The lines of a head become fields. */
function headRemarks(lines: readonly string[]): Remark[] {
  const words = lines.map((line) => line.trim()).filter((line) => line !== '');
  const told = words.filter((line) => !SEPARATOR.test(line)).map((line) => `“${line}”`);
  return words.length === 0
    ? []
    : [remark('note', `页头的登记项写入了字段，正文中不再写：${told.join('、')}`, { words })];
}

const PAGE_LABELS: readonly LabelKey[] = ['title', 'docNumber', 'indexNumber', 'source'];

/** Lines `标题: …` at the top of a saved page. */
function readHead(lines: readonly string[]): { labels: Labels; start: number } {
  const separator = lines.slice(0, 30).findIndex((line) => SEPARATOR.test(line.trim()));
  const labels: Partial<Record<LabelKey, string>> = {};
  let start = 0;
  for (const [index, line] of lines.entries()) {
    if (separator !== -1 ? index > separator : index > 20) break;
    if (line.trim() === '' || index === separator) {
      if (separator !== -1) start = index + 1;
      continue;
    }
    const found = readLabelLine(line);
    if (!found) break;
    Object.assign(labels, found);
    start = index + 1;
  }
  // 时间：… and 来源：… can be the text itself; a saved page names its title, its number or its address.
  const ofPage = PAGE_LABELS.some((key) => labels[key] !== undefined);
  if (separator === -1 && (Object.keys(labels).length < 2 || !ofPage))
    return { labels: {}, start: 0 };
  return { labels, start: separator === -1 ? start : separator + 1 };
}

/** What a line gives, by what it is. */
export const LINES = {
  head: headRemarks,
  row: (cells: readonly string[]): Block[] => [
    { type: 'table', rows: [toCells(cells)], headRows: 1 },
  ],
  further: addRow,
  paragraph: (line: string): Block[] => [toParagraph(line)],
};

function toBlocks(lines: readonly string[], repeated: string[]): Block[] {
  const blocks: Block[] = [];
  for (const raw of lines) {
    const line = raw.trimEnd();
    if (line.includes('\t') && line.trim() !== '') {
      const cells = line.split('\t').map((cell) => cell.trim());
      const last = blocks.at(-1);
      if (last?.type === 'table') LINES.further(last, cells, repeated);
      else blocks.push(...LINES.row(cells));
    } else if (line.trim() !== '') {
      blocks.push(...LINES.paragraph(line));
    } else if (blocks.length > 0) {
      // An empty line ends a paragraph, but not a table that a page break cut in two.
    }
  }
  return blocks.map((block) => (block.type === 'table' ? evenRows(block) : block));
}

function toCells(cells: readonly string[]): Table['rows'][number] {
  return cells.map((text) => ({
    content: [text === '' ? [] : [{ type: 'text' as const, text }]],
    colspan: 1,
    rowspan: 1,
  }));
}

/** A printed table repeats its head on every page: the head is taken once. */
function addRow(table: Table, cells: readonly string[], repeated: string[]): void {
  const head = table.rows[0]?.map(({ content }) =>
    textOf({ type: 'paragraph', content: content[0] ?? [] }),
  );
  if (head?.join('\t') === cells.join('\t')) {
    repeated.push(cells.join('\t'));
    return;
  }
  (table.rows as Table['rows'][number][]).push(toCells(cells));
}

function evenRows(table: Table): Table {
  const width = Math.max(...table.rows.map((row) => row.length));
  const rows = table.rows.map((row) => [...row, ...toCells(Array(width - row.length).fill(''))]);
  const last = width - 1;
  const empty = rows.every((row) => row[last]?.content[0]?.length === 0);
  return { ...table, rows: empty ? rows.map((row) => row.slice(0, last)) : rows };
}

function toParagraph(line: string): Block {
  const heading = /^(#{1,6})\s+(.+)$/.exec(line.trim());
  if (heading) return withLooks(heading[2] ?? '', { level: heading[1]?.length ?? 1 });
  // A dash that sets off `——坚持…` or a number is the scanner's, not a list's.
  const item = /^\s*[-*•●]\s+(.+)$/.exec(line);
  if (item) {
    const text = item[1] ?? '';
    const numbered = /^(?:——|附\s*件|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])/.test(text);
    return withLooks(text, numbered ? {} : { list: { ordered: false, depth: 0 } });
  }
  return withLooks(line.trim());
}

/** `**重点**` becomes bold; other signs stay what they are. */
function withLooks(text: string, more: Parameters<typeof paragraph>[1] = {}): Block {
  const content = text
    .split(/(\*\*[^*\n]+\*\*)/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      const bold = /^\*\*([^*]+)\*\*$/.exec(part)?.[1];
      return bold === undefined
        ? { type: 'text', text: part }
        : { type: 'text', text: bold, bold: true };
    });
  return { ...paragraph('', more), content };
}

/** A page break in the middle of a sentence is no end of a paragraph. */
export function joinBroken(blocks: readonly Block[], remarks: Remark[]): Block[] {
  const joined: Block[] = [];
  let count = 0;
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && isParagraph(last) && isParagraph(block) && goesOn(textOf(last), block, last)) {
      joined[joined.length - 1] = { ...last, content: [...last.content, ...block.content] };
      count++;
    } else joined.push(block);
  }
  if (count > 0)
    remarks.push(remark('changed', `有 ${count} 处段落在句子中间断开（多为换页），已接上`));
  return joined;
}

const STARTS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第.{1,3}[条章节]|附\s*件|抄送|——|责任单位|#)/;

function goesOn(
  text: string,
  next: Extract<Block, { type: 'paragraph' }>,
  last: typeof next,
): boolean {
  if (last.level !== undefined || next.level !== undefined || next.list || next.align || last.align)
    return false;
  const following = textOf(next);
  return (
    (text.length >= 20
      ? /[，。；：,;]/.test(text) || (text.length >= 30 && text.includes('、'))
      : false) &&
    /[\u4e00-\u9fff，、,“《（\d]$/.test(text) &&
    /^[\u4e00-\u9fff，、。”》）]/.test(following) &&
    !STARTS.test(following) &&
    !/^[^，。]{2,40}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(following)
  );
}
