import type { RegisterForm } from '@columns/standard';
import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { periodFigures } from '../src/tables/period-figures.ts';
import type { Files } from './fixture.ts';
import { readFiles, register } from './fixture.ts';

const R = 'shili/_register/2023';

/** A register of a form with its rows; `lines` are more lines of its head. */
const list = (form: string, csv: string, lines: readonly string[] = []): Files => ({
  [`${R}/a.md`]: register([`form: ${form}`, ...lines]),
  [`${R}/a.csv`]: csv,
});

/** Each problem as `file:line:column code field=value`. */
const told = (files: Files) =>
  readFiles(files).problems.map(
    ({ code, file, line, column, field, value }) =>
      `${file.split('/').at(-1)}:${line}:${column} ${code} ${field}=${value ?? ''}`,
  );

const FEES = '项目名称,收费类别,执收单位,设立依据,征收方式,收费对象,收费标准,减免条件和幅度\n';
const FEE = '占道费,行政事业性收费,县城管局,条例第一条,窗口缴纳,单位和个人,每平方米每天1元,\n';
const SUBSIDY =
  '姓名,乡镇（街道）,身份证号,联系电话,银行账号,补贴项目,补贴标准,补贴金额（元）,发放日期\n';

describe('a register of a form', () => {
  it('has the columns of its form, and says which form it is', () => {
    const reading = readFiles(list('收费清单', FEES + FEE));
    expect(reading.problems).toEqual([]);
    expect(reading.column?.entries[0]?.table).toMatchObject({ form: 'fees', rows: 1 });
    expect(reading.tables.get('a')?.rows).toHaveLength(1);
  });

  it('may have the optional columns too, and no others', () => {
    const more = FEES.replace('\n', ',监督电话\n') + FEE.replace('\n', ',0000-0000001\n');
    expect(told(list('收费清单', more))).toEqual([]);
    const other = FEES.replace('\n', ',经办人\n') + FEE.replace('\n', ',某\n');
    expect(told(list('收费清单', other))).toEqual([
      'a.csv:1:1 shape/csv-column-unknown 经办人=经办人',
    ]);
  });

  it('is told which column is missing, and of the near name', () => {
    const [problem] = readFiles(
      list('收费清单', FEES.replace('收费标准', '收费准标') + FEE),
    ).problems;
    expect(problem).toMatchObject({
      code: 'shape/csv-column-missing',
      field: '收费标准',
      other: '收费准标',
      expected:
        '“收费清单”的列：项目名称、收费类别、执收单位、设立依据、征收方式、收费对象、收费标准、减免条件和幅度；可以加职权编码、监督电话',
    });
  });

  it('is one of those that there are', () => {
    const [problem, ...rest] = readFiles(list('收费清单表', FEES + FEE)).problems;
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'shape/unknown-choice', line: 4, other: '收费清单' });
    expect(problem?.expected).toContain('权责清单、收费清单');
    expect(problem?.expected).not.toContain('任务清单');
  });

  it('declares no columns of its own', () => {
    expect(told(list('收费清单', FEES + FEE, ['columns: [甲]']))).toEqual([
      'a.md:5:10 shape/contradiction columns=“收费清单”的表头是规定的，又写了 columns',
    ]);
  });

  it('is told of each cell that is empty, on no list, or no day, with line and column', () => {
    const permits =
      '行政相对人名称,许可决定书文号,许可事项,许可内容,许可决定日期,有效期至,许可机关,公示日期\n';
    const rows =
      '某店,1号,经营,"甲,乙",2023年5月,,县局,2023-05-10\n某厂,,经营,丙,2023-05-08,,县局,2023-05-10\n';
    expect(told(list('行政许可公示', permits + rows))).toEqual([
      'a.csv:2:16 shape/impossible-date 许可决定日期=2023年5月',
      'a.csv:3:4 shape/missing-field 许可决定书文号=',
    ]);
    expect(told(list('收费清单', FEES + FEE.replace('行政事业性收费', '杂费')))).toEqual([
      'a.csv:2:5 shape/unknown-choice 收费类别=杂费',
    ]);
  });

  it('counts places past quoted line breaks', () => {
    const rows = `"占\n道费",行政事业性收费,县城管局,条例,窗口缴纳,单位,每天1元,\n桥费,杂费,县局,条例,窗口缴纳,单位,1元,\n`;
    expect(told(list('收费清单', FEES + rows))).toEqual([
      'a.csv:4:4 shape/unknown-choice 收费类别=杂费',
    ]);
  });

  it('of 10,001 rows with one that is broken has one error, with line and column', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) =>
      (i === 7_000 ? FEE.replace('行政事业性收费', '杂费') : FEE).replace('占道费', `占道费${i}`),
    );
    expect(told(list('收费清单', FEES + rows.join('')))).toEqual([
      'a.csv:7002:9 shape/unknown-choice 收费类别=杂费',
    ]);
  });
});

