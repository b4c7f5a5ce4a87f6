import { APPLICATION_ROWS } from '@columns/content';
import { describe, expect, test } from 'vitest';
import { fromFile, toFile } from '../src/text/format.ts';
import { filesOf, pack, unpack } from '../src/text/parcel.ts';
import { readTable, writeTable } from '../src/text/table.ts';

const HEAD = `# 标题
title:   旧标题   # 照抄公文
kind: notice
# 类别
form: '通知'

published: 2026-06-01
attribute: {type: 主动}
keywords:
    - 津贴   # 常用
    - "高温"
# doc-number: 六政办秘〔2020〕94号
source: |
  第一行
  第二行
`;

describe('an entry in the form', () => {
  const text = `---\n${HEAD}---\n\n\n**正文**  \n末尾   \n`;

  test('that is saved untouched is the same file, byte for byte', () => {
    expect(unpack(toFile(fromFile(text))).main).toBe(text);
  });

  test('with another field changed keeps its text byte for byte', () => {
    const file = unpack(toFile({ ...fromFile(text), title: '新' })).main;
    expect(file.slice(file.indexOf('---\n\n\n'))).toBe('---\n\n\n**正文**  \n末尾   \n');
  });

  test('holds a block that may be missing as a list of at most one', () => {
    const data = fromFile('---\ntitle: 甲\nkind: policy\nvalidity:\n  state: 有效\n---\n');
    expect(data['validity']).toEqual([{ state: '有效' }]);
    const file = unpack(toFile({ ...data, validity: [] })).main;
    expect(file).toBe('---\ntitle: 甲\nkind: policy\n---\n');
  });

  test('leaves out what was left empty', () => {
    const file = toFile({
      kind: 'register',
      title: ' 甲 ',
      id: 'a',
      item: 'b',
      source: '',
      rounded: false,
      also: [],
    });
    expect(file).toBe('---\ntitle: 甲\nkind: register\n---\n');
  });

  test('turns typed numbers into numbers', () => {
    const file = toFile({
      kind: 'annual-report',
      applications: { [APPLICATION_ROWS[0]?.key as string]: ['1', ' 2', '0'] },
    });
    expect(file).toMatch(/- 1\n\s+- 2\n\s+- 0\n/);
  });

  test('that cannot be read is shown as it is, and not broken further', () => {
    const broken = '没有字段的文件\n';
    expect(fromFile(broken)['body']).toBe(broken);
  });
});

describe('a parcel', () => {
  test('of a register is a head and a CSV', () => {
    const text = toFile({
      kind: 'register',
      title: '名录',
      rows: { columns: ['名称', '地址'], rows: [['甲', '东路1号, 院内']] },
    });
    expect(filesOf(unpack(text), 'content/a/_register/2026/list.md')).toEqual([
      { path: 'content/a/_register/2026/list.md', raw: '---\ntitle: 名录\nkind: register\n---\n' },
      { path: 'content/a/_register/2026/list.csv', raw: '\ufeff名称,地址\n甲,"东路1号, 院内"\n' },
    ]);
  });

  test('of a policy with its interpretation is two files, linked by the id of the first', () => {
    const text = toFile({
      kind: 'policy',
      title: '办法',
      published: '2026-07-01',
      interpretation: [{ title: '解读', id: 'rules-explained', form: '文字', body: '说明。' }],
    });
    const [policy, explained] = filesOf(
      unpack(text),
      'content/a/social-assistance/_general/2026/rules.md',
    );
    expect(policy?.raw).not.toContain('interpret');
    expect(explained?.path).toBe('content/a/social-assistance/_general/2026/rules-explained.md');
    expect(explained?.raw).toContain('interprets:\n  - rules\n');
    const again = fromFile(
      pack({
        path: policy?.path as string,
        main: policy?.raw as string,
        interpretation: { id: 'rules-explained', text: explained?.raw as string },
      }),
    );
    expect(again).toMatchObject({
      id: 'rules',
      item: '_general',
      interpretation: [{ title: '解读', form: '文字', body: '说明。' }],
    });
  });

  test('outside a domain puts the interpretation where interpretations are', () => {
    const text = pack({ main: '', interpretation: { id: 'x', text: '' } });
    const [, explained] = filesOf(unpack(text), 'content/a/_policy/2026/rules.md');
    expect(explained?.path).toBe('content/a/_interpretation/2026/x.md');
  });
});

describe('a table', () => {
  const CSV = '编号,名称\n"1","东山 点"\n2,西山点\n';

  test('keeps the lines of rows that did not change', () => {
    const table = readTable(CSV);
    expect(writeTable(table as never, CSV)).toBe(CSV);
    expect(writeTable(table as never, `\ufeff${CSV}`)).toBe(`\ufeff${CSV}`);
    expect(writeTable(table as never).startsWith('\ufeff')).toBe(true);
    const rows = [
      ['1', '东山 点'],
      ['2', '西山新点'],
    ];
    expect(writeTable({ columns: ['编号', '名称'], rows }, CSV)).toBe(
      '编号,名称\n"1","东山 点"\n2,西山新点\n',
    );
  });
});
