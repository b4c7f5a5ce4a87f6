import { child, OfficePackage } from '@columns/office';
import { ImportFailure, reading } from '../../failure.ts';
import type { Paper } from '../../paper/paper.ts';
import { Body } from './body.ts';
import { marginText } from './margins.ts';
import { readNotes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Pictures } from './pictures.ts';
import { readStyles } from './styles.ts';
import { Tally } from './tally.ts';

/**
 * Reads a `.docx` of Word or WPS (ECMA-376 part 1, WordprocessingML).
 *
 * @param megabytes the most that it may unpack to
 */
export function readDocx(bytes: Uint8Array, megabytes: number): Paper {
  return reading(() => paperOf(new OfficePackage(bytes, megabytes)));
}

function paperOf(file: OfficePackage): Paper {
  const main = file.main() ?? 'word/document.xml';
  const document = file.tree(main);
  const body = child(document, 'body');
  if (!body) {
    throw new ImportFailure(
      'wrong-extension',
      '扩展名是 .docx，里面却不是 Word 文档',
      '按真实类型改扩展名，或用 Word、WPS 打开后另存为 .docx',
    );
  }
  const relations = file.relations(main);
  const part = (type: string) => [...relations.values()].find((each) => each.type === type)?.target;
  const tally = new Tally();
  const pictures = new Pictures(file, tally);
  const context = {
    styles: readStyles(file.tree(part('styles'))),
    numbering: new Numbering(file.tree(part('numbering'))),
    relations,
    pictures,
    tally,
  };
  const blocks = new Body(context).read(body);
  const notes = readNotes(
    file,
    { footnotes: part('footnotes'), endnotes: part('endnotes') },
    context,
  );
  tally.margins(marginText(file, relations));
  return { blocks, notes, pictures: pictures.list, labels: {}, remarks: tally.remarks() };
}
