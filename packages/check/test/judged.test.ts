import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf } from '@columns/content';
import type { Files } from '@columns/content/fixture';
import { entry, makeCounty, notice } from '@columns/content/fixture';
import { word } from '@columns/office/fixture';
import { loadStandard } from '@columns/standard';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Memory } from '../src/facts/memory.ts';
import { inspect } from '../src/index.ts';
import { idNumber, Numbers } from './personal/made-up.ts';

/*
 * What is found in a file is remembered, and the file is published, by the digest of its bytes. So it must have been
 * found in these bytes: a file that changes while the check is at it is told, and nothing is learnt of it.
 */

const ID = idNumber(new Numbers(7));
const standard = loadStandard();

const FILES: Files = {
  'shili/departments.yaml': '- {id: education, name: 县教育局}\n',
  'shili/_catalogue/education.yaml': 'add: []\n',
  'shili/_notice/2023/a.md': notice(['attachments: [{file: a.docx, name: 表}]'], '甲。\n'),
  'shili/_notice/2023/a/a.docx': word({ paragraphs: ['甲'] }),
  'shili/compulsory-education/school-directory/2023/s.md': entry(
    ['title: 名录', 'kind: register', 'columns: [学校名称]'],
    '',
  ),
  'shili/compulsory-education/school-directory/2023/s.csv': '学校名称\n一小\n',
};

/** Bytes with an identity number in them, as long as need be. */
const BAD: Readonly<Record<string, string | Uint8Array>> = {
  'shili/departments.yaml': `- {id: education, name: 县教育局} # ${ID}\n`,
  'shili/_catalogue/education.yaml': `add: [] # ${ID}\n`,
  'shili/_notice/2023/a.md': notice(['attachments: [{file: a.docx, name: 表}]'], `甲${ID}。\n`),
  'shili/_notice/2023/a/a.docx': word({ paragraphs: [`甲${ID}`] }),
  'shili/compulsory-education/school-directory/2023/s.csv': `学校名称\n一小${ID}\n`,
};

/** From the moment on that the digest of the file was first taken, the file is another one. */
function changesWhenMet(root: string, file: string, becomes: string | Uint8Array): void {
  const real = Memory.prototype.digest;
  let done = false;
  const spy = vi.spyOn(Memory.prototype, 'digest').mockImplementation(function (
    this: Memory,
    asked,
  ) {
    const digest = real.call(this, asked);
    if (asked === file && !done) {
      done = true;
      writeFileSync(join(root, file), becomes);
    }
    return digest;
  });
  onTestFinished(() => spy.mockRestore());
}

/** Checks the county with a memory that outlives it. */
function check(contentRoot: string) {
  const options = {
    memory: join(contentRoot, '../', `${basename(contentRoot)}.json`),
    software: '1',
  };
  return inspect(contentRoot, 'shili', standard, options);
}

describe.each(Object.keys(BAD))('%s', (file) => {
  it('that is put right while it is checked is not taken for one that was right', async () => {
    const bad = BAD[file] as string | Uint8Array;
    const { contentRoot } = makeCounty({ files: { ...FILES, [file]: bad } });
    const good = FILES[file] as string | Uint8Array;
    changesWhenMet(contentRoot, file, good);
    const during = await check(contentRoot);
    // A table that changes is told of the entry that it belongs to.
    const owner = file.replace(/\.\w+$/, '.');
    const ofFile = during.findings.filter((one) => one.file.startsWith(owner));
    // Judged as it was, or told as one that changes; never passed over.
    expect(ofFile.map(({ rule }) => rule)).toEqual([
      expect.stringMatching(/^(?:personal\/id-number|shape\/unreadable)$/),
    ]);
    // Nothing was learnt of the bad bytes from the good ones.
    writeFileSync(join(contentRoot, file), bad);
    const after = await check(contentRoot);
    const rules = after.findings.filter((one) => one.file === file).map(({ rule }) => rule);
    expect(rules).toContain('personal/id-number');
  });

  it('that becomes bad while it is checked is not published by a digest that passed', async () => {
    const { contentRoot } = makeCounty({ files: FILES });
    changesWhenMet(contentRoot, file, BAD[file] as string | Uint8Array);
    const { findings, digests } = await check(contentRoot);
    const told = findings.some((one) => one.file === file && one.level === 'error');
    expect(told || digests[file] !== digestOf(readFileSync(join(contentRoot, file)))).toBe(true);
  });
});

it('finds nothing in files of every sort that have nothing', async () => {
  const { findings } = await check(makeCounty({ files: FILES }).contentRoot);
  const files = new Set(findings.filter(({ level }) => level === 'error').map(({ file }) => file));
  expect(Object.keys(BAD).filter((file) => files.has(file))).toEqual([]);
});
