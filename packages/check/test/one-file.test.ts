import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeCounty, notice } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { checkCounties, REPORTERS, reportText } from '../src/index.ts';

const N = 'shili/_notice/2023';
/** Made up; the last figure is the right one for the others. */
const NUMBER = '340102199207115460';

async function checked(contentRoot: string, options: object = {}) {
  const root = join(contentRoot, 'root');
  mkdirSync(root, { recursive: true });
  symlinkSync(contentRoot, join(root, 'content'));
  const known = ['lin', 'shili'];
  const task = { known, wanted: known, gate: true, strict: false, ...options };
  return checkCounties(root, task);
}

/** A neighbour county, and what is beside it. */
function made(files: Parameters<typeof makeCounty>[0]['files']): string {
  return makeCounty({
    files: {
      'lin/county.yaml':
        'id: lin\nname: 邻县\nlevel: county\nstructure: national-26\ndemo: true\nbase: /lin/\n',
      'lin/_notice/2023/leak.md': notice([], `张三 ${NUMBER}\n`),
      [`${N}/leak.md`]: notice([], `李四 ${NUMBER}\n`),
      ...files,
    },
  }).contentRoot;
}

const told = (report: Awaited<ReturnType<typeof checked>>) =>
  report.counties.flatMap(({ findings }) => findings.map(({ file, rule }) => `${file} ${rule}`));
const LEAKS = [
  'lin/_notice/2023/leak.md personal/id-number',
  'shili/_notice/2023/leak.md personal/id-number',
];

describe('one file that cannot be read', () => {
  it.each([
    ['a text nested without end', { [`${N}/a.md`]: notice([], `${'1. '.repeat(4_000)}<u>文</u>`) }],
    ['a pipe', { [`${N}/a.md`]: { pipe: true } as const }],
    ['a pipe beside an entry', { [`${N}/leak/a.pdf`]: { pipe: true } as const }],
    ['a pipe for settings', { 'shili/check.yaml': { pipe: true } as const }],
    ['a text of too many bytes', { [`${N}/a.md`]: new Uint8Array(3_000_000).fill(97) }],
    ['settings of too many bytes', { 'shili/towns.yaml': new Uint8Array(2_000_000).fill(97) }],
  ])('is a finding, and all others are found as well: %s', async (_, files) => {
    const found = told(await checked(made(files)));
    expect(found).toEqual(expect.arrayContaining(LEAKS));
    const [file] = Object.keys(files);
    expect(found.filter((one) => one.startsWith(`${file} `))).toHaveLength(1);
  });

  it('has a name that is no text, and is told by it', async () => {
    const contentRoot = made({});
    const folder = Buffer.from(`${join(contentRoot, N)}/`);
    writeFileSync(Buffer.concat([folder, Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64])]), 'x');
    const found = told(await checked(contentRoot));
    expect(found).toEqual(expect.arrayContaining(LEAKS));
    expect(found).toContain(`${N}/a\ufffd.md shape/unprintable-name`);
  });

  it('is told in Chinese, without a word of the program', async () => {
    const report = await checked(made({ [`${N}/a.md`]: { pipe: true } }));
    const text = REPORTERS['text']?.(report, { colour: false }) ?? '';
    expect(text).toContain('这个文件读不了：它不是普通文件');
    expect(text).not.toMatch(/Error|\bat\b|\.ts:/);
  });
});

describe('what belongs to no county', () => {
  it('is told, be it a file, hidden, or a link', async () => {
    const contentRoot = made({
      'notes.md': 'x',
      '.gitattributes': '* -diff\n',
      '.drafts/_notice/2023/a.md': notice(),
      'README.md': `说明。联系 ${NUMBER}\n`,
    });
    symlinkSync('shili', join(contentRoot, 'alias'));
    const found = told(await checked(contentRoot, { root: true }));
    expect(found).toEqual(
      expect.arrayContaining([
        ...LEAKS,
        '.drafts shape/outside-counties',
        '.gitattributes shape/outside-counties',
        'alias safety/symbolic-link',
        'notes.md shape/outside-counties',
        'README.md personal/id-number',
      ]),
    );
  });

  it('is told where it is an original beside content, of whatever folder', async () => {
    const contentRoot = made({ 'README.md': '说明。\n' });
    const root = join(contentRoot, 'root');
    const put = (path: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), 'x');
    };
    for (const path of ['pnpm-workspace.yaml', 'README.md', '花名册.xlsx', '导入/一月/a.docx'])
      put(path);
    // What git does not see, and what is the software's own.
    for (const path of ['原件/花名册.xlsx', 'packages/a/test.pdf', 'guide/a.png']) put(path);
    const { counties } = await checked(contentRoot, { root: true });
    const found = counties.flatMap(({ findings }) => findings);
    expect(
      found.flatMap(({ rule, value }) => (rule === 'safety/stray-original' ? [value] : [])).sort(),
    ).toEqual(['导入/一月/a.docx', '花名册.xlsx']);
    expect(reportText(found)).toContain('\n花名册.xlsx\n');
  });

  it('is not looked for where one county is asked for', async () => {
    const found = told(await checked(made({ 'notes.md': 'x' })));
    expect(found).toEqual(LEAKS);
  });

  it('is judged where it stands in a county: a README holds no personal data', async () => {
    const found = told(await checked(made({ 'shili/README.md': `张三 ${NUMBER}\n` })));
    expect(found).toContain('shili/README.md personal/id-number');
  });
});
