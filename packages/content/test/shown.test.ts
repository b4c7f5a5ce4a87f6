import { describe, expect, it } from 'vitest';
import { isKind, isOpen, mayQuote, opennessOf, shownColumn, shownOf } from '../src/index.ts';
import { notice, policy, readFiles } from './fixture.ts';

const WITHDRAWN = 'withdrawn: {date: 2023-06-01, reason: 有误}';
const HEADER = ['doc-number: 示例办〔2023〕1号', 'summary: 概述', 'keywords: [词]', 'source: 来源'];
const FILES = {
  'shili/_policy/2023/open.md': policy(HEADER),
  'shili/_policy/2023/gone.md': policy([...HEADER, WITHDRAWN]),
  'shili/_policy/2023/request.md': policy([...HEADER, 'attribute: {type: 依申请}'], ''),
  'shili/_policy/2023/withheld.md': policy(
    [...HEADER, 'attribute: {type: 不予, grounds: 条例第十四条}'],
    '',
  ),
  'shili/_policy/2023/both.md': policy(
    [...HEADER, 'attribute: {type: 不予, grounds: 条例第十四条}', WITHDRAWN],
    '',
  ),
  'shili/_notice/2023/follows.md': notice(['validity: {state: 废止, by: gone}']),
};

function column() {
  const read = readFiles(FILES).column;
  if (!read) throw new Error('The fixture has no column.');
  return read;
}

const shown = () =>
  new Map(shownColumn(column()).entries.map((entry) => [entry.id, entry] as const));

describe('what may be shown of an entry', () => {
  it.each([
    ['open', 'whole'],
    ['request', 'header'],
    ['withheld', 'header'],
    ['gone', 'notice'],
    ['both', 'notice'],
  ])('that is %s is the %s', (id, expected) => {
    const entry = column().entries.find((one) => one.id === id);
    expect(entry && shownOf(entry)).toBe(expected);
  });

  it('is all of an open one', () => {
    const whole = column().entries.find(({ id }) => id === 'open');
    expect(shown().get('open')).toEqual(whole);
  });

  it('is the common header of one that is not open: no more of its kind, no text, no files', () => {
    const entry = shown().get('request');
    expect(entry?.data).toMatchObject({ summary: '概述', docNumber: '示例办〔2023〕1号' });
    expect(entry?.data).not.toHaveProperty('issuer');
    expect(entry).toMatchObject({ hasBody: false, attachments: [], files: [], digest: '' });
    expect(entry && isKind(entry, 'policy')).toBe(false);
  });

  it('is a header that does not sum up what is withheld', () => {
    const entry = shown().get('withheld');
    expect(entry?.data).toMatchObject({ docNumber: '示例办〔2023〕1号', source: '来源' });
    expect(entry?.data).not.toHaveProperty('summary');
    expect(entry?.data).not.toHaveProperty('keywords');
    expect(entry).toMatchObject({ hasBody: false, attachments: [], files: [], digest: '' });
  });

  it('is title, days and reason of a withdrawn one, and where it is listed', () => {
    expect(shown().get('gone')?.data).toEqual({
      ...{ title: '文件', kind: 'policy', published: '2023-05-29', example: true },
      attribute: { type: '主动' },
      withdrawn: { date: '2023-06-01', reason: '有误' },
    });
    // Nor its grounds, where it was not open before.
    expect(shown().get('both')?.data.attribute).toEqual({ type: '不予' });
  });

  it('is no more in what others say of it', () => {
    const { relations } = shownColumn(column());
    expect(relations['gone']).toBeUndefined();
    expect(relations['follows']?.endedBy).toMatchObject([{ id: 'gone', title: '文件' }]);
    expect(JSON.stringify(relations)).not.toContain('示例办');
  });

  it('is the same however often it is asked', () => {
    const once = shownColumn(column());
    expect(shownColumn(once)).toEqual(once);
  });
});

describe('a content file read by itself', () => {
  it('says the same of what may be shown as the reader of entries', () => {
    const byId = new Map(column().entries.map((entry) => [entry.id, entry] as const));
    for (const [file, text] of Object.entries(FILES)) {
      const id = file.replace(/^.*\/|\.md$/g, '');
      const entry = byId.get(id);
      expect([id, shownOf({ data: opennessOf(text) })]).toEqual([id, entry && shownOf(entry)]);
    }
  });

  it.each([
    ['without front matter', '正文'],
    ['without an attribute', policy().replace(/^attribute.*$/m, '')],
    ['with an attribute that is none', policy(['attribute: {type: 全部}'])],
    ['that is no YAML', policy(['title: "'])],
    ['of which nothing is left', ''],
  ])('may not be shown %s', (_, text) => {
    expect(isOpen({ data: opennessOf(text) })).toBe(false);
  });
});

it('an earlier version may be quoted where both it and the entry as it is now are open', () => {
  const [open, closed, gone] = [
    policy(),
    policy(['attribute: {type: 依申请}']),
    policy([WITHDRAWN]),
  ].map(opennessOf) as [never, never, never];
  expect(mayQuote(open, open)).toBe(true);
  for (const [before, now] of [
    [open, closed],
    [closed, open],
    [open, gone],
    [gone, open],
  ] as [never, never][]) {
    expect(mayQuote(before, now)).toBe(false);
  }
});
