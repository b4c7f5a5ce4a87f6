import { describe, expect, test } from 'vitest';
import { findAttribute } from '../src/facts/attribute.ts';
import { findDays, isOnlyDay, readDay } from '../src/facts/dates.ts';
import {
  citedYears,
  leadingDocNumber,
  onlyDocNumber,
  trailingDocNumber,
} from '../src/facts/doc-number.ts';
import { isOrgan, letterhead, organOfTitle } from '../src/facts/organ.ts';

describe('a date', () => {
  test.each([
    ['2023年5月29日', '2023-05-29'],
    ['2023 年 5 月 29 日', '2023-05-29'],
    ['二〇二〇年六月四日', '2020-06-04'],
    ['二○二○年十二月三十一日', '2020-12-31'],
    ['二O一九年十月十日', '2019-10-10'],
    ['2020-06-04 17:12', '2020-06-04'],
    ['2015.10.28', '2015-10-28'],
    ['２０２１年１月２日', '2021-01-02'],
  ])('%s is read as %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test('that does not exist is none', () => {
    expect(findDays('2023年2月30日、2023年13月1日')).toEqual([]);
  });

  test('is not seen in a longer number or a section number', () => {
    expect(findDays('编号 2012.3.4.5，电话 2020-0604')).toEqual([]);
  });

  test('standing alone is told from one inside a sentence', () => {
    expect(isOnlyDay(' 2023年5月29日 ')).toBe(true);
    expect(isOnlyDay('2023年5月29日起施行')).toBe(false);
  });
});

describe('a document number', () => {
  test.each([
    ['示政办〔2020〕94号', '示政办〔2020〕94号'],
    ['示政办[2020]94号', '示政办〔2020〕94号'],
    ['示政办（2020）第 94 号', '示政办〔2020〕94号'],
    ['示例县人民政府文件 示政发【2021】5号', '示政发〔2021〕5号'],
  ])('%s is written as %s', (text, number) => {
    expect(onlyDocNumber(text)).toBe(number);
  });

  test('that is cited in a sentence is not the document’s own', () => {
    expect(onlyDocNumber('根据《某某通知》（国办发〔2019〕54号）要求')).toBeUndefined();
    expect(leadingDocNumber('根据国办发〔2019〕54号要求')).toBeUndefined();
    expect(leadingDocNumber('国办发〔2019〕54号文提出')).toBeUndefined();
    expect(leadingDocNumber('示政办〔2021〕4号示例县人民政府关于某事的批复')?.number).toBe(
      '示政办〔2021〕4号',
    );
  });

  test('in brackets behind a title is found', () => {
    expect(trailingDocNumber('关于某事的通知（示政办〔2020〕94号）')).toEqual({
      number: '示政办〔2020〕94号',
      start: 7,
    });
  });

  test('shows that its year has begun', () => {
    expect(citedYears('按国办发〔2019〕54号和皖政办秘〔2020〕55号')).toEqual([2019, 2020]);
  });
});

describe('the attribute', () => {
  test.each([
    ['（此件主动公开）', '主动', true],
    ['(此件公开发布)', '主动', true],
    ['信息公开选项: 主动公开', '主动', true],
    ['公开方式：依申请公开', '依申请', true],
    ['（此件不予公开）', '不予', true],
    ['抄送：县委办。（此件依申请公开）', '依申请', false],
  ])('%s means %s', (text, attribute, whole) => {
    expect(findAttribute(text)).toEqual({ attribute, whole });
  });

  test('is not read out of a sentence about disclosure', () => {
    expect(findAttribute('各单位应当主动公开下列信息')).toBeUndefined();
  });
});

test('offices are told from other lines', () => {
  for (const name of ['示例县人民政府', '示例县人民政府办公室', '示例县教育局', '平安镇人民政府'])
    expect(isOrgan(name)).toBe(true);
  for (const line of ['各乡镇人民政府', '关于召开会议的通知', '责任单位县教育局', '2023年'])
    expect(isOrgan(line)).toBe(false);
  expect(letterhead('示例省政务公开领导小组办公室文件')).toBe('示例省政务公开领导小组办公室');
  expect(organOfTitle('示例县人民政府办公室关于印发某方案的通知')).toBe('示例县人民政府办公室');
});
