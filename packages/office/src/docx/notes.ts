import type { OfficePackage } from '../package.ts';
import type { Inline } from '../paper/paper.ts';
import { isParagraph, textOf } from '../paper/text.ts';
import { elements } from '../tree.ts';
import { Body, type BodyContext } from './body.ts';

/** Footnotes and endnotes by the ids that the text uses: `f2`, `e3`. */
export function readNotes(
  file: OfficePackage,
  parts: { footnotes: string | undefined; endnotes: string | undefined },
  context: BodyContext,
): ReadonlyMap<string, readonly Inline[]> {
  const notes = new Map<string, readonly Inline[]>();
  for (const [part, name, prefix] of [
    [parts.footnotes, 'footnote', 'f'],
    [parts.endnotes, 'endnote', 'e'],
  ] as const) {
    for (const note of elements(file.tree(part), name)) {
      // Separators are lines that Word draws above the notes.
      if (note.attributes['type'] !== undefined && note.attributes['type'] !== 'normal') continue;
      const relations = part === undefined ? context.relations : file.relations(part);
      const blocks = new Body({ ...context, relations }).read(note);
      const content = blocks.flatMap((block, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        ...(isParagraph(block)
          ? block.content
          : [{ type: 'text' as const, text: textOf(block).replaceAll(/\s+/g, ' ') }]),
      ]);
      notes.set(`${prefix}${note.attributes['id']}`, content);
    }
  }
  return notes;
}
