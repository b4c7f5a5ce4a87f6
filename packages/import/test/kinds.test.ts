import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseSettings } from '../src/index.ts';
import { bodyOf, importOne, Place } from './fixture.ts';
import { CENTRE, docx, PNG, p, SPAN, tbl, tc, tr } from './office.ts';

const headOf = (text: string) => parse(text.split(/^---$/m)[1] ?? '') as Record<string, unknown>;

describe('a printed head', () => {
  const BODY = [
    p('关于印发示例工作方案的通知', CENTRE),
    p('各乡镇人民政府：'),
    p('现将方案印发给你们。'),
    p('示例县人民政府办公室'),
    p('2024年3月5日'),
  ];
  const FACTS = {
    title: '关于印发示例工作方案的通知',
    kind: 'policy',
    'doc-number': '示政办〔2024〕18号',
    issuer: '示例县人民政府办公室',
  };

  test.each([
    [
      'in a table of two cells under its office',
      [
        p('示例县人民政府办公室文件', CENTRE),
        tbl(tr(tc('示政办〔2024〕18号'), tc('签发人：赵某某'))),
      ],
    ],
    [
      'in a table of its own, with its office',
      [
        tbl(
          tr(tc('示例县人民政府办公室文件', SPAN(2))),
          tr(tc('示政办〔2024〕18号'), tc('签发人：赵某某')),
        ),
      ],
    ],
    [
      'in frames',
      [
        p('示例县人民政府办公室文件', '<w:framePr w:w="9000" w:hSpace="180" w:wrap="around"/>'),
        p('示政办〔2024〕18号', '<w:framePr w:w="9000" w:hSpace="180" w:wrap="around"/>'),
      ],
    ],
    [
      'in a box that is drawn',
      [
        `<w:p><w:r><w:drawing><wps:txbx><w:txbxContent>${p('示例县人民政府办公室文件', CENTRE)}${p('示政办〔2024〕18号')}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`,
      ],
    ],
    [
      'in tables one below the other',
      [tbl(tr(tc('示例县人民政府办公室文件'))), tbl(tr(tc('示政办〔2024〕18号')))],
    ],
  ])('%s becomes fields', async (_, head) => {
    const { text } = await importOne('02红头文件.docx', docx([...head, ...BODY].join('')));
    expect(headOf(text)).toMatchObject(FACTS);
    expect(bodyOf(text)).toBe(
      '各乡镇人民政府：\n\n现将方案印发给你们。\n\n示例县人民政府办公室\n\n2024年3月5日',
    );
  });

  test('has its copies and its printer taken off the end, be they lines or a table, and told', async () => {
    const head = [p('示例县人民政府办公室文件', CENTRE), p('示政办〔2024〕18号', CENTRE)];
    const ends = [
      [p('抄送：县委办公室，县人大常委会办公室。'), p('示例县人民政府办公室 2024年3月5日印发')],
      [
        p('抄送：县委办公室，县人大常委会办公室，'),
        p('县政协办公室，县纪委监委机关。'),
        p('示例县人民政府办公室 2024年3月5日印发'),
      ],
      [
        p('抄送：县委办公室。'),
        p('县人大常委会办公室，县法院，县检察院。'),
        p('示例县人民政府办公室'),
        p('二〇二四年三月五日印发'),
      ],
      [p('示例县人民政府办公室'), p('2024年3月5日印发'), p('（共印50份）')],
      [
        tbl(
          tr(tc('抄送：县委办公室。', SPAN(2))),
          tr(tc('示例县人民政府办公室'), tc('2024年3月5日印发')),
        ),
      ],
    ];
    for (const end of ends) {
      const made = await importOne('通知.docx', docx([...head, ...BODY, ...end].join('')));
      expect(bodyOf(made.text)).not.toMatch(/抄送|印发给你们。\n.*印发$/);
      expect(bodyOf(made.text).endsWith('2024年3月5日')).toBe(true);
      expect(JSON.stringify(made.outcome)).toContain('版记没有写入正文');
    }
  });

  test('is told with each of its lines, also of those that say the same', async () => {
    const frame = '<w:framePr w:w="9000" w:hSpace="180" w:wrap="around"/>';
    const twice = p('示例县人民政府办公室文件', frame).repeat(2) + p('特急', frame).repeat(2);
    const { outcome } = await importOne('通知.docx', docx([twice, ...BODY].join('')));
    expect(outcome.balance?.unhandled.texts).toEqual([]);
  });

  test('leaves who signed it below open copies where they are', async () => {
    const end = [p('抄送：县委办公室'), p('示例县教育局'), p('2024年3月8日')];
    const { text } = await importOne('通知.docx', docx([...BODY, ...end].join('')));
    expect(bodyOf(text).endsWith('抄送：县委办公室\n\n示例县教育局\n\n2024年3月8日')).toBe(true);
  });

  test('is no table of the text', async () => {
    const { text } = await importOne(
      '通知.docx',
      docx(
        [
          p('关于印发补助标准的通知', CENTRE),
          tbl(tr(tc('岗位'), tc('标准')), tr(tc('室外'), tc('300元'))),
          p('2024年3月5日'),
        ].join(''),
      ),
    );
    expect(bodyOf(text)).toContain('| 岗位 | 标准 |');
  });
});

