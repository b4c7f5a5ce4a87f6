import { expect, test } from 'vitest';
import { readable, refusal, wholeAddress } from '../src/client/kiosk/guard.ts';

// What a kiosk says of links whose signs are not UTF-8, as old sites have them.

test.each([
  ['http://old.example/%C1%B9%B0%B2', 'http://old.example/%C1%B9%B0%B2'],
  ['http://old.example/%E5%85%AD%E5%AE%89', 'http://old.example/六安'],
  ['http://old.example/%', 'http://old.example/%'],
  ['tel:%E', 'tel:%E'],
])('%s is shown as %s', (address, shown) => {
  expect(readable(address)).toBe(shown);
});

test('a link that is no address is refused in words, too', () => {
  const address = wholeAddress('http://[', 'https://a.example/');
  expect(address).toBe('http://[');
  expect(refusal(address, 'https://a.example', '/')).toBe('outside');
  expect(readable(address)).toBe('http://[');
});
