import { describe, expect, it } from 'vitest';
import { candidates, likeness, packed, sketchOf, unpacked } from '../src/duplicates/sketch.ts';
import { Numbers } from './personal/made-up.ts';

/** A text of nonsense of so many characters. */
function nonsense(numbers: Numbers, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + numbers.below(3000))).join('');
}

/** The share of shingles of six characters that two texts really have in common. */
function truth(a: string, b: string): number {
  const of = (text: string) =>
    new Set(Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6)));
  const [one, other] = [of(a), of(b)];
  const both = [...one].filter((part) => other.has(part)).length;
  return both / (one.size + other.size - both);
}

describe('the sketch of a text', () => {
  const numbers = new Numbers(12);

  it('tells how much two texts have in common, to within a tenth', () => {
    for (const changed of [0, 5, 20, 60, 200]) {
      const text = nonsense(numbers, 900);
      const other = text.slice(0, 900 - changed) + nonsense(numbers, changed);
      const error = Math.abs(likeness(sketchOf(text), sketchOf(other)) - truth(text, other));
      expect([changed, error < 0.1]).toEqual([changed, true]);
    }
  });

  it('says nothing of the text, and is the same after it was kept', () => {
    const sketch = sketchOf(nonsense(numbers, 400));
    expect(packed(sketch)).toMatch(/^[A-Za-z0-9+/=]{344}$/);
    expect(likeness(unpacked(packed(sketch)), sketch)).toBe(1);
  });

  it('finds the pairs that are nearly the same among many that are not', () => {
    const texts = Array.from({ length: 200 }, () => nonsense(numbers, 300));
    const copy = `${texts[17]?.slice(0, 295)}${nonsense(numbers, 5)}`;
    const pairs = candidates([...texts, copy].map(sketchOf));
    expect(pairs).toContainEqual([17, 200]);
    expect(pairs.length).toBeLessThan(5);
  });
});