describe('an interpretation', () => {
  const QUESTIONS = [
    p('《示例县高温津贴管理办法》政策解读', CENTRE),
    p('一、为什么制定这个办法？'),
    p('为了保障劳动者健康。'),
    p('二、津贴标准是多少？'),
    p('每月300元。'),
    p('三、从什么时候起执行？'),
    p('从7月1日起执行。'),
    p('示例县人民政府办公室'),
    p('2024年3月5日'),
  ];
  const POLICY =
    '---\ntitle: 示例县人民政府办公室关于印发示例县高温津贴管理办法的通知\nkind: policy\nissuer: 示例县人民政府办公室\npublished: 2024-03-01\nattribute: {type: 主动}\nexample: true\n---\n\n正文。\n';

  test('is of its kind and form, has headings, and names the document that it explains', async () => {
    const place = new Place({ '解读.docx': docx(QUESTIONS.join('')) });
    place.write('content/shili/_policy/2024/heat-rules-2024.md', POLICY);
    const { outcomes } = await place.run();
    expect(outcomes[0]?.state).toBe('written');
    const [file] = place.written().filter((path) => path.startsWith('_interpretation/'));
    const text = place.read(file as string);
    expect(headOf(text)).toMatchObject({
      kind: 'interpretation',
      form: '问答',
      interprets: ['heat-rules-2024'],
    });
    expect(bodyOf(text)).toContain(
      '## 一、为什么制定这个办法？\n\n为了保障劳动者健康。\n\n## 二、津贴标准是多少？',
    );
  });

  test('whose document is not there is none yet, and told with the option that names it', async () => {
    const { outcome, text } = await importOne('解读.docx', docx(QUESTIONS.join('')));
    expect(outcome.state).toBe('written');
    expect(headOf(text)).toMatchObject({ kind: 'notice' });
    expect(JSON.stringify(outcome)).toContain('--set 所解读的文件=编号');
  });
});

