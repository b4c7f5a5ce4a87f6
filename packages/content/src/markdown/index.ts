export { cutAutolinks } from './autolinks.ts';
export { MDX_COMPONENTS } from './components.ts';
export type { BodyFacts, DialectFault, LinkFact } from './dialect.ts';
export { markdownFacts, mdxFacts } from './dialect.ts';
export { linkTarget } from './links.ts';
export { cjkExtensions, parseMarkdown, parseMdx } from './parse.ts';
export type { Heading, RenderedBody, RenderOptions } from './render.ts';
export { renderMarkdown } from './render.ts';
