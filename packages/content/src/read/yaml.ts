import type { Document, YAMLError } from 'yaml';
import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { Position } from '../problem.ts';

/** A YAML text with its value and the places of its parts. */
export interface YamlSource {
  readonly value: unknown;
  readonly errors: readonly YamlFault[];
  /** Where the value at `path` stands; the nearest existing ancestor when it is missing. */
  readonly valueAt: (path: readonly PropertyKey[]) => Position;
  /** Where the key at the end of `path` stands. */
  readonly keyAt: (path: readonly PropertyKey[]) => Position;
}

export interface YamlFault extends Position {
  /** What is wrong, in Chinese. */
  readonly message: string;
}

/**
 * Parses YAML 1.2 (dates stay text). `firstLine` is the line in the file at which `text` begins.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
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
  const errors = document.errors.map((error) => ({
    ...at(error.pos[0]),
    message: explain(error, text),
  }));
  return {
    value: errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 }),
    errors,
    valueAt: (path) => at(valueOffset(document, path)),
    keyAt: (path) => at(keyOffset(document, path)),
  };
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

/** The slips officers make, in their words; the rest as a plain statement that it cannot be read. */
function explain(error: YAMLError, text: string): string {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const line = text.slice(
    start,
    text.indexOf('\n', start) === -1 ? undefined : text.indexOf('\n', start),
  );
  if (/^\s*[\w-]+：/.test(line)) return '字段名后用了全角冒号“：”，应为半角冒号加一个空格“: ”';
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `同一字段写了两次：“${line.trim()}”`;
    case 'TAB_AS_INDENT':
      return '行首用了制表符（Tab），应改用空格缩进';
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_ITEM_INDENT' as typeof error.code:
      return '缩进不对，同一层的各行应左对齐';
    case 'MISSING_CHAR':
      return '缺少引号、括号或冒号';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return '一行中有两个冒号，或上一行缺少冒号；文字含半角冒号时请用引号括起来';
    default:
      return '这一行不符合“字段: 值”的写法';
  }
}
