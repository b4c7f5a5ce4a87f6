import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { schema, type } from './schema.ts';
import { labelsOf } from './text.ts';

/** The last number that an item may have: longer ones are no numbers of a list. */
const LAST_NUMBER = 999;

/** Keeps a document in a form that a text can say, after each change. */
export const upkeep = new Plugin({
  appendTransaction(transactions, _before, { doc, tr }) {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    numberItems(doc, tr);
    freeNoteSigns(doc, tr);
    endWithWords(doc, tr);
    return tr.docChanged ? tr : null;
  },
});

/**
 * New items of a numbered list take the number after the one before them, and push on those that follow it one
 * by one. Numbers that were typed stay as they were typed.
 */
function numberItems(doc: Node, tr: Transaction): void {
  doc.descendants((list, at) => {
    if (list.isTextblock) return false;
    const ordered = list.type.name === 'ordered_list';
    if (!ordered && list.type.name !== 'bullet_list') return true;
    let before = 0;
    let pushed = false;
    list.forEach((item, offset) => {
      const { number } = item.attrs;
      const isNew = ordered && number === null;
      const next = Math.min(before + 1, LAST_NUMBER);
      pushed = isNew || (pushed && number === before);
      const own = ordered ? (pushed ? next : number) : null;
      if (own !== number) tr.setNodeAttribute(at + 1 + offset, 'number', own);
      before = own ?? 0;
    });
    return true;
  });
}

/** A note's sign without its note is words: that is how a text would be read. */
function freeNoteSigns(doc: Node, tr: Transaction): void {
  let labels: Set<string> | undefined;
  const lost: { at: number; node: Node }[] = [];
  doc.descendants((node, at) => {
    if (node.type.name !== 'note_ref') return;
    labels ??= new Set(labelsOf(doc).map((label) => label.toLowerCase()));
    if (!labels.has(String(node.attrs['label']).toLowerCase())) lost.push({ at, node });
  });
  for (const { at, node } of lost.reverse())
    tr.replaceWith(at, at + 1, schema.text(`[^${node.attrs['label']}]`, node.marks));
}

const CLOSED = ['table', 'source', 'rule'];

/** Behind a table nothing could be written without a paragraph there. */
function endWithWords(doc: Node, tr: Transaction): void {
  if (CLOSED.includes(doc.lastChild?.type.name ?? ''))
    tr.insert(tr.doc.content.size, type('paragraph').create());
}
