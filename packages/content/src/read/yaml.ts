import type { Document, Node, YAMLParseError, YAMLWarning } from 'yaml';
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Position } from '../problem.ts';
import { TOLD } from './bounds.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { beginsWith, expectedLine, lossesOf, wholeLine } from './yaml-losses.ts';
import { nestedLine } from './yaml-nesting.ts';

/** An officer's input method writes `标题：` where YAML wants `title: `. */
const FULL_WIDTH_COLON = /^[\s-]*\w[\w-]*：/;
/** … and a blank of its own width, which is none to YAML. */
const FULL_WIDTH_BLANK = /^[\s-]*\w[\w-]*:[^\S \t\r\n]/u;
const BLANK_MESSAGE = '冒号后是全角空格，应改为一个半角空格';
const NO_BLANK = /^[\s-]*\w[\w-]*:[^\s:]/;
const COLON_MESSAGE = '字段名后用了全角冒号“：”，应为半角冒号加一个空格“: ”';

/** A YAML text with its value and the places of its parts. */
export interface YamlSource {
  readonly value: unknown;
  readonly errors: readonly YamlFault[];
  /** What is read as something else than what is typed; the value is there nevertheless. */
  readonly losses: readonly YamlFault[];
  /** Where the value at `path` stands; the nearest existing ancestor when it is missing. */
  readonly valueAt: (path: readonly PropertyKey[]) => Position;
  /** Where the key at the end of `path` stands. */
  readonly keyAt: (path: readonly PropertyKey[]) => Position;
  /** The value at `path` as it was written, where that is no text: `0739`, not 739; `[a, b]`. */
  readonly textAt: (path: readonly PropertyKey[]) => string | undefined;
}

export interface YamlFault extends Position {
  /** What is wrong, in Chinese. */
  readonly message: string;
  /** The line as it should be, where that can be told. */
  readonly expected?: string;
  /** `type`: the schema may tell as much of the value; `emptied`: it would call the field empty. */
  readonly sort?: 'type' | 'emptied';
}

/**
 * Parses YAML 1.2 (dates stay text). `firstLine` is the line in the file at which `text` begins.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  return readPlainYaml(text, firstLine) ?? readFullYaml(text, firstLine);
}

/** Parses all of YAML but what is nested without end. */
export function readFullYaml(text: string, firstLine: number): YamlSource {
  const deep = nestedLine(text);
  if (deep !== undefined) return unusable({ line: deep + firstLine - 1, column: 1, message: DEEP });
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const wrong = [...document.errors, ...document.warnings];
  const enclosed = wrong.length === 0 ? NOTHING : enclosedIn(document);
  const faults = wrong.slice(0, TOLD).map((error) => {
    const start = startOf(error, enclosed, text);
    return { ...at(start), ...explain(error, wholeLine(text, start)) };
  });
  const errors = firstOnes(
    faults.length > 0
      ? faults
      : [...noFields(document, text, at), ...references(document, text, at)],
    wrong.length - faults.length,
  );
  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
    losses: errors.length > 0 ? [] : firstOnes(lossesOf(document, text, at)),
    valueAt: (path) => at(valueOffset(document, path)),
    keyAt: (path) => at(keyOffset(document, path)),
    textAt: (path) => {
      const node = document.getIn(path, true);
      if (isCollection(node) && node.flow && node.range) {
        const source = text.slice(node.range[0], node.range[1]);
        return source.includes('\n') ? undefined : source;
      }
      return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
    },
  };
}

/** What an officer's input method makes of `字段: 值`. */
function slipOf(line: string): string | undefined {
  if (FULL_WIDTH_COLON.test(line)) return COLON_MESSAGE;
  if (FULL_WIDTH_BLANK.test(line)) return BLANK_MESSAGE;
  if (NO_BLANK.test(line)) return '字段名的冒号后缺少一个空格，应写作“字段: 值”';
  return undefined;
}

/** A text without any field is a sentence to YAML; that is told, not that fields are missing. */
function noFields(document: Document, text: string, at: (offset: number) => Position): YamlFault[] {
  if (isMap(document.contents)) return [];
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const message = slipOf(line);
    const here = at(offset);
    offset += line.length + 1;
    return message === undefined ? [] : [{ ...here, message }];
  });
}

const DEEP = '字段太多，或字段、括号层层嵌套，没有往下读；核对第二个“---”的位置、缩进和括号';

function unusable(fault: YamlFault): YamlSource {
  const at = () => ({ line: fault.line, column: fault.column });
  const nothing = { value: undefined, errors: [fault], losses: [], textAt: () => undefined };
  return { ...nothing, valueAt: at, keyAt: at };
}

/** As many as somebody mends at a time; the last says that there are more (`beyond` were not looked at). */
function firstOnes(faults: readonly YamlFault[], beyond = 0): readonly YamlFault[] {
  const lines = firstOfEachLine(faults);
  const told = lines.slice(0, TOLD);
  const last = told.at(-1);
  const rest = lines.length - told.length + beyond;
  if (!last || rest === 0) return told;
  return [...told.slice(0, -1), { ...last, message: `${last.message}（后面另有 ${rest} 处）` }];
}

