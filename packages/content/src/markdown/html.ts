/*
 * The HTML that officers' Markdown may hold (contract 7): tables with merged cells,
 * and four inline tags. Everything else is refused and never rendered.
 */

const TABLE_PARENTS: Record<string, readonly string[]> = {
  table: [],
  thead: ['table'],
  tbody: ['table'],
  tr: ['table', 'thead', 'tbody'],
  th: ['tr'],
  td: ['tr'],
};
const INLINE = ['sub', 'sup', 'u'];
const VOID = ['br'];
export const DIALECT_TAGS = [...Object.keys(TABLE_PARENTS), ...VOID, ...INLINE];

const SPAN = /^(?:[1-9]\d{0,2})$/;
const ATTRIBUTES = new Map<string, { on: readonly string[]; value: RegExp }>([
  ['rowspan', { on: ['td', 'th'], value: SPAN }],
  ['colspan', { on: ['td', 'th'], value: SPAN }],
  ['scope', { on: ['th'], value: /^(?:row|col|rowgroup|colgroup)$/ }],
]);

export type HtmlPart =
  | { readonly type: 'open'; readonly name: string; readonly text: string; readonly offset: number }
  | {
      readonly type: 'close';
      readonly name: string;
      readonly text: string;
      readonly offset: number;
    }
  | { readonly type: 'void'; readonly name: string; readonly text: string; readonly offset: number }
  | { readonly type: 'text'; readonly text: string; readonly offset: number }
  /**
   * Not of the dialect; `text` is what stands in the file. With a `name` it opens an element of
   * the dialect whose attributes are refused.
   */
  | {
      readonly type: 'refused';
      readonly name?: string;
      readonly text: string;
      readonly offset: number;
    };

const TAG =
  /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))?)*)\s*\/?>/i;
const ATTRIBUTE = /([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/gi;

/**
 * Cuts the value of an mdast `html` node into parts. The `text` of open, close and void parts is
 * rewritten from what was understood, so nothing unchecked can pass through.
 */
export function htmlParts(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let offset = 0;
  while (offset < html.length) {
    const rest = html.slice(offset);
    if (!rest.startsWith('<')) {
      const end = rest.indexOf('<');
      const text = end === -1 ? rest : rest.slice(0, end);
      parts.push({ type: 'text', text, offset });
      offset += text.length;
      continue;
    }
    const match = TAG.exec(rest);
    const whole = match?.[0] ?? refusedText(rest);
    parts.push({ ...(match ? understand(match) : { type: 'refused', text: whole }), offset });
    offset += whole.length;
  }
  return parts;
}

type Understood =
  | { type: 'open' | 'close' | 'void'; name: string; text: string }
  | { type: 'refused'; name?: string; text: string };

function understand(match: RegExpExecArray): Understood {
  const [whole, slash = '', rawName = '', rawAttributes = ''] = match;
  const name = rawName.toLowerCase();
  const refused = { type: 'refused', text: whole } as const;
  if (!DIALECT_TAGS.includes(name)) return refused;
  if (slash) {
    if (rawAttributes || VOID.includes(name)) return refused;
    return { type: 'close', name, text: `</${name}>` };
  }
  const attributes: string[] = [];
  for (const [, key = '', double, single, bare] of rawAttributes.matchAll(ATTRIBUTE)) {
    const rule = ATTRIBUTES.get(key.toLowerCase());
    const value = double ?? single ?? bare ?? '';
    if (!rule?.on.includes(name) || !rule.value.test(value)) {
      return VOID.includes(name) ? refused : { ...refused, name };
    }
    attributes.push(` ${key.toLowerCase()}="${value}"`);
  }
  const text = `<${name}${attributes.join('')}>`;
  return { type: VOID.includes(name) ? 'void' : 'open', name, text };
}

function refusedText(rest: string): string {
  if (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    return end === -1 ? rest : rest.slice(0, end + 3);
  }
  const end = rest.indexOf('>');
  return end === -1 ? rest : rest.slice(0, end + 1);
}

export function isInlineTag(name: string): boolean {
  return INLINE.includes(name);
}

/** Whether text, inline tags and whole tables may stand in `parent` (`undefined`: no dialect tag). */
export function holdsText(parent: string | undefined): boolean {
  return parent === undefined || !Object.hasOwn(TABLE_PARENTS, parent) || isCell(parent);
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th';
}

/** Whether an element may open directly inside `parent` (`undefined`: outside all dialect tags). */
export function mayOpen(name: string, parent: string | undefined): boolean {
  if (name === 'table') return parent === undefined || isCell(parent);
  const parents = TABLE_PARENTS[name];
  if (parents === undefined) return holdsText(parent);
  return parent !== undefined && parents.includes(parent);
}