describe('personal data in a list', () => {
  const row = (...cells: string[]) => `${cells.join(',')}\n`;
  const masked = row(
    '张三',
    '东山镇',
    '51*************21X',
    '138****1234',
    '6217****1234',
    '耕地',
    '每亩100元',
    '300',
    '2023-05-04',
  );

  it('is masked as the masks in use are', () => {
    expect(told(list('惠民补贴', SUBSIDY + masked))).toEqual([]);
    expect(told(list('惠民补贴', SUBSIDY + masked.replace('张三', '张*')))).toEqual([]);
  });

  it('is an error where it is not, and is not repeated', () => {
    const bare = row(
      '张三',
      '东山镇前进村',
      '110101199003070000',
      '13800001234',
      '6217000000001234',
      '',
      '',
      '300',
      '',
    );
    const { problems } = readFiles(list('惠民补贴', SUBSIDY + bare));
    expect(problems.map(({ code, field, column }) => `${code} ${field} ${column}`)).toEqual([
      'safety/unmasked 乡镇（街道） 4',
      'safety/unmasked 身份证号 11',
      'safety/unmasked 联系电话 30',
      'safety/unmasked 银行账号 42',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/110101|13800001234|621700/);
  });

  it('shows no given name of minors and patients', () => {
    const head = '姓名,乡镇（街道）,资助项目,资助金额（元）,发放日期\n';
    const files = (name: string) => list('学生和患者资助', `${head}${name},,,500,\n`);
    expect(told(files('欧阳**'))).toEqual([]);
    expect(told(files('李四'))).toEqual(['a.csv:2:1 safety/unmasked 姓名=2 个字']);
  });
});

describe('totals', () => {
  const head = '类别,科目,预算数（万元）,决算数（万元）\n';
  const rows = (income: string) =>
    `收入,税收收入,"1,000.50",1100\n收入,其中：增值税,800,900\n收入,非税收入,200,150\n收入,合计,${income}\n支出,教育,900,800\n支出,合计,900,800\n`;

  it('are the sums of their own group, without what is told once more', () => {
    expect(told(list('政府决算', head + rows('1200.5,1250')))).toEqual([]);
  });

  it('that differ are an error that quotes both', () => {
    const { problems } = readFiles(list('政府决算', head + rows('1200.5,1251')));
    expect(problems).toMatchObject([
      {
        code: 'shape/csv-total',
        field: '决算数（万元）',
        line: 5,
        column: 14,
        value: '1251',
        other: '1250',
      },
    ]);
  });

  it('are added exactly', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => `支出,项目${i},0.1,0.1\n`).join('');
    expect(told(list('政府决算', `${head}${tenths}支出,合计,1,1.0\n`))).toEqual([]);
  });

  it('without a group are those of all rows', () => {
    const all = '类别,科目,预算数（万元）\n收入,税,5\n支出,教育,5\n,总计,11\n';
    expect(told(list('政府预算', all)).filter((each) => each.includes('total'))).toEqual([
      'a.csv:4:5 shape/csv-total 预算数（万元）=11',
    ]);
  });

  it('may be off by what was rounded, when the head says so', () => {
    const csv = `${head}支出,教育,0.33,1\n支出,医疗,0.33,1\n支出,社保,0.33,1\n支出,合计,1.00,3\n`;
    expect(told(list('政府决算', csv))).toEqual(['a.csv:5:7 shape/csv-total 预算数（万元）=1.00']);
    expect(told(list('政府决算', csv, ['rounded: true']))).toEqual([]);
    const wrong = csv.replace('1.00', '1.10');
    expect(told(list('政府决算', wrong, ['rounded: true']))).toEqual([
      'a.csv:5:7 shape/csv-total 预算数（万元）=1.10',
    ]);
  });
});

describe('a balance', () => {
  const head = '类别,项目,金额（元）,发生日期\n';
  const accounts = (closing: string) =>
    `${head}期初余额,现金,100,\n期初余额,银行存款,"1,000.5",\n收入,租金,300,2023-02-01\n支出,路灯电费,50.25,2023-02-02\n支出,其中：村部,20,2023-02-02\n${closing}`;

  it('closes with what it opened with, with what came in and went out', () => {
    expect(told(list('村级财务', accounts('期末余额,银行存款,1350.25,\n')))).toEqual([]);
    const parts = '期末余额,现金,50.25,\n期末余额,银行存款,1300,\n期末余额,合计,1350.25,\n';
    expect(told(list('村级财务', accounts(parts)))).toEqual([]);
    const nothing = `${head}期初余额,现金,100,\n期末余额,现金,100,\n`;
    expect(told(list('村级财务', nothing))).toEqual([]);
  });

  it('that closes with something else is an error that says how much it comes to', () => {
    const { problems } = readFiles(list('村级财务', accounts('期末余额,银行存款,1350,\n')));
    expect(problems).toMatchObject([
      {
        ...{ code: 'shape/csv-total', field: '金额（元）', line: 7, value: '1350' },
        ...{ other: '1350.25', expected: '各项之和 1350.25（期初余额＋收入－支出）' },
      },
    ]);
    const unmoved = `${head}期初余额,现金,100,\n期末余额,现金,90,\n`;
    expect(told(list('村级财务', unmoved))).toEqual(['a.csv:3:9 shape/csv-total 金额（元）=90']);
  });

  it('is not asked of a list that does not say what it opened with', () => {
    expect(told(list('村级财务', `${head}收入,租金,300,2023-02-01\n`))).toEqual([]);
    expect(told(list('村级财务', `${head}收入,租金,300,\n期末余额,现金,9,\n`))).toEqual([]);
  });
});

