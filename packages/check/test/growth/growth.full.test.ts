import { decode, readCsv, readEntry, splitFrontMatter } from '@columns/content';
import { entry, notice } from '@columns/content/fixture';
import { markdownFacts, mdxFacts, renderMarkdown } from '@columns/content/markdown';
import { loadStandard } from '@columns/standard';
import { afterAll, describe, expect, it } from 'vitest';
import { sketchOf } from '../../src/duplicates/sketch.ts';
import { proseOf } from '../../src/language/prose.ts';
import { halfWidth } from '../../src/language/punctuation.ts';
import { UnitNames } from '../../src/language/unit-names.ts';
import { WordList } from '../../src/language/words.ts';
import { settingsFor } from '../../src/settings/index.ts';
import { type Clock, type Growth, growthOf, MOST } from './measure.ts';
import { BODIES, FILES, HEADS, type Maker, MDX_BODIES, TABLES } from './texts.ts';

// Twice the text takes twice the time, of whatever it is full: for each reader and each rule of texts.

const { forms } = loadStandard();
const words = new WordList(settingsFor(), ['示例县人民政府']);
const units = new UnitNames([{ id: 'office', name: '示例县人民政府办公室' }], '示例县');

function read(text: string, csv?: string): unknown {
  const bytes = new TextEncoder().encode(text);
  const table = csv === undefined ? undefined : new TextEncoder().encode(csv);
  return readEntry({
    ...{ county: 'shili', demo: true, file: 'shili/_notice/2023/a.md', bytes, forms },
    place: { id: 'a', year: 2023, extension: 'md' },
    folder: new Map(),
    elements: ['学校名称'],
    ...(table
      ? { csv: { path: 'shili/_notice/2023/a.csv', size: table.length, bytes: () => table } }
      : {}),
  });
}

function language(text: string): void {
  const lines = proseOf(text, 1);
  for (const line of lines) {
    words.slips(line.text, line.row);
    halfWidth(line.text);
  }
  units.twoNames(lines);
}

type Reader = (text: string) => unknown;

const READERS: readonly (readonly [
  kind: string,
  texts: Readonly<Record<string, Maker>>,
  readers: Readonly<Record<string, Reader>>,
])[] = [
  [
    'a body of',
    BODIES,
    {
      markdownFacts,
      renderMarkdown,
      language,
      sketchOf,
      readEntry: (text) => read(notice([], text)),
    },
  ],
  ['a body with components, of', MDX_BODIES, { mdxFacts }],
  ['front matter of', HEADS, { readEntry: (text) => read(`---\n${text}\n---\n\n文\n`) }],
  [
    'a table of',
    TABLES,
    { readCsv, readEntry: (text) => read(entry(['title: 名录', 'kind: register'], ''), text) },
  ],
  [
    'a file of',
    { ...FILES, ...HEADS, ...BODIES },
    { splitFrontMatter, decode: (text) => decode(new TextEncoder().encode(text)) },
  ],
];

const table: (Growth & { what: string })[] = [];

afterAll(() => {
  const rows = table
    .sort((a, b) => b.factor - a.factor)
    .map(({ what, characters, times, factor }) =>
      [what, `${Math.round(characters / 1000)}k`, ...times.map(Math.round), factor.toFixed(2)].join(
        ' | ',
      ),
    );
  console.log(
    `${rows.length} that take long enough to be measured\n${rows.slice(0, 40).join('\n')}`,
  );
});

describe.each(READERS)('%s', (kind, texts, readers) => {
  describe.each(Object.entries(readers))('for %s', (name, reader) => {
    it.each(Object.entries(texts))('%s', { timeout: 300_000 }, (label, make) => {
      const growth = growthOf(make, reader);
      if (growth) table.push({ what: `${name}: ${kind} ${label}`, ...growth });
      expect(growth?.factor ?? 1).toBeLessThanOrEqual(MOST);
    });
  });
});

describe('it measures what it should: by work that counts its own steps,', () => {
  /** A thousand steps for a millisecond: what else the machine does cannot be seen in that. */
  const steps: Clock = (work) => Number(work()) / 1000;

  it('going over a text once is twice as much for twice the text', () => {
    const once = (text: string) => text.length;
    expect(growthOf((n) => 'a'.repeat(n), once, steps)?.factor).toBe(2);
  });

  it('going over it again for each of its signs is four times as much, and told', () => {
    const square = (text: string) => text.length ** 2;
    const growth = growthOf((n) => 'a'.repeat(n), square, steps);
    expect(growth?.factor).toBe(4);
    expect(growth?.factor).toBeGreaterThan(MOST);
  });

  it('what grows too fast only where there is much of it is told, too', () => {
    const late = (text: string) => text.length + text.length ** 2 / 1000;
    expect(growthOf((n) => 'a'.repeat(n), late, steps)?.factor).toBeGreaterThan(MOST);
  });

  it('a time that is too short to be measured says nothing', () => {
    expect(
      growthOf(
        (n) => 'a'.repeat(n),
        () => 1,
        steps,
      ),
    ).toBeUndefined();
  });
});
