import type { TextPassage } from './passage.ts';
import { Words } from './passage.ts';

/** A text without markup, cut at its empty lines: a number may go on in the next line. */
export function linesPassages(text: string): TextPassage[] {
  const passages: TextPassage[] = [];
  let words = new Words();
  const end = () => {
    if (!words.isEmpty) passages.push(words.passage());
    words = new Words();
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') end();
    else words.add(`${line}\n`, { line: index + 1, column: 1 });
  }
  end();
  return passages;
}