/** One slip often makes several errors; those after the first of a line say nothing new. */
function firstOfEachLine(faults: readonly YamlFault[]): YamlFault[] {
  const lines = new Set<number>();
  return faults.filter(({ line }) => !lines.has(line) && lines.add(line));
}

/**
 * Anchors and aliases: no officer means them, but a title that begins with `*` is read as one,
 * and a few of them inside each other can stand for gigabytes.
 */
function references(
  document: Document,
  text: string,
  at: (offset: number) => Position,
): YamlFault[] {
  const faults: YamlFault[] = [];
  const refuse = (offset: number, sign: string) => {
    const expected = expectedLine(wholeLine(text, offset));
    faults.push({ ...at(offset), message: beginsWith(sign), ...expected });
  };
  visit(document, {
    Alias: (_, node) => refuse(node.range?.[0] ?? 0, '*'),
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse(node.range?.[0] ?? 0, '&');
    },
  });
  return faults;
}

/** `title: |甲`: to YAML the head of a block, with words that no head may have. */
const BLOCK_WITH_TEXT = /^([\s-]*\w[\w-]*:[ \t]+)[|>](?![-+\d]*(?:[ \t]+#.*|[ \t]*)$)/;

/** Where the quoted texts, and the lists and fields in brackets, of a document stand. */
interface Enclosed {
  readonly quoted: readonly Range[];
  readonly bracketed: readonly Range[];
}

type Range = NonNullable<Node['range']>;

const NOTHING: Enclosed = { quoted: [], bracketed: [] };

/** One walk for all errors of a document: each of them asks for the same. */
function enclosedIn(document: Document): Enclosed {
  const quoted: Range[] = [];
  const bracketed: Range[] = [];
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range && type?.startsWith('QUOTE')) quoted.push(range);
    },
    Collection: (_, { flow, range }) => {
      if (range && flow) bracketed.push(range);
    },
  });
  return { quoted, bracketed };
}

/** Where an error begins; an open quotation or bracket is only noticed on a later line. */
function startOf(error: YAMLParseError | YAMLWarning, enclosed: Enclosed, text: string): number {
  let start = error.pos[0];
  if (error.code === 'MISSING_CHAR') {
    const [at] = error.pos;
    start = enclosed.quoted.find(([from, to]) => from <= at && to >= at)?.[0] ?? at;
  }
  for (const [from, to, end] of enclosed.bracketed) {
    const open = from < start && end >= error.pos[0];
    if (open && !/[\]}]/.test(text[to - 1] ?? '')) start = from;
  }
  const end = text.lastIndexOf('\n', start - 1);
  const before = BLOCK_WITH_TEXT.exec(end === -1 ? '' : wholeLine(text, end));
  return before ? text.lastIndexOf('\n', end - 1) + 1 + (before[1] ?? '').length : start;
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const key = path.at(-1);
    const pair = parent.items.find((item) => isPair(item) && String(item.key) === key);
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return valueOffset(document, path);
}

const NO_FIELD = '这一行不符合“字段: 值”的写法';
const NOT_PAIRED = '引号或括号没有成对';
const NO_COLON = '这一行缺少冒号，应写作“字段: 值”';

/** The slips officers make, in their words, and the line as it should be where quotation marks mend it. */
function explain(
  error: YAMLParseError | YAMLWarning,
  line: string,
): Pick<YamlFault, 'message' | 'expected'> {
  const slip = slipOf(line);
  if (slip !== undefined) return { message: slip };
  const sign = /^[\s-]*(?:\w[\w-]*:\s+)?([[{@`%*&!|>])/.exec(line)?.[1];
  const quoteIt = { message: beginsWith(sign ?? ''), ...expectedLine(line) };
  if (sign === '!' || BLOCK_WITH_TEXT.test(line)) return quoteIt;
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: `同一字段写了两次：“${line.trim()}”` };
    case 'TAB_AS_INDENT':
      if (/^[\w-]+:/.test(line)) return { message: NO_FIELD, ...expectedLine(line) };
      return { message: '行首用了制表符（Tab），应改用空格缩进' };
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_ITEM_INDENT' as typeof error.code:
      if (sign === '[' || sign === '{') return { message: NOT_PAIRED, ...expectedLine(line) };
      if (sign !== undefined) return quoteIt;
      return { message: '缩进不对，同一层的各行应左对齐' };
    case 'MISSING_CHAR':
      if (!line.includes(':')) return { message: NO_COLON };
      return { message: NOT_PAIRED, ...expectedLine(line) };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (!line.includes(':')) return { message: NO_COLON };
      return {
        message: '这一行有两个半角冒号，或缩进不对；文字中含半角冒号时，整个值要用引号括起来',
        ...expectedLine(line),
      };
    default:
      if (sign !== undefined) return quoteIt;
      return { message: NO_FIELD, ...expectedLine(line) };
  }
}
