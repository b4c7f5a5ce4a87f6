/*
 * The editor opens no `.mdx`: the parser of JavaScript that its syntax needs, a fifth of all the script, stays out.
 */
const never = (): never => {
  throw new Error('The editor reads no MDX.');
};
export const mdxjs = never;
export const mdxFromMarkdown = never;