describe('a guide', () => {
  const ROWS: [string, string][] = [
    ['服务对象', '共同生活的家庭成员人均收入低于标准的家庭'],
    ['办理依据', '《社会救助暂行办法》'],
    ['办理条件', '①本县户籍；②收入低于标准'],
    ['申请材料', '身份证复印件2份；户口簿原件和复印件1份'],
    ['办理流程', '申请→受理→审核→审批'],
    ['承诺时限', '20个工作日'],
    ['法定时限', '30个工作日'],
    ['收费标准', '不收费'],
    ['办理地点', '县政务服务中心3号窗口'],
    ['咨询电话', '（0282）4520001'],
    ['监督电话', '12345'],
    ['办理结果', '发给救助金'],
  ];
  const EXPECTED = {
    title: '最低生活保障办事指南',
    kind: 'guide',
    who: '共同生活的家庭成员人均收入低于标准的家庭',
    basis: ['《社会救助暂行办法》'],
    conditions: ['本县户籍', '收入低于标准'],
    materials: [
      { name: '身份证复印件2份', form: '复印件', copies: 2 },
      { name: '户口簿原件和复印件1份', form: '原件和复印件', copies: 1 },
    ],
    flow: [{ name: '申请' }, { name: '受理' }, { name: '审核' }, { name: '审批' }],
    limit: { promised: '20个工作日', legal: '30个工作日' },
    fee: { charged: '不收费' },
    place: '县政务服务中心3号窗口',
    telephone: '0282-4520001',
    complaints: '12345',
    result: '发给救助金',
  };
  const title = p('最低生活保障办事指南', CENTRE);
  const day = p('2024年3月5日');

  test.each([
    ['in a table', [tbl(...ROWS.map(([label, value]) => tr(tc(label), tc(value))))]],
    [
      'in a table with numbers before its labels',
      [
        tbl(
          ...ROWS.map(([label, value], index) => tr(tc(String(index + 1)), tc(label), tc(value))),
        ),
      ],
    ],
    [
      'in a table whose labels stand over several rows',
      [
        tbl(
          tr(tc('最低生活保障', SPAN(2))),
          ...ROWS.flatMap(([label, value]) => {
            const [first = '', ...more] = label === '申请材料' ? value.split('；') : [value];
            const down = more.length > 0 ? '<w:vMerge w:val="restart"/>' : '';
            return [
              tr(tc(label, down), tc(first)),
              ...more.map((line) => tr(tc('', '<w:vMerge/>'), tc(line))),
            ];
          }),
        ),
      ],
    ],
    ['line by line', ROWS.map(([label, value]) => p(`${label}：${value}`))],
    [
      'under headings',
      ROWS.flatMap(([label, value], index) => [
        p(`${'一二三四五六七八九十'[index] ?? '十'}、${label}`),
        p(value),
      ]),
    ],
  ])('%s becomes fields', async (_, body) => {
    const { text, outcome } = await importOne(
      '办事指南.docx',
      docx([title, ...body, day].join('')),
    );
    expect(outcome.failure).toBeUndefined();
    expect(headOf(text)).toMatchObject(EXPECTED);
  });

  test('keeps a table that has a head of its own, though its rows begin like labels', async () => {
    const list = tbl(
      tr(tc('事项名称'), tc('责任单位'), tc('办理时限（工作日）')),
      tr(tc('办理条件'), tc('县民政局'), tc('22')),
      tr(tc('申请材料'), tc('县财政局'), tc('93')),
    );
    const rows = tbl(...ROWS.map(([label, value]) => tr(tc(label), tc(value))));
    const { text, outcome } = await importOne(
      '办事指南.docx',
      docx([title, rows, p('附表如下：'), list, day].join('')),
    );
    expect(bodyOf(text)).toMatch(/事项名称 *\| *责任单位 *\| *办理时限（工作日）/);
    expect(bodyOf(text)).toMatch(/申请材料 *\| *县财政局 *\| *93/);
    expect(outcome.balance?.unhandled.characters).toBe(0);
  });

  test('has what stands behind a value with it', async () => {
    const rows = ROWS.map(([label, value]) =>
      label === '办理地点'
        ? tr(tc(label), tc(value), tc('二楼'))
        : tr(tc(label), tc(value, SPAN(2))),
    );
    const { text, outcome } = await importOne(
      '指南.docx',
      docx([title, tbl(...rows), day].join('')),
    );
    expect(headOf(text)['place']).toBe('县政务服务中心3号窗口 二楼');
    expect(outcome.balance?.unhandled.characters).toBe(0);
  });

  test('that does not say all is refused with what it does not say, and nothing made up', async () => {
    const rows = ROWS.filter(([label]) => label !== '办理结果');
    const table = tbl(...rows.map(([label, value]) => tr(tc(label), tc(value))));
    const { outcome } = await importOne('办事指南.docx', docx([title, table, day].join('')));
    expect(outcome.state).toBe('failed');
    expect(JSON.stringify(outcome)).toContain('result');
  });
});

