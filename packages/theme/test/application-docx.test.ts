import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sheetDocx } from '../src/client/application/docx.ts';
import { sheetOf } from '../src/client/application/sheet.ts';

const open = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]),
  );

describe('the Word file', () => {
  test('has the three parts without which Word opens nothing', () => {
    const files = open(sheetDocx(sheetOf({})));
    expect(Object.keys(files)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
    expect(files['_rels/.rels']).toContain('Target="word/document.xml"');
    expect(files['[Content_Types].xml']).toContain('PartName="/word/document.xml"');
  });

  test('holds what was filled in as text, whatever it is', () => {
    const answers = { title: '<名称> & “引号”\u0007', feature: '第一行\n第二行' };
    const text = open(sheetDocx(sheetOf(answers)))['word/document.xml'] ?? '';
    expect(text).toContain('>&lt;名称&gt; &amp; “引号”<');
    expect(text).toMatch(/>第一行<.*>第二行</);
  });

  test('is the same file for the same answers', () => {
    const answers = { title: '名称' };
    expect(sheetDocx(sheetOf(answers))).toEqual(sheetDocx(sheetOf(answers)));
  });
});
