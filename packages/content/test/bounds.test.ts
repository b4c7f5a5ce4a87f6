import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { markdownFacts, parseMarkdown, renderMarkdown } from '../src/markdown/index.ts';
import { NESTING, OPEN_TAGS } from '../src/read/bounds.ts';
import { nestedLine } from '../src/read/yaml-nesting.ts';
import { randomNumbers } from './random.ts';

/** Quotations, items and notes, one in the other. */
function depthOf(node: Nodes): number {
  const own = /^(?:blockquote|listItem|footnoteDefinition)$/.test(node.type) ? 1 : 0;
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  return own + Math.max(0, ...children.map(depthOf));
}

const codes = (text: string) => markdownFacts(text).faults.map(({ code }) => code);

describe('blocks one in the other', () => {
  it.each(['> ', '- ', '1. ', '[^1]: ', '> - 1. '])('are read up to the bound: %s', (mark) => {
    const marks = mark.length > 6 ? 3 : 1;
    const text = `${mark.repeat(NESTING / marks)}文`;
    expect(codes(text)).not.toContain('text/nested-deep');
    // A note that nothing cites has no place on a page.
    expect(renderMarkdown(`${text}\n\n尾[^1]`).html).toContain('尾');
    expect(codes(`${mark}${text}`)).toEqual(['text/nested-deep']);
  });

  it('are lines of words beyond it, and nothing is lost', () => {
    for (const mark of ['> ', '- ', '1. ', '[^1]: ']) {
      const text = `${mark.repeat(5_000)}文\n第二行`;
      const { html } = renderMarkdown(text);
      expect(html).toMatch(/文<br>\n?第二行<\/p>$/);
      expect(html).not.toMatch(/<(?:ul|ol|blockquote|section)/);
    }
  });

  it('never go deeper than was told, whatever is typed', () => {
    const random = randomNumbers(20);
    const parts = [
      '> ',
      '- ',
      '1. ',
      '12. ',
      '[^1]: ',
      '[^a]:',
      '>',
      '-',
      '  ',
      '   ',
      '\t',
      '文',
      '\n',
      '\n\n',
    ];
    for (let round = 0; round < 3_000; round++) {
      const length = 1 + Math.floor(random() * 60);
      const text = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join(
        '',
      );
      const depth = depthOf(parseMarkdown(text));
      expect([text, depth]).toEqual([text, Math.min(depth, NESTING)]);
    }
  });

  it('are not seen where people draw lines and align signatures', () => {
    const line = `${'- '.repeat(30)}\n\n${'-'.repeat(200)}\n\n${' '.repeat(200)}安岳县人民政府\n\n${'　'.repeat(40)}2026年7月1日`;
    expect(codes(line)).toEqual([]);
    const lists = Array.from({ length: 200 }, (_, at) => `${'  '.repeat(at % 5)}- 项`).join('\n');
    expect(codes(lists)).toEqual([]);
  });
});

describe('tags one in the other', () => {
  it('are read up to the bound and told beyond it, once', () => {
    const nested = (count: number) => `${'<u>'.repeat(count)}文${'</u>'.repeat(count)}`;
    expect(codes(nested(OPEN_TAGS))).toEqual([]);
    expect(codes(nested(OPEN_TAGS + 2))).toEqual(['text/nested-deep']);
  });
});

describe('fields one in the other', () => {
  it('are told by their line', () => {
    expect(nestedLine(`a: 1\nb: ${'['.repeat(30)}`)).toBe(2);
    expect(nestedLine(`a: 1\n${'? '.repeat(30)}b`)).toBe(2);
    expect(
      nestedLine(Array.from({ length: 40 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')),
    ).toBe(21);
  });

  it('are not seen in lists as officers write them', () => {
    const row = '  - {name: "甲（[2026]1号", file: a.pdf}\n';
    expect(nestedLine(`title: 一\nattachments:\n${row.repeat(500)}summary: 二`)).toBeUndefined();
  });
});
