import { YAML_FIELDS, YAML_NESTING } from './bounds.ts';

/** Signs at the start of a line that each begin something within the one before: `- - a`, `? ? a`. */
const SIGN = /[ \t]*[-?:](?=[ \t]|$)/y;

/**
 * The first line, from 1, at which YAML is nested deeper than it may be or has too many fields beside each
 * other, or nothing: by indents, by signs at the start of a line, or by brackets. Told without parsing; in quoted texts it may count too much, which
 * matters only where somebody opens dozens of brackets and closes none.
 */
export function nestedLine(text: string): number | undefined {
  let brackets = 0;
  let indents: { readonly at: number; fields: number }[] = [];
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
    if (indent === 0) [indents, brackets] = [indents.slice(0, 1), 0];
    while ((indents.at(-1)?.at ?? -1) > indent) indents.pop();
    if (indents.at(-1)?.at !== indent) indents.push({ at: indent, fields: 0 });
    const level = indents.at(-1);
    // Each field of a list's item begins anew.
    if (level) level.fields = signs > 0 ? 1 : level.fields + 1;
    if ((level?.fields ?? 0) > YAML_FIELDS) return index + 1;
    for (const sign of line) {
      if (sign === '[' || sign === '{') brackets += 1;
      else if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > YAML_NESTING) return index + 1;
    }
    if (indents.length + signs > YAML_NESTING) return index + 1;
  }
  return undefined;
}
