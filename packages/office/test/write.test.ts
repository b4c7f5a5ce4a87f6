import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../src/docx/index.ts';
import { textOf } from '../src/paper/text.ts';
import type { Form } from '../src/write/index.ts';
import { formDocx, letterDocx, toXlsx } from '../src/write/index.ts';
import { readXlsx } from '../src/xlsx/index.ts';
import { readWorkbook } from './read-workbook.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('a workbook', () => {
  const table = {
    columns: ['名称', '数量'],
    rows: [
      ['一小 <甲>', '12'],
      ['=1+1', '007x'],
      ['\u0001坏字符', ''],
    ],
  };

  it('gives back every cell, text as text and numbers as numbers', () => {
    const [sheet] = readWorkbook(toXlsx([{ name: '学校', table, numbers: ['数量'] }]));
    expect(sheet).toEqual({
      name: '学校',
      rows: [
        ['名称', '数量'],
        ['一小 <甲>', 12],
        ['=1+1', '007x'],
        ['坏字符', ''],
      ],
    });
  });

  it('makes names that Excel refuses into names it takes, each once', () => {
    const sheets = ['甲/乙', '甲:乙', '很'.repeat(40)].map((name) => ({ name, table }));
    const names = readWorkbook(toXlsx(sheets)).map(({ name }) => name);
    expect(names).toEqual(['甲 乙', '甲 乙 2', '很'.repeat(31)]);
  });

  it('refuses more rows than Excel opens, for the rest would be lost', () => {
    const rows = Array.from({ length: 1_048_576 }, () => []);
    expect(() => toXlsx([{ name: '大', table: { columns: [], rows } }])).toThrow('1048576 rows');
  });

  it('is the same bytes every time', () => {
    expect(digest(toXlsx([{ name: '学校', table }]))).toBe('66829eec3cc5eb93');
  });

  it('is read back by our own reader', () => {
    const { sheets } = readXlsx(toXlsx([{ name: '学校', table, numbers: ['数量'] }]), 1);
    expect(sheets[0]?.rows).toEqual([
      table.columns,
      ['一小 <甲>', '12'],
      ['=1+1', '007x'],
      ['坏字符', ''],
    ]);
  });
});

describe('a letter', () => {
  const letter = {
    title: '答复书',
    number: '甲公开答〔2026〕1号',
    paragraphs: ['张先生：', '您申请公开“<一>”。'],
    signature: ['甲机关', '2026年1月31日'],
  };

  it('is read back in order, from title to date', () => {
    expect(readDocx(letterDocx(letter), 1).blocks.map(textOf).filter(Boolean)).toEqual([
      '答复书',
      '甲公开答〔2026〕1号',
      '张先生：',
      '您申请公开“<一>”。',
      '甲机关',
      '2026年1月31日',
    ]);
  });

  it('begins paragraphs two characters in, but for whom it is to', () => {
    const xml = strFromU8(unzipSync(letterDocx(letter))['word/document.xml'] as Uint8Array);
    expect(xml.match(/w:firstLineChars="200"/g)).toHaveLength(1);
    expect(xml.match(/<w:jc w:val="right"\/>/g)).toHaveLength(2);
  });
});

describe('a form', () => {
  const form: Form = {
    title: '申请表',
    parts: [
      {
        title: '所需信息',
        rows: [
          { label: '名称', value: '<名称> & “引号”\u0007' },
          { label: '特征', value: '第一行\n第二行', lines: 4 },
        ],
      },
    ],
    note: '提交时附证明。',
  };
  const open = (bytes: Uint8Array) =>
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]),
    );

  it('has the three parts without which Word opens nothing', () => {
    const files = open(formDocx(form));
    expect(Object.keys(files)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
    expect(files['_rels/.rels']).toContain('Target="word/document.xml"');
    expect(files['[Content_Types].xml']).toContain('PartName="/word/document.xml"');
  });

  it('holds what was filled in as text, whatever it is', () => {
    const text = open(formDocx(form))['word/document.xml'] ?? '';
    expect(text).toContain('>&lt;名称&gt; &amp; “引号”<');
    expect(text).toMatch(/>第一行<.*>第二行</);
  });

  it('is the same bytes every time', () => {
    expect(digest(formDocx(form))).toBe('cf52badb8ae7aebd');
  });

  it('is read back by our own reader', () => {
    expect(readDocx(formDocx(form), 1).blocks.map(textOf)).toEqual([
      '申请表',
      '所需信息\n名称\t<名称> & “引号”\n特征\t第一行\n第二行',
      '提交时附证明。',
    ]);
  });
});
