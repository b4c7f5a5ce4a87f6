import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plannedFiles, STORY_COUNTIES, share, writeFiles } from '@columns/stories';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTENT } from './written.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'stories-'));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

describe('stories', () => {
  it.each(STORY_COUNTIES)('give %s as it is published, or as a hand has changed it', (county) => {
    const noted = new Map(
      readFileSync(join(import.meta.dirname, `../data/${county}/written.sha256`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    const planned = plannedFiles(county);
    expect([...planned.keys()].filter((path) => !existsSync(join(CONTENT, path)))).toEqual([]);
    expect([...noted.keys()].filter((path) => !planned.has(path))).toEqual([]);
  });

  it('give the same files for the same facts', () => {
    expect([...plannedFiles('jinzhai')]).toEqual([...plannedFiles('jinzhai')]);
  });

  it('leave alone what a hand has changed, and take back what is told no more', () => {
    const notes = join(ROOT, 'written.sha256');
    const first = new Map([
      ['a/_notice/2026/one.md', '一\n'],
      ['a/_notice/2026/two.md', '二\n'],
    ]);
    expect(writeFiles(ROOT, 'a', first, notes).written).toHaveLength(2);
    expect(writeFiles(ROOT, 'a', first, notes).written).toEqual([]);
    writeFileSync(join(ROOT, 'a/_notice/2026/one.md'), '手工改过\n');
    const next = new Map([['a/_notice/2026/one.md', '新的一\n']]);
    const outcome = writeFiles(ROOT, 'a', next, notes);
    expect(outcome.kept).toEqual(['a/_notice/2026/one.md']);
    expect(outcome.removed).toEqual(['a/_notice/2026/two.md']);
    expect(readFileSync(join(ROOT, 'a/_notice/2026/one.md'), 'utf8')).toBe('手工改过\n');
  });

  it('divide a number without a rest', () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(share(7, [0, 0])).toEqual([0, 0]);
  });
});
