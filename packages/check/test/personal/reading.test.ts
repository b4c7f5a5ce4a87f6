import { describe, expect, it } from 'vitest';
import { findPersonal, fold, mask, personalInFile } from '../../src/personal/index.ts';
import { idNumber, mobile, Numbers } from './made-up.ts';

const numbers = new Numbers(31);
const ID = idNumber(numbers);
const MOBILE = mobile(numbers);

const found = (name: string, text: string) =>
  personalInFile(name, text).map(({ type, line, column, field, key }) => ({
    type,
    at: `${line}:${column}`,
    ...(field === undefined ? {} : { field }),
    ...(key === undefined ? {} : { key }),
  }));
const types = (text: string, label?: string) =>
  findPersonal(text, label === undefined ? {} : { label }).map(({ type }) => type);

describe('what is found is told where it stands in the file', () => {
  it('in a paragraph of several lines, behind markup', () => {
    const text = `---\ntitle: 一\n---\n\n前一行\n请**联系**${MOBILE}。\n`;
    expect(found('a.md', text)).toEqual([{ type: 'mobile', at: '6:8' }]);
  });

  it('in front matter, with its field', () => {
    const text = `---\ntitle: 一\ncontacts:\n  - { name: 甲, post: "张三\\x31${MOBILE.slice(1)}" }\n---\n`;
    expect(found('a.md', text)).toEqual([{ type: 'mobile', at: '4:22', key: 'contacts.post' }]);
  });

  it('in comments of YAML and of HTML', () => {
    const text = `---\ntitle: 一 # ${MOBILE}\n---\n\n文\n\n<!-- 旧稿\n${ID} -->\n`;
    expect(found('a.md', text)).toEqual([
      { type: 'mobile', at: '2:12' },
      { type: 'id-number', at: '8:1' },
    ]);
  });

  it('in YAML that cannot be read at all', () => {
    expect(found('a.yaml', `- {name: 甲\n  "${MOBILE}\n`)).toMatchObject([{ type: 'mobile' }]);
  });

  it('in a table of HTML, under the head of its column, heads merged or not', () => {
    const text = [
      '<table>',
      '<tr>',
      '<th rowspan="2">序号</th>',
      '<th colspan="2">救助对象</th>',
      '</tr>',
      '<tr>',
      '<td>姓名</td>',
      '<td>家庭住址</td>',
      '</tr>',
      '<tr>',
      '<td>1</td>',
      '<td>张三</td>',
      '<td>花果村3组</td>',
      '</tr>',
      '</table>',
    ].join('\n');
    expect(found('a.md', `---\ntitle: 一\n---\n\n${text}\n`)).toEqual([
      { type: 'address', at: '17:5', field: '救助对象 家庭住址' },
    ]);
  });

  it.each([
    [
      'a.md',
      '| 救助名单 | | |\n| -- | -- | -- |\n| 姓名 | 家庭住址 | 金额 |\n| 张三 | 花果村3组 | 500 |\n',
    ],
    [
      'a.md',
      '<table>\n<tr><td>救助名单</td></tr>\n<tr><td>姓名</td><td>家庭住址</td></tr>\n<tr><td>张三</td><td>花果村3组</td></tr>\n</table>\n',
    ],
    ['a.csv', '救助名单,,\n姓名,家庭住址,金额\n张三,花果村3组,500\n'],
  ])('under heads that stand below a title: %s', (name, text) => {
    expect(found(name, text)).toMatchObject([{ type: 'address' }]);
  });

  it('in the first row of CSV and in a cell of several lines', () => {
    const csv = `张三,${MOBILE}\n"李四\n${ID}",无\n`;
    expect(found('a.csv', csv)).toEqual([
      { type: 'mobile', at: '1:4' },
      { type: 'id-number', at: '3:1' },
    ]);
  });
});

describe('a number that stands in several cells', () => {
  it('is found where each figure has its box', () => {
    const boxes = [...ID].join(' | ');
    const rule = ' -- |'.repeat(19);
    expect(found('a.md', `| 身份证号 | ${boxes} |\n|${rule}\n`)).toMatchObject([
      { type: 'id-number' },
    ]);
  });

  it('is found where two cells are one identity number, and nowhere else', () => {
    const row = (a: string, b: string) => `甲,乙\n${a},${b}\n`;
    expect(found('a.csv', row(ID.slice(0, 10), ID.slice(10)))).toMatchObject([
      { type: 'id-number' },
    ]);
    expect(found('a.csv', row('138123', '45678'))).toEqual([]);
  });
});

