import { KINDS, schemaAt } from '@columns/content';
import { ELEMENT_WORDS } from '@columns/content/draft';
import type { Files } from '@columns/content/fixture';
import { COUNTY, entry, notice, policy, register } from '@columns/content/fixture';
import { legacy, pdf, word, zip } from '@columns/office/fixture';
import { itemRef, loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { RULES } from '../src/index.ts';
import { attachmentRules } from '../src/rules/attachments.ts';
import { coverageRules } from '../src/rules/coverage.ts';
import { duplicateRules } from '../src/rules/duplicates.ts';
import { languageRules } from '../src/rules/language.ts';
import { linkRules } from '../src/rules/links.ts';
import { personalRules } from '../src/rules/personal.ts';
import { foundBy, inspectFiles, REAL_COUNTY, told } from './inspecting.ts';
import { bankCard, idNumber, mobile, Numbers } from './personal/made-up.ts';

const numbers = new Numbers(5);
const ID = idNumber(numbers);
const MOBILE = mobile(numbers);
const CARD = bankCard(numbers);
const shown = (text: string, first: number, last: number) =>
  `${text.slice(0, first)}${'*'.repeat(text.length - first - last)}${text.slice(-last)}`;

const A = 'shili/_notice/2023/a.md';
const one = (text: string): Files => ({ [A]: text });
/** Three towns with what one file says of all their catalogues. */
const towns = (text: string): Files => ({
  ...one(notice()),
  'shili/towns.yaml':
    '- {id: east, name: 东镇}\n- {id: west, name: 西镇}\n- {id: south, name: 南镇}\n',
  'shili/_catalogue/towns.yaml': `${text}\n`,
});
const body = (text: string, ...lines: string[]): Files => one(notice(lines, `${text}\n`));
const settings = (text: string): Files => ({ 'shili/check.yaml': `${text}\n` });
const attached = (name: string, bytes: Uint8Array | string): Files => ({
  ...one(notice([`attachments: [{file: ${name}, name: 附件}]`])),
  [`shili/_notice/2023/a/${name}`]: bytes,
});
const withheld = (...lines: string[]): Files =>
  one(entry(['title: 一', 'kind: notice', 'form: 通知', ...lines], ''));

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

const LONG = Array.from(
  { length: 12 },
  (_, index) => `第${index}条本办法所称事项由县有关部门按职责分工办理并向社会公开结果。`,
).join('\n\n');

const SCHOOLS = 'shili/compulsory-education/school-directory/2023';
const directory = (text: string, ...lines: string[]): Files => ({
  [`${SCHOOLS}/a.md`]: notice(lines, text),
});
const birth = (text: string): Files => ({
  'shili/household-registration/birth/2023/a.md': notice([], text),
});
const DEPARTMENTS: Files = {
  'shili/departments.yaml':
    '- {id: education, name: 县教育体育局, aliases: [县教育局]}\n- {id: health, name: 县卫生健康局}\n',
};

const media = (rows: string, ...lines: string[]): Files => ({
  'shili/_register/2023/a.md': register([
    'form: 政务新媒体',
    'published: 2023-05-29',
    'updated: 2023-06-01',
    ...lines,
  ]),
  'shili/_register/2023/a.csv': `名称,平台,账号,主办单位,审核岗位,状态,最近更新\n${rows}`,
});
const training = (day: string): Files => ({
  'shili/_register/2023/t.md': register(['form: 政务公开培训']),
  'shili/_register/2023/t.csv': `日期,主题,形式,对象,组织单位,人数\n${day},条例,集中培训,各单位,县政府办,30\n`,
});
const TRAININGS = settings('thresholds: {trainings: 1}');

/** A column that has been there for more than a year. */
const LAST_YEAR: Files = { 'shili/_policy/2022/old.md': policy(['published: 2022-06-01']) };
const OPEN_DAYS = settings('thresholds: {open-days: 1}');
const EACH = settings('thresholds: {open-days-each: 1}');
const OFFICES: Files = {
  'shili/departments.yaml': '- {id: office, name: 办公室}\n',
  'shili/towns.yaml': '- {id: bei, name: 北镇}\n',
};
const secondDay = (...lines: string[]): Files =>
  Object.fromEntries(
    Object.values(openDay(...lines)).map((text) => ['shili/_hearing/2023/second.md', text]),
  );
const openDay = (...given: string[]): Files => {
  const lines = ['form: 政务开放日', 'held: 2023-05-31', ...given].filter(
    (each, index, all) => !all.slice(index + 1).some((later) => later.startsWith(each.slice(0, 4))),
  );
  const head = ['title: 开放日', 'kind: hearing', 'place: 大厅', 'who: 任何人', 'how: 电话报名'];
  return { 'shili/_hearing/2023/b.md': entry([...head, ...lines], '正文。') };
};
const guide = (...lines: string[]) =>
  entry(
    [
      'title: 上户口',
      'kind: guide',
      ...(lines.includes('-unit') ? [] : ['unit: education']),
      'who: 新生儿',
      'basis: [条例]',
      'conditions: [已经出生]',
      'materials: [{name: 证明, copies: 0}]',
      'flow: [{name: 申请}]',
      'limit: {promised: 当场}',
      'fee: {charged: 不收费}',
      'place: 派出所',
      'telephone: 0000-0000001',
      'result: 户口簿',
    ],
    '',
  );
const project = (...lines: string[]): Files => ({
  'shili/_project/2023/a.md': entry(
    [
      'title: 桥',
      'kind: project',
      'funding: 政府投资',
      'investment: 1',
      'scale: 桥',
      'site: 镇',
      'owner: 局',
      ...lines,
    ],
    '',
  ),
});

const HOLIDAY = 'title: 关于放假的通知';

type Case = readonly [files: Files, told: string];

/** For each rule, counties that keep it, and those that do not with everything that is said of them. */
const WATER = 'shili/ecology/tap-water/2023';
const MONTHLY: Files = {
  'shili/catalogue.yaml':
    'add: [{domain: ecology, id: tap-water, level1: 水质, every: month, by: 15}]\n',
};
/** A notice of the tap water of a month. */
const month = (id: string, period: string, published: string): Files => ({
  [`${WATER}/${id}.md`]: notice([
    `published: ${published}`,
    ...(period ? [`period: ${period}`] : []),
  ]),
});
const IN_TIME: Files = {
  ...MONTHLY,
  ...month('c', '2023-03', '2023-04-10'),
  ...month('d', '2023-04', '2023-05-15'),
  ...month('e', '2023-05', '2023-06-15'),
};

/** Tap water, published quarter by quarter as a register of permits. */
const FORMED: Files = {
  'shili/catalogue.yaml':
    'add: [{domain: ecology, id: tap-water, level1: 水质, every: month, by: 15, as: 行政许可公示}]\n',
};
const permits = (form: string): Files => ({
  [`${WATER}/c.md`]: register(['published: 2023-04-10', 'period: 2023-03', `form: ${form}`]),
  [`${WATER}/c.csv`]: '行政相对人名称,许可决定书文号\n某店,1号\n',
});

/** What a county is asked for by articles 20 and 21. */
const BOUND = loadStandard()
  .sets.flatMap(({ items }) => items)
  .filter(({ statute, for: sorts = ['county'] }) => statute && sorts.includes('county'))
  .map(itemRef);

const explained = (refs: readonly string[]): Files => ({
  'shili/_statement/2023/a.md': entry(
    ['title: 说明', 'kind: statement', 'reason: 尚未发生', `covers: [${refs.join(', ')}]`],
    '没有。',
  ),
});

/** A village's accounts: by period what they open and close with. */
function accounts(periods: Readonly<Record<string, readonly number[]>>): Files {
  const registers = Object.entries(periods).flatMap(([period, [opening = 0, closing]]) => {
    const path = `shili/village/finance/2023/accounts-${period.toLowerCase()}`;
    const rows = [
      `期初余额,现金,${opening},`,
      ...(closing === undefined ? [] : moved(opening, closing)),
    ];
    return [
      [
        `${path}.md`,
        register(['form: 村级财务', 'town: east', 'village: 柳村', `period: ${period}`]),
      ],
      [`${path}.csv`, `类别,项目,金额（元）,发生日期\n${rows.join('\n')}\n`],
    ] as const;
  });
  return {
    'shili/towns.yaml': '- {id: east, name: 东镇, villages: [{id: willow, name: 柳村}]}\n',
    ...Object.fromEntries(registers),
  };
}

function moved(opening: number, closing: number): string[] {
  return [`支出,路灯,${opening - closing},`, `期末余额,现金,${closing},`];
}

/** The guide to disclosure and the rules, as the county names them. */
const PARTS: Files = {
  'shili/county.yaml': `${COUNTY}parts: {guide: guide, rules: [rules]}\n`,
  'shili/_notice/2023/rules.md': notice(
    ['title: 信息公开工作制度'],
    '公开前审查；依申请公开的办理。\n',
  ),
};
const SAYS =
  '信息的分类和编排体系，获取方式。\n\n工作机构：办公室；办公地址：一号；办公时间：工作日；传真：无。\n';
const said = (text: string): Files => ({
  ...PARTS,
  'shili/_notice/2023/guide.md': notice(['title: 公开指南', 'unit: office'], text),
  'shili/departments.yaml': '- {id: office, name: 办公室, telephone: "0000-0000001"}\n',
});

const CASES: Partial<Record<RuleId, { keeps: Files[]; breaks: Case[] }>> = {
  'timing/period-missing': {
    // An item that was never begun is told as empty.
    keeps: [MONTHLY, IN_TIME],
    breaks: [
      [
        {
          ...MONTHLY,
          ...month('c', '2023-03', '2023-04-10'),
          ...month('e', '2023-05', '2023-06-15'),
        },
        'ecology/tap-water/2023/e.md:6 period（所属时期） 事项“水质”到期没有公开：2023年4月',
      ],
    ],
  },
  'timing/period-late': {
    keeps: [IN_TIME],
    breaks: [
      [
        { ...IN_TIME, ...month('d', '2023-04', '2023-05-16') },
        'ecology/tap-water/2023/d.md:5 published（发布日期） 事项“水质”的这一期应在 2023-05-15 前公开',
      ],
    ],
  },
  'completeness/period': {
    keeps: [IN_TIME, body('无周期的事项')],
    breaks: [
      [
        { ...MONTHLY, ...month('c', '', '2023-04-10') },
        'ecology/tap-water/2023/c.md:1 period（所属时期） 事项“水质”每月公开一次，没有写是哪一期',
      ],
      [
        { ...MONTHLY, ...month('c', '2023Q1', '2023-04-10') },
        'ecology/tap-water/2023/c.md:6 period（所属时期） 事项“水质”每月公开一次，所属时期 2023Q1 不是这样的一期',
      ],
    ],
  },
  'completeness/balance-carried': {
    keeps: [
      accounts({ '2022Q4': [100, 90], '2023Q1': [90, 80] }),
      // Of a period that is missing, or says no balance, nothing is known.
      accounts({ '2022Q3': [100, 90], '2023Q1': [70, 80] }),
      accounts({ '2022Q4': [100], '2023Q1': [70, 60] }),
    ],
    breaks: [
      [
        accounts({ '2022Q4': [100, 90], '2023Q1': [70, 60] }),
        'village/finance/2023/accounts-2023q1.md:7 period（所属时期） 期初余额是 70，上一期（2022年第4季度）的期末余额是 90',
      ],
    ],
  },
  'completeness/period-form': {
    // An item without a form takes any.
    keeps: [IN_TIME, { ...FORMED, ...permits('行政许可公示') }],
    breaks: [
      [
        { ...FORMED, ...month('c', '2023-03', '2023-04-10') },
        'ecology/tap-water/2023/c.md:3 kind（体裁） 事项“水质”应当用“行政许可公示”公开，这条没有用清单',
      ],
      [
        { ...FORMED, ...permits('行政处罚公示') },
        'ecology/tap-water/2023/c.md:6 form（清单种类） 事项“水质”应当用“行政许可公示”公开，这条用的是“行政处罚公示”',
      ],
    ],
  },
  'completeness/statutory-part': {
    keeps: [said(SAYS)],
    breaks: [
      [
        { 'shili/county.yaml': `${COUNTY}parts: {rules: [a]}\n`, [A]: notice() },
        'county.yaml:1 parts（固定栏目） 没有登记“政府信息公开指南”',
      ],
      [
        { 'shili/county.yaml': `${COUNTY}parts: {guide: a}\n`, [A]: notice() },
        'county.yaml:1 parts（固定栏目） 没有登记“政府信息公开制度”',
      ],
    ],
  },
  'completeness/statutory-classes': {
    // Whoever has nothing of a class says why.
    keeps: [explained(BOUND)],
    breaks: [
      [
        explained(BOUND.filter((ref) => ref !== 'base/fees')),
        'county.yaml:1 法定主动公开的信息有 1 类还没有：行政事业性收费项目及其依据、标准',
      ],
    ],
  },
  'completeness/statutory-points': {
    // What the office's own record says need not stand in the guide: its name and telephone, and the portal.
    keeps: [
      said(`${SAYS}电子邮箱：另行公布。\n`),
      {
        ...said(SAYS),
        'shili/county.yaml': `${COUNTY}parts: {guide: guide, rules: [rules]}\nlinks: [{name: 网上受理, for: 依申请公开, address: "https://example.gov.cn/apply"}]\n`,
      },
    ],
    breaks: [
      [
        said(`${SAYS.replace('传真：无', '')}\n`),
        '_notice/2023/guide.md:4 title（标题） “政府信息公开指南”没有写明：传真号码、互联网联系方式',
      ],
      [
        {
          ...said(`${SAYS}邮箱：另行公布。\n`),
          'shili/_notice/2023/rules.md': notice(['title: 工作制度'], '先审查，后公开。\n'),
        },
        '_notice/2023/rules.md:4 title（标题） “政府信息公开制度”没有写明：依申请公开',
      ],
    ],
  },
  'timing/catalogue-filing': {
    keeps: [
      towns('filing: {file-by: 2023-12-20, publish-by: 2023-12-31}'),
      towns('filing: {file-by: 2022-12-20, filed: 2022-12-20}'),
      towns('filing: {filed: 2023-01-04}'),
    ],
    breaks: [
      [
        {
          ...towns('filing: {file-by: 2022-12-20, publish-by: 2023-12-31}'),
          'shili/_catalogue/east.yaml': 'filing: {filed: 2022-12-19}\n',
        },
        '_catalogue/towns.yaml:1 filing 公开事项目录应在 2022-12-20 前报备，逾期或没有记录的：西镇、南镇',
      ],
      [
        {
          ...towns('filing: {file-by: 2023-12-20, publish-by: 2022-12-31}'),
          'shili/_catalogue/towns.yaml':
            'filing: {publish-by: 2022-12-31, published: 2022-12-30}\n',
          'shili/_catalogue/south.yaml': 'filing: {published: 2023-01-04}\n',
        },
        '_catalogue/south.yaml:1 filing 公开事项目录应在 2022-12-31 前公布，逾期或没有记录的：南镇（逾期）',
      ],
    ],
  },
  'personal/id-number': {
    keeps: [
      body('身份证号51*************02X'),
      body('统一社会信用代码：91350100M000100Y43'),
      body(ID, 'exemption: {type: 惩戒性公示, reason: 失信被执行人名单公布办法}'),
    ],
    breaks: [
      [body(`证号${ID}`), `_notice/2023/a.md:10 这里有身份证号码 “${shown(ID, 2, 3)}”`],
      [
        one(notice([`title: 关于${ID}的通知`])),
        `_notice/2023/a.md:4 title（标题） 这里有身份证号码 “${shown(ID, 2, 3)}”`,
      ],
      [
        body(`| 姓名 | 证件 |\n| -- | -- |\n| 张三 | ${ID} |`),
        `_notice/2023/a.md:12 “证件”一列有身份证号码 “${shown(ID, 2, 3)}”`,
      ],
      [
        attached('a.docx', word({ paragraphs: ['一', ID] })),
        `_notice/2023/a/a.docx:1 第 2 段有身份证号码 “${shown(ID, 2, 3)}”`,
      ],
    ],
  },
  'personal/mobile': {
    keeps: [
      body(`值班电话：${MOBILE}`),
      body('电话 138****1234，办公 0739-5551234'),
      { 'shili/departments.yaml': `- {id: a, name: 甲局, telephone: "值班 ${MOBILE}"}\n` },
    ],
    breaks: [
      [
        { 'shili/departments.yaml': `- {id: a, name: 甲局, telephone: "${MOBILE}"}\n` },
        `departments.yaml:1 telephone 这里有手机号码 “${shown(MOBILE, 3, 4)}”`,
      ],
      [body(`联系${MOBILE}`), `_notice/2023/a.md:10 这里有手机号码 “${shown(MOBILE, 3, 4)}”`],
      [
        {
          ...one(notice(['attachments: [{file: x.txt, name: 表}]'])),
          [`shili/_notice/2023/a/zhang${MOBILE}.txt`]: '文',
        },
        `_notice/2023/a.md:1 文件名中有手机号码 “${shown(MOBILE, 3, 4)}”`,
      ],
      [
        { 'shili/departments.yaml': `- {id: a, name: 甲局, post: 张三${MOBILE}}\n` },
        `departments.yaml:1 post 这里有手机号码 “${shown(MOBILE, 3, 4)}”`,
      ],
    ],
  },
  'personal/bank-card': {
    keeps: [body(`流水号：${CARD}`)],
    breaks: [[body(`卡号 ${CARD}`), `_notice/2023/a.md:10 这里有银行卡号 “${shown(CARD, 4, 2)}”`]],
  },
  'personal/address': {
    keeps: [body('办公地址：岳阳镇柠都大道12号。'), body('住址：岳阳镇')],
    breaks: [
      [
        body('住址：岳阳镇花果村3组'),
        '_notice/2023/a.md:10 这里有乡镇、街道以下的住址 “岳阳镇＊＊＊”',
      ],
      [
        {
          [`${SCHOOLS}/a.md`]: entry(
            ['title: 名录', 'kind: register', 'columns: [姓名, 家庭住址]'],
            '',
          ),
          [`${SCHOOLS}/a.csv`]: '姓名,家庭住址\n张三,花果村3组12号\n',
        },
        'compulsory-education/school-directory/2023/a.csv:2 “家庭住址”一列有乡镇、街道以下的住址 “花果＊＊＊”',
      ],
    ],
  },
  'personal/document': {
    keeps: [body('护照号：E1*****78'), body('携带身份证、护照到3号窗口，电话 0739-5551234')],
    breaks: [
      [body('护照号：E12345678'), '_notice/2023/a.md:10 这里有个人证件的号码 “E1*****78”'],
      [
        body('| 姓名 | 证件号码 |\n| -- | -- |\n| 张三 | H1234567800 |'),
        '_notice/2023/a.md:12 “证件号码”一列有个人证件的号码 “H1*******00”',
      ],
    ],
  },
  'personal/contact': {
    keeps: [body('微信公众号：shilixian_fabu；工作邮箱：a@example.gov.cn')],
    breaks: [
      [body('个人微信：zhang_san88'), '_notice/2023/a.md:10 这里有个人联系方式 “zh******88”'],
      [body('家庭电话：0739-5551234'), '_notice/2023/a.md:10 这里有个人联系方式 “0739*****34”'],
    ],
  },
  'personal/plate': {
    keeps: [body('公务用车川A12345处置公告'), body('驾驶川A·**345')],
    breaks: [[body('张三驾驶川A12B45小型轿车'), '_notice/2023/a.md:10 这里有车牌号 “川*****5”']],
  },
  'safety/seen-by-person': {
    keeps: [
      attached('form.docx', word({ paragraphs: ['办法'.repeat(60)] })),
      {
        ...one(
          notice([
            'attachments: [{file: a.png, name: 附件, reviewed: {post: 政务公开岗, date: 2023-05-02}}]',
          ]),
        ),
        'shili/_notice/2023/a/a.png': PNG,
      },
      // A picture that the text shows and describes.
      { ...body('![办事大厅](a/b.png)'), 'shili/_notice/2023/a/b.png': PNG },
    ],
    breaks: [
      [
        attached('a.png', PNG),
        '_notice/2023/a/a.png:1 附件中有程序读不出的内容，须人工看过：图片里的文字',
      ],
      [
        attached('a.doc', legacy('办法')),
        '_notice/2023/a/a.doc:1 附件中有程序读不出的内容，须人工看过：旧格式（.doc、.xls、.ppt、.wps 等）或其对象中的文字只能大致查找',
      ],
      [
        { ...body('[旧表](a/b.doc)'), 'shili/_notice/2023/a/b.doc': legacy('办法') },
        '_notice/2023/a/b.doc:1 附件中有程序读不出的内容，须人工看过：旧格式（.doc、.xls、.ppt、.wps 等）或其对象中的文字只能大致查找',
      ],
    ],
  },
  'shape/attachment-name': {
    keeps: [attached('form-2.docx', word({})), attached('Form_2.DOCX', word({}))],
    breaks: [
      [
        attached('附件.docx', word({})),
        '_notice/2023/a/附件.docx:1 附件的文件名 “附件.docx” 不能用作地址：只能用英文字母、数字、点、连字符和下划线',
      ],
      [
        attached('.txt', '一月\n'),
        '_notice/2023/a/.txt:1 附件的文件名 “.txt” 以点号开头，点号前没有名字：这样的文件是隐藏的，许多网站不给下载',
      ],
      [
        attached('aux.txt', '一月\n'),
        '_notice/2023/a/aux.txt:1 附件的文件名 “aux.txt” 是 Windows 保留的名字，在 Windows 电脑上存不下、取不出',
      ],
      [
        attached('-f.txt', '一月\n'),
        '_notice/2023/a/-f.txt:1 附件的文件名 “-f.txt” 开头不是英文字母或数字',
      ],
      [
        attached(`${'a'.repeat(77)}.txt`, '一月\n'),
        `_notice/2023/a/${'a'.repeat(77)}.txt:1 附件的文件名 “${'a'.repeat(77)}.txt” 过长：每一段不超过 80 个字符`,
      ],
    ],
  },
  'shape/not-nfc': {
    keeps: [body('é 和汉字')],
    breaks: [
      [
        body('café'.normalize('NFD')),
        `_notice/2023/a.md:10 “${'é'.normalize('NFD')}” 不是通行的编码形式，检索时找不到`,
      ],
    ],
  },
  'shape/date-order': {
    keeps: [one(notice(['withdrawn: {date: 2023-06-01, reason: 有误}']))],
    breaks: [
      [
        one(notice(['withdrawn: {date: 2023-05-01, reason: 有误}'])),
        '_notice/2023/a.md:5 withdrawn（撤回） 撤回日期 2023-05-01 早于发布日期 2023-05-29',
      ],
    ],
  },
  'shape/board-dates': {
    keeps: [
      one(notice(['board: {from: 2023-06-01}'])),
      one(notice(['board: {from: 2023-06-01, until: 2023-06-01}'])),
    ],
    breaks: [
      [
        one(notice(['board: {from: 2023-06-10, until: 2023-06-01}'])),
        '_notice/2023/a.md:5 board（公开栏张贴） 张贴到 2023-06-01，早于开始张贴的 2023-06-10',
      ],
    ],
  },
  'safety/hidden-link': {
    keeps: [
      body('见[网站](https://www.gov.cn/)'),
      body('[![示意图](a/x.png)](https://www.gov.cn/)'),
      body('[名]: https://www.gov.cn/\n\n见[名]'),
    ],
    breaks: [
      [
        body('文[](https://www.gov.cn/x)字'),
        '_notice/2023/a.md:10 指向 “https://www.gov.cn/x” 的链接没有可见的文字（暗链）',
      ],
      [
        body('文字[。](https://www.gov.cn/y)'),
        '_notice/2023/a.md:10 指向 “https://www.gov.cn/y” 的链接没有可见的文字（暗链）',
      ],
      [
        body('文字[ㅤ](https://www.gov.cn/z)'),
        '_notice/2023/a.md:10 指向 “https://www.gov.cn/z” 的链接没有可见的文字（暗链）',
      ],
    ],
  },
  'safety/misleading-link': {
    keeps: [body('[https://www.gov.cn/](https://www.gov.cn/a)'), body('https://gov.cn/a')],
    breaks: [
      [
        body('[https://www.gov.cn/](https://bet.example/)'),
        '_notice/2023/a.md:10 链接的文字是 “www.gov.cn”，实际指向 “bet.example”',
      ],
      [
        body('[网站](https://www.gov.cn@bet.example/)'),
        '_notice/2023/a.md:10 链接的文字是 “网站”，实际指向 “bet.example”',
      ],
    ],
  },
  'safety/hidden-text': {
    keeps: [body('平常的字，☎️ ①②，é，👍')],
    breaks: [
      [body('左\u202e右'), '_notice/2023/a.md:10 有看不见的字符 U+202E，会使读到的与存着的不同'],
      [body('博\u200b彩'), '_notice/2023/a.md:10 有看不见的字符 U+200B，会使读到的与存着的不同'],
      [
        body('左&#8238;右&#8238;'),
        '_notice/2023/a.md:10 有看不见的字符 U+202E（共 2 处），会使读到的与存着的不同',
      ],
      [body('软&shy;连'), '_notice/2023/a.md:10 有看不见的字符 U+00AD，会使读到的与存着的不同'],
      [
        one(notice(['title: "左\\u202e右"'])),
        '_notice/2023/a.md:4 有看不见的字符 U+202E，会使读到的与存着的不同',
      ],
      [body('控\u0008制'), '_notice/2023/a.md:10 有看不见的字符 U+0008，会使读到的与存着的不同'],
      [body('私\ue000用'), '_notice/2023/a.md:10 有看不见的字符 U+E000，会使读到的与存着的不同'],
      [
        body('葛\u{e0100}洲'),
        '_notice/2023/a.md:10 有看不见的字符 U+E0100，会使读到的与存着的不同',
      ],
      [
        {
          [`${SCHOOLS}/a.md`]: entry(['title: 名录', 'kind: register', 'columns: [学校]'], ''),
          [`${SCHOOLS}/a.csv`]: '学校\n第一\u200c小学\n',
        },
        'compulsory-education/school-directory/2023/a.csv:2 有看不见的字符 U+200C，会使读到的与存着的不同',
      ],
      [
        { 'shili/departments.yaml': '- {id: a, name: "甲\\u202e局"}\n' },
        'departments.yaml:1 有看不见的字符 U+202E，会使读到的与存着的不同',
      ],
    ],
  },
  'safety/file-too-large': {
    keeps: [attached('a.txt', 'x')],
    breaks: [
      [
        {
          ...attached('a.txt', 'x'.repeat(1_100_000)),
          ...settings('thresholds: {attachment-megabytes: 1}'),
        },
        '_notice/2023/a/a.txt:1 文件有 1.0 MB，超过上限',
      ],
    ],
  },
  'safety/file-kind': {
    keeps: [attached('a.docx', word({}))],
    breaks: [[attached('a.html', '<p>'), '_notice/2023/a/a.html:1 不能附 “html” 类型的文件']],
  },
  'safety/file-type': {
    keeps: [attached('a.pdf', pdf({ lines: ['文'] }))],
    breaks: [
      [
        attached('a.pdf', '<!doctype html>'),
        '_notice/2023/a/a.pdf:1 文件名以 “.pdf” 结尾，内容却是网页',
      ],
    ],
  },
  'safety/macro': {
    keeps: [attached('a.docx', word({}))],
    breaks: [
      [
        attached('a.docx', word({ more: { 'word/vbaProject.bin': 'x' } })),
        '_notice/2023/a/a.docx:1 文档中有宏（VBA）',
      ],
      [attached('a.doc', legacy('文', { vba: true })), '_notice/2023/a/a.doc:1 文档中有宏（VBA）'],
    ],
  },
  'safety/unpacked-size': {
    keeps: [attached('a.docx', word({}))],
    breaks: [
      [
        {
          ...attached('a.docx', zip({ 'word/document.xml': new Uint8Array(2 * 2 ** 20) })),
          ...settings('thresholds: {unpacked-megabytes: 1}'),
        },
        '_notice/2023/a/a.docx:1 文件展开后超过 1 MB，已停止读取',
      ],
    ],
  },
  'safety/unreadable': {
    keeps: [attached('a.docx', word({}))],
    breaks: [
      [
        attached('a.pdf', '%PDF-1.4 坏'),
        '_notice/2023/a/a.pdf:1 附件中有读不出、不能检查的内容：文件损坏，或不是 PDF',
      ],
    ],
  },
  'language/typo': {
    keeps: [
      body('银行账户'),
      body('“帐户”一词'),
      body('《帐户管理办法》'),
      body('由自己经办'),
      { ...body('帐户山'), ...settings('proper: [帐户山]') },
      {
        ...body('帐户山村'),
        'shili/towns.yaml': '- {id: t, name: 帐户山镇, villages: [帐户山村]}\n',
      },
      body('> 帐户'),
    ],
    breaks: [
      [body('银行帐户'), '_notice/2023/a.md:10 “帐户” 可能是错别字'],
      [body('帐户、帐户'), '_notice/2023/a.md:10 “帐户” 可能是错别字，全文共 2 处'],
      [one(notice(['title: 布署工作'])), '_notice/2023/a.md:4 title（标题） “布署” 可能是错别字'],
      [
        { ...body('本县旧写法'), ...settings('typos: [{wrong: 旧写法, right: 新写法}]') },
        '_notice/2023/a.md:10 “旧写法” 可能是错别字',
      ],
    ],
  },
  'language/leading-body': {
    keeps: [body('国务院办公厅')],
    breaks: [[body('国务院办公庭'), '_notice/2023/a.md:10 “国务院办公庭” 的写法可能有误']],
  },
  'language/doubled': {
    keeps: [
      body('达到了了解的目的的'),
      body('人人天天，一户一户，研究研究'),
      body('支队支队长，切实压实压紧责任，申请申请人'),
      body('| 甲 |\n| -- |\n| 通知通知 |'),
    ],
    breaks: [
      [body('县里的的文件'), '_notice/2023/a.md:10 “的的” 可能多打了字'],
      [body('现予办理办理手续'), '_notice/2023/a.md:10 “办理办理” 可能多打了字'],
    ],
  },
  'language/half-width': {
    keeps: [
      body('比分 3:2，见 https://a.gov.cn/?a=1,2 和 `a,b`'),
      body('英文 (English) 名称'),
      body('[文件](a,b.gov.cn)'.replace('a,b.gov.cn', 'https://www.gov.cn/a,b')),
    ],
    breaks: [
      [body('各单位,请办理'), '_notice/2023/a.md:10 中文里用了半角标点：“各单位,请办理”'],
      [
        body('一(含本数)\n\n二:三;四'),
        '_notice/2023/a.md:10 中文里用了半角标点：“一(含本数)”，全文共 3 处',
      ],
    ],
  },
  'language/unit-names': {
    keeps: [
      { ...DEPARTMENTS, ...body('县教育体育局和县卫生健康局') },
      { ...DEPARTMENTS, ...body('县教育体育局（原“县教育局”）') },
      {
        'shili/departments.yaml':
          '- {id: o, name: 示例县人民政府办公室, aliases: [县政府办公室, 县政府办]}\n',
        ...body('示例县人民政府办公室，县政府办'),
      },
    ],
    breaks: [
      [
        { ...DEPARTMENTS, ...body('县教育体育局通知，由县教育局负责') },
        '_notice/2023/a.md:10 同一单位用了两个名称：“县教育体育局” 和 “县教育局”',
      ],
    ],
  },
  'language/unit-twice': {
    keeps: [DEPARTMENTS],
    breaks: [
      [
        {
          'shili/departments.yaml':
            '- {id: a, name: 甲局}\n- {id: b, name: 乙局, aliases: [甲局]}\n',
        },
        'departments.yaml:1 名称 “甲局” 已属于 “a”',
      ],
    ],
  },
  'links/dead-anchor': {
    keeps: [
      body('# 一\n\n[回到](#s-1)'),
      { ...body('[去](b.md#s-1)'), 'shili/_notice/2023/b.md': notice([], '## 一\n') },
      body('[外](https://www.gov.cn/#x)'),
    ],
    breaks: [
      [body('# 一\n\n[回到](#s-2)'), '_notice/2023/a.md:12 页内没有 “#s-2” 这个位置'],
      [
        { ...body('[去](b.md#s-1)'), 'shili/_notice/2023/b.md': notice() },
        '_notice/2023/a.md:10 页内没有 “#s-1” 这个位置',
      ],
    ],
  },
  'links/unlisted-host': {
    keeps: [
      body('[省](https://www.sc.gov.cn/)'),
      {
        ...body('[店](https://shop.example/)'),
        'shili/county.yaml': `${COUNTY}known-sites: [shop.example]\n`,
      },
    ],
    breaks: [
      [
        body('[店](https://shop.example/a) [店](https://shop.example/b)'),
        '_notice/2023/a.md:10 “shop.example” 不在可以链接的网站清单中',
      ],
      [
        body('[假](https://notgov.cn/)'),
        '_notice/2023/a.md:10 “notgov.cn” 不在可以链接的网站清单中',
      ],
    ],
  },
  'completeness/shown-until': {
    keeps: [
      one(notice(['form: 公示', 'shown-until: 2023-06-05'], '公示期5个工作日。\n')),
      one(notice(['form: 公告'], '公示期5个工作日。\n')),
      // 公示 that only makes known.
      one(notice(['form: 公示'], '现将名单公布如下。\n')),
      one(
        notice(
          ['form: 公示', 'withdrawn: {date: 2023-06-01, reason: 有误}'],
          '如有异议，请反映。\n',
        ),
      ),
    ],
    breaks: [
      [
        one(notice(['form: 公示'], '如有异议，请反映。\n')),
        '_notice/2023/a.md:4 form（类别） 公示可以提意见，没有写公示截止日期，网页不能显示到哪天为止',
      ],
    ],
  },
  'duplicates/same-title': {
    keeps: [
      {
        ...one(notice([HOLIDAY])),
        'shili/_notice/2023/b.md': notice([HOLIDAY, 'published: 2023-05-30']),
        'shili/_notice/2023/c.md': notice([`${HOLIDAY}（第二批）`]),
        'shili/_notice/2023/d.md': notice([HOLIDAY, 'matter: m']),
      },
    ],
    breaks: [
      [
        {
          ...one(notice([HOLIDAY], '一。')),
          'shili/_notice/2023/b.md': notice([HOLIDAY], '二。'),
        },
        '_notice/2023/a.md:4 title（标题） “关于放假的通知” 同一天已在 shili/_notice/2023/b.md 发布',
      ],
    ],
  },
  'duplicates/same': {
    keeps: [
      { ...body(LONG), 'shili/_notice/2023/b.md': notice([], `${LONG}另一件事。`) },
      { ...body('正文。'), 'shili/_notice/2023/b.md': notice() },
      {
        ...body(LONG, 'matter: m'),
        'shili/_notice/2023/b.md': notice(['matter: m'], `${LONG}\n`),
      },
    ],
    breaks: [
      [
        {
          ...body(LONG),
          'shili/_notice/2023/b.md': notice(['published: 2023-05-30'], `**${LONG}**\n`),
        },
        '_notice/2023/b.md:2 title（标题） 正文与 shili/_notice/2023/a.md 相同',
      ],
    ],
  },
  'duplicates/similar': {
    keeps: [
      {
        ...body(LONG, 'title: 2023年1月名单'),
        'shili/_notice/2023/b.md': notice(['title: 2023年2月名单'], `${LONG}补充。\n`),
      },
      {
        ...body(LONG),
        'shili/_notice/2023/b.md': notice([], `${LONG.replaceAll('县有关部门', '乡镇人民政府')}\n`),
      },
    ],
    breaks: [
      [
        {
          ...body(LONG, 'published: 2023-05-28'),
          'shili/_notice/2023/b.md': notice(['title: 另一个标题'], `${LONG}补充一句。\n`),
        },
        '_notice/2023/b.md:4 title（标题） 正文与 shili/_notice/2023/a.md 大致相同（约 94%）',
      ],
    ],
  },
  'timing/publication': {
    keeps: [
      one(policy(['formed: 2023-05-04'])),
      // Whichever days they were: 2022-12-31 and 2023-01-01 would be in time.
      one(policy(['formed: 2022']).replace('published: 2023-05-29', 'published: 2023')),
      // Opened to all long after it was made: the time runs from then.
      one(
        policy([
          'formed: 2023-01-05',
          'attribute: {type: 主动, was: {type: 依申请, until: 2023-05-26}}',
        ]),
      ),
    ],
    breaks: [
      [
        { 'shili/_policy/2023/a.md': policy(['formed: 2023-04-14']) },
        '_policy/2023/a.md:6 published（发布日期） 2023-05-29 发布，晚于应公开的 2023-05-15（形成之日起20个工作日内）',
      ],
    ],
  },
  'law/review': {
    keeps: [
      one(notice()),
      {
        'shili/county.yaml': REAL_COUNTY,
        ...one(notice(['review: {by: 审核岗, date: 2023-05-29, secrecy: 通过}'])),
      },
      {
        'shili/county.yaml': REAL_COUNTY,
        ...one(notice()),
        ...settings('thresholds: {review-from: "2024-01-01"}'),
      },
    ],
    breaks: [
      [
        { 'shili/county.yaml': REAL_COUNTY, ...one(notice()) },
        '_notice/2023/a.md:5 published（发布日期） 没有发布审核的记录',
      ],
    ],
  },
  'law/review-late': {
    keeps: [one(notice(['review: {by: 审核岗, date: 2023-05-29, secrecy: 通过}']))],
    breaks: [
      [
        one(notice(['review: {by: 审核岗, date: 2023-05-30, secrecy: 通过}'])),
        '_notice/2023/a.md:5 review（发布审核） 审核日期 2023-05-30 晚于发布日期 2023-05-29',
      ],
    ],
  },
  'law/reassess-missing': {
    keeps: [withheld('attribute: {type: 不予, grounds: 条例第十四条, reassess: 2024-05-29}')],
    breaks: [
      [
        withheld('attribute: {type: 不予, grounds: 条例第十四条}'),
        '_notice/2023/a.md:5 attribute（公开属性） 不予公开的信息没有写明下次评估日期',
      ],
    ],
  },
  'timing/reassess': {
    keeps: [withheld('attribute: {type: 不予, grounds: 条例第十四条, reassess: 2023-06-30}')],
    breaks: [
      [
        withheld('attribute: {type: 不予, grounds: 条例第十四条, reassess: 2023-06-29}'),
        '_notice/2023/a.md:5 attribute（公开属性） 应在 2023-06-29 前重新评估，到 2023-06-30 还没有更新',
      ],
    ],
  },
  'completeness/empty-domain': {
    keeps: [{ 'shili/county.yaml': COUNTY.replace('level: county', 'level: city') }],
    breaks: [
      [
        {},
        'county.yaml:1 26 个领域既没有信息也没有情况说明：重大建设项目、公共资源交易、义务教育、户籍管理、社会救助、养老服务等 26 项',
      ],
    ],
  },
  'completeness/empty-items': {
    keeps: [
      {},
      {
        'shili/household-registration/_general/2023/a.md': entry(
          ['title: 说明', 'kind: statement', 'reason: 尚未编制', 'check-again: 2024-01-01'],
          '文。',
        ),
      },
    ],
    breaks: [
      [
        { 'shili/household-registration/birth/2023/a.md': notice() },
        'county.yaml:1 领域“户籍管理”中还没有信息、也没有情况说明的事项：',
      ],
    ],
  },
  'completeness/elements': {
    keeps: [
      birth('受理部门、办理条件、办理流程、所需材料、办理时限、收费依据见下。'),
      // Nobody is measured by a row that was not read whole.
      { 'shili/compulsory-education/private-school-profiles/2023/a.md': notice([], '文。') },
      // What the guide's own fields hold is there without a word of the catalogue's.
      { 'shili/household-registration/birth/2023/a.md': guide(), ...DEPARTMENTS },
    ],
    breaks: [
      [
        birth('受理部门、办理条件、办理时限见下。'),
        'household-registration/birth/2023/a.md:2 事项“出生登记”的信息中没有找到这些公开要素：办理流程、所需材料、收费依据及标准',
      ],
      [
        { 'shili/household-registration/birth/2023/a.md': guide('-unit') },
        'household-registration/birth/2023/a.md:2 事项“出生登记”的信息中没有找到这些公开要素：受理部门',
      ],
    ],
  },
  'timing/open-day': {
    keeps: [
      // No plan asks it of every county.
      LAST_YEAR,
      { ...LAST_YEAR, ...OPEN_DAYS, ...openDay() },
      { ...LAST_YEAR, ...OPEN_DAYS, ...openDay('held: 2023-07-20') },
      { ...OPEN_DAYS, ...one(notice()) },
    ],
    breaks: [
      [
        { ...LAST_YEAR, ...OPEN_DAYS },
        'county.yaml:1 到 2023-06-30 的一年内，政务开放日举行和预告了 0 次，本地规定不少于 1 次',
      ],
      [
        { ...LAST_YEAR, ...OPEN_DAYS, ...openDay('form: 列席会议') },
        'county.yaml:1 到 2023-06-30 的一年内，政务开放日举行和预告了 0 次，本地规定不少于 1 次',
      ],
      [
        { ...LAST_YEAR, ...settings('thresholds: {open-days: 2}'), ...openDay() },
        'county.yaml:1 到 2023-06-30 的一年内，政务开放日举行和预告了 1 次，本地规定不少于 2 次',
      ],
    ],
  },
  'timing/open-day-each': {
    keeps: [
      LAST_YEAR,
      { ...LAST_YEAR, ...EACH, ...OFFICES, ...openDay('unit: office'), ...secondDay('unit: bei') },
      // A government is no department, and an enterprise none either.
      {
        ...LAST_YEAR,
        ...EACH,
        'shili/departments.yaml':
          '- {id: gov, name: 县政府, type: 政府}\n- {id: bank, name: 银行, type: 公共企事业单位}\n',
      },
    ],
    breaks: [
      [
        { ...LAST_YEAR, ...EACH, ...OFFICES, ...openDay('unit: office') },
        'county.yaml:1 到 2023-06-30 的一年内，政务开放日不足 1 次的部门和乡镇（街道）有 1 个：北镇',
      ],
      [
        {
          ...LAST_YEAR,
          ...settings('thresholds: {open-days-each: 2}'),
          ...OFFICES,
          ...openDay('unit: office', 'town: bei'),
          ...secondDay('unit: office'),
        },
        'county.yaml:1 到 2023-06-30 的一年内，政务开放日不足 2 次的部门和乡镇（街道）有 1 个：北镇',
      ],
    ],
  },
  'timing/training': {
    keeps: [
      LAST_YEAR,
      { ...LAST_YEAR, ...TRAININGS, ...training('2023-04-01') },
      { ...TRAININGS, ...one(notice()) },
    ],
    breaks: [
      [
        { ...LAST_YEAR, ...TRAININGS, ...training('2022-06-01') },
        'county.yaml:1 到 2023-06-30 的一年内，登记的政务公开培训有 0 次，本地规定不少于 1 次',
      ],
    ],
  },
  'completeness/media-reviewer': {
    keeps: [
      media('示例发布,微信,shili,县政府办,信息公开审核岗,在用,2023-05-30\n'),
      media('示例发布,微信,shili,县政府办,,停用,2023-05-30\n'),
    ],
    breaks: [
      [
        media('示例发布,微信,shili,县政府办,,在用,2023-05-30\n'),
        '_register/2023/a.csv:2 审核岗位 账号“示例发布”在用，没有写审核岗位',
      ],
    ],
  },
  'timing/media-stale': {
    keeps: [
      media('示例发布,微信,shili,县政府办,审核岗,在用,2023-05-18\n'),
      media('示例发布,微信,shili,县政府办,审核岗,注销,2022-05-18\n'),
    ],
    breaks: [
      [
        media('示例发布,微信,shili,县政府办,审核岗,在用,2023-05-17\n'),
        '_register/2023/a.csv:2 最近更新 账号“示例发布”在用，到核对的 2023-06-01 已超过规定的天数没有更新',
      ],
    ],
  },
  'timing/project-progress': {
    keeps: [
      project('starts: 2023-01-05', 'progress: [{month: "2023-04", percent: 5, text: 甲}]'),
      project('starts: 2023-05-05'),
      project(),
      project('starts: 2023-01-05', 'finished: 2023-02-01'),
      project(
        'starts: 2023-01-05',
        'progress-by: 按节点',
        'progress: [{month: "2023-02", percent: 5, text: 甲}]',
      ),
      project(
        'starts: 2023-01-05',
        'progress-by: 按节点',
        'records: [{stage: 质量安全监督, date: 2023-02-03, title: 抽查结果}]',
      ),
      {
        ...project('starts: 2023-01-05', 'progress: [{month: "2023-02", percent: 5, text: 甲}]'),
        ...settings('thresholds: {project-progress-months: 3}'),
      },
    ],
    breaks: [
      [
        project('starts: 2023-01-05', 'progress: [{month: "2023-03", percent: 5, text: 甲}]'),
        '_project/2023/a.md:10 progress（进度） 最近的进度是 2023-03，到 2023-06-30 没有按月更新',
      ],
      [
        project('starts: 2023-01-05'),
        '_project/2023/a.md:9 starts（开工日期） 项目已开工，到 2023-06-30 没有公开过进度',
      ],
      [
        project(
          'starts: 2023-01-05',
          'progress-by: 按节点',
          'records: [{stage: 批准结果, date: 2022-11-03, title: 批复}]',
        ),
        '_project/2023/a.md:9 starts（开工日期） 项目已开工，到 2023-06-30 没有公开过进度',
      ],
    ],
  },
  'timing/stale-column': {
    keeps: [one(notice(['published: 2023-06-16']))],
    breaks: [
      [
        one(notice(['published: 2023-06-15'])),
        'county.yaml:1 最新的信息是 2023-06-15 的，到 2023-06-30 没有更新',
      ],
      [
        {
          ...one(notice(['published: 2023-06-28'])),
          ...settings('thresholds: {column-fresh-days: 1}'),
        },
        'county.yaml:1 最新的信息是 2023-06-28 的，到 2023-06-30 没有更新',
      ],
    ],
  },
  'timing/stale-kind': {
    keeps: [{ 'shili/_policy/2023/a.md': policy(['published: 2023-01-01']) }],
    breaks: [
      [
        { 'shili/_policy/2022/a.md': policy(['published: 2022-12-28']) },
        'county.yaml:1 最新的政策文件是 2022-12-28 的，超过了更新期限',
      ],
    ],
  },
  'timing/stale-domain': {
    keeps: [directory('文。')],
    breaks: [
      [
        { 'shili/budget/_general/2022/a.md': notice(['published: 2022-06-01']) },
        'county.yaml:1 1 个领域超过更新期限：财政预决算（2022-06-01）',
      ],
    ],
  },
};

describe.each(Object.entries(CASES))('%s', (id, { keeps, breaks }) => {
  const rule = id as RuleId;

  it('is kept by those that keep it', async () => {
    for (const files of keeps) {
      expect([Object.keys(files), (await foundBy(rule, files)).map(told)]).toEqual([
        Object.keys(files),
        [],
      ]);
    }
  });

  it.each(breaks)('%#: says where and what, and how to mend it', async (files, wanted) => {
    const found = await foundBy(rule, files);
    const lines = found.map(told);
    // A list of items that the standard may lengthen is pinned by its beginning.
    const end = wanted.endsWith('：') ? wanted.length : undefined;
    expect(lines.map((line) => line.slice(0, end))).toEqual([wanted]);
    for (const { level, mend } of found) {
      expect(level).toBe(RULES[rule].level);
      expect(mend).toMatch(/\p{Script=Han}{2}/u);
    }
  });
});

it('a domain of a county whose plan names units is for these units', async () => {
  // The plan of 安岳县 gives 义务教育 to its education bureau and 卫生健康 to its health bureau.
  const files = (unit: string): Files => ({
    'anyue/county.yaml':
      'id: anyue\nname: 安岳县\nlevel: county\nstructure: anyue-30\ndemo: true\n',
    'anyue/departments.yaml':
      '- {id: education, name: 县教育和体育局}\n- {id: statistics, name: 县统计局}\n',
    'anyue/statistics/_general/2023/a.md': notice([`unit: ${unit}`]),
  });
  const { inspect } = await import('../src/index.ts');
  const { makeCounty } = await import('@columns/content/fixture');
  const { loadStandard } = await import('@columns/standard');
  const domains = async (given: Files) =>
    (await inspect(makeCounty({ files: given }).contentRoot, 'anyue', loadStandard())).findings
      .filter(({ rule }) => rule === 'duplicates/wrong-domain')
      .map(({ message }) => message);
  expect(await domains(files('statistics'))).toEqual([]);
  const [message] = await domains(files('education'));
  expect(message).toBe('“县教育和体育局” 不牵头也不配合领域 “统计”');
  expect(
    await domains({
      ...files('education'),
      'anyue/departments.yaml':
        '- {id: education, name: 县教育和体育局, domains: [statistics]}\n- {id: statistics, name: 县统计局}\n',
    }),
  ).toEqual([]);
});

it('what is said to hold an element is a field of its kind', () => {
  const unknown = ELEMENT_WORDS.filter(({ kind, field }) => !schemaAt(KINDS[kind].schema, [field]));
  expect(unknown).toEqual([]);
});

it('every rule of these tables has its case', () => {
  const ids = [
    ...Object.keys(attachmentRules),
    ...Object.keys(personalRules),
    ...Object.keys(languageRules),
    ...Object.keys(linkRules),
    ...Object.keys(duplicateRules),
    ...Object.keys(coverageRules),
    // The rest of these tables needs no settings: participation.test.ts, lists.test.ts.
    'completeness/shown-until',
    'timing/open-day',
    'timing/open-day-each',
    'timing/training',
    'completeness/media-reviewer',
    'timing/media-stale',
    'timing/project-progress',
  ];
  const elsewhere = ['shape/address-lost', 'safety/stray-original', 'duplicates/wrong-domain'];
  expect([...Object.keys(CASES), ...elsewhere].sort()).toEqual(ids.sort());
});

describe('an exemption', () => {
  it('is listed with its reason and what it covers, attachments too', async () => {
    const files = {
      ...one(
        notice(
          [
            'exemption: {type: 强制性信息披露, reason: 招标投标法实施条例}',
            'attachments: [{file: a.docx, name: 表}]',
          ],
          `联系${MOBILE}\n`,
        ),
      ),
      'shili/_notice/2023/a/a.docx': word({ paragraphs: [MOBILE, ID] }),
    };
    const { findings, exemptions } = await inspectFiles(files);
    expect(findings.filter(({ rule }) => rule.startsWith('personal/'))).toEqual([]);
    expect(exemptions).toEqual([
      {
        file: A,
        title: '通知',
        type: '强制性信息披露',
        reason: '招标投标法实施条例',
        holds: { mobile: 2, 'id-number': 1 },
      },
    ]);
  });
});

describe('no report', () => {
  it('repeats anything personal, whichever rule tells of it', async () => {
    const files: Files = {
      [A]: notice([`titel: ${MOBILE}`, `unit: x${ID}`], `${ID} ${CARD} 住址：花果村3组12号\n`),
      [`shili/_notice/2023/${MOBILE}.md`]: notice(['form: 乱']),
      [`shili/_notice/2023/zhang-${ID}.xls`]: 'x',
      'shili/_message/2023/m.md': entry(
        [
          'title: 问',
          'kind: message',
          'form: 咨询',
          `question: 我的手机${MOBILE}`,
          'by: 县政府',
          'received: 2023-05-29',
          'answered: 2023-05-29',
        ],
        '答。',
      ),
    };
    const { findings } = await inspectFiles(files);
    expect(findings.length).toBeGreaterThan(6);
    const text = JSON.stringify(findings);
    for (const secret of [ID, MOBILE, CARD, '花果村3组']) expect(text).not.toContain(secret);
  });
});

describe('the gate', () => {
  it('holds errors only, the same on every day, attachments too', async () => {
    const files: Files = {
      ...body(`联系${MOBILE}，银行帐户`),
      ...attached('a.html', '<p>'),
      [A]: notice(['attachments: [{file: a.html, name: 表}]'], `联系${MOBILE}，银行帐户\n`),
    };
    const gates = await Promise.all(
      ['2023-06-01', '2030-01-01'].map(
        async (asOf) => (await inspectFiles(files, { gate: true, asOf })).findings,
      ),
    );
    expect(gates[0]?.map(({ rule }) => rule)).toEqual(['personal/mobile', 'safety/file-kind']);
    expect(gates[1]).toEqual(gates[0]);
  });
});

it('proposes for each bad name one that no other file of the entry has', async () => {
  const found = await foundBy('shape/attachment-name', {
    ...one(
      notice([
        'attachments: [{file: 申请表.txt, name: 甲}, {file: 《申请表》.txt, name: 乙}, {file: shenqing-biao.txt, name: 丙}, {file: maps/图.txt, name: 丁}]',
      ]),
    ),
    'shili/_notice/2023/a/申请表.txt': '甲',
    'shili/_notice/2023/a/《申请表》.txt': '乙',
    'shili/_notice/2023/a/shenqing-biao.txt': '丙',
    'shili/_notice/2023/a/maps/图.txt': '丁',
  });
  expect(found.map(({ value, expected }) => [value, expected])).toEqual([
    ['maps/图.txt', 'maps/tu.txt'],
    ['《申请表》.txt', 'shenqing-biao-2.txt'],
    ['申请表.txt', 'shenqing-biao-3.txt'],
  ]);
  expect(found[0]?.mend).toBe(
    '把文件改名为 maps/tu.txt，attachments 的 file 也写 maps/tu.txt；中文名称写在它的 name 中',
  );
});

it('names a text file whose encoding nobody can be sure of', async () => {
  const [found] = await foundBy(
    'safety/unreadable',
    attached('a.txt', Uint8Array.from([0xe4, 0xb8, 0x80, 0xe4, 0xb8, 0x81, 0xff, 0x0a])),
  );
  expect(found?.message).toBe('附件中有读不出、不能检查的内容：第 1 行有损坏的字');
});
