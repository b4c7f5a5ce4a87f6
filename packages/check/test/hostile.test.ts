import { describe, expect, it } from 'vitest';
import { gate, githubSummary, REPORTERS } from '../src/index.ts';
import { HOSTILE } from './hostile.ts';
import { inspectFiles } from './inspecting.ts';

// A pull request that means harm: each file, what it tries, and what stops it before a build (which waits
// for this check) and in `dev` (which checks what it reads, and never opens attachments).

const cases = Object.entries(HOSTILE);

describe('a hostile file', () => {
  it.each(cases)('%s', { timeout: 60_000 }, async (_name, { files, build, dev }) => {
    const before = Object.keys(Object.prototype);
    const { findings, reading } = await inspectFiles(files(), { gate: true });
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(build);
    const seen = gate(reading).filter(({ level }) => level === 'error');
    expect([...new Set(seen.map(({ rule }) => rule))]).toEqual(typeof dev === 'string' ? [] : dev);
    expect(Object.keys(Object.prototype)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(cases)('%s says nothing to the runner', { timeout: 60_000 }, async (_name, { files }) => {
    const { findings } = await inspectFiles(files(), { gate: true });
    const county = { id: 'shili', name: '示例县', files: 1, entries: 1, findings, exemptions: [] };
    const report = { counties: [county], strict: false };
    const lines = (REPORTERS['github']?.(report, { colour: false }) ?? '').split('\n');
    const spoken = lines.filter((line) => /^\s*::|##\[/.test(line));
    expect(spoken).toHaveLength(Math.min(10, findings.length));
    for (const line of spoken)
      expect(line).toMatch(/^::error file=content\/shili[^,:]*,line=\d+,col=\d+,title=错误::/);
    const all = `${lines.join('\n')}${githubSummary(report)}`;
    expect(all).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/u);
    expect(all).not.toMatch(/\$\{\{/);
  });
});
