import type { Nodes, Parent, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position, ProblemCode } from '../problem.ts';
import { MDX_COMPONENTS } from './components.ts';
import { DIALECT_TAGS, htmlParts, isInlineTag, mayOpen } from './html.ts';
import { linkTarget } from './links.ts';
import { parseMarkdown, parseMdx } from './parse.ts';

/** A fault of a body; `line` counts from the body's first line. */
export interface DialectFault extends Position {
  readonly code: ProblemCode;
  readonly value: string;
  readonly expected?: string;
}

export interface BodyFacts {
  readonly faults: readonly DialectFault[];
  /** Targets of links and images, as written. */
  readonly links: readonly {
    readonly url: string;
    readonly image: boolean;
    readonly at: Position;
  }[];
}

const NOTHING: BodyFacts = { faults: [], links: [] };
/** Without one of these no tag, link, reference or character escape can stand in a text. */
const MAY_HOLD_MARKUP = /[<&[]|:\/\/|www\./;

/** Reads the facts of a `.md` body. Plain text is not parsed: most entries are that. */
export function markdownFacts(text: string): BodyFacts {
  return MAY_HOLD_MARKUP.test(text) ? factsOf(parseMarkdown(text)) : NOTHING;
}

/** Reads the facts of a `.mdx` body as text, before anything compiles it (contract 7). */
export function mdxFacts(text: string): BodyFacts {
  try {
    return factsOf(parseMdx(text));
  } catch (error) {
    const place = (error as { place?: Position & { start?: Position } }).place;
    const at = place?.start ?? place;
    const value = error instanceof Error ? error.message.split('\n', 1).join('') : String(error);
    return {
      faults: [{ code: 'safety/mdx-syntax', line: at?.line ?? 1, column: at?.column ?? 1, value }],
      links: [],
    };
  }
}

function factsOf(root: Root): BodyFacts {
  const faults: DialectFault[] = [];
  const links: { url: string; image: boolean; at: Position }[] = [];
  const stack: OpenTag[] = [];
  walk(root, stack);
  for (const open of stack) faults.push(unclosed(open));
  return { faults, links };

  function walk(node: Nodes, open: OpenTag[]): void {
    const at = node.position?.start ?? { line: 1, column: 1 };
    switch (node.type) {
      case 'html':
        checkHtml(node.value, at, open);
        return;
      case 'link':
      case 'image':
      case 'definition':
        checkLink(node.url, node.type === 'image', at);
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
    // Inline tags close within their own paragraph, cell or heading.
    const ownScope = ['paragraph', 'heading', 'tableCell'].includes(node.type);
    const scope = ownScope ? [] : open;
    for (const child of (node as Parent).children) walk(child, scope);
    if (ownScope) for (const tag of scope) faults.push(unclosed(tag));
  }

  function checkHtml(html: string, at: Position, open: OpenTag[]): void {
    for (const part of htmlParts(html)) {
      const where = move(at, html, part.offset);
      if (part.type === 'refused') {
        faults.push({
          code: 'safety/html-outside-dialect',
          ...where,
          value: firstLine(part.text),
          expected: DIALECT_TAGS.join(' '),
        });
      } else if (part.type === 'open') {
        const inCell = ['td', 'th'].includes(open.at(-1)?.name ?? '');
        const fits = isInlineTag(part.name) || inCell || mayOpen(part.name, open.at(-1)?.name);
        if (!fits) faults.push(misnested(part.text, where));
        open.push({ name: part.name, at: where });
      } else if (part.type === 'close') {
        if (open.at(-1)?.name === part.name) open.pop();
        else faults.push(misnested(part.text, where));
      }
    }
  }

  function checkLink(url: string, image: boolean, at: Position): void {
    const target = linkTarget(url);
    links.push({ url, image, at: point(at) });
    if (target === 'refused') {
      faults.push({ code: 'safety/link-scheme', ...point(at), value: url });
    } else if (image && target !== 'inside') {
      faults.push({ code: 'safety/image-outside', ...point(at), value: url });
    }
  }

  function checkElement(node: MdxJsxFlowElement | MdxJsxTextElement, at: Position): void {
    const component = MDX_COMPONENTS[node.name ?? ''];
    if (!component) {
      faults.push({
        code: 'safety/mdx-component',
        ...point(at),
        value: `<${node.name ?? ''}>`,
        expected: Object.keys(MDX_COMPONENTS).join('、'),
      });
      return;
    }
    for (const attribute of node.attributes) {
      const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
      const literal = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
      if (!literal || !component.props.includes(name)) {
        faults.push({
          code: 'safety/mdx-component',
          ...point(at),
          value: `<${node.name} ${name}>`,
          expected: component.props.map((prop) => `${prop}="文字"`).join('、'),
        });
      } else if (name === 'src' || name === 'captions') {
        checkLink(attribute.value as string, true, at);
      }
    }
  }
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
  return { code: 'safety/html-unbalanced', ...at, value: text };
}

function point(at: Position): Position {
  return { line: at.line, column: at.column };
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}

/** The place `offset` characters into a text that begins at `at`. */
function move(at: Position, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? { line: at.line, column: at.column + last.length }
    : { line: at.line + before.length - 1, column: last.length + 1 };
}
