import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '@columns/content/fixture';
import { makeCounty, notice } from '@columns/content/fixture';
import { pdf, word } from '@columns/office/fixture';
import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { inspect } from '../src/index.ts';
import { bankCard, idNumber, mobile, Numbers } from './personal/made-up.ts';

const numbers = new Numbers(31);
const ID = idNumber(numbers);
const MOBILE = mobile(numbers);
const CARD = bankCard(numbers);
const standard = loadStandard();

const FILES: Files = {
  'shili/departments.yaml': '- {id: education, name: 县教育局}\n',
  'shili/_notice/2023/a.md': notice(['attachments: [{file: a.docx, name: 表}]'], '银行帐户。\n'),
  'shili/_notice/2023/a/a.docx': word({ paragraphs: [ID] }),
  'shili/_notice/2023/b.md': notice([`summary: 联系${MOBILE}`], `${CARD}\n`),
  'shili/_notice/2023/c.md': notice(['title: 丙', 'attachments: [{file: c.pdf, name: 表}]']),
  'shili/_notice/2023/c/c.pdf': pdf({ lines: ['没有个人信息'] }),
};

/** A county, its memory, and a way to check it; the files are old enough to be trusted by their times. */
function county(files: Files = FILES) {
  const { contentRoot } = makeCounty({ files });
  const memory = join(contentRoot, '../', `${contentRoot.split('/').at(-1)}-memory.json`);
  const path = (file: string) => join(contentRoot, 'shili', file);
  for (const file of Object.keys(files)) utimesSync(join(contentRoot, file), 1e9, 1e9);
  const check = async (software = 'one') =>
    (await inspect(contentRoot, 'shili', standard, { memory, software })).findings;
  return { memory, path, check };
}

describe('a second check of the same county', () => {
  it('says the same as the first, and as one that remembers nothing', async () => {
    const { check, memory } = county();
    const first = await check();
    expect(first.length).toBeGreaterThan(4);
    expect(await check()).toEqual(first);
    expect(statSync(memory).size).toBeGreaterThan(100);
    expect(await check('another program')).toEqual(first);
  });

  it('sees what changed, even where size and time are as they were', async () => {
    const { check, path } = county();
    const before = await check();
    const file = path('_notice/2023/a.md');
    const time = statSync(file).mtime;
    writeFileSync(file, readFileSync(file, 'utf8').replace('帐户', '账户'));
    utimesSync(file, time, time);
    const rules = (await check()).map(({ rule }) => rule);
    expect(before.map(({ rule }) => rule)).toContain('language/typo');
    expect(rules).not.toContain('language/typo');
  });

  it('sees a change in what an entry is judged by', async () => {
    const { check, path } = county();
    await check();
    writeFileSync(path('check.yaml'), 'proper: [银行帐户]\n');
    expect((await check()).map(({ rule }) => rule)).not.toContain('language/typo');
  });

  it('sees a changed attachment, and a faulty memory is none', async () => {
    const { check, path, memory } = county();
    await check();
    writeFileSync(path('_notice/2023/c/c.pdf'), pdf({ lines: [`证件${ID}`] }));
    const found = (await check()).filter(({ file }) => file.endsWith('c.pdf'));
    expect(found.map(({ rule }) => rule)).toEqual(['personal/id-number']);
    const all = await check();
    writeFileSync(memory, '{"software": "one", "fi');
    expect(await check()).toEqual(all);
  });
});

describe('what is remembered', () => {
  it('holds nothing personal: not of texts, tables, attachments or names', async () => {
    const secret = `zhang-${MOBILE}`;
    const { check, memory } = county({
      ...FILES,
      [`shili/_notice/2023/${secret}.md`]: notice(['title: 丁']),
      [`shili/_notice/2023/c/${secret}.txt`]: '文',
      'shili/_notice/2023/e.md': notice([
        'title: 戊',
        'exemption: {type: 惩戒性公示, reason: 办法}',
        `summary: ${ID}`,
      ]),
    });
    await check();
    await check();
    const text = readFileSync(memory, 'utf8');
    for (const personal of [ID, MOBILE, CARD]) expect(text).not.toContain(personal);
    expect(text).toContain('_notice/2023/c.md');
  });

  it('is not written again when nothing changed', async () => {
    const { check, memory } = county();
    await check();
    utimesSync(memory, 1.9e9, 1.9e9);
    await check();
    expect(statSync(memory).mtimeMs).toBe(1.9e12);
  });
});
