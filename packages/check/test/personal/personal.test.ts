import { describe, expect, it } from 'vitest';
import { findPersonal, mask, personalInText, redact } from '../../src/personal/index.ts';
import { isCreditCode, isIdChecked, isLuhn } from '../../src/personal/numbers.ts';
import { bankCard, CLASSES, creditCode, idNumber, mobile, Numbers, samples } from './made-up.ts';

const COUNT = 600;
type Class = keyof typeof CLASSES;

describe.each(Object.keys(CLASSES) as Class[])('%s', (type) => {
  const all = samples(type, COUNT);

  it('is found in every text that has one', () => {
    const missed = all.filter(
      ({ personal, text }) => personal && !personalInText(text).some((hit) => hit.type === type),
    );
    expect(missed).toEqual([]);
  });

  it('is seen in at most one of a hundred decoys', () => {
    const decoys = all.filter(({ personal }) => !personal);
    const alarms = decoys.filter(({ text }) => personalInText(text).length > 0);
    expect(decoys).toHaveLength(COUNT / 2);
    expect(alarms.map(({ text }) => text).slice(0, 20)).toHaveLength(
      Math.min(alarms.length, Math.floor(decoys.length / 100)),
    );
  });

  it('is never repeated in what is told of it', () => {
    for (const { text } of all.filter(({ personal }) => personal)) {
      const shown = redact(text);
      expect([text, findPersonal(shown)]).toEqual([text, []]);
      for (const datum of findPersonal(text)) expect(mask(datum)).not.toBe(datum.text);
    }
  });
});

describe('the arithmetic of numbers', () => {
  it('follows the standards’ own examples', () => {
    // GB 11643-1999, annex; GB 32100-2015 and ISO/IEC 7812-1 have examples of the same kind.
    expect(isIdChecked('11010519491231002X')).toBe(true);
    expect(isIdChecked('110105194912310020')).toBe(false);
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isLuhn('4992739871 6'.replace(' ', ''))).toBe(true);
    expect(isLuhn('49927398717')).toBe(false);
  });

  it('holds for what these tests make up', () => {
    const numbers = new Numbers(1);
    for (let round = 0; round < 100; round++) {
      expect(isIdChecked(idNumber(numbers))).toBe(true);
      expect(isCreditCode(creditCode(numbers))).toBe(true);
      expect(isLuhn(bankCard(numbers))).toBe(true);
    }
  });
});

describe('what stands around a number', () => {
  const numbers = new Numbers(7);
  const types = (text: string, label?: string) =>
    findPersonal(text, label === undefined ? {} : { label }).map(({ type }) => type);

  it('can make it a code: the name of its column', () => {
    const number = mobile(numbers);
    expect(types(number)).toEqual(['mobile']);
    expect(types(number, '备案编号')).toEqual([]);
    expect(types(number, '身份证号')).toEqual(['mobile']);
    expect(types(number, '值班电话')).toEqual([]);
  });

  it('makes an address a home: the name of its column, or the person in its row', () => {
    const text = '花果村3组';
    expect(types(text)).toEqual([]);
    expect(types(text, '家庭住址')).toEqual(['address']);
    expect(types(text, '地址')).toEqual([]);
    expect(findPersonal(text, { label: '地址', person: true })).toHaveLength(1);
  });
});

describe('tables in a text', () => {
  const id = idNumber(new Numbers(3));

  it('are told with the column they stand in', () => {
    const text = `| 姓名 | 住址 | 证件 |\n| -- | -- | -- |\n| 张三 | 花果村3组 | ${id} |\n`;
    expect(personalInText(text).map(({ type, line, field }) => [type, line, field])).toEqual([
      ['address', 3, '住址'],
      ['id-number', 3, '证件'],
    ]);
  });

  it('of HTML too, and characters written as references', () => {
    const text = `<table><tr><th>姓名</th><th>住址</th></tr>\n<tr><td>张三</td><td>花果村3组</td></tr></table>`;
    expect(personalInText(text)).toMatchObject([{ type: 'address', line: 2, field: '住址' }]);
    const number = mobile(new Numbers(4));
    const written = [...number].map((digit) => `&#${digit.charCodeAt(0)};`).join('');
    expect(personalInText(`电话 ${written}`)).toMatchObject([{ type: 'mobile' }]);
  });
});