describe('versions of a list', () => {
  const version = (id: string, lines: readonly string[]): Files => ({
    [`${R}/${id}.md`]: register(['form: 收费清单', ...lines]),
    [`${R}/${id}.csv`]: FEES + FEE,
  });

  it('know each other both ways', () => {
    const { column, problems } = readFiles({
      ...version('old', ['published: 2023-01-02']),
      ...version('new', ['replaces: old']),
    });
    expect(problems).toEqual([]);
    expect(column?.relations['old']?.replacedBy?.map(({ id }) => id)).toEqual(['new']);
    expect(column?.relations['new']?.replaces?.map(({ id }) => id)).toEqual(['old']);
  });

  it('replace neither themselves nor each other, nor what is newer or of another form', () => {
    expect(told(version('a', ['replaces: a']))).toEqual([
      'a.md:5:1 shape/contradiction replaces=清单 a 写成了替换它自己',
    ]);
    expect(told({ ...version('a', ['replaces: b']), ...version('b', ['replaces: a']) })).toEqual([
      'a.md:5:1 shape/contradiction replaces=清单互相替换，绕成一圈：a → b → a',
      'b.md:5:1 shape/contradiction replaces=清单互相替换，绕成一圈：b → a → b',
    ]);
    expect(
      told({ ...version('a', ['replaces: b']), ...version('b', ['published: 2023-06-01']) }),
    ).toEqual([
      'a.md:5:1 shape/contradiction replaces=被替换的 b 发布于 2023-06-01，晚于本清单的 2023-05-29',
    ]);
    expect(
      told({
        ...version('a', ['replaces: b']),
        [`${R}/b.md`]: register(['columns: [甲]']),
        [`${R}/b.csv`]: '甲\n1\n',
      }),
    ).toEqual([
      'a.md:5:1 shape/contradiction replaces=本清单是“收费清单”，被替换的 b 是“没有种类”',
    ]);
  });
});

describe('a directory', () => {
  it('belongs to an item, whose elements are its columns', () => {
    expect(told(list('名录', '学校名称\n一小\n'))).toEqual([
      'a.md:4:7 shape/contradiction form=名录没有放在所属事项的文件夹中，不知道有哪些要素',
    ]);
    const S = 'shili/compulsory-education/school-directory/2023/a';
    expect(
      told({ [`${S}.md`]: register(['form: 名录']), [`${S}.csv`]: '学校名称,校车\n一小,有\n' }),
    ).toEqual([]);
  });
});

describe('the figures that a form compares from period to period', () => {
  const figures = (name: string, csv: string) => {
    const form = loadStandard().forms.find((each) => each.name === name) as RegisterForm;
    const [columns = [], ...rows] = csv
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    return periodFigures(form, { columns, rows }).map((each) => `${each.name} ${each.text}`);
  };

  it('are the totals that it states, each group by itself', () => {
    const csv =
      '类别,科目,本期数（万元）,本年累计（万元）,比上年同期（%）\n收入,税收收入,9.30,9,\n收入,其中：增值税,4,4,\n收入,合计,9.3,9,\n支出,民生,20,20,\n支出,其他,5,5,\n';
    expect(figures('财政收支', csv)).toEqual([
      '收入，本期数（万元） 9.3',
      '支出，本期数（万元） 25',
    ]);
  });

  it('are exact sums where it states no total, and nothing where there is no number', () => {
    const csv = '乡镇,流转面积（亩）,流转用途,流转价格\n甲乡,0.1,茶园,\n乙乡,0.2,茶园,\n';
    expect(figures('土地流转', csv)).toEqual(['流转面积（亩） 0.3']);
    expect(
      figures('土地流转', '乡镇,流转面积（亩）,流转用途,流转价格\n甲乡,未统计,茶园,\n'),
    ).toEqual([]);
  });

  it('are each row’s own where rows say what they are and in which unit', () => {
    const csv = '指标,计量单位,本期数,本年累计\n缴存额,万元,12,\n贷款笔数,笔,-3,\n';
    expect(figures('住房公积金运行', csv)).toEqual([
      '缴存额，本期数（万元） 12',
      '贷款笔数，本期数（笔） -3',
    ]);
  });
});
