import type { Document, Node, Pair, Scalar } from 'yaml';
import { isScalar, visit } from 'yaml';
import type { Position } from '../problem.ts';
import type { YamlFault } from './yaml.ts';

/*
 * YAML drops and changes what is typed without a word: a title ends at “ #”, 0123 becomes 123, two lines
 * become one. Whatever would be read as something else than what stands there is named here. Comments on
 * lines of their own are meant, and so are the notes of our templates (two blanks, `#`, a blank), those
 * after a closing quotation mark or bracket, and after an id.
 */

const NOTE = /^[ \t]{2,}#[ 　]/u;
const NOTE_AT_END = /(?<![ \t])[ \t]{2,}#[ 　].*$/u;

/** `unit: civil-affairs # 待核`: an id of ours ends where it ends, and a tool leaves one blank before a note. */
const isNoted = (value: string, rest: string): boolean =>
  /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)+$/.test(value) && rest.startsWith(' # ');

/** Every place where what is read is not what is typed; `at` turns an offset of `text` into a place. */
export function lossesOf(
  document: Document,
  text: string,
  at: (offset: number) => Position,
): YamlFault[] {
  const faults: YamlFault[] = [];
  const tell = (offset: number, message: string, more: Partial<YamlFault> = {}) => {
    faults.push({ ...at(offset), message, ...more });
  };
  visit(document, {
    Collection: (_, node) => tagged(node),
    Pair: (_, pair) => {
      const key = pair.key as Scalar | null;
      if (!isScalar(key) || !key.range) return;
      const blank = /^[\u00a0\u3000]/u.test(String(key.source ?? key.value));
      if (blank) tell(key.range[0], '行首用了全角空格，应改用半角空格缩进');
    },
    Scalar: (place, node, path) => {
      tagged(node);
      if (place === 'key' || !node.range) return;
      const parent = path.at(-1) as Pair | Node | undefined;
      const [start, end] = node.range;
      const line = lineFrom(text, start);
      const quoted = () => withKey(parent, inQuotes(withoutNote(line)));
      const source = text.slice(start, end);
      if (node.type === 'PLAIN') {
        const rest = lineFrom(text, end);
        if (/^[ \t]+#/.test(rest) && !NOTE.test(rest) && !isNoted(source, rest)) {
          tell(start, dropped(rest.trimStart()), { expected: quoted() });
        } else if (source.trim().includes('\n')) tell(start, joined(source));
        else if (source !== '' && !isAsTyped(node.value, source)) {
          const read = node.value === null ? '没有内容' : String(node.value);
          tell(start, `“${source}”会读成“${read}”`, { expected: quoted(), sort: 'type' });
        }
        if (source === '' && isScalar((parent as Pair).key)) emptyAt(parent as Pair);
      } else if (node.type?.startsWith('BLOCK') && String(node.value).trim() === '') {
        tell(start, beginsWith(source.charAt(0)), expectedLine(wholeLine(text, start)));
      } else if (node.type === 'BLOCK_FOLDED') {
        if (source.trim().split('\n').length > 2) tell(start, joined(source.replace(/^.*\n/, '')));
      } else if (node.type !== 'BLOCK_LITERAL' && source.includes('\n'))
        tell(start, joined(source));
    },
  });
  return faults;

  /** `!!str 12`: the sign and its word are no part of what is read. */
  function tagged({ tag, range }: Node & { tag?: string }): void {
    if (tag === undefined || !range) return;
    const before = text.slice(text.lastIndexOf('\n', range[0] - 1) + 1, range[0]);
    const start = range[0] - (/!\S*[ \t]*$/.exec(before)?.[0].length ?? 0);
    tell(start, beginsWith('!'), expectedLine(wholeLine(text, start)));
  }

  /** `title: #2 泵站`: all that was typed is a comment. */
  function emptyAt(pair: Pair): void {
    const key = pair.key as Scalar;
    const from = key.range?.[1] ?? 0;
    const rest = lineFrom(text, from).replace(/^[ \t]*:/, '');
    if (!/^[ \t]+#/.test(rest) || NOTE.test(rest)) return;
    const value = rest.trimStart();
    tell(from + 1 + rest.length - value.length, dropped(value), {
      expected: withKey(pair, inQuotes(value)),
      sort: 'emptied',
    });
  }
}

export const beginsWith = (sign: string): string => `值以“${sign}”开头时，整个值要用引号括起来`;

const dropped = (comment: string): string =>
  `“${short(comment)}”会被当作注释丢掉：空格后的“#”在 YAML 中是注释，整个值要用引号括起来`;

function joined(source: string): string {
  const lines = source.trim().split('\n');
  return `“${short((lines[1] ?? '').trim())}”会接到上一行后面，中间多出一个空格：写在同一行里；确要分行的，写作“字段: |”，下面各行缩进`;
}

function short(text: string): string {
  const flat = text.trim();
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

function lineFrom(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? undefined : end);
}

/** The line as it should be; without the field's name in a list. */
function withKey(parent: Pair | Node | undefined, value: string): string {
  const key = parent && 'key' in parent ? parent.key : undefined;
  return isScalar(key) ? `${String(key.value)}: ${value}` : value;
}

/** The line that an offset stands in. */
export function wholeLine(text: string, offset: number): string {
  return lineFrom(text, text.lastIndexOf('\n', offset - 1) + 1);
}

/** A line of a field with its value in quotation marks; nothing where the line is none. */
export function expectedLine(line: string): { expected?: string } {
  const [, key, value] = /^[\s-]*(\w[\w-]*):[ \t]+([^ \t].*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined) return {};
  const bare = withoutNote(value);
  // A quotation mark without its other half is none.
  const alone = /^(["'])(?!.*\1)/.test(bare) ? bare.slice(1) : bare;
  // A list that is not closed is a list; a title in a bracket is a title.
  if (bare.startsWith('[') && /[,，]/.test(bare)) return { expected: `${key}: ${bare}]` };
  return { expected: `${key}: ${inQuotes(alone)}` };
}

const withoutNote = (line: string): string =>
  line.replace(NOTE_AT_END, '').replace(/(?<![ \t])[ \t]+$/, '');

function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/**
 * Whether a plain value stands for itself: a text, `true`, a number as one writes it. `1.10` is the number
 * 1.1; where a text is wanted, the schema refuses any number.
 */
function isAsTyped(value: unknown, source: string): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'number' || source.length > 400) return false;
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(source)) return false;
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  return plain(source) === plain(String(value));
}
