import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  applyPlan,
  planRelocation,
  planWithdrawal,
  type Relocation,
  type Withdrawal,
} from '../src/index.ts';
import { faultsOf, gateOf, Repository, standard } from './fixture.ts';

const head = (...lines: string[]) =>
  ['---', ...lines, 'attribute: {type: 主动}', 'example: true', '---', ''].join('\n');

const SHI = {
  'content/shi/county.yaml':
    'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\n',
  'content/shi/_policy/2023/rules.md': `---
# 标题照原文
title: 示例办法   # 不改
kind: policy
issuer: '示例市人民政府'
published: "2023-05-29"

# 以下由审核岗填写
attribute: {type: 主动}
example: true
attachments:
  - {file: a.txt, name: 附件}   # 一个
---

见[附件](rules/a.txt)和[通知](../../_notice/2023/told.md)。
`,
  'content/shi/_policy/2023/rules/a.txt': '附件\n',
  'content/shi/_policy/2023/rules-2.md': `${head('title: 另一个', 'kind: policy', 'issuer: 市政府', 'published: 2023-06-01')}\n正文。\n`,
  'content/shi/_interpretation/2023/explained.md': `${head(
    'title: 解读',
    'kind: interpretation',
    'form: 文字',
    'published: 2023-05-30',
    'interprets: [rules-2, "rules"]  # 两个',
  )}\n见[办法](../../_policy/2023/rules.md#one)、[又见](/2023/rules/)和[rules](../../_policy/2023/rules-2.md)。\n`,
  'content/shi/_notice/2023/told.md': `${head('title: 通知', 'kind: notice', 'form: 通知', 'published: 2023-05-29')}\n正文。\n`,
  'content/xian/county.yaml':
    'id: xian\nname: 示例县\nlevel: county\nparent: shi\nstructure: national-26\ndemo: true\nfrequent:\n  - {item: compulsory-education/school-directory, register: schools}\n',
  'content/xian/_interpretation/2023/own.md': `${head(
    'title: 本县解读',
    'kind: interpretation',
    'form: 文字',
    'published: 2023-06-02',
    'interprets:',
    '  - shi/rules',
  )}\n正文。\n`,
  'content/xian/compulsory-education/school-directory/2023/schools.md': head(
    'title: 学校',
    'kind: register',
    'published: 2023-05-29',
    'columns: [名称, 类型]',
  ),
  'content/xian/compulsory-education/school-directory/2023/schools.csv':
    '名称,类型\n示例小学,公办\n',
};

let repository: Repository;
let content: string;

beforeEach(() => {
  repository = new Repository(SHI);
  content = join(repository.root, 'content');
});

function relocate(county: string, id: string, change: Relocation): readonly string[] {
  const plan = planRelocation(content, county, id, change, standard);
  applyPlan(content, plan);
  return plan.remarks;
}

