import { describe, expect, it } from 'vitest';
import type { Files } from './fixture.ts';
import { entry, notice, readFiles, register } from './fixture.ts';

const N = 'shili/_notice/2023';
const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const HEAD = '学校名称,学校地址,办学层次,办学类型,办公电话\n';
const ROW = '一小,城关镇,小学,公办,0000-0000001\n';

const PLACE = [
  'title: 大厅',
  'kind: place',
  'form: 便民服务中心',
  'services: [办证]',
  'location: {datum: GCJ-02, longitude: 105.3, latitude: 30.1}',
];

const codes = (files: Files) => readFiles(files).problems.map(({ code }) => code);
const told = (files: Files) =>
  readFiles(files).problems.map(({ code, value, other }) => [code, value, other].join(' '));
const table = (csv: string, lines: string[] = []) =>
  codes({ [`${SCHOOLS}/a.md`]: register(lines), [`${SCHOOLS}/a.csv`]: csv });

describe('a table whose columns are all out of place has one finding, its cause', () => {
  it.each([
    [';', '；'],
    ['\t', '\t'],
    ['|', '|'],
    ['，', '，'],
    ['、', '、'],
  ])('parted by %j', (sign) => {
    expect(table((HEAD + ROW).replaceAll(',', sign))).toEqual(['shape/csv-separator']);
    // A comma in the words of a row is no separator.
    expect(table(`${HEAD}一小,城关镇`.replaceAll(',', sign).concat(',东街\n'))).toEqual([
      'shape/csv-separator',
    ]);
  });

  it.each([
    ['one title', '全县学校名录,,,,\n'],
    ['a title without the commas of a sheet', '全县学校名录\n'],
    ['a title and a unit of measure', '全县学校名录,,,,\n单位：所,,,,2023年5月\n'],
  ])('with %s above the head', (_, above) => {
    expect(table(above + HEAD + ROW)).toEqual(['shape/csv-title-row']);
  });

  it.each([
    ['of one column', '名称\n一小；二小\n三小\n', ['columns: [名称]']],
    ['of one column with 、', '学校、地址\n一小、东街\n二小、西街\n', ['columns: [学校、地址]']],
    ['with signs in its words', `${HEAD}一小;二小,城关镇|东街,小学,公办,\n`, []],
    ['of a few columns of which rows fill one', `${HEAD}一小,,,,\n二小,,,,\n`, []],
  ])('but not one %s', (_, csv, lines) => {
    expect(table(csv, lines)).toEqual([]);
  });
});

describe('rows that a sheet shows at once', () => {
  const rows = (...lines: string[]) => table(`${HEAD}${lines.join('\n')}\n`);

  it('are in order as they are', () => {
    expect(
      rows(
        '一小,城关镇,小学,公办,0282-4520001、400-100-1000',
        '合计工程学校,城关镇,小学,公办,12345',
        '注册中心学校,岳阳镇,小学,公办,',
      ),
    ).toEqual([]);
  });

  it('may have totals and notes, cells that were merged, and be there twice', () => {
    expect(rows('一小,城关镇,小学,公办,', '一小,城关镇,小学,公办,')).toEqual(['text/repeated-row']);
    expect(rows('一小,城关镇,小学,公办,', ',岳阳镇,小学,公办,')).toEqual(['text/merged-cells']);
    expect(rows('一小,城关镇,小学,公办,', '总计,1,,,')).toEqual(['text/total-row']);
    expect(rows('一小,城关镇,小学,公办,', '填表人：办公室,,,,')).toEqual(['text/note-row']);
  });

  it('with numbers of their own are the same where the rest is', () => {
    const csv = '序号,名称,地址,类别\n1,一小,东街,公办\n2,一小,东街,公办\n';
    expect(table(csv, ['columns: [序号, 名称, 地址, 类别]'])).toEqual(['text/repeated-row']);
  });

  it.each(['########', '#REF!', '#N/A', '5.11E+17'])('may have been spoilt: %s', (cell) => {
    expect(rows(`一小,城关镇,小学,公办,${cell}`)).toEqual(['text/spoilt-cell']);
  });
});

describe('what was typed for an id', () => {
  const UNITS =
    '- {id: education, name: 县教育和体育局, aliases: [县教育局]}\n- {id: market, name: 县市场监督管理局}\n- {id: housing, name: 县住房和城乡建设局}\n- {id: homes, name: 县住房保障和城乡建设局}\n';
  const unit = (name: string) =>
    told({ 'shili/departments.yaml': UNITS, [`${N}/a.md`]: notice([`unit: ${name}`]) });

  it.each([
    ['县教育和体育局', 'education'],
    ['县教育局', 'education'],
    ['示例县教育和体育局', 'education'],
    ['市场监管局', 'market'],
  ])('the unit %s has its id named', (name, id) => {
    expect(unit(name)).toEqual([`shape/unknown-unit ${name} ${id}`]);
  });

  it('one that could be two units, or is none, has no id named', () => {
    expect(unit('住房建设局')).toEqual(['shape/unknown-unit 住房建设局 ']);
    expect(unit('县气象局')).toEqual(['shape/unknown-unit 县气象局 ']);
  });

  it('a kind by its Chinese name is told by the id', () => {
    expect(told({ [`${N}/a.md`]: entry(['title: 一', 'kind: 通知公告'], '文') })).toEqual([
      'shape/unknown-kind 通知公告 notice',
    ]);
  });
});

