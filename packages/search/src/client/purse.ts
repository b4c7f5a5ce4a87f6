/** What near answers may cost. Each question costs tens of kilobytes, in each part of an index. */
import type { SearchPart } from './part.ts';

/**
 * Bytes of files of words that near answers may cost in an index, however large it is. What else they need
 * (words, pages, cards) is some 75,000.
 */
export const PURSE = 76_000;

/** What is asked of a part to know what it costs. */
export type Payable = Pick<SearchPart, 'costs' | 'loaded' | 'mayHave'>;

interface Terms {
  terms: readonly string[];
}

export class Purse {
  readonly #parts: readonly Payable[];
  readonly #before: number;

  constructor(parts: readonly Payable[]) {
    this.#parts = parts;
    this.#before = this.#loaded();
  }

  #loaded(): number {
    return this.#parts.reduce((sum, part) => sum + part.loaded, 0);
  }

  /**
   * Asks as many questions of a part as can be paid for, the first ones first. One that cannot be found there
   * costs a file at most, and what it leaves pays for others.
   * @returns each question that was asked, with its answer
   */
  async ask<Question extends Terms, Answer>(
    part: Payable,
    questions: readonly Question[],
    find: (question: Question) => Promise<Answer>,
  ): Promise<[Question, Answer][]> {
    const answers: [Question, Answer][] = [];
    let waiting = questions;
    while (waiting.length > 0) {
      const paid = await this.#affordable(part, waiting);
      if (paid.length === 0) break;
      waiting = waiting.filter((question) => !paid.includes(question));
      const asked = paid.map(async (question): Promise<[Question, Answer][]> => {
        if (!(await part.mayHave(question.terms))) return [];
        return [[question, await find(question)]];
      });
      answers.push(...(await Promise.all(asked)).flat());
    }
    return answers;
  }

  async #affordable<Question extends Terms>(
    part: Payable,
    questions: readonly Question[],
  ): Promise<Question[]> {
    let left = PURSE - (this.#loaded() - this.#before);
    const paid: Question[] = [];
    const coming = new Set<string>();
    for (const question of questions) {
      const files = (await part.costs(question.terms)).filter(({ file }) => !coming.has(file));
      const cost = files.reduce((sum, { bytes }) => sum + bytes, 0);
      if (cost > left) continue;
      left -= cost;
      for (const { file } of files) coming.add(file);
      paid.push(question);
    }
    return paid;
  }
}
