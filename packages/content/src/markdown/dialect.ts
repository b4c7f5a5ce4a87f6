import type { Nodes, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position } from '../problem.ts';
import { OPEN_TAGS } from '../read/bounds.ts';
import { beyondBounds } from './bounds.ts';
import { MDX_COMPONENTS } from './components.ts';
import type { DialectFault } from './fault.ts';
import { DIALECT_TAGS, holdsText, htmlParts, isInlineTag, mayOpen } from './html.ts';
import { linkTarget } from './links.ts';
import { mdxPlace, mdxReason } from './mdx-reason.ts';
import { parseMarkdown, parseMdx } from './parse.ts';
import { pieces } from './pieces.ts';
import { slipsOf } from './slips.ts';

export interface BodyFacts {
  readonly faults: readonly DialectFault[];
  readonly links: readonly LinkFact[];
}

/** A link or image, and what a reader sees of it. */
export interface LinkFact {
  /** The target, as written. */
  readonly url: string;
  readonly image: boolean;
  /** The words of the link, or of its picture. */
  readonly text?: string;
  readonly at: Position;
}

/** Reads the facts of a `.md` body. Plain paragraphs are not parsed: most of a text is that. */
export function markdownFacts(text: string): BodyFacts {
  const beyond = beyondBounds(text);
  if (beyond) return { faults: [beyond], links: [] };
  const facts = pieces(text).map((piece) => {
    const { faults, links } = factsOf(parseMarkdown(piece.text), piece.text);
    const down = <T extends Position>(at: T): T => ({ ...at, line: at.line + piece.line - 1 });
    return {
      faults: faults.map(down),
      links: links.map((link) => ({ ...link, at: down(link.at) })),
    };
  });
  return {
    faults: [...facts.flatMap(({ faults }) => faults), ...slipsOf(text)].sort(byPlace),
    links: facts.flatMap(({ links }) => links),
  };
}

/** Reads the facts of a `.mdx` body as text, before anything compiles it (contract 7). */
export function mdxFacts(text: string): BodyFacts {
  const beyond = beyondBounds(text);
  if (beyond) return { faults: [beyond], links: [] };
  try {
    const { faults, links } = factsOf(parseMdx(text), text);
    return { faults: [...faults, ...slipsOf(text)].sort(byPlace), links };
  } catch (error) {
    const at = mdxPlace(error);
    return {
      faults: [
        {
          code: 'safety/mdx-syntax',
          ...at,
          value: mdxReason(error),
        },
      ],
      links: [],
    };
  }
}

