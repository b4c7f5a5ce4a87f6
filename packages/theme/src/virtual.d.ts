declare module 'virtual:columns/settings' {
  const settings: import('./rendering/running.ts').Running;
  export default settings;
}

declare module 'virtual:columns/mdx' {
  import type { MDXInstance } from 'astro';

  /** The `.mdx` entries that passed the check, by id. */
  const documents: Record<string, () => Promise<MDXInstance<Record<string, never>>>>;
  export default documents;
}

declare module 'virtual:columns/refused' {
  /** What is wrong with entries that `dev` shows nothing of, in sentences, by their ids. */
  const refused: Record<string, readonly string[]>;
  export default refused;
}

declare module 'virtual:columns/accent.css';
declare module 'virtual:columns/page-accent.css';
declare module 'virtual:columns/county-styles';

declare module 'virtual:columns/components/Masthead' {
  /** The theme's, or the county's own in its place; the properties are the same. */
  const Masthead: (props: { search: boolean }) => unknown;
  export default Masthead;
}

declare module 'virtual:columns/components/Footer' {
  const Footer: (props: Record<string, never>) => unknown;
  export default Footer;
}
