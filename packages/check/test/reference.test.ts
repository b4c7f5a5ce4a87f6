import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { RULES, rulePage, ruleReference } from '../src/index.ts';
import { countySettingsSchema, THRESHOLDS } from '../src/settings/index.ts';

const written = readFileSync(new URL('../rules.md', import.meta.url), 'utf8');

describe('the reference of the rules', () => {
  it('is what the rule table says now: `npx pnpm@12 generate` brings it up to date', () => {
    expect(written).toBe(ruleReference());
  });

  it('has a page for every rule, where `rulePage` says', () => {
    for (const id of Object.keys(RULES) as RuleId[]) {
      expect(written).toContain(`\n### ${id}\n`);
      // As GitHub makes an anchor of a heading: without signs, in small letters.
      expect(rulePage(id)).toBe(`packages/check/rules.md#${id.replaceAll('/', '')}`);
    }
  });

  it('tells level, words, mend and source of each, and nothing that is not there', () => {
    expect(written).not.toMatch(/undefined|null|NaN|\[object/);
    expect(written.match(/^- 依据：/gm)).toHaveLength(Object.keys(RULES).length);
  });
});

describe('the figures that rules judge by', () => {
  it('each have a source, and can be set by a county', () => {
    const shape = countySettingsSchema.shape.thresholds.unwrap().shape;
    expect(THRESHOLDS.map(({ id }) => id).sort()).toEqual(Object.keys(shape).sort());
    for (const { title, source } of THRESHOLDS) {
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(source).toMatch(/\p{Script=Han}/u);
    }
  });
});
