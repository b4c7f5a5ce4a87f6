import { loadStandard } from '@columns/standard';
import { describe, expect, test } from 'vitest';
import { draftOfItem, itemsNamed, kindOfItem, modelEntry, nameIn } from '../src/draft/index.ts';

const { domains, items } = (() => {
  const standard = loadStandard();
  const all = standard.catalogue.map(({ domain, items: own }) => ({
    id: domain,
    name: standard.domains.find(({ id }) => id === domain)?.name ?? domain,
    items: own,
  }));
  return { domains: all, items: all.flatMap(({ items: own }) => own) };
})();
const UNITS = [
  { id: 'government-office', name: '县政府办公室' },
  { id: 'civil-affairs', name: '县民政局' },
  { id: 'education', name: '县教育和体育局' },
];

function begun(name: string, more: object = {}) {
  const { domain, items: named } = itemsNamed(name, domains);
  const [item] = named;
  if (!domain || !item) throw new Error(`没有 ${name}`);
  return draftOfItem({ domain, item, units: UNITS, day: '2026-07-01', ...more });
}

describe('the item that a name means', () => {
  test('is found by ids, by Chinese names, and by both', () => {
    for (const name of [
      'social-assistance/minimum-living-guide',
      '社会救助/最低生活保障/办事指南',
      '社会救助／最低生活保障／办事指南',
      '社会救助/minimum-living-guide',
    ])
      expect(itemsNamed(name, domains).items.map(({ id }) => id)).toEqual(['minimum-living-guide']);
  });

  test('is left open where several of a domain have it, and nothing where none has', () => {
    expect(itemsNamed('社会救助/办事指南', domains).items).toHaveLength(3);
    expect(itemsNamed('社会救助/没有的', domains).items).toEqual([]);
    expect(itemsNamed('没有的/办事指南', domains)).toEqual({ items: [] });
  });

  test('is always the one whose full name it is, in the whole catalogue', () => {
    for (const domain of domains)
      for (const { id } of domain.items)
        expect(itemsNamed(`${domain.id}/${id}`, domains).items.map((one) => one.id)).toEqual([id]);
  });
});

describe('an entry begun from its item', () => {
  test('is a guide whose fields hold the elements; the others are headings', () => {
    const draft = begun('社会救助/最低生活保障/办事指南');
    expect(draft.fields).toMatchObject({
      title: '最低生活保障办事指南',
      kind: 'guide',
      unit: 'civil-affairs',
      published: '2026-07-01',
      attribute: { type: '主动' },
      amount: ['（文字）'],
    });
    expect(draft.body).not.toContain('最低生活保障标准');
    expect(draft.body).not.toContain('申请材料');
    expect(draft.body).not.toContain('办理事项');
  });

  test('is a register whose columns are the elements, as the check asks for them', () => {
    const draft = begun('义务教育/教育概况/义务教育学校名录');
    expect(draft).toMatchObject({ kind: 'register', body: '', fields: { unit: 'education' } });
    expect(draft.columns).toEqual(['学校名称', '学校地址', '办学层次', '办学类型', '办公电话']);
  });

  test('is a document with a text of its own where the item is documents', () => {
    expect(begun('社会救助/最低生活保障/政策法规文件').body).toBe('（正文）\n');
  });

  test('has a heading for each element where it is a notice, and tells deadline and channels', () => {
    const draft = begun('社会救助/综合业务/监督检查', { demo: true });
    expect(draft.body).toBe(
      '## 一、社会救助信访通讯地址\n\n（文字）\n\n## 二、社会救助投诉举报电话\n\n（文字）\n',
    );
    expect(draft.fields).toMatchObject({ kind: 'notice', example: true });
    expect(draft.notes).toContain('公开时限：制定或获取信息之日起10个工作日内');
    expect(draft.notes.join('\n')).toContain('公开渠道：政府网站、公开查阅点、政务服务中心');
  });

  test('is of the kind, and the unit, that the officer says', () => {
    const draft = begun('社会救助/综合业务/监督检查', { kind: 'policy', unit: 'education' });
    expect(draft.fields).toMatchObject({ kind: 'policy', unit: 'education' });
    expect(draft.fields).not.toHaveProperty('form');
  });

  test('has no text where the item is open on request only', () => {
    const closed = items.filter(({ method }) => method?.kind === 'on-request');
    for (const item of closed) {
      const draft = draftOfItem({ domain: { id: 'a', name: '甲' }, item, day: '2026-07-01' });
      expect(draft).toMatchObject({ body: '', fields: { attribute: { type: '依申请' } } });
    }
  });
});

test.each([
  ['政策解读', undefined, 'interpretation'],
  ['重大决策草案', undefined, 'consultation'],
  ['经办服务', ['申请条件', '所需材料', '办理流程'], 'guide'],
  ['审批结果', undefined, 'notice'],
])('the kind of %s', (level1, elements, kind) => {
  expect(kindOfItem({ id: 'a', level1, elements })).toBe(kind);
});

describe('how the model county wrote an item', () => {
  const file = (id: string, head: string, body = '正文。') => ({
    path: `model/a/b/2026/${id}.md`,
    text: `---\ntitle: ${id}\nattribute: { type: 主动 }\n${head}\n---\n\n${body}\n`,
  });

  test('is its newest entry of the kind, and else its newest', () => {
    const files = [
      file('old-guide', 'kind: guide\npublished: 2025-01-01'),
      file('new-guide', 'kind: guide\npublished: 2026-01-01\nwho: 老年人'),
      file('newest-notice', 'kind: notice\npublished: 2026-06-01'),
    ];
    expect(modelEntry(files, 'guide')).toMatchObject({ title: 'new-guide', body: '正文。' });
    expect(modelEntry(files, 'guide')?.fields['who']).toBe('老年人');
    expect(modelEntry(files, 'policy')?.title).toBe('newest-notice');
  });

  test('is never what was withdrawn, is not open, says that there is nothing, or cannot be read', () => {
    const files = [
      file(
        'gone',
        'kind: notice\npublished: 2026-01-01\nwithdrawn: { date: 2026-02-01, reason: 错 }',
      ),
      file('nothing', 'kind: statement\npublished: 2026-01-01'),
      {
        path: 'model/a/b/2026/closed.md',
        text: '---\ntitle: 闭\nkind: notice\nattribute: { type: 依申请 }\n---\n',
      },
      { path: 'model/a/b/2026/broken.md', text: '---\ntitle: [\n---\n' },
      { path: 'model/a/b/2026/plain.md', text: '没有字段' },
    ];
    expect(modelEntry(files, 'notice')).toBeUndefined();
    expect(modelEntry([], 'notice')).toBeUndefined();
  });

  test('is told with the name that its county.yaml has', () => {
    expect(nameIn('id: model\nname: 样子县\n')).toBe('样子县');
    expect(nameIn('id: model\n')).toBeUndefined();
  });
});
