import type { LinkFact } from '../../markdown/index.ts';
import { markdownFacts, mdxFacts } from '../../markdown/index.ts';
import type { SplitFile } from '../front-matter.ts';
import { quote } from '../schema-problems.ts';
import type { Reading } from './reading.ts';

/** A link in the text, where it stands in the file. */
export type BodyLink = LinkFact;

/** Checks the text below the front matter; gives its links. */
export function readBody(reading: Reading, split: SplitFile): readonly BodyLink[] {
  const mdx = reading.input.place.extension === 'mdx';
  const facts = mdx ? mdxFacts(split.body) : markdownFacts(split.body);
  const shift = (at: LinkFact['at']) => ({ line: at.line + split.bodyLine - 1, column: at.column });
  for (const { code, value, expected, other, ...at } of facts.faults) {
    reading.report(code, shift(at), {
      value: quote(value),
      ...(expected === undefined ? {} : { expected }),
      ...(other === undefined ? {} : { other }),
    });
  }
  const links = facts.links.map((link) => ({ ...link, at: shift(link.at) }));
  reading.links = links;
  return links;
}
