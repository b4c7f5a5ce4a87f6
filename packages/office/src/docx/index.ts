import { OfficeFailure } from '../failure.ts';
import type { Relation } from '../package.ts';
import { OfficePackage } from '../package.ts';
import type { Paper } from '../paper/paper.ts';
import { child, descendants, elements, words } from '../tree.ts';
import { unshownParts } from '../unshown.ts';
import { Body } from './body.ts';
import { Bound } from './bound.ts';
import type { ReadInserted } from './chunks.ts';
import { Chunks } from './chunks.ts';
import { readMargins } from './margins.ts';
import { readNotes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Pictures } from './pictures.ts';
import { readStyles } from './styles.ts';
import { Tally } from './tally.ts';

/**
 * Reads a `.docx` of Word or WPS (ECMA-376 part 1, WordprocessingML).
 *
 * @param megabytes the most that it may unpack to
 * @param inserted reads a page or a text that stands in the document as a file of its own
 * @throws OfficeFailure
 */
export function readDocx(bytes: Uint8Array, megabytes: number, inserted?: ReadInserted): Paper {
  const file = new OfficePackage(bytes, megabytes);
  const main = file.main() ?? 'word/document.xml';
  const document = file.tree(main);
  const body = child(document, 'body');
  if (!body) {
    throw new OfficeFailure(
      'wrong-extension',
      '扩展名是 .docx，里面却不是 Word 文档',
      '按真实类型改扩展名，或用 Word、WPS 打开后另存为 .docx',
    );
  }
  const relations = file.relations(main);
  const part = (type: string) => [...relations.values()].find((each) => each.type === type)?.target;
  const tally = new Tally();
  const pictures = new Pictures(file, tally);
  const numbering = new Numbering(file.tree(part('numbering')));
  const chunks = new Chunks(file, tally, megabytes, inserted);
  const context = {
    styles: readStyles(file.tree(part('styles'))),
    numbering,
    relations,
    pictures,
    tally,
    file,
    bound: new Bound(file, relations, tally),
    inserted: (relation: Relation | undefined) => chunks.read(relation),
  };
  const blocks = new Body(context).read(body);
  const own = readNotes(
    file,
    { footnotes: part('footnotes'), endnotes: part('endnotes') },
    context,
  );
  tally.margins(readMargins(file, relations));
  for (const comment of elements(file.tree(part('comments')), 'comment'))
    tally.comment(
      descendants(comment, 't').map(words).join(''),
      descendants(comment, 'blip').length + descendants(comment, 'imagedata').length,
    );
  tally.formats(numbering.unknown);
  return {
    blocks,
    notes: new Map([...own, ...chunks.notes]),
    pictures: [...pictures.list, ...chunks.pictures],
    remarks: [...tally.remarks(), ...chunks.remarks, ...unshownParts(file, main)],
  };
}
