import { describe, expect, it } from 'vitest';
import { entry, policy, readFiles } from './fixture.ts';

const gazette = (...lines: readonly string[]) =>
  entry(
    [
      'title: 公报',
      'kind: gazette',
      'published: 2023-06-30',
      ...(lines.some((line) => line.startsWith('year')) ? [] : ['year: 2023']),
      ...(lines.some((line) => line.startsWith('issue')) ? [] : ['issue: 1']),
      ...(lines.some((line) => line.startsWith('contents')) ? [] : ['contents: [{title: 文件}]']),
      ...lines,
    ],
    '',
  );

const found = (...lines: readonly string[]) =>
  readFiles({
    'shili/_gazette/2023/g.md': gazette(...lines),
    'shili/_policy/2023/p.md': policy(),
  }).problems.map(
    ({ code, field, value, expected }) => `${code} ${field}: ${value ?? ''} | ${expected}`,
  );

describe('an issue of the gazette', () => {
  it('with a number and contents passes, and may link what is published here', () => {
    expect(found()).toEqual([]);
    expect(found('contents: [{title: 文件, entry: p, number: 示政发〔2023〕1号}]')).toEqual([]);
  });

  it.each([
    [
      'contents: [{title: 文件, entry: q}]',
      'shape/unknown-reference contents.0.entry: q | 已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号”',
    ],
    [
      'contents: [{title: 一, entry: p}, {title: 二, entry: p}]',
      'shape/contradiction contents.1.entry: “p”已经是目录的第 1 项 | 每个文件在一期中只列一次',
    ],
    ['contents: []', 'shape/missing-field contents:  | 至少 1 项'],
    ['issue: 0', 'shape/bad-format issue: 0 | 正整数，不加引号，如 1'],
    ['issue: "1"', 'shape/wrong-type issue: 1 | 正整数，不加引号，如 1'],
    [
      'year: 2024',
      'shape/contradiction year: 2024 年的公报不会在 2023-06-30 发布 | 不晚于发布日期的年份',
    ],
  ])('with %s is told: %s', (line, told) => {
    expect(found(line)).toEqual([told]);
  });

  it('lies open at places that the county names', () => {
    const { column } = readFiles({
      'shili/county.yaml':
        'id: shili\nname: 示例县\nlevel: county\nstructure: national-26\ndemo: true\nreading-places: [{name: 县档案馆, example: true}]\n',
    });
    expect(column?.county.readingPlaces).toEqual([{ name: '县档案馆', example: true }]);
  });
});
