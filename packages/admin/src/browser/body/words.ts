import type { PhrasingContent } from 'mdast';
import type { Mark, Node } from 'prosemirror-model';
import { markType, schema, type } from './schema.ts';

/** The words within blocks: text with its marks, pictures, note signs and line ends. */

export const isLabel = (label: string): boolean => /^[\p{L}\p{N}_-]+$/u.test(label);

/** A table's cell of these lines. */
export function cell(
  lines: readonly (readonly Node[])[],
  attrs: Readonly<Record<string, unknown>>,
  head: boolean,
): Node {
  const content = (lines.length === 0 ? [[]] : lines).map((line) =>
    type('cell_line').create(null, line),
  );
  return type(head ? 'table_header' : 'table_cell').create(attrs, content);
}

/** Words as the lines of a cell. */
export function readLines(children: readonly PhrasingContent[]): Node[][] | undefined {
  const content = readInline(children);
  return content && linesOf(content);
}

/** Cuts words at their breaks. */
export function linesOf(content: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of content) {
    if (isBreak(node)) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

export const isBreak = (node: Node): boolean => node.type.name === 'hard_break';

const MARKS: Readonly<Record<string, string>> = { strong: 'strong', delete: 'del' };

/** Words with their marks; nothing where one of them has no form in the editor. */
export function readInline(
  children: readonly PhrasingContent[],
  marks: readonly Mark[] = [],
): Node[] | undefined {
  const found: Node[] = [];
  const tags: string[] = [];
  for (const child of children) {
    const here = tags.reduce<readonly Mark[]>((set, name) => with_(name, set), marks);
    const more = readOne(child, here, tags);
    if (!more) return undefined;
    found.push(...more);
  }
  return tags.length === 0 ? found : undefined;
}

const with_ = (name: string, marks: readonly Mark[], attrs?: object): readonly Mark[] =>
  markType(name)
    .create(attrs as Record<string, unknown>)
    .addToSet(marks);

function readOne(
  child: PhrasingContent,
  marks: readonly Mark[],
  tags: string[],
): readonly Node[] | undefined {
  switch (child.type) {
    case 'text': {
      const value = child.value.replaceAll('\r', '');
      return value === '' ? [] : [schema.text(value, marks)];
    }
    case 'strong':
    case 'delete':
      return readInline(child.children, with_(MARKS[child.type] as string, marks));
    case 'link': {
      const { url: href, title = null } = child;
      return readInline(child.children, with_('link', marks, { href, title }));
    }
    case 'image': {
      const { url: src, alt, title = null } = child;
      return [type('image').create({ src, alt: alt ?? '', title }, null, marks)];
    }
    case 'footnoteReference': {
      const label = child.label ?? child.identifier;
      return isLabel(label) ? [type('note_ref').create({ label }, null, marks)] : undefined;
    }
    case 'break':
      return [type('hard_break').create()];
    case 'html':
      return readTag(child.value, tags);
    default:
      return undefined;
  }
}

/** A tag among words: a line's end, or the beginning or end of a mark. */
function readTag(html: string, tags: string[]): Node[] | undefined {
  if (/^<br\s*\/?>$/i.test(html)) return [type('hard_break').create()];
  const [, slash, name = ''] = /^<(\/?)(u|sub|sup)>$/i.exec(html) ?? [];
  if (name === '') return undefined;
  if (!slash) tags.push(name.toLowerCase());
  else if (tags.pop() !== name.toLowerCase()) return undefined;
  return [];
}
