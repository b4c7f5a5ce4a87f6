import { describe, expect, test } from 'vitest';
import { type Answers, FIELDS, faultsOf, tidied } from '../src/client/application/fields.ts';
import { sheetOf } from '../src/client/application/sheet.ts';

const PERSON: Answers = {
  office: '青山县民政局',
  applicant: '公民',
  name: '张三（示例）',
  paper: '居民身份证',
  number: '999999199001010016',
  telephone: '13800000000',
  email: '',
  address: '',
  postcode: '',
  title: '青山县社会救助实施办法',
  reference: '',
  feature: '',
  form: '电子文件',
  way: '当面领取',
};

const ORGANISATION: Answers = {
  office: '青山县民政局',
  applicant: '法人或其他组织',
  organisation: '示例公司',
  type: '商业企业',
  code: '91999999MA0000000K',
  head: '李四（示例）',
  contact: '王五（示例）',
  telephone: '0000-0000000',
  reference: '示例发〔2024〕1号',
  form: '纸质',
  way: '当场查阅',
};

const messages = (answers: Answers) => faultsOf(tidied(answers)).map(({ message }) => message);

describe('an application', () => {
  test('of a person or an organisation passes with what the law asks for and no more', () => {
    expect(messages(PERSON)).toEqual([]);
    expect(messages(ORGANISATION)).toEqual([]);
  });

  test.each([
    ['office', '', '请填写向哪个行政机关申请'],
    ['name', '　', '请填写申请人姓名'],
    ['paper', '', '请选择身份证明的种类'],
    ['number', '', '请填写证件号码'],
    ['number', '999999199001010011', '公民身份号码与校验码不符，请逐位核对'],
    ['telephone', '', '请填写联系电话，以便确认收到申请'],
    ['telephone', '12800000000', '电话写 11 位手机号码'],
    ['telephone', '0000000', '电话写 11 位手机号码'],
    ['email', 'zhangsan', '电子邮箱写成'],
    ['postcode', '12345', '邮政编码是 6 位数字'],
    ['title', '', '请至少填写一项'],
    ['form', '', '请选择希望得到纸质的还是电子文件'],
    ['way', '', '请选择怎样获取'],
    ['way', '邮寄', '选择邮寄的，请填写通信地址'],
    ['way', '电子邮件', '选择用电子邮件获取的，请填写电子邮箱'],
  ])('of a person with %s “%s” is told: %s', (name, value, message) => {
    const found = messages({ ...PERSON, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test.each([
    ['organisation', '', '请填写单位全称'],
    ['type', '', '请选择单位类别'],
    ['code', '', '请填写统一社会信用代码'],
    ['code', '91999999MA00000001', '统一社会信用代码与校验码不符'],
    ['head', '', '请填写法定代表人或者负责人'],
    ['contact', '', '请填写联系人'],
  ])('of an organisation with %s “%s” is told: %s', (name, value, message) => {
    const found = messages({ ...ORGANISATION, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test('asks for nothing of an organisation before one is chosen', () => {
    expect(faultsOf({}).map(({ name }) => name)).toEqual([
      'office',
      'applicant',
      'telephone',
      'title',
      'form',
      'way',
    ]);
  });

  test('does not ask for paper by e-mail', () => {
    const answers = { ...PERSON, form: '纸质', way: '电子邮件', email: 'a@example.com' };
    expect(messages(answers)).toEqual(['纸质信息不能用电子邮件获取，请改选其中一项']);
  });

  test('takes other papers as they are', () => {
    expect(messages({ ...PERSON, paper: '其他有效身份证明', number: 'E00000000' })).toEqual([]);
  });

  test.each([
    ['number', '９９９９９９ 19900101 0016', '999999199001010016'],
    ['code', '91999999ma0000000k', '91999999MA0000000K'],
    ['telephone', '138 0000 0000', '13800000000'],
    ['name', ' 张 三 ', '张 三'],
  ])('reads %s “%s” as “%s”', (name, value, read) => {
    expect(tidied({ [name]: value })).toEqual({ [name]: read });
  });
});

describe('the sheet', () => {
  const labels = (answers: Answers) =>
    sheetOf(answers).flatMap(({ rows }) => rows.map(({ label }) => label));

  test('blank, has a line for every field of both kinds of applicants', () => {
    const blank = labels({});
    for (const { name, label } of FIELDS)
      if (name !== 'applicant')
        expect(blank).toContain(
          label === '受理机关' ? '行政机关名称' : label.replace(/^所需信息的/, ''),
        );
  });

  test('filled in, has only the applicant’s own lines, and marks what was chosen', () => {
    expect(labels(PERSON)).not.toContain('统一社会信用代码');
    expect(labels(ORGANISATION)).not.toContain('证件号码');
    const values = sheetOf(PERSON).flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(values).toContain('☐纸质　☑电子文件');
  });
});
