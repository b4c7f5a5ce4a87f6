import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allItems, itemRef, loadStandard, parseTiming } from '../src/index.ts';

const standard = loadStandard();
const DIR = join(import.meta.dirname, '../data');
const files = readdirSync(DIR, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

/** A name as two tables would still write it for one thing: without marks, brackets and filler. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/(?:信息|情况|公开|的)/g, '');
}

/** Working days that tables of disclosure give between the event and its publication. */
const USUAL = new Set([1, 2, 3, 5, 7, 10, 15, 20]);

/** The terms of a cell that no table is known to mean. */
function oddTerms(text: string): number[] {
  return parseTiming(text).deadlines.flatMap((deadline) =>
    deadline.kind === 'after' && deadline.unit === 'working-day' && !USUAL.has(deadline.amount)
      ? [deadline.amount]
      : [],
  );
}

describe('a row of the standard', () => {
  test.each(standard.catalogue.map(({ domain, items }) => [domain, items] as const))(
    '%s has no item twice, however it is punctuated',
    (_, items) => {
      const seen = new Map<string, string[]>();
      for (const item of items) {
        const name = folded(`${item.level1}${item.level2 ?? ''}`);
        const twins = seen.get(name) ?? [];
        // One item may stand in several rows, each with other elements.
        const elements = folded((item.elements ?? []).join(''));
        expect(twins, itemRef(item)).not.toContain(elements);
        seen.set(name, [...twins, elements]);
      }
    },
  );

  test('says what its elements and its basis are, or that the source did not', () => {
    for (const item of allItems(standard)) {
      for (const field of ['elements', 'basis'] as const) {
        if (item[field] === undefined) expect(item.incomplete, itemRef(item)).toContain(field);
        else expect(item[field].length, itemRef(item)).toBeGreaterThan(0);
      }
    }
  });

  test('with a term of an odd length marks it as suspect or says whose it is', () => {
    for (const item of allItems(standard)) {
      const odd = oddTerms(item.timing?.text ?? '');
      for (const days of odd) {
        const suspect = item.timing?.deadlines.some(
          (deadline) => 'amount' in deadline && deadline.amount === days && deadline.suspect,
        );
        if (!suspect) expect(item.note, itemRef(item)).toContain(`${days}个工作日`);
      }
    }
    expect(oddTerms('信息形成之日起21个工作日内')).toEqual([21]);
  });

  test('stands under a class of its guide, where all classes of the guide are known', () => {
    const file = standard.catalogue.find(({ domain }) => domain === 'major-projects');
    expect(file?.items.length).toBeGreaterThan(0);
    for (const { level1 } of file?.items ?? []) expect(file?.classes).toContain(level1);
  });
});

describe('what is known of the official tables', () => {
  test('says who says so, and no table here has more rows than the official one', () => {
    const known = standard.catalogue.filter(({ official }) => official);
    expect(known.length).toBeGreaterThan(8);
    for (const { domain, official, items } of known) {
      expect(official?.source, domain).toMatch(/\p{Script=Han}/u);
      if (official?.rows) expect(items.length, domain).toBeLessThanOrEqual(official.rows);
    }
  });
});

describe('a variant', () => {
  const all = standard.variants.flatMap(({ domain, variants }) =>
    variants.map(
      (variant) =>
        [`${domain} ${variant.place} ${variant.level2 ?? variant.level1 ?? ''}`, variant] as const,
    ),
  );

  test.each(all)(
    '%s names its place, and a page only where the government’s was read',
    (_, variant) => {
      expect(variant.place).toMatch(/[县市区镇乡街道某处院]|经济技术开发区/);
      expect(variant.source !== undefined).toBe(variant.read === 'government');
      expect(variant.level1 ?? variant.level2).toBeDefined();
    },
  );

  test.each(all)('%s lists every cell that the source does not give', (_, variant) => {
    const cells = {
      elements: variant.elements,
      basis: variant.basis,
      timing: variant.timing,
      subject: variant['sample-subject'],
      channels: variant.channels,
      audience: variant.audience,
      method: variant.method,
      levels: variant.levels,
    };
    for (const [name, cell] of Object.entries(cells)) {
      if (cell === undefined) expect(variant.incomplete).toContain(name);
    }
  });

  test.each(all)('%s carries no mark of a cut or a tick', (_, variant) => {
    const { note: _note, odd: _odd, ...cells } = variant;
    expect(JSON.stringify(cells)).not.toMatch(/截断|…|[■□▲√]|镜像|第三方/);
  });

  test.each(all)('%s says of an odd term that it is odd', (_, variant) => {
    if (oddTerms(variant.timing ?? '').length > 0) expect(variant.odd).toBeDefined();
  });

  test('is never the item of a county: nothing of it is in the catalogue', () => {
    const local = standard.variants.find(({ domain }) => domain === 'township-government');
    expect(local?.variants.length).toBeGreaterThan(0);
    expect(standard.catalogue.map(({ domain }) => domain)).not.toContain('township-government');
  });
});

describe('addresses in the data', () => {
  test('are pages of governments, and stand only in sources', () => {
    for (const file of files) {
      const data = parse(readFileSync(join(DIR, file), 'utf8')) as unknown;
      JSON.stringify(data, (key, value: unknown) => {
        if (typeof value !== 'string' || !/https?:|www\.|\.(?:com|cn|org|net)\b/.test(value))
          return value;
        expect(value, `${file}: ${key}`).toMatch(/^https?:\/\/[a-z0-9.-]+\.gov\.cn(?::\d+)?\//);
        expect(key, file).toMatch(/^(?:source|\d+)$/);
        return value;
      });
    }
  });
});
