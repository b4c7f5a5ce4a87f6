import type { Inline, Pictures, TextRun } from '@columns/office/paper';
import { parseFragment } from 'parse5';
import { attribute, isElement } from '../html.ts';

type Look = Omit<TextRun, 'type' | 'text'>;

const LOOKS: Readonly<Record<string, Look>> = {
  b: { bold: true },
  strong: { bold: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  del: { strike: true },
  strike: { strike: true },
  sub: { script: 'sub' },
  sup: { script: 'sup' },
};

/** HTML tags amid a line of Markdown, which its parser gives one by one. */
export class InlineTags {
  readonly #open: { readonly name: string; readonly look: Look }[] = [];
  readonly #base: Look;
  readonly #pictures: Pictures;

  constructor(base: Look, pictures: Pictures) {
    this.#base = base;
    this.#pictures = pictures;
  }

  /** How text looks inside the tags that are open. */
  get look(): Look {
    return Object.assign({}, this.#base, ...this.#open.map(({ look }) => look));
  }

  /** Takes a tag; what it shows by itself is given. */
  take(tag: string): Inline[] {
    const closing = /^<\/([a-z][\w-]*)/i.exec(tag)?.[1]?.toLowerCase();
    if (closing !== undefined) {
      const at = this.#open.findLastIndex(({ name }) => name === closing);
      if (at !== -1) this.#open.splice(at);
      return [];
    }
    const element = parseFragment(tag).childNodes.find(isElement);
    if (!element) return [];
    const name = element.tagName;
    if (name === 'br') return [{ type: 'break' }];
    if (name === 'img') {
      const words = attribute(element, 'alt') ?? attribute(element, 'title') ?? '';
      return this.#pictures.take((attribute(element, 'src') ?? '').trim(), words);
    }
    const target = name === 'a' ? (attribute(element, 'href') ?? '') : '';
    const link = /^(?:https?:\/\/|mailto:)/i.test(target) ? { link: target } : {};
    if (!tag.endsWith('/>')) this.#open.push({ name, look: { ...LOOKS[name], ...link } });
    return [];
  }
}
