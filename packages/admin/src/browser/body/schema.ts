import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/*
 * What a text may hold in the editor: the dialect's own blocks and marks, and nothing that it could not
 * write. What the dialect has beyond that stands as `source`, to be seen and edited as it was typed.
 */

const WORDS = '(text | image | note_ref)*';

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block inner',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    attrs: { level: { default: 2 } },
    content: WORDS,
    group: 'block',
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${attrs['level']}`, 0],
  },
  blockquote: {
    content: 'inner+',
    group: 'block inner',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  bullet_list: {
    attrs: { loose: { default: false } },
    content: 'list_item+',
    group: 'block inner',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    attrs: { loose: { default: false } },
    content: 'list_item+',
    group: 'block inner',
    parseDOM: [{ tag: 'ol' }],
    toDOM: () => ['ol', 0],
  },
  list_item: {
    // The number as it was typed; nothing in a list of dots.
    attrs: { number: { default: null } },
    content: 'paragraph inner*',
    defining: true,
    parseDOM: [
      {
        tag: 'li',
        getAttrs: (item) => ({ number: Number(item.getAttribute('value')) || null }),
      },
    ],
    toDOM: ({ attrs }) => ['li', attrs['number'] === null ? {} : { value: attrs['number'] }, 0],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  ...(tableNodes({
    tableGroup: 'block inner',
    cellContent: 'cell_line+',
    cellAttributes: {
      scope: {
        default: null,
        getFromDOM: (cell) => cell.getAttribute('scope'),
        setDOMAttr: (value, attrs) => {
          if (value) attrs['scope'] = value;
        },
      },
      align: {
        default: null,
        getFromDOM: (cell) => cell.getAttribute('data-align'),
        setDOMAttr: (value, attrs) => {
          if (value) attrs['data-align'] = value;
        },
      },
    },
  }) as Record<string, NodeSpec>),
  cell_line: {
    content: WORDS,
    parseDOM: [{ tag: 'p', context: 'table_cell/ | table_header/', priority: 60 }],
    toDOM: () => ['p', 0],
  },
  note: {
    attrs: { label: {} },
    content: 'paragraph+',
    group: 'block',
    defining: true,
    isolating: true,
    parseDOM: [
      { tag: 'aside[data-note]', getAttrs: (note) => ({ label: note.getAttribute('data-note') }) },
    ],
    toDOM: ({ attrs }) => ['aside', { 'data-note': attrs['label'] }, 0],
  },
  source: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', { spellcheck: 'false' }, 0],
  },
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  image: {
    inline: true,
    group: 'inline',
    draggable: true,
    attrs: { src: {}, alt: { default: '' }, title: { default: null } },
    parseDOM: [
      {
        tag: 'img[data-src]',
        getAttrs: (image) => ({
          src: image.getAttribute('data-src'),
          alt: image.getAttribute('alt') ?? '',
          title: image.getAttribute('title'),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'img',
      {
        'data-src': attrs['src'],
        alt: attrs['alt'],
        ...(attrs['title'] === null ? {} : { title: attrs['title'] }),
      },
    ],
  },
  note_ref: {
    inline: true,
    group: 'inline',
    attrs: { label: {} },
    parseDOM: [
      { tag: 'sup[data-ref]', getAttrs: (ref) => ({ label: ref.getAttribute('data-ref') }) },
    ],
    toDOM: ({ attrs }) => ['sup', { 'data-ref': attrs['label'] }, `[${attrs['label']}]`],
  },
};

const tag = (name: string, ...others: readonly string[]): MarkSpec => ({
  parseDOM: [name, ...others].map((each) => ({ tag: each })),
  toDOM: () => [name, 0],
});

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (link) => ({
          href: link.getAttribute('href'),
          title: link.getAttribute('title'),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'a',
      { href: attrs['href'], ...(attrs['title'] === null ? {} : { title: attrs['title'] }) },
      0,
    ],
  },
  strong: tag('strong', 'b'),
  del: tag('del', 's'),
  u: tag('u'),
  sub: { ...tag('sub'), excludes: 'sub sup' },
  sup: { ...tag('sup'), excludes: 'sub sup' },
};

export const schema = new Schema({ nodes, marks });

/** The node types of the schema, which has all of these names. */
export const type = (name: string) => {
  const found = schema.nodes[name];
  if (!found) throw new Error(`No node ${name}.`);
  return found;
};

export const markType = (name: string) => {
  const found = schema.marks[name];
  if (!found) throw new Error(`No mark ${name}.`);
  return found;
};
