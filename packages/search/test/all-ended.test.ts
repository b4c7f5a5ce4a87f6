import { expect, test } from 'vitest';
import { allEnded } from '../src/part/all-ended.ts';

test('what still works has ended when a neighbour fails', async () => {
  let ended = false;
  const slow = new Promise<void>((done) => {
    setTimeout(() => {
      ended = true;
      done();
    }, 20);
  });
  const failing = Promise.reject(new Error('the first to fail'));
  await expect(allEnded([slow, failing])).rejects.toThrow('the first to fail');
  expect(ended).toBe(true);
});

test('the results stand in the order of the tasks', async () => {
  expect(await allEnded([Promise.resolve(1), Promise.resolve('二')])).toEqual([1, '二']);
});
