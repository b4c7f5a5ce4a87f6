import { fileNameFault, folded, ID_PATTERN } from '@columns/standard';
import { describe, expect, test } from 'vitest';
import { readerName, safeFileName, safeId, slugOf } from '../src/naming.ts';
import { randomNumbers } from './random.ts';

describe('a file that is uploaded', () => {
  test.each([
    ['高温津贴发放表.txt', 'gaowen-jintie-fafang-biao.txt'],
    ['附件1：申请表.doc', 'fujian-1-shenqing-biao.doc'],
    ['实施方案（扫描件）.pdf', 'shishi-fangan-saomiao-jian.pdf'],
    ['现场照片 (1).JPG', 'xianchang-zhaopian-1.jpg'],
    ['Allowance Table.TXT', 'allowance-table.txt'],
    ['form.docx', 'form.docx'],
    ['C:\\Users\\me\\申请表.docx', 'shenqing-biao.docx'],
    ['CON.txt', 'file-con.txt'],
    ['.pdf', 'attachment-1.pdf'],
    ['？？.xls', 'attachment-1.xls'],
    ['😀', 'attachment-1'],
    ['２０２６年预算.xlsx', '2026-nian-yusuan.xlsx'],
    ['表．pdf', 'biao.pdf'],
    ['表．ＰＤＦ', 'biao.pdf'],
    ['表。docx', 'biao.docx'],
  ])('“%s” is stored as %s', (original, name) => expect(safeFileName(original)).toBe(name));

  test('of a name that is taken, in whatever letters, is the next of that name', () => {
    expect(safeFileName('申请表.docx', ['shenqing-biao.docx'])).toBe('shenqing-biao-2.docx');
    expect(safeFileName('form.pdf', ['Form.PDF', 'form-2.pdf'])).toBe('form-3.pdf');
    expect(safeFileName('？.pdf', ['attachment-1.pdf'])).toBe('attachment-2.pdf');
    expect(safeFileName('form.pdf', ['form.docx'])).toBe('form.pdf');
  });

  test('keeps its own name for readers', () => {
    expect(readerName('附件1：申请表.DOC')).toBe('附件1：申请表');
    expect(readerName('2026.6.1 通知')).toBe('2026.6.1 通知');
    expect(readerName('C:\\下载\\表.xls')).toBe('表');
    expect(readerName('.pdf')).toBe('');
    expect(readerName('？？.pdf')).toBe('');
  });
});

/** What file names are made of, and what no file name should be made of. */
const PIECES = [
  ...[
    '高温',
    '津贴',
    '表',
    '的',
    '（扫描件）',
    '附件',
    '1',
    '2026',
    '年',
    '第3号',
    '：',
    '、',
    '《',
    '》',
  ],
  ...[
    'A',
    'form',
    'CON',
    'aux',
    'nul',
    'com1',
    'LPT9',
    '.',
    '..',
    ' ',
    '-',
    '_',
    '/',
    '\\',
    ':',
    '*',
    '?',
  ],
  ...[
    '<',
    '>',
    '|',
    '"',
    '\u0000',
    '\n',
    '\u202e',
    '😀',
    '\ud800',
    'é',
    'e\u0301',
    'ﬁ',
    '％',
    '㎡',
    '龘',
    '𠮷',
  ],
  ...['x'.repeat(90), '汉'.repeat(60)],
];
const ENDINGS = ['.pdf', '.DOCX', '.tar.gz', '.', '', '.xls ', '.附件', `.${'z'.repeat(30)}`];

test('whatever a file is called, its new name is one that the gate takes, and no other file’s', () => {
  const next = randomNumbers(19);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const taken: string[] = [];
  for (let round = 0; round < 1500; round++) {
    const stem = Array.from({ length: Math.floor(next() * 6) }, () => pick(PIECES)).join('');
    const ending = pick(ENDINGS);
    const original = stem + ending;
    const name = safeFileName(original, taken);
    expect(fileNameFault(name), JSON.stringify(original)).toBeUndefined();
    expect(name, JSON.stringify(original)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?$/);
    expect(taken.map(folded)).not.toContain(folded(name));
    if (/^\.(?:pdf|DOCX)$/.test(ending) && !/[/\\]$/.test(stem))
      expect(name.endsWith(ending.toLowerCase()), JSON.stringify(original)).toBe(true);
    if (name.length < 48) expect(safeFileName(name), 'a safe name stays').toBe(name);
    taken.push(name);
  }
});

test('a name that is no id becomes one', () => {
  expect(safeId('高温津贴')).toBe('gaowen-jintie');
  expect(safeId('con')).toBe('file-con');
  expect(safeId('。', 'item')).toBe('item');
  for (const piece of PIECES) expect(safeId(piece), piece).toMatch(ID_PATTERN);
});

test('a long text is cut at a word', () => {
  const slug = slugOf('青山县人民政府办公室关于印发高温津贴发放管理办法实施细则试行稿的通知');
  expect(slug.length).toBeLessThanOrEqual(48);
  expect(slug).not.toMatch(/-$/);
});
