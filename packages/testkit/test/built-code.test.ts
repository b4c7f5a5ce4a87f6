import { describe, expect, test } from 'vitest';
import { scriptFaults, styleFaults } from '../src/built-code/index.ts';

describe('styles that Chrome 87 or Safari 14 cannot read', () => {
  test.each([
    'a { color: var(--link); gap: 1em; display: grid; position: sticky }',
    '@supports (container-type: inline-size) { a { container-type: inline-size } }',
    'a:focus { outline: 1px solid } a:focus:not(:focus-visible) { outline: none }',
    '@media (prefers-contrast: more) { a { color: #000 } }',
    '@page { size: A4 landscape; margin: 1cm }',
  ])('are not found in %s', async (css) => {
    expect(await styleFaults(css)).toEqual([]);
  });

  test.each([
    ['a { container-type: inline-size }', 'container-type: not in chrome 87'],
    ['@container (min-width: 1em) { a { color: red } }', 'css-container-queries'],
    ['a { inset: 0 }', 'inset: not in safari 14'],
    ['a { color: oklch(40% 0.2 20) }', 'css-lch-lab'],
    ['a { &:hover { color: red } }', 'css-nesting'],
    ['@layer base { a { color: red } }', 'css-cascade-layers'],
    ['main:has(h1) { color: red }', 'css-has'],
    ['a:hover, a:focus-visible { color: red }', 'older browsers know'],
  ])('are found in %s', async (css, fault) => {
    expect((await styleFaults(css)).join('\n')).toContain(fault);
  });
});

describe('scripts that Chrome 87 or Safari 14 cannot run', () => {
  test.each([
    "const a = [1].map(String); a?.[0] ?? 'none'; let b; b ||= 1;",
    "'a'.replaceAll('a', 'b'); class A { x = 1 }",
    "const dialog = document.querySelector('dialog'); if ('showModal' in dialog) dialog.showModal();",
  ])('are not found in %s', async (script) => {
    expect(await scriptFaults(script)).toEqual([]);
  });

  test.each([
    ['[1].at(-1)', 'at'],
    ['Object.hasOwn({}, "a")', 'hasOwn'],
    ['structuredClone({})', 'structuredClone'],
    ['class A { #x() {} }', 'private'],
    ['class A { static {} }', 'static block'],
    ['await fetch("/")', 'await'],
    ['new Intl.Segmenter("zh")', 'Segmenter'],
    ['[1].toSorted()', 'toSorted'],
    ['const = 1', 'Parsing error'],
  ])('are found in %s', async (script, fault) => {
    expect((await scriptFaults(script)).join('\n')).toContain(fault);
  });
});
