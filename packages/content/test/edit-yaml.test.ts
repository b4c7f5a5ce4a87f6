import { editYaml } from '@columns/content/yaml';
import { describe, expect, test } from 'vitest';

const ORDER = ['title', 'kind', 'form', 'published', 'keywords', 'attribute', 'source'];

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

describe('a change of one field', () => {
  test.each([
    ['title', '新标题', 'title:   旧标题   # 照抄公文', 'title: 新标题   # 照抄公文'],
    ['form', '公告', "form: '通知'", "form: '公告'"],
    ['published', '2026-06-02', 'published: 2026-06-01', 'published: 2026-06-02'],
    ['attribute', { type: '依申请' }, 'attribute: {type: 主动}', 'attribute: {type: 依申请}'],
    ['source', '一行', 'source: |\n  第一行\n  第二行', 'source: 一行'],
  ])('%s touches its own lines', (field, value, before, after) => {
    expect(editYaml(HEAD, { [field]: value }, ORDER)).toBe(HEAD.replace(before, after));
  });

  test('keeps the comments inside a list', () => {
    const edited = editYaml(HEAD, { keywords: ['津贴', '高温', '夏季'] }, ORDER);
    expect(edited).toContain('- 津贴  # 常用\n');
    expect(edited).toContain('- "高温"\n');
    expect(edited).toContain('- 夏季\n# doc-number');
  });

  test('puts a new field where the schema has it', () => {
    const edited = editYaml('title: 甲\nsource: 乙\n', { form: '通知' }, ORDER);
    expect(edited).toBe('title: 甲\nform: 通知\nsource: 乙\n');
  });

  test('takes a field away with its lines, not the comments above it', () => {
    expect(editYaml(HEAD, { form: undefined }, ORDER)).toBe(HEAD.replace("form: '通知'\n", ''));
  });

  test('nothing changed is nothing written', () => {
    expect(editYaml(HEAD, {}, ORDER)).toBe(HEAD);
  });
});