describe('figures of other writings', () => {
  it.each([
    ['１３８', '138'],
    ['⁰¹²', '012'],
    ['𝟎𝟗', '09'],
    ['٠٩', '09'],
    ['१२', '12'],
    ['①②⓪', '120'],
    ['❶❷', '12'],
    ['1️⃣2️⃣', '12'],
    ['一三八〇零幺', '138001'],
    ['1.3812345678E+10', '13812345678'],
    ['1\u00ad2\u202e3\u{e0100}4', '1234'],
    ['1\u00a02–3·4／5', '1 2-3.4/5'],
  ])('%s is read as %s', (written, read) => {
    expect(fold(written).text).toBe(read);
  });

  it('between two marks are read on, behind one row of stars they are hidden', () => {
    expect(types(`${MOBILE.slice(0, 3)}**${MOBILE.slice(3, 7)}**${MOBILE.slice(7)}`)).toEqual([
      'mobile',
    ]);
    expect(types('138**1234**5')).toEqual([]);
    expect(types('138****12345678')).toEqual([]);
  });

  it('of another sort beside each other are two numbers: a note’s mark is no part of a number', () => {
    expect(types(`①${MOBILE}`)).toEqual(['mobile']);
    expect(types(`${MOBILE}²`)).toEqual(['mobile']);
  });

  it('few Chinese figures stay words', () => {
    expect(fold('二〇二六年第三十一号').text).toBe('二〇二六年第三十一号');
  });

  it('keep their places', () => {
    const text = `甲\u200b乙１${MOBILE.slice(1)}丙`;
    const [datum] = findPersonal(text.replace('１', '1'));
    expect(datum?.index).toBe(3);
    expect(text.slice(findPersonal(`甲\u200b乙${MOBILE}`)[0]?.index)).toMatch(/^１/);
  });
});

describe('the name of a column', () => {
  it('never excuses a mobile number but where it says that the phone is on duty', () => {
    expect(types(MOBILE, '办公电话')).toEqual(['mobile']);
    expect(types(MOBILE, '联系电话')).toEqual(['mobile']);
    expect(types(MOBILE, '值班电话')).toEqual([]);
    expect(types('0739-5551234', '办公电话')).toEqual([]);
  });

  it('is enough for what does not pass its check', () => {
    const wrong = `${ID.slice(0, 17)}${ID.endsWith('1') ? '2' : '1'}`;
    expect(types(wrong)).toEqual([]);
    expect(types(wrong, '身份证号')).toEqual(['id-number']);
    expect(types('6222021234567890123')).toEqual([]);
    expect(types('6222021234567890123', '银行卡号')).toEqual(['bank-card']);
  });

  it('makes papers of numbers only in lists of persons, where it names no paper', () => {
    const list = (heads: string) => found('a.csv', `${heads}\n甲,H12345678\n`);
    expect(list('姓名,证件号码')).toMatchObject([{ type: 'document', field: '证件号码' }]);
    expect(list('企业名称,证件号码')).toEqual([]);
  });
});

describe('an address beside a name', () => {
  const address = '岳阳镇花果村3组12号';
  const list = (heads: string) => found('a.csv', `${heads}\n甲,${address}\n`).length;

  it('is a home where the rows are about persons, an institution’s where they are not', () => {
    expect(list('姓名,地址')).toBe(1);
    expect(list('村民姓名,地址')).toBe(1);
    expect(list('机构名称,地址')).toBe(0);
    expect(list('村民小组数,地址')).toBe(1);
    expect(list('村名,地址')).toBe(0);
    expect(found('a.csv', `村名,姓名,地址\n花果村,张三,花果村3组\n`)).toHaveLength(1);
    expect(found('a.csv', `机构名称,在院老人数,地址\n甲院,30,${address}\n`)).toEqual([]);
    expect(found('a.csv', `企业名称,法定代表人姓名,地址\n甲厂,张三,${address}\n`)).toEqual([]);
  });
});

describe('a masked number', () => {
  it.each(['*', '＊', 'X', 'x', '×', '●', '■', '□', '#'])(
    'is none, whatever hides it: %s',
    (sign) => {
      const hide = (text: string, first: number, last: number) =>
        text.slice(0, first) + sign.repeat(text.length - first - last) + text.slice(-last);
      expect(types(`手机：${hide(MOBILE, 3, 4)}`)).toEqual([]);
      expect(types(`身份证号：${hide(ID, 6, 4)}`)).toEqual([]);
      expect(types(`身份证号：${hide(ID, 2, 3)}`)).toEqual([]);
      expect(types(hide(MOBILE, 3, 4), '手机号')).toEqual([]);
    },
  );

  it('is what a finding shows', () => {
    const [datum] = findPersonal(`电话${MOBILE}`);
    expect(datum && mask(datum)).toBe(`${MOBILE.slice(0, 3)}****${MOBILE.slice(-4)}`);
    expect(types(`电话${datum && mask(datum)}`)).toEqual([]);
  });
});

describe('the telephone of an office, a village or a site', () => {
  it.each([
    ['departments.yaml', '- id: a\n  name: 甲局\n  telephone: "NUMBER"\n'],
    [
      'towns.yaml',
      '- id: a\n  name: 甲镇\n  villages:\n    - {id: b, name: 乙村, telephone: NUMBER}\n',
    ],
    ['county.yaml', 'id: a\nname: 甲县\nfooter:\n  contact: NUMBER\n'],
    ['institutions.yaml', '- {id: a, name: 甲校, complaints: "NUMBER"}\n'],
    ['a.md', '---\ntitle: 甲\ndoc-number: NUMBER\n---\n\n文\n'],
    ['towns.yaml', '- {id: "NUMBER", name: 甲镇}\n'],
  ])('is nobody’s mobile number in %s, but one on duty', (file, text) => {
    expect(found(file, text.replace('NUMBER', MOBILE))).toMatchObject([{ type: 'mobile' }]);
    expect(found(file, text.replace('NUMBER', `值班 ${MOBILE}`))).toEqual([]);
    expect(found(file, text.replace('NUMBER', '0000-0000001'))).toEqual([]);
  });
});
