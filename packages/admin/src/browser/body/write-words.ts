import type { Mark, Node } from 'prosemirror-model';
import { type Care, code, escapedStart, escapedText, target } from './escape.ts';
import { isBare } from './normal.ts';
import { schema } from './schema.ts';
import { linesOf } from './words.ts';

const SIGNS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  strong: ['**', '**'],
  del: ['~~', '~~'],
  u: ['<u>', '</u>'],
  sub: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
};

/** The lines of a paragraph, each ended where it ends. */
export function paragraphText(content: readonly Node[], care: Care): string {
  const lines = linesOf(content).map((line) => lineText(line, care));
  return lines
    .map((line, index) => {
      // An empty line would end the paragraph: its end is said by a tag.
      const next = lines[index + 1];
      const ended = next !== undefined && (line === '' || next === '');
      return `${escapedStart(line, care)}${ended ? '<br>' : ''}`;
    })
    .join('\n');
}

/** The words of one line with their marks. */
export function lineText(line: readonly Node[], care: Care): string {
  const words = care === 'coded' ? besideMarks(line) : line.map((node) => ({ node }));
  return within(words, [], care);
}

/** A piece of a line; a `coded` one is a single sign that is written as a reference. */
interface Word {
  readonly node: Node;
  readonly coded?: boolean;
}

/** Writes words whose `open` marks are written already, the longest mark first. */
function within(words: readonly Word[], open: readonly Mark[], care: Care): string {
  let text = '';
  for (let at = 0; at < words.length; ) {
    const { node, coded } = words[at] as Word;
    const mark = outermost(words, at, open, care);
    if (!mark) {
      text += leaf(node, care, coded === true);
      at += 1;
      continue;
    }
    const to = runEnd(words, at, mark);
    const run = words.slice(at, to);
    text += marked(run, mark, within(run, [...open, mark], care), care);
    at = to;
  }
  return text;
}

/** Tags around links around signs: `**` beside words alone is judged by nothing but them. */
const APART = ['u', 'sub', 'sup', 'link', 'del', 'strong'];

function outermost(
  words: readonly Word[],
  at: number,
  open: readonly Mark[],
  care: Care,
): Mark | undefined {
  const marks = (words[at]?.node.marks ?? []).filter((mark) => !open.some((each) => each.eq(mark)));
  const rank = (mark: Mark) =>
    care === 'coded' ? -APART.indexOf(mark.type.name) : runEnd(words, at, mark);
  return marks.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || rank(mark) > rank(best) ? mark : best),
    undefined,
  );
}

function runEnd(words: readonly Word[], from: number, mark: Mark): number {
  let to = from;
  while (to < words.length && mark.isInSet(words[to]?.node.marks ?? [])) to += 1;
  return to;
}

function marked(run: readonly Word[], mark: Mark, inside: string, care: Care): string {
  const signs = SIGNS[mark.type.name];
  if (signs) return `${signs[0]}${inside}${signs[1]}`;
  const href = String(mark.attrs['href']);
  const bare = run.every(({ node }) => node.isText && node.marks.length === 1);
  const shown = run.map(({ node }) => node.text ?? '').join('');
  // An address that shows itself is a link without any sign.
  if (care === 'plain' && bare && mark.attrs['title'] === null && isBare(shown, href)) return shown;
  return `[${inside}](${target(href, mark.attrs['title'])})`;
}

function leaf(node: Node, care: Care, coded: boolean): string {
  if (node.isText)
    return coded ? code(node.text as string) : escapedText(node.text as string, care);
  if (node.type.name === 'note_ref') return `[^${node.attrs['label']}]`;
  const { alt, src, title } = node.attrs;
  const words = String(alt).replaceAll(/\s*\n\s*/g, ' ');
  return `![${escapedText(words, care)}](${target(String(src), title)})`;
}

/** Signs right before a mark and at its inner edges are what it is judged by: they are coded. */
function besideMarks(line: readonly Node[]): Word[] {
  const judged = (node: Node | undefined) =>
    node?.marks.some(({ type }) => type.name === 'strong' || type.name === 'del') ?? false;
  const same = (a: Node | undefined, b: Node | undefined) =>
    ['strong', 'del'].every(
      (name) =>
        (a?.marks.some(({ type }) => type.name === name) ?? false) ===
        (b?.marks.some(({ type }) => type.name === name) ?? false),
    );
  return line.flatMap((node, index) => {
    if (!node.isText) return [{ node }];
    const signs = [...(node.text as string)];
    const [before, after] = [line[index - 1], line[index + 1]];
    const first = judged(node) && (index === 0 || !same(before, node));
    const last = after === undefined ? judged(node) : !same(node, after);
    const inner = judged(node) ? /[《》（）()“”「」【】〔〕·•]/ : undefined;
    const isCoded = (sign: string, at: number) =>
      (first && at === 0 && !/[\p{L}\p{N}]/u.test(sign)) ||
      (last && at === signs.length - 1) ||
      inner?.test(sign) === true;
    const words: Word[] = [];
    let rest = '';
    const plain = () => {
      if (rest !== '') words.push({ node: schema.text(rest, node.marks) });
      rest = '';
    };
    for (const [at, sign] of signs.entries()) {
      if (!isCoded(sign, at)) rest += sign;
      else {
        plain();
        words.push({ node: schema.text(sign, node.marks), coded: true });
      }
    }
    plain();
    return words;
  });
}
