import { Fragment, type Node } from 'prosemirror-model';
import { CARES, type Care } from './escape.ts';
import { blocksOf, children, normal, sameWords } from './normal.ts';
import { type Block, isBlank, readBlocks } from './read.ts';
import { schema, type } from './schema.ts';
import { blockText } from './write.ts';

/** A text that was opened: what it was, block by block, and the document that the editor shows. */
export interface OpenText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly doc: Node;
}

/** Opens a text for the editor. */
export function openText(text: string): OpenText {
  const blocks = readBlocks(text);
  return { text, blocks, doc: documentOf(blocks.map(({ node }) => node)) };
}

/** A document of these blocks; one that holds nothing has a paragraph to write in. */
export function documentOf(nodes: readonly Node[]): Node {
  const content = nodes.length === 0 ? [type('paragraph').create()] : nodes;
  return schema.topNodeType.create(null, Fragment.from(content as Node[]));
}

/** What a piece of the new text is: a block as it stood, or one that was written. */
interface Piece {
  readonly node: Node;
  /** The block that it is, or stands in the place of. */
  readonly place?: number;
  readonly kept: boolean;
}

/**
 * The text that a document says. Blocks that were not changed are written byte for byte as they stood, with
 * what stood between them; each other is written anew, and read again to see that it says the same.
 */
export function saveText(opened: OpenText, doc: Node): string {
  if (doc.eq(opened.doc)) return opened.text;
  const nodes = children(doc);
  const pieces = paired(opened, nodes);
  const wanted = normal(doc);
  const says = (text: string) =>
    sameWords(wanted, normal(documentOf(readBlocks(text).map(({ node }) => node))));
  // Mostly words are read right as they are.
  const plain = joined(opened, pieces, (node) => textOf(node, 'plain'));
  if (says(plain)) return plain;
  const labels = labelsOf(doc);
  const known = new Map<Node, string>();
  const write = (node: Node) => {
    const before = known.get(node);
    const text = before ?? written(node, labels);
    known.set(node, text);
    return text;
  };
  let first: string | undefined;
  for (const ways of WAYS) {
    const text = joined(opened, ways(pieces), write);
    first ??= text;
    if (says(text)) return text;
  }
  return first as string;
}

/** What is tried in turn, until the whole is read as it is meant: each leaves less of the old text as it stood. */
const WAYS: readonly ((pieces: readonly Piece[]) => readonly Piece[])[] = [
  (pieces) => pieces,
  (pieces) => pieces.map((piece) => (piece.kept ? piece : fresh(piece))),
  (pieces) =>
    pieces.map((piece, at) =>
      [pieces[at - 1], piece, pieces[at + 1]].some((each) => each?.kept === false)
        ? fresh(piece)
        : piece,
    ),
  (pieces) => pieces.map(fresh),
];

const fresh = ({ node }: Piece): Piece => ({ node, kept: false });

/** Which blocks of a document are those of the text that was opened, in order. */
function paired({ blocks }: OpenText, nodes: readonly Node[]): Piece[] {
  const same = (block: number, node: number) =>
    blocks[block]?.node === nodes[node] || blocks[block]?.node.eq(nodes[node] as Node) === true;
  let start = 0;
  while (start < blocks.length && start < nodes.length && same(start, start)) start += 1;
  let end = 0;
  while (
    end < blocks.length - start &&
    end < nodes.length - start &&
    same(blocks.length - 1 - end, nodes.length - 1 - end)
  )
    end += 1;
  const pieces: Piece[] = nodes.slice(0, start).map((node, place) => ({ node, place, kept: true }));
  const [lastBlock, lastNode] = [blocks.length - end, nodes.length - end];
  let block = start;
  let from = start;
  for (let at = start; at <= lastNode; at++) {
    // The next block that stands as it stood; what lies before it takes the places before it, one by one.
    const found = at === lastNode ? lastBlock : firstSame(block, lastBlock, at);
    if (found === undefined) continue;
    const changed = nodes.slice(from, at);
    const places = found - block === changed.length;
    pieces.push(
      ...changed.map((node, index) => ({
        node,
        kept: false,
        ...(places ? { place: block + index } : {}),
      })),
    );
    if (at < lastNode) pieces.push({ node: nodes[at] as Node, place: found, kept: true });
    block = found + 1;
    from = at + 1;
  }
  for (let at = 0; at < end; at++)
    pieces.push({ node: nodes[lastNode + at] as Node, place: lastBlock + at, kept: true });
  return pieces;

  function firstSame(block: number, to: number, node: number): number | undefined {
    for (let each = block; each < to; each++) if (same(each, node)) return each;
    return undefined;
  }
}

/** Puts pieces together: with what stood between two that stood so, else with an empty line. */
function joined(
  { text, blocks }: OpenText,
  pieces: readonly Piece[],
  write: (node: Node) => string,
): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const parts = pieces
    .map((piece) => {
      const { from, to } = blocks[piece.place ?? -1] ?? {};
      const own = piece.kept ? text.slice(from, to) : write(piece.node).replaceAll('\n', ending);
      return { ...piece, own };
    })
    .filter(({ own }) => !isBlank(own));
  let result = '';
  for (const [at, { place, own }] of parts.entries()) {
    const before = parts[at - 1];
    if (at === 0) result = place === 0 ? text.slice(0, blocks[0]?.from) : '';
    else if (place !== undefined && before?.place === place - 1)
      result += text.slice(blocks[place - 1]?.to, blocks[place]?.from);
    else result += ending + ending;
    result += own;
  }
  const last = parts.at(-1)?.place;
  return last === blocks.length - 1 ? result + text.slice(blocks.at(-1)?.to) : result;
}

/** The labels of all notes that a document has. */
export function labelsOf(doc: Node): string[] {
  const labels: string[] = [];
  doc.forEach((block) => {
    if (block.type.name === 'note') labels.push(String(block.attrs['label']));
    if (block.type.name === 'source')
      for (const [, label = ''] of block.textContent.matchAll(/^\s*\[\^([^\]\s]+)\]:/gm))
        labels.push(label);
  });
  return labels;
}

const textOf = (node: Node, care: Care): string =>
  blocksOf(documentOf([node]))
    .map((block) => blockText(block, care))
    .join('\n\n');

/** A block in the dialect, with no more signs in the way than it needs to be read right. */
function written(node: Node, labels: readonly string[]): string {
  if (node.type.name === 'source') return node.textContent;
  const blocks = blocksOf(documentOf([node]));
  return blocks
    .map((block) => {
      // A note is one only where it is written; its sign is one only where the note is.
      const notes = labels
        .filter((label) => block.type.name !== 'note' || block.attrs['label'] !== label)
        .map((label) => `\n\n[^${label}]: 注`)
        .join('');
      const texts = CARES.map((care) => blockText(block, care));
      const right = texts.find((text) => {
        const [read] = readBlocks(text + notes);
        return read !== undefined && sameBlock(block, read, text);
      });
      return right ?? (texts[1] as string);
    })
    .join('\n\n');
}

function sameBlock(block: Node, { node, to }: Block, text: string): boolean {
  if (to < text.trimEnd().length) return false;
  const [read, ...more] = blocksOf(documentOf([node]));
  return read !== undefined && more.length === 0 && sameWords(block, read);
}
