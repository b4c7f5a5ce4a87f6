import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GrowFaults } from '../fault.ts';
import { Lines, type Spot } from './lines.ts';

/** One name or address in a file that becomes another. */
interface Edit extends Spot {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly sort: 'name' | 'link';
}

/** Changes of texts, gathered by the places that reading gave, then made from the end to the start. */
export class Edits {
  readonly #contentRoot: string;
  readonly #edits: Edit[] = [];
  readonly #lines = new Map<string, Lines>();

  constructor(contentRoot: string) {
    this.#contentRoot = contentRoot;
  }

  add(edit: Edit): void {
    this.#edits.push(edit);
  }

  /** The text of a file, to be changed. */
  of(file: string): Lines {
    const known = this.#lines.get(file);
    if (known) return known;
    const lines = Lines.of(readFileSync(join(this.#contentRoot, file)));
    if (!lines) throw new GrowFaults([`content/${file} 不是文本，读不出来`]);
    this.#lines.set(file, lines);
    return lines;
  }

  /** Makes what was gathered; gives the places where that could not be done, in Chinese. */
  make(): string[] {
    const faults: string[] = [];
    const order = this.#edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
    for (const { file, line, column, before, after, sort } of order) {
      const pattern = sort === 'name' ? namePattern(before) : linkPattern(before);
      if (!this.of(file).replaceMatch({ line, column }, pattern, before, after))
        faults.push(`content/${file} 第 ${line} 行：“${before}”要改成“${after}”，请先手工改`);
    }
    return faults;
  }

  /** The files that were changed, in order. */
  changed(): [string, Lines][] {
    return [...this.#lines]
      .filter(([, { changed }]) => changed.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** An id that is not part of a longer one. */
function namePattern(name: string): RegExp {
  return new RegExp(`(?<![a-z0-9/-])${literal(name)}(?![a-z0-9/-])`, 'g');
}

/** The target of a link: behind `](`, `]: ` or, in `.mdx`, `="`. */
function linkPattern(url: string): RegExp {
  return new RegExp(`(?<=\\]\\(\\s*<?|\\]:\\s*<?|=["'])${literal(url)}(?![^\\s)>"'])`, 'g');
}
