import { OfficeFailure } from '../failure.ts';
import type { OfficePackage, Relation } from '../package.ts';
import type { Block, Inline, Paper, Picture } from '../paper/paper.ts';
import type { Remark } from '../paper/remark.ts';
import { isParagraph } from '../paper/text.ts';
import { readDocx } from './index.ts';
import type { Tally } from './tally.ts';

/** Reads a file that is inserted and is no Word document, by its name; `undefined`: it does not know such files. */
export type ReadInserted = (name: string, bytes: Uint8Array) => Paper | undefined;

/** Documents that are inserted whole as files of their own (altChunk; ECMA-376 part 1, 17.17.2). */
export class Chunks {
  readonly #file: OfficePackage;
  readonly #tally: Tally;
  readonly #megabytes: number;
  readonly #inserted: ReadInserted | undefined;
  #count = 0;
  readonly notes = new Map<string, readonly Inline[]>();
  readonly pictures: Picture[] = [];
  readonly remarks: Remark[] = [];

  constructor(file: OfficePackage, tally: Tally, megabytes: number, inserted?: ReadInserted) {
    this.#file = file;
    this.#tally = tally;
    this.#megabytes = megabytes;
    this.#inserted = inserted;
  }

  read(relation: Relation | undefined): Block[] {
    const target = relation?.target ?? '';
    const bytes = relation?.external === false ? this.#file.bytes(target) : undefined;
    const paper = bytes && this.#paper(target, bytes);
    if (!paper) {
      this.#tally.file(target);
      return [];
    }
    const prefix = `chunk-${++this.#count}-`;
    for (const [id, content] of paper.notes) this.notes.set(prefix + id, renamed(content, prefix));
    this.pictures.push(...paper.pictures.map((each) => ({ ...each, name: prefix + each.name })));
    this.remarks.push(...paper.remarks);
    return paper.blocks.map(
      (block): Block =>
        isParagraph(block)
          ? { ...block, content: renamed(block.content, prefix) }
          : {
              ...block,
              rows: block.rows.map((row) =>
                row.map((cell) => ({
                  ...cell,
                  content: cell.content.map((line) => renamed(line, prefix)),
                })),
              ),
            },
    );
  }

  #paper(target: string, bytes: Uint8Array): Paper | undefined {
    try {
      if (!/\.do[ct][xm]$/i.test(target)) return this.#inserted?.(target, bytes);
      // Documents in documents in documents: each may unpack to less than the one around it.
      const less = Math.floor(this.#megabytes / 4);
      return less < 1 ? undefined : readDocx(bytes, less, this.#inserted);
    } catch (error) {
      if (error instanceof OfficeFailure && error.code !== 'too-large') return undefined;
      throw error;
    }
  }
}

/** Names of notes and pictures that no other part of the document has. */
function renamed(content: readonly Inline[], prefix: string): Inline[] {
  return content.map((each) => {
    if (each.type === 'note') return { ...each, id: prefix + each.id };
    return each.type === 'picture' ? { ...each, name: prefix + each.name } : each;
  });
}
