import { expect, test } from 'vitest';
import { drawing } from '../src/house/drawing.ts';

const needs = (all: Record<string, string[]>) => new Map(Object.entries(all));

test('an arrow that a longer way says as well is left out', () => {
  expect(drawing(needs({ page: ['column', 'text'], column: ['text'], text: [] }))).toBe(
    'flowchart TD\n  column --> text\n  page --> column\n',
  );
});

test('who needs nobody and is needed by nobody is drawn all the same', () => {
  expect(drawing(needs({ alone: [], page: ['text'], text: [] }))).toContain('\n  alone\n');
});

test('a circle is named by all who are in it', () => {
  const circle = needs({ one: ['two'], two: ['three'], three: ['one'] });
  expect(() => drawing(circle)).toThrow('one → two → three → one');
});
