import { describe, expect, it } from 'vitest';
import { doorFor, questionsIn, receiversOf } from '../src/index.ts';
import { COUNTY, entry, notice, policy, readFiles } from './fixture.ts';

const N = 'shili/_notice/2023/a.md';
const P = 'shili/_policy/2023/a.md';

const told = (files: Parameters<typeof readFiles>[0]) =>
  readFiles(files).problems.map(
    ({ file, code, line, field, value, expected }) =>
      `${file.replace('shili/', '')}:${line} ${code} ${field}=${value ?? ''} | ${expected ?? ''}`,
  );

describe('an entry that was opened to all', () => {
  it('keeps what it was, since when, and how many had applied', () => {
    const text = notice([
      'attribute: {type: 主动, was: {type: 依申请, until: 2023-05-20, applications: 4}}',
    ]);
    const { problems, column } = readFiles({ [N]: text });
    expect(problems).toEqual([]);
    expect(column?.entries[0]?.data.attribute.was).toEqual({
      ...{ type: '依申请', until: '2023-05-20', applications: 4 },
    });
  });

  it.each([
    [
      'attribute: {type: 依申请, was: {type: 依申请, until: 2023-05-20}}',
      'shape/contradiction attribute.was=公开方式写的是“依申请”，又写了由“依申请”转为主动公开 | 已经转为主动公开的，公开方式写“主动”；没有的，删去 was',
    ],
    [
      'attribute: {type: 主动, was: {type: 主动, until: 2023-05-20}}',
      'shape/unknown-choice attribute.was.type=主动 | 依申请、不予',
    ],
    [
      'attribute: {type: 主动, was: {type: 依申请, until: 2023-05-20, applications: -1}}',
      'shape/bad-format attribute.was.applications=-1 | 0 或正整数，不加引号和单位',
    ],
  ])('%s is told what is right', (line, expected) => {
    const body = line.includes('type: 依申请, was') ? '' : '正文。\n';
    expect(told({ [N]: notice([line], body) })).toEqual([`_notice/2023/a.md:5 ${expected}`]);
  });

  it('was not opened before it was made', () => {
    const lines = [
      'formed: 2023-05-25',
      'attribute: {type: 主动, was: {type: 依申请, until: 2023-05-20}}',
    ];
    expect(told({ [N]: notice(lines) })).toEqual([
      '_notice/2023/a.md:6 shape/contradiction attribute.was.until=改为主动公开的日期 2023-05-20 早于成文日期 2023-05-25 | 不早于成文日期',
    ]);
  });
});

describe('for whom, and where else', () => {
  it.each([
    ['audience: [老人]', 'shape/unknown-choice audience.0=老人'],
    ['audience: [企业, 企业]', 'shape/contradiction audience.1=“企业”写了两次'],
    [
      'also-in: [{channel: 公告栏, day: 2023-05-29}]',
      'shape/unknown-choice also-in.0.channel=公告栏',
    ],
    [
      'also-in: [{channel: 公示栏, day: 2023-05-29}, {channel: 公示栏, day: 2023-05-29}]',
      'shape/contradiction also-in.1=“公示栏 2023-05-29”写了两次',
    ],
  ])('%s is told what is wrong', (line, expected) => {
    const [first, ...rest] = told({ [N]: notice([line]) });
    expect(rest).toEqual([]);
    expect(first).toContain(`_notice/2023/a.md:5 ${expected}`);
  });

  it('nothing was published elsewhere before it was made', () => {
    const lines = ['formed: 2023-05-25', 'also-in: [{channel: 公示栏, day: 2023-05-01}]'];
    expect(told({ [N]: notice(lines) })).toEqual([
      '_notice/2023/a.md:6 shape/contradiction also-in.0.day=发布日期 2023-05-01 早于成文日期 2023-05-25 | 不早于成文日期',
    ]);
  });

  it('a policy says who gets what until when', () => {
    const benefit = (closes: string) =>
      policy([
        'formed: 2023-05-01',
        `benefit: {conditions: [在本县登记], materials: [申请表], limit: 10日, closes: ${closes}}`,
      ]);
    expect(told({ [P]: benefit('2023-12-31') })).toEqual([]);
    expect(told({ [P]: benefit('2023-04-30') })).toEqual([
      '_policy/2023/a.md:6 shape/contradiction benefit.closes=申报截止日期 2023-04-30 早于成文日期 2023-05-01 | 不早于成文日期',
    ]);
    const bare = policy(['benefit: {conditions: [在本县登记], limit: 10日}']);
    expect(told({ [P]: bare })[0]).toContain('shape/missing-field benefit.materials');
  });
});

