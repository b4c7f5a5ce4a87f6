import { YAML_NESTING } from './bounds.ts';

/** Signs at the start of a line that each begin something within the one before: `- - a`, `? ? a`. */
const SIGN = /[ \t]*[-?:](?=[ \t]|$)/y;

/**
 * The first line, from 1, at which YAML is nested deeper than it may be, or nothing: by indents, by signs at
 * the start of a line, or by brackets. Told without parsing; in quoted texts it may count too much, which
 * matters only where somebody opens dozens of brackets and closes none.
 */
export function nestedLine(text: string): number | undefined {
  let brackets = 0;
  let indents: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    let column = 0;
    let signs = 0;
    SIGN.lastIndex = 0;
    for (let sign = SIGN.exec(line); sign; sign = SIGN.exec(line)) {
      signs += 1;
      column = SIGN.lastIndex;
      if (signs > YAML_NESTING) return index + 1;
    }
    const start = line.slice(column).search(/\S/);
    if (start === -1) continue;
    const indent = column + start;
    // A field of the document itself: nothing is open any more.
    if (indent === 0) [indents, brackets] = [[], 0];
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    for (const sign of line) {
      if (sign === '[' || sign === '{') brackets += 1;
      else if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > YAML_NESTING) return index + 1;
    }
    if (indents.length + signs > YAML_NESTING) return index + 1;
  }
  return undefined;
}
