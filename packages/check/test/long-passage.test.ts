import { expect, it } from 'vitest';
import { PersonalFacts } from '../src/attachments/passage.ts';

const MOBILE = '18602781832';

it('finds each number of a very long paragraph once, wherever it is cut', () => {
  for (const gap of [99_990, 99_995, 100_000, 50_003]) {
    const facts = new PersonalFacts();
    const text = Array.from({ length: 5 }, () => '文'.repeat(gap) + MOBILE).join('');
    facts.take({ text, where: '正文' });
    expect([gap, facts.found.length]).toEqual([gap, 5]);
  }
});

it('ends where nobody needs more', () => {
  const facts = new PersonalFacts();
  facts.take({ text: `${MOBILE}、`.repeat(60_000), where: '正文' });
  expect(facts.found.length).toBe(20_000);
});
