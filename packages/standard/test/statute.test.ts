import { describe, expect, test } from 'vitest';
import { loadStandard } from '../src/index.ts';

const { statute } = loadStandard();

describe('what 《政府信息公开条例》 asks', () => {
  test('four parts, each with what it must say', () => {
    expect(statute.entries.map(({ id }) => id)).toEqual([
      'guide',
      'rules',
      'proactive',
      'annual-report',
    ]);
    for (const { id, says, basis } of statute.entries) {
      expect(new Set(says.map((point) => point.id)).size, id).toBe(says.length);
      expect(basis).toMatch(/^条例第/);
    }
  });

  test('six facts about the office in charge, in the guide alone', () => {
    const [guide, ...others] = statute.entries;
    expect(guide?.contact?.map(({ id }) => id)).toEqual([
      'name',
      'address',
      'hours',
      'telephone',
      'fax',
      'internet',
    ]);
    for (const { contact } of others) expect(contact).toBeUndefined();
  });

  test('fifteen classes of everyone, seven of a county and eight of a town', () => {
    const of = (article: string) =>
      statute.classes.filter(({ id }) => id.startsWith(article)).map(({ id }) => id);
    const numbered = (article: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${article}.${index + 1}`);
    expect(of('20.')).toEqual(numbered('20', 15));
    expect(of('21.')).toEqual(numbered('21', 7));
    expect(of('21t.')).toEqual(numbered('21t', 8));
    expect(statute.classes).toHaveLength(30);
    for (const { id, for: sorts } of statute.classes) {
      if (id.startsWith('21t.')) expect(sorts).toEqual(['town']);
      else if (id.startsWith('21.')) expect(sorts).toEqual(['county']);
      else expect(sorts).toContain('county');
    }
  });
});
