import type { Document, YAMLParseError, YAMLWarning } from 'yaml';
import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Position } from '../problem.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** An officer's input method writes `标题：` where YAML wants `title: `. */
const FULL_WIDTH_COLON = /^[\s-]*[\w-]+：/;
const COLON_MESSAGE = '字段名后用了全角冒号“：”，应为半角冒号加一个空格“: ”';

/** A YAML text with its value and the places of its parts. */
export interface YamlSource {
  readonly value: unknown;
  readonly errors: readonly YamlFault[];
  /** Where the value at `path` stands; the nearest existing ancestor when it is missing. */
  readonly valueAt: (path: readonly PropertyKey[]) => Position;
  /** Where the key at the end of `path` stands. */
  readonly keyAt: (path: readonly PropertyKey[]) => Position;
  /** The value at `path` as it was written, where that is one word: `0739`, not 739. */
  readonly textAt: (path: readonly PropertyKey[]) => string | undefined;
}

export interface YamlFault extends Position {
  /** What is wrong, in Chinese. */
  readonly message: string;
}

/**
 * Parses YAML 1.2 (dates stay text). `firstLine` is the line in the file at which `text` begins.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  return readPlainYaml(text, firstLine) ?? readFullYaml(text, firstLine);
}

/** Parses all of YAML. */
export function readFullYaml(text: string, firstLine: number): YamlSource {
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
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    ...at(startOf(error, document)),
    message: explain(error, text),
  }));
  const errors = firstOfEachLine(
    faults.length > 0
      ? faults
      : [...fullWidthColons(document, text, at), ...references(document, at)],
  );
  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
    valueAt: (path) => at(valueOffset(document, path)),
    keyAt: (path) => at(keyOffset(document, path)),
    textAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
    },
  };
}

/** `标题：值` throughout is a sentence to YAML, not a field; that is told, not that fields are missing. */
function fullWidthColons(
  document: Document,
  text: string,
  at: (offset: number) => Position,
): YamlFault[] {
  if (isMap(document.contents)) return [];
  return [...text.matchAll(new RegExp(FULL_WIDTH_COLON, 'gm'))].map((match) => ({
    ...at(match.index),
    message: COLON_MESSAGE,
  }));
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
function references(document: Document, at: (offset: number) => Position): YamlFault[] {
  const faults: YamlFault[] = [];
  const refuse = (offset: number, sign: string) => {
    faults.push({ ...at(offset), message: `值以“${sign}”开头时，整个值要用引号括起来` });
  };
  visit(document, {
    Alias: (_, node) => refuse(node.range?.[0] ?? 0, '*'),
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse(node.range?.[0] ?? 0, '&');
    },
  });
  return faults;
}

/** Where an error begins; an open quotation is only noticed at the end of the file. */
function startOf(error: YAMLParseError | YAMLWarning, document: Document): number {
  let start = error.pos[0];
  if (error.code !== 'MISSING_CHAR') return start;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[1] >= error.pos[0]) start = range[0];
    },
  });
  return start;
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

const NO_COLON = '这一行缺少冒号，应写作“字段: 值”';

/** The slips officers make, in their words; the rest as a plain statement that it cannot be read. */
function explain(error: YAMLParseError | YAMLWarning, text: string): string {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const line = text.slice(
    start,
    text.indexOf('\n', start) === -1 ? undefined : text.indexOf('\n', start),
  );
  if (FULL_WIDTH_COLON.test(line)) return COLON_MESSAGE;
  if (/^[\s-]*[\w-]+:[^\s:]/.test(line)) return '字段名的冒号后缺少一个空格，应写作“字段: 值”';
  const sign = /^[\s-]*(?:[\w-]+:\s+)?([[{@`%*&!|>])/.exec(line)?.[1];
  const quoteIt = `值以“${sign}”开头时，整个值要用引号括起来`;
  if (sign === '!') return quoteIt;
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `同一字段写了两次：“${line.trim()}”`;
    case 'TAB_AS_INDENT':
      return '行首用了制表符（Tab），应改用空格缩进';
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_ITEM_INDENT' as typeof error.code:
      return '缩进不对，同一层的各行应左对齐';
    case 'MISSING_CHAR':
      return line.includes(':') ? '引号或括号没有成对' : NO_COLON;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (!line.includes(':')) return NO_COLON;
      return '这一行有两个半角冒号，或缩进不对；文字中含半角冒号时，整个值要用引号括起来';
    default:
      return sign === undefined ? '这一行不符合“字段: 值”的写法' : quoteIt;
  }
}