describe('whom to turn to', () => {
  const units =
    '- {id: office, name: 县政府办公室, telephone: 0000-0000001, openness: {name: 政务公开股, mail: a@example.org}}\n' +
    '- {id: hotline, name: 热线, telephone: "12345"}\n';

  it('is told where a publisher has no number: the office, then the hotline of the level above', () => {
    const upper = 'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\n';
    const { column, problems } = readFiles({
      'shi/county.yaml': `${upper}consult: {hotline: hotline}\n`,
      'shi/departments.yaml': units,
      'shili/county.yaml': `${COUNTY}parent: shi\nconsult: {office: office}\n`,
      'shili/departments.yaml': units,
    });
    expect(problems).toEqual([]);
    expect(column?.consult).toEqual([
      { name: '县政府办公室', telephone: '0000-0000001' },
      { name: '示例市热线', telephone: '12345' },
    ]);
  });

  it('is a unit of the lists', () => {
    expect(told({ 'shili/county.yaml': `${COUNTY}consult: {office: nobody}\n` })).toEqual([
      'county.yaml:6 shape/unknown-unit consult.office=nobody | departments.yaml 或 towns.yaml 中的编号',
    ]);
  });

  it('to apply are the organs that say who receives applications', () => {
    const { column } = readFiles({ 'shili/departments.yaml': units });
    expect(column && receiversOf(column)).toEqual([
      {
        ...{ id: 'office', name: '县政府办公室', folder: 'units' },
        openness: { name: '政务公开股', mail: 'a@example.org' },
      },
    ]);
  });

  it('online is the first door for the use that has an address', () => {
    const { column } = readFiles({
      'shili/county.yaml': `${COUNTY}links:\n  - {name: 掌上办, for: 在线办事, how: 在应用商店查找}\n  - {name: 网上大厅, for: 在线办事, address: "https://example.org/"}\n`,
    });
    const doors = column?.county.links ?? [];
    expect(doorFor(doors, '在线办事')).toBe('https://example.org/');
    expect(doorFor(doors, '互动交流')).toBeUndefined();
  });
});

describe('an issue of the gazette', () => {
  it('is named by the documents that it lists', () => {
    const issue = entry(
      [
        ...['title: 公报', 'kind: gazette', 'year: 2023', 'issue: 1'],
        'contents: [{title: 文件, entry: a}]',
      ],
      '',
    );
    const { column } = readFiles({ [P]: policy(), 'shili/_gazette/2023/g.md': issue });
    expect(column?.relations['a']?.gazettes?.map(({ id }) => id)).toEqual(['g']);
  });
});

describe('the questions of a text', () => {
  it.each([
    ['**问：为什么？**\n\n答：因为。', '为什么？', '因为。'],
    ['**问：** 要不要？\n\n**答：** 要，[见此](a.md)。', '要不要？', '要，见此。'],
    ['问：多久？\n三日。\n\n## 其他\n不是答案。', '多久？', '三日。'],
    ['<Question ask="几天？">\n\n**三**日。\n\n</Question>\n\n后文。', '几天？', '三日。'],
  ])('are found in %j', (body, ask, answer) => {
    expect(questionsIn(body)).toEqual([{ ask, answer }]);
  });

  it('are only those that are answered, in their order', () => {
    const body = '问：一？\n\n答：甲。\n\n问：二？\n\n问：三？\n\n答：乙。';
    expect(questionsIn(body)).toEqual([
      { ask: '一？', answer: '甲。' },
      { ask: '三？', answer: '乙。' },
    ]);
  });

  it('are none where a sentence merely asks', () => {
    expect(questionsIn('有人问：为什么？我们说：因为。')).toEqual([]);
  });
});