/** Lines of a file that are not as they were, as `- old` and `+ new`. */
function diff(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

test('the small sites of these tests have nothing that the gate refuses', () => {
  expect([...gateOf(repository, 'shi'), ...gateOf(repository, 'xian')]).toEqual([]);
});

describe('renaming', () => {
  test('takes folder and table along, and leaves no empty folder', () => {
    relocate('shi', 'rules', { id: 'rules-2023' });
    expect(repository.has('content/shi/_policy/2023/rules-2023.md')).toBe(true);
    expect(repository.read('content/shi/_policy/2023/rules-2023/a.txt')).toBe('附件\n');
    expect(repository.has('content/shi/_policy/2023/rules')).toBe(false);
    relocate('xian', 'schools', { id: 'school-list' });
    const folder = 'content/xian/compulsory-education/school-directory/2023';
    expect(repository.has(`${folder}/school-list.csv`)).toBe(true);
    expect(repository.read('content/xian/county.yaml')).toContain('register: school-list}');
  });

  test('follows every name and link, also from the counties below, and no longer id', () => {
    relocate('shi', 'rules', { id: 'measures' });
    const own = repository.read('content/shi/_interpretation/2023/explained.md');
    expect(own).toContain('interprets: [rules-2, "measures"]  # 两个');
    expect(own).toContain(
      '见[办法](../../_policy/2023/measures.md#one)、[又见](/2023/measures/)和[rules](../../_policy/2023/rules-2.md)。',
    );
    expect(repository.read('content/xian/_interpretation/2023/own.md')).toContain(
      '  - shi/measures\n',
    );
    expect([...gateOf(repository, 'shi'), ...gateOf(repository, 'xian')]).toEqual([]);
  });

  test('follows names in the cells of a table, each by itself', () => {
    const stem = 'content/shi/_ledger/2023/tasks';
    const table =
      '序号,类别,任务,要求,牵头单位,责任单位,目标,时限,截止日期,状态,佐证\n（文字）,（文字）,（文字）,（文字）,（文字）,（文字）,（文字）,（文字）,2026-01-31,未开始,rules-2、rules\n';
    repository.write({
      [`${stem}.md`]: head('title: 任务', 'kind: ledger', 'published: 2023-06-05'),
      [`${stem}.csv`]: table,
    });
    expect(gateOf(repository, 'shi')).toEqual([]);
    relocate('shi', 'rules', { id: 'measures' });
    expect(repository.read(`${stem}.csv`)).toBe(table.replace('、rules', '、measures'));
  });

  test('touches only the lines that change: comments, quotes and empty lines stay', () => {
    const before = repository.read('content/shi/_policy/2023/rules.md');
    relocate('shi', 'rules', { id: 'measures' });
    expect(diff(before, repository.read('content/shi/_policy/2023/measures.md'))).toEqual([
      '- 见[附件](rules/a.txt)和[通知](../../_notice/2023/told.md)。',
      '+ formerly:',
      '+   - 2023/rules',
      '+ 见[附件](measures/a.txt)和[通知](../../_notice/2023/told.md)。',
    ]);
  });

  test('keeps Windows line ends and the byte order mark', () => {
    const file = 'content/shi/_notice/2023/told.md';
    const windows = `\ufeff${repository.read(file).replaceAll('\n', '\r\n')}`;
    repository.write({ [file]: windows });
    relocate('shi', 'told', { id: 'told-2023' });
    const text = repository.read('content/shi/_notice/2023/told-2023.md');
    expect(text.startsWith('\ufeff---\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('formerly:\r\n  - 2023/told\r\n---\r\n');
  });

  test('turns a text in GB18030 into UTF-8 where it must change, and says so', () => {
    const file = 'content/shi/_notice/2023/told.md';
    // The bytes of 通知, 主动 and 正文。 in GB18030; everything else is ASCII.
    const gb18030 = new Map([
      ['通知', 'cda8d6aa'],
      ['主动', 'd6f7b6af'],
      ['正文。', 'd5fdcec4a1a3'],
    ]);
    const parts = repository.read(file).split(/(通知|主动|正文。)/);
    const bytes = parts.map((part) =>
      Buffer.from(gb18030.get(part) ?? part, gb18030.has(part) ? 'hex' : 'ascii'),
    );
    writeFileSync(join(repository.root, file), Buffer.concat(bytes));
    const remarks = relocate('shi', 'told', { id: 'told-2023' });
    expect(repository.read('content/shi/_notice/2023/told-2023.md')).toContain('title: 通知\n');
    expect(remarks).toContain(`${file} 由 GB18030 改存为 UTF-8 编码。`);
  });

  test('there and back leaves only the address in between as a former one', () => {
    relocate('shi', 'told', { id: 'other' });
    const remarks = relocate('shi', 'other', { id: 'told' });
    expect(repository.read('content/shi/_notice/2023/told.md')).toContain(
      '\nformerly:\n  - 2023/other\n',
    );
    expect(remarks).toEqual([
      '网页地址由 /shi/2023/other/ 变为 /shi/2023/told/，旧地址自动转到新地址。',
    ]);
  });

  test('adds to a list of former addresses as it is written', () => {
    const file = 'content/shi/_notice/2023/told.md';
    const block = 'formerly:\n  # 2021 年的地址\n  - 2021/told\nexample: true';
    repository.write({ [file]: repository.read(file).replace('example: true', block) });
    relocate('shi', 'told', { id: 'other' });
    expect(repository.read('content/shi/_notice/2023/other.md')).toContain(
      'formerly:\n  # 2021 年的地址\n  - 2021/told\n  - 2023/told\nexample: true',
    );
  });
});

describe('moving', () => {
  test('into another item keeps the address and mends the links out of it and to it', () => {
    const remarks = relocate('shi', 'told', { to: 'elder-care/_general' });
    expect(repository.has('content/shi/elder-care/_general/2023/told.md')).toBe(true);
    expect(repository.read('content/shi/_policy/2023/rules.md')).toContain(
      '[通知](../../elder-care/_general/2023/told.md)',
    );
    expect(repository.read('content/shi/elder-care/_general/2023/told.md')).not.toContain(
      'formerly',
    );
    expect(remarks).toEqual(['网页地址不变。']);
    relocate('shi', 'rules', { to: 'elder-care' });
    expect(repository.read('content/shi/elder-care/_general/2023/rules.md')).toContain(
      '见[附件](rules/a.txt)和[通知](told.md)。',
    );
    expect(gateOf(repository, 'shi')).toEqual([]);
  });

  test('may leave it listed where it was, and lists it nowhere twice', () => {
    const refs = ['compulsory-education/school-directory', 'compulsory-education/enrolment-areas'];
    const [from, to] = refs as [string, string];
    relocate('xian', 'schools', { to, also: true });
    const file = `content/xian/${to}/2023/schools.md`;
    expect(repository.read(file)).toContain(`also:\n  - ${from}\n`);
    relocate('xian', 'schools', { to: from });
    expect(repository.read(`content/xian/${from}/2023/schools.md`)).not.toContain('also');
  });

  test('to a day of another year changes folder and address', () => {
    relocate('shi', 'rules', { published: '2022-12-31' });
    const text = repository.read('content/shi/_policy/2022/rules.md');
    expect(text).toContain('published: "2022-12-31"\n');
    expect(text).toContain('formerly:\n  - 2023/rules\n');
    expect(repository.read('content/shi/_interpretation/2023/explained.md')).toContain(
      '[办法](../../_policy/2022/rules.md#one)、[又见](/2022/rules/)',
    );
    expect(gateOf(repository, 'shi')).toEqual([]);
  });
});

describe('withdrawing', () => {
  const withdraw = (id: string, words: Withdrawal) =>
    planWithdrawal(content, 'shi', id, words, standard);

  test('writes day and reason, keeps the file, and names what still points to it', () => {
    const before = repository.read('content/shi/_policy/2023/rules.md');
    const plan = withdraw('rules', { reason: '数字有误: 重新核对', date: '2023-07-01' });
    applyPlan(content, plan);
    expect(diff(before, repository.read('content/shi/_policy/2023/rules.md'))).toEqual([
      '+ withdrawn:',
      '+   date: 2023-07-01',
      '+   reason: "数字有误: 重新核对"',
    ]);
    expect(plan.remarks).toContain('content/shi/_interpretation/2023/explained.md 第 6 行');
    expect(plan.remarks).toContain('content/xian/_interpretation/2023/own.md 第 7 行');
    expect(gateOf(repository, 'shi')).toEqual([]);
  });

  test.each<[string, Withdrawal, readonly string[]]>([
    ['no words', { reason: undefined, date: undefined }, ['请用 --reason', '请用 --date']],
    [
      'a day that is none',
      { reason: '误', date: '2023-02-30' },
      ['“2023-02-30”不是确实存在的日期'],
    ],
    ['a day too early', { reason: '误', date: '2023-05-01' }, ['撤回日期 2023-05-01 早于发布日期']],
  ])('%s: refused', (_, words, messages) => {
    expect(faultsOf(() => withdraw('rules', words))).toEqual(
      messages.map((message) => expect.stringContaining(message)),
    );
  });

  test('what is withdrawn already is not withdrawn again', () => {
    const words = { reason: '误', date: '2023-07-01' };
    applyPlan(content, withdraw('rules', words));
    expect(faultsOf(() => withdraw('rules', words))).toEqual(['“rules”已于 2023-07-01 撤回：误']);
  });
});

describe('what stands in the way is told, and nothing is written', () => {
  test.each<[string, string, string, Relocation, readonly string[]]>([
    ['an unknown county', 'shii', 'rules', { id: 'x' }, ['content/ 中没有 shii。现有：shi、xian']],
    ['an unknown entry', 'shi', 'rule', { id: 'x' }, ['没有编号为“rule”的信息。是不是“rules”？']],
    [
      'an id that Windows keeps',
      'shi',
      'rules',
      { id: 'nul' },
      ['编号“nul”不合规定：应为别的名字'],
    ],
    ['a bad id', 'shi', 'rules', { id: '新办法' }, ['编号“新办法”不合规定']],
    [
      'an id that is taken',
      'shi',
      'rules',
      { id: 'told' },
      ['编号“told”已用于 content/shi/_notice'],
    ],
    ['no change', 'shi', 'rules', { id: 'rules' }, ['没有变化']],
    [
      'an unknown domain',
      'shi',
      'rules',
      { to: 'elder-cares' },
      ['没有领域“elder-cares”。是不是“elder-care”？'],
    ],
    ['an unknown item', 'shi', 'rules', { to: 'elder-care/x' }, ['养老服务领域没有事项“x”']],
    ['a way out', 'shi', 'rules', { to: '../../x' }, ['没有领域“..”']],
    [
      'several',
      'shi',
      'rules',
      { id: 'A', published: '2023-13-01', to: 'x' },
      ['没有领域“x”', '编号“A”', '“2023-13-01”'],
    ],
  ])('%s', (_, county, id, change, messages) => {
    const before = repository.files();
    expect(faultsOf(() => relocate(county, id, change))).toEqual(
      messages.map((message) => expect.stringContaining(message)),
    );
    expect(repository.files()).toEqual(before);
  });

  test('an address that another entry had', () => {
    relocate('shi', 'told', { id: 'other' });
    const faults = faultsOf(() => relocate('shi', 'rules', { id: 'told' }));
    expect(faults).toEqual([
      '地址 2023/told 是 content/shi/_notice/2023/other.md 曾用的地址，不能再给别的信息',
    ]);
  });

  test('what the gate would refuse after the change', () => {
    const file = 'content/xian/compulsory-education/school-directory/2023/schools.md';
    const named = repository.read(file).replace('columns: [名称, 类型]', 'form: 名录');
    repository.write({ [file]: named });
    const before = repository.files();
    const faults = faultsOf(() => relocate('xian', 'schools', { to: 'compulsory-education' }));
    expect(faults.join('\n')).toContain('不知道有哪些要素');
    expect(repository.files()).toEqual(before);
  });

  test('a file that cannot be written leaves all as it was', () => {
    const plan = planRelocation(content, 'shi', 'rules', { id: 'measures' }, standard);
    repository.write({ 'content/shi/_policy/2023/measures/a.txt': '先有的\n' });
    const before = repository.files();
    expect(() => applyPlan(content, plan)).toThrow();
    expect(repository.files()).toEqual(before);
  });
});
