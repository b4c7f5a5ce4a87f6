import type { DialectFault } from './fault.ts';
import { QUOTED } from './syntax/blocks.ts';
import { pairRuns } from './syntax/mark-pairs.ts';
import { runsOf } from './syntax/mark-runs.ts';

/*
 * What a page would not show as it was typed, and what it shows as typed although something else was
 * meant. Told line by line, without parsing: most texts have nothing of it. A test compares what is told
 * of tables and notes with what the parser makes of them.
 */

/** A block of HTML ends at an empty line; in it, nothing is read as a mark. */
const HTML = /^ {0,3}<\/?(?:table|thead|tbody|tr|th|td)\b/i;
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const OTHER_BLOCK =
  /^ {0,3}(?:#{1,6}[ \t]|>[ \t]|-[ \t]|-(?:[ \t]*-){2,}[ \t]*$|\d{1,3}\.[ \t]|<\/?(?:table|thead|tbody|tr|th|td)\b)/i;
/** What may stand before a block within a quotation or a list. */
const WITHIN = /^(?:[ \t]*(?:>[ \t]|-[ \t]+(?=\|)|\d{1,3}\.[ \t]+(?=\|)))*[ \t]*/;
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:/;

/** The slips of a body in the order of its lines; lines count from 1, columns in UTF-16 units. */
export function slipsOf(text: string): DialectFault[] {
  const lines = text.split('\n');
  const found = [
    ...(/[|\t]/.test(text) ? rowSlips(lines) : []),
    ...(/\[\^|^ {0,3}>/m.test(text) ? noteSlips(lines) : []),
    ...(/\*\*|~~/.test(text) ? markSlips(lines) : []),
    ...(/<\/table>/i.test(text) ? lastRowSlips(lines) : []),
    ...(MAY_BE_PATH.test(text) ? pathSlips(lines) : []),
    ...(MAY_BE_UNKNOWN.test(text) ? unknownMarks(lines) : []),
  ];
  const sorted = found.sort((a, b) => a.line - b.line || a.column - b.column);
  // Two looks may find the same line.
  const told = new Set<string>();
  return sorted.filter(({ code, line }) => {
    const before = told.size;
    return told.add(`${line} ${code}`).size > before;
  });
}

/** Whether a line stands in a block of HTML, which goes on to the next empty line. */
function isHtml(line: string, before: boolean): boolean {
  return before ? line.trim() !== '' : line.includes('<') && HTML.test(line);
}

/** Cells beyond the head, lines that a table swallows, and rows that are no table. */
function rowSlips(lines: readonly string[]): DialectFault[] {
  const found: DialectFault[] = [];
  let html = false;
  let told = -1;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    html = isHtml(line, html);
    if (html || !(/[|\t]/.test(line) || lines[index + 1]?.includes('|'))) continue;
    const head = tableAt(lines, index);
    if (head !== undefined && continues(lines, index)) {
      // The line above goes on with these rows: they are no table.
      found.push({
        code: 'text/joined-line',
        line: index + 1,
        column: 1,
        value: shortened(line.trim()),
      });
      index = endOf(lines, index, (row) => row.trim() !== '') - 1;
      continue;
    }
    if (head !== undefined) {
      index = tableSlips(lines, index, head, found);
      told = index;
      continue;
    }
    if (index <= told) continue;
    const end = endOf(lines, index, (row) => /^\s*\|.*\|.*\|?\s*$/.test(row));
    const tabs = endOf(lines, index, isTabbed);
    if (end - index > 1 || tabs - index > 1) {
      found.push({
        code: 'text/rows-without-head',
        line: index + 1,
        column: 1,
        value: shortened(line.trim()),
        ...(end - index > 1 ? { expected: ruleFor(line) } : {}),
      });
      told = Math.max(end, tabs) - 1;
    }
  }
  return found;
}

/** A number or dot with a tab behind it, as Word copies lists: 1.→文字, （一）→文字, ●→文字. */
const TABBED_MARK = /^\s*(?:\p{P}?[\p{N}一二三四五六七八九十]+\p{P}?|[^\p{L}\p{N}\s])\t+/u;

function isTabbed(line: string): boolean {
  return /\S\t+\S/.test(line.replace(TABBED_MARK, ''));
}

/** Lines right below a table of HTML: what they hold is not read as marks there. */
function lastRowSlips(lines: readonly string[]): DialectFault[] {
  let html = false;
  return lines.flatMap((line, index) => {
    html = line.trim() !== '' && (html || HTML.test(line));
    const next = lines[index + 1]?.trim() ?? '';
    if (!html || !/<\/table>\s*$/i.test(line) || next === '' || next.startsWith('<')) return [];
    return [{ code: 'text/joined-line', line: index + 2, column: 1, value: shortened(next) }];
  });
}

/** What paths begin with: a drive, or two backslashes before a machine's name. */
const MAY_BE_PATH = /[A-Za-z]:\\|\\\\[\p{L}\p{N}]/u;
const PATH =
  /(?<![A-Za-z0-9])[A-Za-z]:\\[^\s，。；、]*|(?<![\p{L}\p{N}\\])\\\\[\p{L}\p{N}][^\s\\，。；、]*\\[^\s，。；、]*/gu;

/** Paths of Windows of which a backslash would be taken for the sign before another: C:\\[资料]. */
function pathSlips(lines: readonly string[]): DialectFault[] {
  return lines.flatMap((line, index) => {
    const below = lines[index + 1]?.trim() ?? '';
    for (const { 0: path, index: at } of line.matchAll(PATH)) {
      const last = at + path.length === line.trimEnd().length && below !== '';
      const whole = path
        .replace(/^\\\\/, '\\\\\\')
        .replaceAll(/(?<!\\)\\(?=[!-/:-@[^-`{-~\]])/g, '\\\\')
        .replace(/(?<!\\)\\$/, last ? '\\\\' : '\\');
      if (whole === path) continue;
      const value = shortened(path);
      return [
        { code: 'text/lost-backslash', line: index + 1, column: at + 1, value, expected: whole },
      ];
    }
    return [];
  });
}

/** How many columns a table has whose head stands in this line; nothing where none begins. */
function tableAt(lines: readonly string[], index: number): number | undefined {
  const below = lines[index + 1];
  // Most lines are ruled out by what stands below them.
  if (below === undefined || !/^[\s|:>-]*-[\s|:-]*$/.test(below)) return undefined;
  const [head, rule] = [inner(lines[index]), inner(below)];
  if (!RULE.test(rule)) return undefined;
  if (depthOf(lines[index]) !== depthOf(lines[index + 1])) return undefined;
  if (NOTE.test(head) || OTHER_BLOCK.test(head)) return undefined;
  if (!head.includes('|') && !rule.includes('|')) return undefined;
  const columns = cellsOf(rule).length;
  return head.trim() !== '' && cellsOf(head).length === columns ? columns : undefined;
}

/** Whether a line goes on with a paragraph that stands in a note, a quotation or a list above it. */
function continues(lines: readonly string[], index: number): boolean {
  const depth = depthOf(lines[index]);
  if (/^\s/.test(lines[index] as string)) return false;
  for (let above = index - 1; above >= 0; above--) {
    const line = lines[above] as string;
    if (inner(line).trim() === '' || /^ {0,3}#{1,6}[ \t]/.test(inner(line))) return false;
    if (depthOf(line) > depth) return true;
    if (NOTE.test(inner(line)) || /^ {0,3}(?:-|\d{1,3}\.)[ \t]+\S/.test(inner(line))) return true;
  }
  return false;
}

/** Judges the rows under a head; gives the index of the last. */
function tableSlips(
  lines: readonly string[],
  head: number,
  columns: number,
  found: DialectFault[],
): number {
  let index = head + 2;
  const bars = plainBars(lines[head] as string);
  for (; index < lines.length; index++) {
    if (bars !== undefined && plainBars(lines[index] as string) === bars) continue;
    const row = inner(lines[index]);
    if (depthOf(lines[index]) !== depthOf(lines[head])) break;
    if (row.trim() === '' || NOTE.test(row) || OTHER_BLOCK.test(row)) break;
    const cells = cellsOf(row);
    if (cells.length > columns) {
      const lost = cells.slice(columns).map(({ text }) => text);
      if (lost.every((text) => text === '')) continue;
      const { column } = cells[columns] as Cell;
      found.push({
        code: 'text/lost-cells',
        line: index + 1,
        column: column + (lines[index] as string).length - row.length,
        value: shortened(lost.join(' | ')),
        expected: `每行 ${columns} 格`,
      });
    } else if (columns > 1 && !row.includes('|')) {
      found.push({ code: 'text/joined-line', line: index + 1, column: 1, value: shortened(row) });
    }
  }
  return index - 1;
}

/** How many bars stand in a row that begins and ends with one, where each parts cells. */
function plainBars(row: string): number | undefined {
  if (!row.startsWith('|') || !row.endsWith('|') || row.includes('\\')) return undefined;
  return row.split('|').length;
}

interface Cell {
  readonly text: string;
  /** Where it begins in the line, from 1. */
  readonly column: number;
}

/** The cells of a row as GFM cuts them: at each bar that no backslash stands before. */
function cellsOf(row: string): Cell[] {
  const cells: Cell[] = [];
  let from = row.search(/\S/);
  if (row[from] === '|') from += 1;
  const end = /(?:^|[^\\])(?:\\\\)*\|\s*$/.test(row) ? row.lastIndexOf('|') : row.length;
  let at = from;
  for (; at <= end; at++) {
    if (row[at] === '\\') at += 1;
    else if (at === end || row[at] === '|') {
      cells.push({ text: row.slice(from, at).trim(), column: from + 1 });
      from = at + 1;
    }
  }
  return cells;
}

/** A line without the signs of the quotation or list it stands in. */
function inner(line = ''): string {
  return line.slice(WITHIN.exec(line)?.[0].length ?? 0);
}

/** How many quotations a line stands in. */
function depthOf(line = ''): number {
  return (WITHIN.exec(line)?.[0].match(/>/g) ?? []).length;
}

function ruleFor(row: string): string {
  return `|${' --- |'.repeat(cellsOf(row).length)}`;
}

function endOf(lines: readonly string[], from: number, is: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && is(lines[end] as string)) end += 1;
  return end;
}

/** Notes that nothing cites, that stand twice, or that are cited and not there. */
function noteSlips(lines: readonly string[]): DialectFault[] {
  const notes = new Map<string, { line: number; label: string }>();
  const cited = new Map<string, { line: number; column: number; label: string }>();
  const found: DialectFault[] = [];
  let html = false;
  for (const [index, line] of lines.entries()) {
    html = isHtml(line, html);
    if (!line.includes('[^') && !line.includes('>')) continue;
    const here = inner(line);
    const [whole = '', label] = (html ? null : NOTE.exec(here)) ?? [];
    if (label !== undefined) {
      const at = { line: index + 1, label };
      const first = notes.get(key(label));
      if (first === undefined) notes.set(key(label), at);
      else {
        found.push({
          code: 'text/repeated-note',
          line: at.line,
          column: 1,
          value: shortened(here),
        });
      }
      const next = lines[index + 1] ?? '';
      if (next.trim() !== '' && !/^\s/.test(next) && !NOTE.test(next) && !OTHER_BLOCK.test(next)) {
        found.push({
          code: 'text/joined-line',
          line: index + 2,
          column: 1,
          value: shortened(next),
        });
      }
    }
    for (const match of line.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const note = match[1] as string;
      if (html || (label !== undefined && match.index < line.length - here.length + whole.length))
        continue;
      if (!cited.has(key(note))) {
        cited.set(key(note), { line: index + 1, column: match.index + 1, label: note });
      }
    }
    if (QUOTED.test(line.replace(/^ {0,3}/, ''))) {
      const next = lines[index + 1] ?? '';
      if (
        next.trim() !== '' &&
        !/^\s*>/.test(next) &&
        !OTHER_BLOCK.test(next) &&
        !NOTE.test(next)
      ) {
        found.push({
          code: 'text/joined-line',
          line: index + 2,
          column: 1,
          value: shortened(next),
        });
      }
    }
  }
  for (const [name, { line, label }] of notes) {
    if (!cited.has(name)) {
      found.push({ code: 'text/unused-note', line, column: 1, value: `[^${label}]:` });
    }
  }
  for (const [name, { line, column, label }] of cited) {
    if (!notes.has(name))
      found.push({ code: 'text/missing-note', line, column, value: `[^${label}]` });
  }
  return found;
}

/** Labels are one whatever their case. */
function key(label: string): string {
  return label.toLowerCase().toUpperCase();
}

/** The first place where `**` or `~~` may be mask or mark, and how many lines are so. */
function markSlips(lines: readonly string[]): DialectFault[] {
  let first: DialectFault | undefined;
  let count = 0;
  let html = false;
  for (const [index, line] of lines.entries()) {
    html = isHtml(line, html);
    if (html || !(hasTwice(line, '**') || hasTwice(line, '~~'))) continue;
    const column = unsureAt(line);
    if (column === undefined) continue;
    count += 1;
    first ??= { code: 'text/unsure-mark', line: index + 1, column, value: shortened(line.trim()) };
  }
  if (!first) return [];
  return [count > 1 ? { ...first, other: `，全文共 ${count} 行` } : first];
}

function hasTwice(line: string, mark: string): boolean {
  const first = line.indexOf(mark);
  return first !== -1 && line.includes(mark, first + mark.length);
}

function unsureAt(line: string): number | undefined {
  const plain = withoutAddresses(line);
  // Most lines with marks are no rows.
  const cells = line.includes('|') && /^\s*\|/.test(inner(plain)) ? plain.split('|') : [plain];
  let from = 0;
  for (const cell of cells) {
    const runs = runsOf(cell);
    const { unsure } = pairRuns(runs, (open, close) =>
      cell.slice((runs[open]?.at ?? 0) + 2, runs[close]?.at ?? 0),
    );
    if (unsure !== undefined) return from + (runs[unsure]?.at ?? 0) + 1;
    from += cell.length + 1;
  }
  return undefined;
}

/** A line in which what is no mark, behind a backslash or in an address, is filled up. */
function withoutAddresses(line: string): string {
  const plain = line.includes('\\') ? line.replaceAll(/\\./g, '〇〇') : line;
  if (!plain.includes('](') && !plain.includes('://')) return plain;
  return plain.replaceAll(/\]\([^)\s]*\)|https?:\/\/\S+/g, (part) => '〇'.repeat(part.length));
}

/** What every unknown mark begins with. */
const MAY_BE_UNKNOWN = /^ {0,3}(?:#{1,6}[^\s#]|```|\[[^\]^][^\]\n]*\]:|[*+][ \t])/m;

/** What other dialects of Markdown would read, and this one shows: somebody may wait for it. */
const UNKNOWN: readonly (readonly [pattern: RegExp, expected: string])[] = [
  [/^ {0,3}(?:##{1,5}[^\s#]|#[\p{Script=Han}（](?![^#\n]*#))/u, '“#”后空一格：## 一、标题'],
  [/^ {0,3}```/, '不用代码格式，直接写文字'],
  [/^ {0,3}\[[^\]^][^\]]*\]:\s+(?:https?:\/\/|\/|[\w./-]+\.\w+\s*$)/, '链接写作 [文字](网址)'],
  [/^ {0,3}[*+][ \t]+\S.*\n {0,3}[*+][ \t]+\S/, '列表每行以“- ”开头'],
];

function unknownMarks(lines: readonly string[]): DialectFault[] {
  return UNKNOWN.flatMap(([pattern, expected]) => {
    const index = lines.findIndex((line, at) => pattern.test(`${line}\n${lines[at + 1] ?? ''}`));
    if (index === -1) return [];
    const value = shortened((lines[index] as string).trim());
    return [{ code: 'text/unknown-mark' as const, line: index + 1, column: 1, value, expected }];
  });
}

/** Enough of a line to find it by. */
function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= 30 ? text : `${signs.slice(0, 30).join('')}…`;
}
