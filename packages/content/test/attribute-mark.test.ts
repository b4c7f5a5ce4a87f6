import { expect, it } from 'vitest';
import { policy, readFiles } from './fixture.ts';

const told = (attribute: string) => {
  const text = policy([`attribute: ${attribute}`], attribute.includes('type: 主动') ? '文。' : '');
  return readFiles({ 'shili/_policy/2023/a.md': text }).problems.map(
    ({ code, line, field, value }) => `${line} ${code} ${field}=${value}`,
  );
};

it.each([
  '{type: 主动}',
  '{type: 主动, mark: （此件主动公开）}',
  '{type: 主动, mark: （此件删减后公开）}',
  '{type: 主动, mark: 信息公开选项：主动公开}',
  '{type: 依申请, mark: （此件依申请公开）}',
  '{type: 不予, grounds: 第十六条, mark: （此件不予公开）}',
  '{type: 不予, grounds: 第十六条, mark: 此件不公开}',
  '{type: 主动, mark: 原文未载}',
])('the mark that a document bears says what it is filed as: %s', (attribute) => {
  expect(told(attribute)).toEqual([]);
});

it.each([
  ['{type: 主动, mark: （此件依申请公开）}', '文件标注“（此件依申请公开）”，公开方式写的是“主动”'],
  ['{type: 依申请, mark: （此件主动公开）}', '文件标注“（此件主动公开）”，公开方式写的是“依申请”'],
  ['{type: 主动, mark: 此件不予公开}', '文件标注“此件不予公开”，公开方式写的是“主动”'],
  ['{type: 主动, mark: 县政府办公室}', '“县政府办公室”不是公开属性的标注'],
])('a mark that says otherwise is a contradiction: %s', (attribute, message) => {
  expect(told(attribute)).toEqual([`5 shape/contradiction attribute.mark=${message}`]);
});
