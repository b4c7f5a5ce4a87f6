import { BRACKETS, LAZY_LINES, NESTING, PARAGRAPH_SIGNS } from '../read/bounds.ts';
import type { DialectFault } from './fault.ts';

/*
 * Texts that no parser is given: blocks one in the other, which each reader walks down by calling itself,
 * and paragraphs without end. Told line by line, without parsing.
 */

/** What begins a quotation, an item or a note, and the indent before it. */
const MARK = /[ \t]*(?:>|-(?=[ \t])|\d{1,3}\.(?=[ \t])|\[\^[^\]\s]{1,200}\]:)/y;
/** A line that begins with such a mark; `- - -` is a dividing line. */
const MARKED = /[ \t]*(?:>|-[ \t]|\d{1,3}\.[ \t]|\[\^)(?![ \t-]*$).*$/my;
const TAB = 4;

/** The first place that is beyond a bound, or nothing. Lines count from 1. */
export function beyondBounds(text: string): DialectFault | undefined {
  return nestedDeep(text) ?? longParagraph(text);
}

/**
 * No block of a text is nested deeper than this says: an item that is open is one whose words begin no
 * further right than the marks below it stand; a quotation is marked on each of its lines.
 */
function nestedDeep(text: string): DialectFault | undefined {
  /** Where the words of each open item begin. */
  const open: number[] = [];
  for (const { 0: line, index } of markedLines(text)) {
    let column = 0;
    let quotations = 0;
    MARK.lastIndex = 0;
    for (let from = 0; ; from = MARK.lastIndex) {
      const mark = MARK.exec(line)?.[0];
      if (mark === undefined) break;
      const indent = mark.search(/[^ \t]/);
      for (const sign of mark.slice(0, indent)) column += sign === '\t' ? TAB : 1;
      if (mark.endsWith('>')) quotations += 1;
      else {
        while ((open.at(-1) ?? 0) > column) open.pop();
        open.push(column + 2);
      }
      column += mark.length - indent;
      if (open.length + quotations > NESTING) {
        return {
          code: 'text/nested-deep',
          line: lineAt(text, index),
          column: from + indent + 1,
          value: String(open.length + quotations),
          expected: String(NESTING),
        };
      }
    }
  }
  return undefined;
}

/** The lines that begin with a mark. Most lines begin with a Chinese sign, and that is all that is asked of them. */
function* markedLines(text: string): Generator<RegExpExecArray> {
  for (let at = 0, end = 0; end !== -1; at = end + 1) {
    end = text.indexOf('\n', at);
    if (!(text.charCodeAt(at) < 0x80)) continue;
    MARKED.lastIndex = at;
    const line = MARKED.exec(text);
    if (line) yield line;
  }
}

/** What a paragraph ends before, whatever stands around it. */
const BLOCK = /^[ \t]*(?:#{1,6}[ \t]|>|-[ \t]|\d{1,3}\.[ \t]|\[\^[^\]\s]{1,200}\]:)/;
/** After these, up to the next empty line, each line stands for itself: a table, by bars or by tags. */
const RULE = /^[ \t]*(?=.*-)(?=.*\|)[|: \t-]+$/;
const HTML = /^[ \t]*<\/?(?:table|thead|tbody|tr|th|td)\b/i;
const SIGN = /[A-Za-z0-9]+|[[\]<&*~\\|@\n]/g;

/** A paragraph that a parser would go over again and again: for each bracket, for each sign that may begin something. */
function longParagraph(text: string): DialectFault | undefined {
  const mayBeLong =
    text.length >= PARAGRAPH_SIGNS ||
    (text.length > 2 * LAZY_LINES && countOf(text, '\n') > LAZY_LINES);
  if (!mayBeLong && bracketsIn(text) <= BRACKETS) return undefined;
  let [brackets, signs, rows, lazy] = [0, 0, false, 0];
  for (const [index, line] of text.split('\n').entries()) {
    const empty = line.trim() === '';
    rows = !empty && (rows || RULE.test(line) || HTML.test(line));
    const block = !empty && BLOCK.test(line);
    if (empty || rows || block) [brackets, signs] = [0, 0];
    if (empty) lazy = 0;
    else if (block || lazy > 0) lazy += 1;
    brackets += bracketsIn(line);
    signs += 1 + (line.match(SIGN)?.length ?? 0);
    const at = { code: 'text/long-paragraph', line: index + 1, column: 1 } as const;
    if (brackets > BRACKETS)
      return { ...at, value: `${brackets} 个方括号`, expected: `${BRACKETS} 个` };
    if (lazy > LAZY_LINES && !block)
      return { ...at, value: `${lazy} 行`, expected: `${LAZY_LINES} 行` };
    if (signs > PARAGRAPH_SIGNS && !HTML.test(line))
      return { ...at, value: `${signs} 处字母、数字和符号`, expected: `${PARAGRAPH_SIGNS} 处` };
  }
  return undefined;
}

function bracketsIn(text: string): number {
  return countOf(text, '[') + countOf(text, ']');
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
