import {
  chainCommands,
  createParagraphNear,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  setBlockType,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands';
import type { Attrs, Node } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
} from 'prosemirror-state';
import { addRowAfter, goToNextCell, isInTable } from 'prosemirror-tables';
import { markType, schema, type } from './schema.ts';
import { labelsOf } from './text.ts';

export const toggle = (mark: string): Command => toggleMark(markType(mark));

/** Paragraph or heading; a level of nothing is a paragraph. */
export const setStyle = (level: number): Command =>
  level === 0 ? setBlockType(type('paragraph')) : setBlockType(type('heading'), { level });

/** A node of one of these types around the selection, from the inside. */
export function around(
  { selection: { $from } }: EditorState,
  ...names: readonly string[]
): { readonly node: Node; readonly at: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (names.includes(node.type.name)) return { node, at: $from.before(depth) };
  }
  return undefined;
}

/** Makes a list of the paragraphs, changes its sort, or ends it. */
export function toggleList(name: 'bullet_list' | 'ordered_list'): Command {
  return (state, dispatch, view) => {
    const list = around(state, 'bullet_list', 'ordered_list');
    if (!list) return wrapInList(type(name))(state, dispatch, view);
    if (list.node.type.name === name) return liftListItem(type('list_item'))(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.at, type(name), list.node.attrs));
    return true;
  };
}

/** Numbers the items of the list from its first number on. */
export const renumber: Command = (state, dispatch) => {
  const list = around(state, 'ordered_list');
  if (!list) return false;
  const { tr } = state;
  let number = Number(list.node.firstChild?.attrs['number'] ?? 1);
  list.node.forEach((_, offset) => {
    tr.setNodeAttribute(list.at + 1 + offset, 'number', number);
    number += 1;
  });
  dispatch?.(tr);
  return true;
};

export const item = {
  split: splitListItem(type('list_item'), { number: null }),
  deeper: sinkListItem(type('list_item')),
  higher: liftListItem(type('list_item')),
};

export const quote: Command = (state, dispatch) => {
  const quotation = around(state, 'blockquote');
  if (quotation) {
    const { tr } = state;
    tr.replaceWith(quotation.at, quotation.at + quotation.node.nodeSize, quotation.node.content);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(quotation.at + 1))));
    return true;
  }
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => node.type.name === 'doc');
  if (!range) return false;
  const nodes: Node[] = [];
  for (let index = range.startIndex; index < range.endIndex; index++)
    nodes.push(range.parent.child(index));
  const made = type('blockquote').createChecked.bind(type('blockquote'));
  if (!type('blockquote').validContent(type('doc').create(null, nodes).content)) return false;
  const tr = state.tr.replaceWith(range.start, range.end, made(null, nodes));
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(range.start + 2))));
  return true;
};

export const enter: Command = chainCommands(
  newlineInCode,
  item.split,
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
);

/** The end of a line within a paragraph; in a cell each line is one of its own. */
export const lineEnd: Command = (state, dispatch, view) => {
  const { parent } = state.selection.$from;
  if (parent.type.name !== 'paragraph') return enter(state, dispatch, view);
  dispatch?.(state.tr.replaceSelectionWith(type('hard_break').create(), false).scrollIntoView());
  return true;
};

/** A paragraph behind or before the block that the cursor is in. */
export function besideBlock(side: 'before' | 'after'): Command {
  return (state, dispatch, view) => {
    if (side === 'after' && around(state, 'source') && exitCode(state, dispatch, view)) return true;
    const { $from } = state.selection;
    if ($from.depth === 0 && !(state.selection instanceof NodeSelection)) return false;
    const at =
      $from.depth === 0
        ? $from.pos + (side === 'after' ? 1 : 0)
        : side === 'after'
          ? $from.after(1)
          : $from.before(1);
    const tr = state.tr.insert(at, type('paragraph').create());
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
    return true;
  };
}

/** The next cell; from the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!view) return true;
  addRowAfter(state, view.dispatch);
  return goToNextCell(1)(view.state, view.dispatch);
};

/** A table of so many rows and columns, the first row its head. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const cells = (name: string) =>
      Array.from({ length: columns }, () => type(name).createAndFill() as Node);
    const table = type('table').create(
      null,
      Array.from({ length: rows }, (_, row) =>
        type('table_row').create(null, cells(row === 0 ? 'table_header' : 'table_cell')),
      ),
    );
    return insertBlock(table)(state, dispatch);
  };
}

/** Puts a block in the place of an empty paragraph, or behind the one that the cursor is in. */
export function insertBlock(block: Node): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth === 0) return false;
    const own = $from.node(1);
    const empty = own.type.name === 'paragraph' && own.childCount === 0;
    const [from, to] = empty ? [$from.before(1), $from.after(1)] : [$from.after(1), $from.after(1)];
    const tr = state.tr.replaceWith(from, to, block);
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(from + 1))).scrollIntoView());
    return true;
  };
}

