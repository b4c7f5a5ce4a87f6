const MARKS = /\*\*|~~/;

/** Whether a text uses strong emphasis or strikethrough. */
export function usesMarks(markdown: string): boolean {
  return MARKS.test(markdown);
}

/**
 * Whether marks that should have become `<strong>` or `<del>` stand in the page as they were
 * written. Generated texts hold no others: no code, no masked numbers.
 */
export function showsMarks(html: string): boolean {
  return MARKS.test(html.replaceAll(/<[^>]*>/g, ''));
}