describe('what was typed is quoted as it was typed', () => {
  it.each([
    ['published: ２０２３-05-29', '２０２３-05-29', '2023-05-29'],
    ['doc-number: 示政发〔２０２３〕５号', '示政发〔２０２３〕５号', '示政发〔2023〕5号'],
  ])('%s', (line, value, half) => {
    const [problem] = readFiles({ [`${N}/a.md`]: notice([line]) }).problems;
    expect(problem).toMatchObject({ value, expected: expect.stringContaining(half) });
  });
});

it.each([
  '示政发[2023]5号',
  '示政发（2023）5号',
  '示政发【2023】5 号',
  '示政发〔２０２３〕5',
  '示政发2023〕5号',
])('the number %s is told as it should be', (typed) => {
  const [problem] = readFiles({ [`${N}/a.md`]: notice([`doc-number: "${typed}"`]) }).problems;
  expect(problem?.expected).toMatch(/^(?:半角的数字和符号：.*)?示政发〔2023〕5号”?$/);
});

describe('what can only be meant one way is taken so', () => {
  const place = (line: string) =>
    codes({
      'shili/_place/2023/a.md': entry([...PLACE, line], ''),
    }).filter((code) => code === 'shape/bad-format');

  it.each([
    'telephone: 12345',
    'telephone: "12345"',
    'telephone: \'"12345"\'',
    'telephone: “12345”',
  ])('a short number: %s', (line) => expect(place(line)).toEqual([]));

  it('but not a mobile number', () => {
    expect(place('telephone: 13800000000')).toEqual(['shape/bad-format']);
  });
});

describe('a text that says something twice, or not yet', () => {
  it.each([
    ['（标题）', []],
    ['关于（标题）的说明', []],
  ])('has the template’s words only where nothing else stands: %s', (title) => {
    const found = codes({ [`${N}/a.md`]: notice([`title: ${title}`]) });
    expect(found).toEqual(title.startsWith('（') ? ['text/template-words'] : []);
  });

  it('has no number of the template unless it is an example', () => {
    const lines = PLACE;
    const at = 'shili/_place/2023/a.md';
    const made = (more: string) =>
      codes({ [at]: entry([...lines, 'telephone: 0000-0000001', more], '') });
    expect(made('example: true')).not.toContain('text/template-words');
    expect(made('example: false\nsource: 文')).toContain('text/template-words');
  });

  it.each(['# 通知', '**通知**', '　　通　知', '## 通知'])('has its title again: %s', (first) => {
    expect(codes({ [`${N}/a.md`]: notice([], `${first}\n\n正文。\n`) })).toEqual([
      'text/title-again',
    ]);
  });

  it.each([
    ['关于发放高温津贴的通知', '关于发放\n\n高温津贴的通知'],
    ['示例县民政局关于发放高温津贴的通知', '示例县民政局\n关于发放高温津贴\n的通知'],
    ['关于发放高温津贴的通知', '示例县民政局\n\n**关于发放高温津贴**\n**的通知**'],
  ])('has its title again over lines: %s', (title, first) => {
    const files = { [`${N}/a.md`]: notice([`title: ${title}`], `${first}\n\n各乡镇：\n`) };
    expect(codes(files)).toEqual(['text/title-again']);
  });

  it('does not where its first line only begins so', () => {
    expect(codes({ [`${N}/a.md`]: notice([], '通知如下：\n') })).toEqual([]);
  });

  it('is no picture alone, unless the picture is described', () => {
    const text = (body: string) =>
      codes({ [`${N}/a.md`]: notice([], body), [`${N}/a/b.png`]: 'x' });
    expect(text('![](a/b.png)\n\n![ ](a/b.png)\n')).toEqual(['text/picture-only']);
    expect(text('![全县学校分布图](a/b.png)\n')).toEqual([]);
    expect(text('见图。\n\n![](a/b.png)\n')).toEqual([]);
  });
});

describe('a picture or file in the text', () => {
  it.each(['scan.png', './scan.png', 'a.assets/scan.png', 'a\\scan.png'])(
    '%s is told by its right address',
    (path) => {
      const files = {
        [`${N}/a.md`]: notice([], `见：\n\n![图](${path})\n`),
        [`${N}/a/scan.png`]: 'x',
      };
      const [problem, ...rest] = readFiles(files).problems;
      expect(problem).toMatchObject({ expected: 'a/scan.png' });
      expect(rest).toEqual([]);
    },
  );
});

it.each([
  ['b.md.txt', 'b.md'],
  ['b.csv.xlsx', 'b.csv'],
  ['b.MD.txt', 'b.md'],
  ['b.yaml.txt', 'b.yaml'],
  ['b.md.md', 'b.md'],
  ['b.MD', 'b.md'],
  ['b.markdown', 'b.md'],
  ['b.CSV', 'b.csv'],
  ['b.yml', 'b.yaml'],
])('%s has another ending than %s', (name, expected) => {
  const { problems } = readFiles({ [`${N}/a.md`]: notice(), [`${N}/${name}`]: 'x' });
  expect(problems.map(({ code, expected: told }) => [code, told])).toEqual([
    ['shape/double-ending', expected],
  ]);
});