describe('an annual report of the prescribed form', () => {
  const cells = (...texts: string[]) => tr(...texts.map((text) => tc(text)));
  const numbers = (...given: number[]) => given.map(String);
  const seven = (n: number) => numbers(n, 0, 0, 0, 0, 0, n);
  const REPORT = [
    p('示例县人民政府2023年政府信息公开工作年度报告', CENTRE),
    p('一、总体情况'),
    p('全年主动公开信息120条。'),
    p('其余按时公开。'),
    p('二、主动公开政府信息情况'),
    tbl(
      cells('第二十条第（一）项', '', '', ''),
      cells('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
      cells('规章', '0', '0', '0'),
      cells('行政规范性文件', '2', '1', '9'),
      cells('第二十条第（五）项', '', '', ''),
      cells('信息内容', '本年处理决定数量', '', ''),
      cells('行政许可', '1,204', '', ''),
      cells('第二十条第（六）项', '', '', ''),
      cells('行政处罚', '35', '', ''),
      cells('行政强制', '', '', ''),
      cells('第二十条第（八）项', '', '', ''),
      cells('行政事业性收费', '12.5', '', ''),
    ),
    p('三、收到和处理政府信息公开申请情况'),
    tbl(
      cells(
        '（本列数据的勾稽关系）',
        '',
        '',
        '自然人',
        '商业企业',
        '科研机构',
        '社会公益组织',
        '法律服务机构',
        '其他',
        '总计',
      ),
      cells('一、本年新收政府信息公开申请数量', '', '', ...seven(5)),
      cells('二、上年结转政府信息公开申请数量', '', '', ...seven(0)),
      cells('三、本年度办理结果', '（一）予以公开', '', ...seven(3)),
      cells('', '（三）不予公开', '1.属于国家秘密', ...seven(0)),
      cells('', '（四）无法提供', '1.本机关不掌握相关政府信息', ...seven(2)),
      cells('', '（七）总计', '', ...seven(5)),
      cells('四、结转下年度继续办理', '', '', ...seven(0)),
    ),
    p('四、政府信息公开行政复议、行政诉讼情况'),
    tbl(
      cells('行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''),
      cells(...numbers(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    ),
    p('五、存在的主要问题及改进情况'),
    p('解读形式单一，今后改进。'),
    p('六、其他需要报告的事项'),
    p('无。'),
    p('2024年1月20日'),
  ].join('');

  test('becomes data: its three texts and the numbers of its tables', async () => {
    const { text, outcome } = await importOne('年报.docx', docx(REPORT));
    expect(outcome.failure).toBeUndefined();
    expect(headOf(text)).toMatchObject({
      kind: 'annual-report',
      year: 2023,
      by: '本级政府',
      overview: expect.stringContaining('全年主动公开信息120条。\n其余按时公开。'),
      proactive: {
        rules: { made: 0, repealed: 0, valid: 0 },
        documents: { made: 2, repealed: 1, valid: 9 },
        permits: 1204,
        penalties: 35,
        compulsion: 0,
        fees: 12.5,
      },
      applications: {
        received: [5, 0, 0, 0, 0, 0, 5],
        granted: [3, 0, 0, 0, 0, 0, 3],
        'not-held': [2, 0, 0, 0, 0, 0, 2],
        total: [5, 0, 0, 0, 0, 0, 5],
      },
      disputes: { reconsideration: [1, 0, 0, 0, 1] },
      problems: expect.stringContaining('解读形式单一'),
      other: expect.stringContaining('无。'),
    });
  });
});

test('a heading keeps the space between its number and its name, and loses that which only spreads it out', async () => {
  const body = [
    p('关于示例的通知', CENTRE),
    p('第一章　总　则'),
    p('第一条　为保障示例，制定本办法。'),
    p('第二章  附则'),
    p('第二条　自印发之日起施行。'),
    p('2024年3月5日'),
  ].join('');
  const { text } = await importOne('办法.docx', docx(body));
  expect(bodyOf(text)).toMatch(/^## 第一章　总则\n\n第一条　为保障示例/m);
  expect(bodyOf(text)).toMatch(/^## 第二章　附则$/m);
});

test('a picture that says nothing of itself has the words of its caption', async () => {
  const picture = (alt: string) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="${alt}"/><a:graphic><a:graphicData><a:blip r:embed="a.png"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const body = [
    p('关于公布学校分布的公告', CENTRE),
    p('学校分布如下。'),
    picture('图1'),
    p('图1 全县学校分布图'),
    p('2024年3月5日'),
  ].join('');
  const { text } = await importOne('公告.docx', docx({ body, media: { 'a.png': PNG } }));
  expect(bodyOf(text)).toContain('![图1 全县学校分布图](');
});

describe('what an officer says in Chinese', () => {
  test('fields by their names, days, lists and blocks', () => {
    expect(
      parseSettings([
        '来源=方案第3页',
        '发布日期=2026年7月1日',
        '公开属性=主动',
        '关键词=低保、救助',
      ]),
    ).toEqual({
      source: '方案第3页',
      published: '2026-07-01',
      attribute: { type: '主动' },
      keywords: ['低保', '救助'],
    });
    expect(parseSettings(['所解读的文件=plan-2026', 'interprets=a、b'])).toEqual({
      interprets: ['a', 'b'],
    });
    expect(parseSettings(['title=2026年7月1日起施行', 'keywords=[a, b]'])).toEqual({
      title: '2026年7月1日起施行',
      keywords: ['a', 'b'],
    });
  });

  test('a field that there is not, or that could be two, is refused with what there is', () => {
    expect(() => parseSettings(['没有的=1'])).toThrow('没有字段“没有的”');
    expect(() => parseSettings(['=1'])).toThrow('写法不对');
  });

  test('the item by its names', async () => {
    const csv =
      '学校名称,学校地址,办学层次,办学类型,办公电话\n一小,城关镇,小学,公办,0282-4520001\n';
    const { written } = await importOne('名录2024.csv', csv, {
      item: '义务教育/教育概况/义务教育学校名录',
    });
    expect(written.join()).toContain('compulsory-education/school-directory/2024/');
    const { outcome } = await importOne('名录2024.csv', csv, { item: '义务教育/没有' }).catch(
      (error: Error) => ({ outcome: error.message }),
    );
    expect(outcome).toContain('没有事项“没有”');
  });
});

test('a private mobile number stays caught by whatever name its column goes on', async () => {
  const csv = '学校名称,学校地址,办学层次,办学类型,联系电话\n一小,城关镇,小学,公办,13812345678\n';
  const { outcome } = await importOne('名录2024.csv', csv, {
    item: 'compulsory-education/school-directory',
  });
  expect(outcome.state).toBe('failed');
  expect(JSON.stringify(outcome)).toContain('138****5678');
});
