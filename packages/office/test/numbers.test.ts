import { describe, expect, test } from 'vitest';
import { numeral } from '../src/docx/numerals.ts';
import { chineseNumber, toChinese } from '../src/words/numerals.ts';
import { spelled } from '../src/xlsx/chinese.ts';
import { serialOf, showNumber, showText } from '../src/xlsx/formats.ts';

test('Chinese numbers are read and written', () => {
  expect(['一', '十', '十二', '二十', '二十九', '廿三'].map(chineseNumber)).toEqual([
    1, 10, 12, 20, 29, 23,
  ]);
  expect([1, 10, 12, 20, 99, 105, 110].map(toChinese)).toEqual([
    '一',
    '十',
    '十二',
    '二十',
    '九十九',
    '一百零五',
    '一百一十',
  ]);
});

test.each([
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['chineseLegalSimplified', 21, '贰拾壹'],
  ['ideographLegalTraditional', 3, '參'],
  ['ideographZodiac', 2, '丑'],
  ['ideographZodiacTraditional', 11, '甲戌'],
  ['ideographTraditional', 10, '癸'],
  ['ideographDigital', 12, '一二'],
  ['ideographEnclosedCircle', 3, '㊂'],
  ['decimalEnclosedFullstop', 1, '⒈'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalFullWidth', 12, '１２'],
  ['numberInDash', 4, '- 4 -'],
  ['ordinal', 12, '12th'],
  ['lowerLetter', 27, 'aa'],
  ['upperRoman', 9, 'IX'],
  ['decimalZero', 7, '07'],
])('the list number %s %i is %s', (format, number, shown) => {
  expect(numeral(number, format)).toBe(shown);
});

describe('a number is shown as its cell shows it', () => {
  test.each([
    ['45075', 'yyyy"年"m"月"d"日"', '2023年5月29日'],
    ['45075', 'yyyy/m/d;@', '2023/5/29'],
    ['45075.5', 'yyyy-mm-dd hh:mm', '2023-05-29 12:00'],
    ['0.1234', '0.00%', '12.34%'],
    ['1234.5', '#,##0.00', '1,234.50'],
    ['1234.5', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    ['7', '000000', '000007'],
    ['0.30000000000000004', 'General', '0.3'],
    ['12.5', '#,##0.0"万元"', '12.5万元'],
    ['0.00001', 'General', '0.00001'],
  ])('%s in %s is %s', (stored, format, shown) => {
    expect(showNumber(stored, format).text).toBe(shown);
  });

  test.each([
    ['13800000000', 'General', '13800000000'],
    ['1.3800000000E10', 'General', '13800000000'],
    ['123456789012345', 'General', '123456789012345'],
    ['6222020000000000123', '0', '6222020000000000123'],
    ['110101199001010015', '0.00E+00', '110101199001010015'],
  ])('a long number %s stays its digits', (stored, format, shown) => {
    expect(showNumber(stored, format)).toEqual({ text: shown });
  });

  test('a number whose last digits Excel has lost is named', () => {
    expect(showNumber('1.10101199001010E+17', '0')).toEqual({
      text: '110101199001010000',
      cut: true,
    });
  });
});

describe('numbers as Excel and WPS show them in China', () => {
  test.each([
    ['12345', '0!.0,"万"', '1.2万'],
    ['9800000', '0!.0,"万"', '980.0万'],
    ['12345', '0\\.0,"万"', '1.2万'],
    ['12345', '#!.0000"万"', '1.2345万'],
    ['123', 'G/通用格式"人"', '123人'],
    ['123', '[DBNum1]General', '一百二十三'],
    ['123', '[DBNum1][$-804]G/通用格式', '一百二十三'],
    ['123', '[DBNum2][$-804]G/通用格式"元整"', '壹佰贰拾叁元整'],
    ['123', '[DBNum1]0', '一二三'],
    ['123', '[DBNum3]0', '１２３'],
    ['45075', '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二三年五月二十九日'],
    ['45075', 'aaa', '一'],
    ['45075', 'aaaa', '星期一'],
    ['45081', 'yyyy/m/d aaaa', '2023/6/4 星期日'],
    ['0.75', '上午/下午h"时"mm"分"', '下午6时00分'],
    ['-0.123', '0.00%', '-12.30%'],
    ['-5', '0_);(0)', '(5)'],
    ['-5', '#,##0.00;[红色]-#,##0.00', '-5.00'],
    ['-1234.5', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-1,234.50'],
    ['7', '"怪!"0', '怪!7'],
  ])('%s in %s is %s', (stored, pattern, shown) => {
    expect(showNumber(stored, pattern)).toEqual({ text: shown });
  });

  test('a negative number that only its colour tells gets its sign', () => {
    expect(showNumber('-5', '0;[Red]0')).toEqual({ text: '-5', coloured: true });
    expect(showNumber('-5', '0;[红色]0')).toEqual({ text: '-5', coloured: true });
    expect(showNumber('-5', '0;0')).toEqual({ text: '5' });
  });

  test('days of the calendar from 1904; lengths of time are of no calendar', () => {
    expect(showNumber('43613', 'yyyy-mm-dd', true).text).toBe('2023-05-29');
    expect(showNumber('1.5', '[h]:mm', true).text).toBe('36:00');
  });

  test.each([
    ['2026-05-29', 46171],
    ['2026-05-29T00:00:00', 46171],
    ['2026-05-29T12:00:00Z', 46171.5],
    ['T06:00:00', 0.25],
    ['1900-03-01', 61],
    ['五月', undefined],
  ])('a day that is stored as %s is %s', (stored, number) => {
    expect(serialOf(stored)).toBe(number);
  });

  test.each([
    ['甲', '@"小学"', '甲小学'],
    ['甲', '"第"@', '第甲'],
    ['甲', '0;-0;0;@', '甲'],
    ['甲', ';;;', ''],
    ['甲', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '甲'],
    ['甲', '0.00', '甲'],
    ['甲', '0;-0;', '甲'],
    ['甲', '0%;;""', '甲'],
    ['甲', ';;', '甲'],
    ['甲', '0;0;"";', ''],
    ['甲', '0;"a;b";0', '甲'],
  ])('the text %s in %s is %s', (text, pattern, shown) => {
    expect(showText(text, pattern).trim()).toBe(shown);
  });

  test.each([
    ['0', '〇'],
    ['10', '十'],
    ['15', '十五'],
    ['110', '一百一十'],
    ['105', '一百〇五'],
    ['1005', '一千〇五'],
    ['12305', '一万二千三百〇五'],
    ['100000', '十万'],
    ['10000001', '一千万〇一'],
    ['100010000', '一亿〇一万'],
    ['123.45', '一百二十三.四五'],
    ['-12', '-十二'],
  ])('%s is said %s', (number, said) => {
    expect(spelled(number, 0)).toBe(said);
  });
});
