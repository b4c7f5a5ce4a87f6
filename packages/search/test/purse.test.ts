import { expect, test } from 'vitest';
import { type Payable, PURSE, Purse } from '../src/client/purse.ts';
import { pick, seeded } from './corpus.ts';

/** A part of an index whose files cost what it says; `nowhere` are terms that it does not have. */
class Part implements Payable {
  loaded = 0;
  readonly sizes: Readonly<Record<string, number>>;
  readonly nowhere: ReadonlySet<string>;
  readonly #there = new Set<string>();

  constructor(sizes: Readonly<Record<string, number>>, nowhere: readonly string[] = []) {
    this.sizes = sizes;
    this.nowhere = new Set(nowhere);
  }

  async costs(terms: readonly string[]) {
    const further = terms.filter((term) => !this.#there.has(term));
    return further.map((file) => ({ file, bytes: this.sizes[file] ?? 0 }));
  }

  async mayHave(terms: readonly string[]) {
    const [first = ''] = terms;
    this.load([first]);
    return !terms.some((term) => this.nowhere.has(term));
  }

  load(terms: readonly string[]) {
    for (const term of terms) {
      if (!this.#there.has(term)) this.loaded += this.sizes[term] ?? 0;
      this.#there.add(term);
    }
  }
}

async function asked(part: Part, purse: Purse, questions: readonly string[]): Promise<string[]> {
  const lists = questions.map((question) => ({ terms: question.split(' ') }));
  const answers = await purse.ask(part, lists, async ({ terms }) => part.load(terms));
  return answers.map(([{ terms }]) => terms.join(' '));
}

test('what cannot be paid for is not asked; what is smaller and comes later may be', async () => {
  const part = new Part({ 甲: PURSE / 2, 乙: PURSE, 丙: PURSE / 4 });
  expect(await asked(part, new Purse([part]), ['甲', '乙', '丙'])).toEqual(['甲', '丙']);
});

test('a file that two questions need is paid for once', async () => {
  const part = new Part({ 甲: PURSE * 0.6, 乙: PURSE * 0.2, 丙: PURSE * 0.2 });
  expect(await asked(part, new Purse([part]), ['甲 乙', '甲 丙'])).toEqual(['甲 乙', '甲 丙']);
});

test('what stands nowhere leaves its money to the others', async () => {
  const part = new Part({ 甲: 1000, 乙: PURSE * 0.9, 丙: PURSE * 0.8 }, ['乙']);
  expect(await asked(part, new Purse([part]), ['甲 乙', '丙'])).toEqual(['丙']);
});

test('however many parts and questions there are, no more is loaded than is in the purse', async () => {
  const random = seeded(11);
  const words = Array.from({ length: 12 }, (_, at) => String(at));
  for (let round = 0; round < 200; round += 1) {
    const parts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
      const sizes = words.map((word) => [word, Math.floor(random() * 40_000)] as const);
      return new Part(Object.fromEntries(sizes), [pick(random, words)]);
    });
    const purse = new Purse(parts);
    for (const part of parts) {
      const questions = Array.from(
        { length: 5 },
        () => `${pick(random, words)} ${pick(random, words)}`,
      );
      await asked(part, purse, questions);
    }
    const loaded = parts.reduce((sum, part) => sum + part.loaded, 0);
    expect(loaded).toBeLessThanOrEqual(PURSE);
  }
});
