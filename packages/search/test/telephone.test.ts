import { expect, it } from 'vitest';
import { phoneParts } from '../src/telephone.ts';

const calls = (text: string) => phoneParts(text).flatMap(({ call }) => call ?? []);

it.each([
  ['0564-7356001', ['05647356001']],
  ['0564-7356001、12345', ['05647356001', '12345']],
  ['（0564）7356001', ['05647356001']],
  ['0564-7356001-802', ['05647356001,802']],
  ['0564-7356001转802', ['05647356001,802']],
  ['400-123-4567', ['4001234567']],
  ['7356001（工作日）', ['7356001']],
  ['110、119、12315、95598', ['110', '119', '12315', '95598']],
])('%s can be called', (text, expected) => {
  expect(calls(text)).toEqual(expected);
});

it.each(['0000-0000001', '000-00000001', '未登记', '', '2026', '02826240'])(
  'of %s nothing can be called: a number of examples, or none',
  (text) => {
    expect(calls(text)).toEqual([]);
  },
);

it('loses no letter of a text', () => {
  for (const text of ['咨询 0564-7356001（县民政局）、0000-0000002；12345', '电话：110'])
    expect(
      phoneParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});
