/** A question that a text asks and answers itself. */
export interface Question {
  readonly ask: string;
  /** Without marks, as one line. */
  readonly answer: string;
}

/** `**问：为什么？**`, `**问：** 为什么？`, `问：为什么？`, `### 问：为什么？` */
const ASKED = /^\s*(?:#{1,6}\s+)?(?:\*\*)?问[:：]\s*(?:\*\*)?\s*(.+?)\s*(?:\*\*)?\s*$/;
/** The component of `.mdx`. */
const COMPONENT = /^\s*<Question\s+ask="([^"]*)"\s*>/;
/** Where an answer ends although no question follows. */
const ENDS = /^\s*(?:#{1,6}\s|<\/Questions?>)/;

/**
 * The questions of a body, as officers write them: a paragraph that begins with 问：, or `<Question ask="…">`;
 * the answer is what follows, up to the next question or heading. Pure; reads lines, not Markdown, for a page
 * of all questions must not parse every text.
 */
export function questionsIn(body: string): Question[] {
  const questions: { ask: string; answer: string[] }[] = [];
  let open = false;
  for (const line of body.split(/\r?\n/)) {
    const ask = COMPONENT.exec(line)?.[1] ?? ASKED.exec(line)?.[1];
    if (ask !== undefined) {
      questions.push({ ask: plain(ask), answer: [] });
      open = true;
    } else if (ENDS.test(line)) open = false;
    else if (open) questions.at(-1)?.answer.push(plain(line));
  }
  return questions
    .map(({ ask, answer }) => ({
      ask,
      answer: answer
        .join('')
        .trim()
        .replace(/^答[:：]\s*/, ''),
    }))
    .filter(({ ask, answer }) => ask !== '' && answer !== '');
}

/** A line without the marks of our dialect: words of links, no stars, no tags. */
function plain(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replaceAll('**', '')
    .replaceAll('~~', '')
    .replaceAll('&quot;', '"')
    .trim();
}
