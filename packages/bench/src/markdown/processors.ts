/** A way from Markdown to HTML. */
export type Render = (markdown: string) => string;

export interface Processor {
  readonly name: string;
  readonly load: () => Promise<Render>;
}

/**
 * The processors compared, the one in use first. Each is loaded only in the process that measures
 * it. `read` renders nothing: it is the memory and the time that the harness itself takes.
 */
export const PROCESSORS = {
  chosen: {
    name: 'micromark + mdast + GFM + CJK-friendly (ours)',
    load: async () => {
      const { renderMarkdown } = await import('@columns/content/markdown');
      return (markdown) => renderMarkdown(markdown).html;
    },
  },
  satteri: {
    name: 'Sätteri (default of Astro 7)',
    load: async () => {
      const { markdownToHtml } = await import('satteri');
      return (markdown) => markdownToHtml(markdown).html;
    },
  },
  'markdown-it': {
    name: 'markdown-it + CJK-friendly (no footnotes)',
    load: async () => {
      const { default: MarkdownIt } = await import('markdown-it');
      const { default: cjkFriendly } = await import('markdown-it-cjk-friendly');
      const parser = new MarkdownIt({ html: true, linkify: true }).use(cjkFriendly);
      return (markdown) => parser.render(markdown);
    },
  },
  read: {
    name: 'reading only',
    load: async () => (markdown) => markdown,
  },
} as const satisfies Record<string, Processor>;

export type ProcessorId = keyof typeof PROCESSORS;

export function isProcessorId(id: string | undefined): id is ProcessorId {
  return id !== undefined && Object.hasOwn(PROCESSORS, id);
}