/** Puts words with a link in, or makes one of the words that are selected. */
export function insertLink(href: string, words: string): Command {
  return (state, dispatch) => {
    const mark = markType('link').create({ href });
    const { from, to, empty } = state.selection;
    const tr = empty
      ? state.tr.replaceSelectionWith(schema.text(words || href, [mark]), false)
      : state.tr.addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(mark).scrollIntoView());
    return true;
  };
}

/** Takes the link away that the cursor is in. */
export const removeLink: Command = (state, dispatch) => {
  const { $from, from, to, empty } = state.selection;
  const link = markType('link');
  if (!empty) {
    dispatch?.(state.tr.removeMark(from, to, link));
    return true;
  }
  const found = linkAround(state);
  if (!found) return false;
  dispatch?.(state.tr.removeMark($from.start() + found.from, $from.start() + found.to, link));
  return true;
};

/** The link at the cursor, with its place in its paragraph. */
export function linkAround({
  selection: { $from },
}: EditorState): { readonly href: string; readonly from: number; readonly to: number } | undefined {
  let found: { href: string; from: number; to: number } | undefined;
  $from.parent.forEach((node, from) => {
    const link = markType('link').isInSet(node.marks);
    const to = from + node.nodeSize;
    if (!link) return;
    const href = String(link.attrs['href']);
    if (found?.to === from && found.href === href) found = { ...found, to };
    else if (!found || found.to < $from.parentOffset) found = { href, from, to };
  });
  return found && found.from <= $from.parentOffset && $from.parentOffset <= found.to
    ? found
    : undefined;
}

/** A note: its sign here, and an empty note at the end of the text, where the cursor goes. */
export const insertNote: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent || around(state, 'source', 'note')) return false;
  const taken = new Set(labelsOf(state.doc));
  let number = 1;
  while (taken.has(String(number))) number += 1;
  const label = String(number);
  const { tr } = state;
  tr.insert(tr.doc.content.size, type('note').create({ label }, type('paragraph').create()));
  tr.insert(state.selection.to, type('note_ref').create({ label }));
  dispatch?.(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView());
  return true;
};

/** From a note back to its sign. */
export const backToText: Command = (state, dispatch) => {
  const note = around(state, 'note');
  if (!note) return false;
  let at: number | undefined;
  state.doc.descendants((node, pos) => {
    if (node.type.name === 'note_ref' && node.attrs['label'] === note.node.attrs['label'])
      at ??= pos + 1;
  });
  if (at === undefined) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
  return true;
};

/** An empty note goes with its signs. */
export const removeEmptyNote: Command = (state, dispatch) => {
  const note = around(state, 'note');
  if (note?.node.textContent !== '' || !state.selection.empty) return false;
  const { tr } = state;
  tr.delete(note.at, note.at + note.node.nodeSize);
  const signs: number[] = [];
  tr.doc.descendants((node, pos) => {
    if (node.type.name === 'note_ref' && node.attrs['label'] === note.node.attrs['label'])
      signs.push(pos);
  });
  for (const pos of signs.reverse()) tr.delete(pos, pos + 1);
  if (tr.doc.childCount === 0) tr.insert(0, type('paragraph').create());
  dispatch?.(
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(signs[0] ?? 1, tr.doc.content.size)))),
  );
  return true;
};

/** Puts a picture in. */
export function insertPicture(src: string, alt: string): Command {
  return (state, dispatch) => {
    const picture = type('image').create({ src, alt });
    const { parent } = state.selection.$from;
    if (!parent.inlineContent || parent.type.name === 'source') return false;
    dispatch?.(state.tr.replaceSelectionWith(picture).scrollIntoView());
    return true;
  };
}

/** Sets what a node says, where it stands. */
export function setAttrs(at: number, attrs: Attrs): Command {
  return ({ tr, doc }, dispatch) => {
    const node = doc.nodeAt(at);
    if (!node) return false;
    dispatch?.(tr.setNodeMarkup(at, undefined, { ...node.attrs, ...attrs }, node.marks));
    return true;
  };
}
