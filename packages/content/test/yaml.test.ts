import { describe, expect, it } from 'vitest';
import { readYaml } from '../src/read/yaml.ts';

const faults = (text: string) =>
  readYaml(text, 2).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('the places of values', () => {
  const text = [
    'title: 通知',
    'attribute:',
    '  type: 主动',
    'attachments:',
    '  - file: a.pdf',
    '    name: 附件一',
    '  - {file: b.pdf, name: 附件二}',
    'unit:',
  ].join('\n');
  const source = readYaml(text, 2);

  it.each([
    [['title'], 2, 8],
    [['attribute', 'type'], 4, 9],
    [['attachments', 0, 'name'], 7, 11],
    [['attachments', 1, 'file'], 8, 12],
  ])('are exact: %j', (path, line, column) => {
    expect(source.valueAt(path)).toEqual({ line, column });
  });

  it('of a missing field are those of what it is missing in', () => {
    expect(source.valueAt(['published'])).toEqual({ line: 2, column: 1 });
    expect(source.valueAt(['attribute', 'grounds'])).toEqual({ line: 4, column: 3 });
    expect(source.valueAt(['attachments', 1, 'size'])).toEqual({ line: 8, column: 5 });
  });

  it('count for keys too', () => {
    expect(source.keyAt(['unit'])).toEqual({ line: 9, column: 1 });
    expect(source.keyAt(['attachments', 1, 'name'])).toEqual({ line: 8, column: 19 });
  });

  it('are 1-based also in a text without anything', () => {
    expect(readYaml('', 2).valueAt([])).toEqual({ line: 2, column: 1 });
    expect(readYaml('# 只有注释', 2).valueAt(['title'])).toEqual({ line: 2, column: 1 });
  });
});

describe('values', () => {
  it('keep days and times as text', () => {
    expect(readYaml('a: 2023-05-29\nb: 12:30').value).toEqual({ a: '2023-05-29', b: '12:30' });
  });

  it('that became numbers can be told as they were written', () => {
    const source = readYaml('a: 0739\nb: 123456789012345678901234567890\nc: 通知');
    expect(source.textAt(['a'])).toBe('0739');
    expect(source.textAt(['b'])).toBe('123456789012345678901234567890');
    expect(source.textAt(['c'])).toBeUndefined();
    expect(source.textAt(['d'])).toBeUndefined();
  });
});

describe("officers' slips", () => {
  const colon = '字段名后用了全角冒号“：”，应为半角冒号加一个空格“: ”';
  const space = '字段名的冒号后缺少一个空格，应写作“字段: 值”';
  const noColon = '这一行缺少冒号，应写作“字段: 值”';
  const two = '这一行有两个半角冒号，或缩进不对；文字中含半角冒号时，整个值要用引号括起来';
  const quotes = '引号或括号没有成对';
  const begins = (sign: string) => `值以“${sign}”开头时，整个值要用引号括起来`;

  it.each([
    ['a full-width colon first', 'title：通知\nkind: notice', `2:1 ${colon}`],
    ['a full-width colon amid', 'kind: notice\ntitle：通知\nunit: a', `3:1 ${colon}`],
    ['a full-width colon last', 'kind: notice\ntitle：通知', `3:1 ${colon}`],
    ['a full-width colon before a list', 'kind: a\nalso：\n  - b', `3:1 ${colon}`],
    ['no space after the colon', 'kind: notice\ntitle:通知\nunit: a', `3:1 ${space}`],
    ['no colon', 'kind: notice\n关于印发名录的通知\nunit: a', `3:1 ${noColon}`],
    [
      'a tab before a field',
      'attribute:\n\ttype: 主动',
      '3:1 行首用了制表符（Tab），应改用空格缩进',
    ],
    ['a field twice', 'title: 一\ntitle: 二', '3:1 同一字段写了两次：“title: 二”'],
    ['a nested field twice', 'a:\n  b: 1\n  b: 2', '4:3 同一字段写了两次：“b: 2”'],
    ['two colons', 'title: 通知: 关于名录', `2:8 ${two}`],
    ['a quotation not closed', 'title: "通知\nkind: notice', `2:8 ${quotes}`],
    ['a bracket before a title', 'title: [示例]通知\nkind: a', `2:12 ${begins('[')}`],
    ['a star before a title', 'title: *重要*通知\nkind: a', `2:8 ${begins('*')}`],
    ['bold in a title', 'title: **重要**通知', `2:8 ${begins('*')}`],
    ['an exclamation mark before a title', 'title: !重要 通知', `2:9 ${begins('!')}`],
    ['a percent sign first', 'title: %5的企业', `2:8 ${begins('%')}`],
    ['an at sign first', 'title: @各单位', `2:8 ${begins('@')}`],
  ])('%s', (_, text, told) => {
    expect(faults(text)).toEqual([told]);
  });

  it('on several lines are all told, each once', () => {
    expect(faults('a: 1\na: 2\nb: 1\nb: 2')).toEqual([
      '3:1 同一字段写了两次：“a: 2”',
      '5:1 同一字段写了两次：“b: 2”',
    ]);
  });

  it('with the full-width signs of a Chinese sentence are none', () => {
    expect(faults('title: “通知”：关于《名录》（试行）')).toEqual([]);
  });
});

describe('a text made to do harm', () => {
  it('is refused when its references stand for gigabytes', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefghij'
        .split('')
        .map(
          (key, i) =>
            `${key}: &${key} [${'*'.padEnd(2, 'abcdefghi'[i])}, ${`*${'abcdefghi'[i]}, `.repeat(9)}]`,
        ),
    ].join('\n');
    const source = readYaml(bomb);
    expect(source.value).toBeUndefined();
    expect(source.errors).toHaveLength(10);
  });

  it('is refused when a reference holds itself', () => {
    expect(readYaml('a: &a [*a]').value).toBeUndefined();
  });

  it('changes no prototype', () => {
    const { value } = readYaml('__proto__: {polluted: true}\nconstructor: x');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
