import { numbers } from '@columns/testkit';
import { describe, expect, it } from 'vitest';
import { quotedChanges } from '../src/history/quote.ts';

describe('what changed between two versions of a text', () => {
  it('is seen wherever it stands: no two quotes are alike, and each sign that is new is in one', () => {
    const random = numbers(20_261_130);
    const below = (most: number) => Math.floor(random.next().value * most);
    const wrong: unknown[] = [];
    for (let round = 0; round < 300; round += 1) {
      const before = Array.from({ length: 1 + below(400) }, () =>
        '县政务公开办法通知𠮷'.charAt(below(9)),
      );
      const after = [...before];
      for (let edit = 0; edit <= below(4); edit += 1) {
        after.splice(below(after.length + 1), below(3), ...(below(2) ? ['★'] : ['☆', '★']));
      }
      const [old, now] = [before.join(''), after.join('')];
      const quotes = quotedChanges(old, now);
      const shown = quotes.map(([, is]) => is).join('');
      const lost = after.filter((sign) => sign === '★').length > shown.split('★').length - 1;
      if (quotes.some(([was, is]) => was === is) || (quotes.length === 1 && lost)) {
        wrong.push({ old, now, quotes });
      }
    }
    expect(wrong).toEqual([]);
  });
});