function factsOf(root: Root, source: string): BodyFacts {
  const lines = source.split(/\r?\n/);
  const faults: DialectFault[] = [];
  const links: LinkFact[] = [];
  const refused = new Set<string>();
  let deep = false;
  walk(root, [], false, 0);
  return { faults: faults.sort(byPlace), links };

  function walk(node: Nodes, open: OpenTag[], inline: boolean, depth: number): void {
    if (deep) return;
    const at = node.position?.start ?? { line: 1, column: 1 };
    if (depth > OPEN_TAGS) {
      tellDeep(at, depth);
      return;
    }
    if (!holdsText(open.at(-1)?.name) && SHOWN.test(node.type)) {
      faults.push(misnested(lines[at.line - 1]?.trim() ?? '', at));
    }
    switch (node.type) {
      case 'html':
        checkHtml(node.value, at, open, inline);
        return;
      case 'link':
        checkLink(node.url, at, { text: shownIn(node) });
        break;
      case 'image':
        checkLink(node.url, at, { image: true, text: node.alt ?? '' });
        break;
      case 'mdxjsEsm':
        faults.push({ code: 'safety/mdx-import', ...point(at), value: firstLine(node.value) });
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        faults.push({
          code: 'safety/mdx-expression',
          ...point(at),
          value: `{${firstLine(node.value)}}`,
        });
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkElement(node, at);
        break;
      default:
    }
    if (!('children' in node)) return;
    // A tag closes within the paragraph, list item, quotation or cell it was opened in.
    const scope: OpenTag[] = [];
    const within = inline || HOLDS_INLINE.test(node.type);
    for (const child of (node as Parent).children) walk(child, scope, within, depth + 1);
    for (const tag of scope) faults.push(unclosed(tag));
  }

  /** Told once, and nothing after it. */
  function tellDeep(at: Position, depth: number): void {
    deep = true;
    const expected = String(OPEN_TAGS);
    faults.push({ code: 'text/nested-deep', ...point(at), value: String(depth), expected });
  }

  function checkHtml(html: string, at: Position, open: OpenTag[], inline: boolean): void {
    const placeAt = placesIn(html, at);
    for (const part of htmlParts(html)) {
      const where = placeAt(part.offset);
      if (open.length > OPEN_TAGS) {
        tellDeep(where, open.length);
        // Told once: what could not be closed would be told for each of them.
        open.length = 0;
        return;
      }
      const parent = open.at(-1)?.name;
      if (part.type === 'refused') {
        if (endsRefused(part.text)) continue;
        faults.push({
          code: 'safety/html-outside-dialect',
          ...where,
          value: firstLine(part.text),
          expected: `不用标签，或只用 ${DIALECT_TAGS.join(' ')}`,
        });
        if (part.name !== undefined) open.push({ name: part.name, at: where });
      } else if (part.type === 'open') {
        const fits = (name: string | undefined) =>
          mayOpen(part.name, name) && (!inline || name !== undefined || isInlineTag(part.name));
        if (!fits(parent)) {
          const depth = open.findLastIndex(({ name }) => fits(name));
          if (depth === -1) faults.push(misnested(part.text, where));
          else closeTo(open, depth + 1);
        }
        open.push({ name: part.name, at: where });
      } else if (part.type === 'close') {
        const depth = open.findLastIndex(({ name }) => name === part.name);
        if (depth === -1) faults.push(misnested(part.text, where));
        else {
          closeTo(open, depth + 1);
          open.pop();
        }
      } else if (!holdsText(parent) && part.text.trim() !== '') {
        faults.push(misnested(firstLine(part.text.trim()), where));
      }
    }
    const tables = open.findLastIndex(({ name }) => !isInlineTag(name));
    if (!inline) closeTo(open, tables + 1);
  }

  /** Whether a tag ends one that was refused: the two are one slip, named where it begins. */
  function endsRefused(text: string): boolean {
    const [, slash, name] = /^<(\/?)([a-z][\w-]*)/i.exec(text.toLowerCase()) ?? [];
    if (name === undefined) return false;
    const known = refused.has(name);
    if (slash) refused.delete(name);
    else refused.add(name);
    return slash !== '' && known;
  }

  /**
   * Gives the place of each offset in the HTML that begins at `at`; offsets must rise, so that a long table
   * is gone through once. A list's indent is not in the HTML.
   */
  function placesIn(html: string, at: Position): (offset: number) => Position {
    let line = 0;
    let start = 0;
    let end = lineEnd(html, 0);
    return (offset) => {
      while (end < offset) {
        line += 1;
        start = end + 1;
        end = lineEnd(html, start);
      }
      const inLine = offset - start;
      if (line === 0) return { line: at.line, column: at.column + inLine };
      const whole = lines[at.line + line - 1] ?? '';
      const indent = Math.max(0, whole.length - (end - start));
      return { line: at.line + line, column: indent + inLine + 1 };
    };
  }

  /** Names the tags above `depth` as never closed and takes them off. */
  function closeTo(open: OpenTag[], depth: number): void {
    for (const tag of open.splice(depth)) faults.push(unclosed(tag));
  }

  function checkLink(
    url: string,
    at: Position,
    { image = false, text }: { image?: boolean; text?: string } = {},
  ): void {
    links.push({ url, image, ...(text === undefined ? {} : { text }), at: point(at) });
    if (linkTarget(url) === 'refused') {
      faults.push({ code: 'safety/link-scheme', ...point(at), value: url });
    } else if (image) checkImage(url, at);
  }

  function checkImage(url: string, at: Position): void {
    if (['outside', 'contact'].includes(linkTarget(url)))
      faults.push({ code: 'safety/image-outside', ...point(at), value: url });
  }

  function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, at: Position): void {
    const name = node.name ?? '';
    const component = Object.hasOwn(MDX_COMPONENTS, name) ? MDX_COMPONENTS[name] : undefined;
    if (!component) {
      faults.push({
        code: 'safety/mdx-component',
        ...point(at),
        value: `<${name}>`,
        expected: Object.keys(MDX_COMPONENTS).join('、'),
      });
      return;
    }
    for (const attribute of node.attributes) {
      const prop = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
      const literal = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
      if (!literal || !component.props.includes(prop)) {
        faults.push({
          code: 'safety/mdx-component',
          ...point(at),
          value: `<${name} ${prop}>`,
          expected: component.props.map((known) => `${known}="文字"`).join('、'),
        });
      } else if (prop === 'src' || prop === 'captions') {
        checkLink(attribute.value as string, at, { image: true });
      }
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The words under a link: its text, and the descriptions of its pictures. */
function shownIn(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? (node as Parent).children.map(shownIn).join('') : '';
}

/** Nodes that a reader sees; they have no place between a table's tags but in a cell. */
const SHOWN = /^(?!html$|footnoteDefinition$)/;
/** Nodes in which only inline tags may stand. */
const HOLDS_INLINE = /^(?:paragraph|heading|tableCell)$/;

function byPlace(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

interface OpenTag {
  readonly name: string;
  readonly at: Position;
}

function unclosed(tag: OpenTag): DialectFault {
  return {
    code: 'safety/html-unbalanced',
    ...tag.at,
    value: `<${tag.name}>`,
    expected: `</${tag.name}>`,
  };
}

function misnested(text: string, at: Position): DialectFault {
  return { code: 'safety/html-unbalanced', ...point(at), value: text };
}

function point(at: Position): Position {
  return { line: at.line, column: at.column };
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}
