import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeowners } from '../src/github/index.ts';

const shili = {
  id: 'shili',
  name: '示例县',
  reviewers: ['@shili/office'],
  units: [
    {
      id: 'education',
      name: '县教育局',
      domains: ['compulsory-education'],
      reviewers: ['@shili/edu'],
    },
    {
      id: 'civil',
      name: '县民政局',
      domains: ['elder-care', 'social-assistance'],
      reviewers: ['@shili/civil'],
    },
    { id: 'health', name: '县卫生健康局', domains: ['elder-care'], reviewers: ['@shili/health'] },
    { id: 'tax', name: '县税务局', domains: ['taxation'], reviewers: [] },
  ],
};

describe('CODEOWNERS', () => {
  it('gives each unit its domains, the county all else and the files that say who reviews', () => {
    expect(codeowners([shili]).split('\n').slice(3)).toEqual([
      '# 示例县',
      '/content/shili/ @shili/office',
      '/content/shili/compulsory-education/ @shili/edu',
      '/content/shili/elder-care/ @shili/civil @shili/health',
      '/content/shili/social-assistance/ @shili/civil',
      '/content/shili/county.yaml @shili/office',
      '/content/shili/departments.yaml @shili/office',
      '/content/shili/check.yaml @shili/office',
      '',
    ]);
  });

  it('says so where a county names nobody', () => {
    const text = codeowners([{ ...shili, reviewers: [], units: [] }]);
    expect(text).toContain('# shili: county.yaml names no reviewers');
    expect(text).not.toMatch(/^[^#\n]/m);
  });

  it('of this repository is what `npx pnpm@12 generate` makes', () => {
    const root = new URL('../../../', import.meta.url);
    const bin = new URL('packages/cli/bin/columns.ts', root).pathname;
    execFileSync(process.execPath, [bin, 'codeowners', '--check'], { cwd: root });
    expect(readFileSync(new URL('.github/CODEOWNERS', root), 'utf8')).toContain(
      'npx pnpm@12 generate',
    );
  });
});
